"""Makes the vocabulary and the model of kinds again: `python -m samenspel.engine.training`.

What it learns from is all ours and all here: the taxonomy with its lay words, the phrase bank in `phrases/` and the
texts of fictional offers. Ridge regression has one exact answer, so the same files give the same model.
"""

import io
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import analyser, folding, kinds, spelling, taxonomy

HERE = Path(__file__).parent
PHRASES = HERE / "phrases"
NEUTRAL = "context.txt"
"""Sentences that say nothing about a kind; the model learns to pass them by."""
SHRINK = 1.5
"""How much the regression distrusts a single phrase; set on phrases that were held out."""
SHORTEST_WORD = 3
LEAST_PHRASES = 2
"""A pair or a piece in fewer phrases is chance; a whole word may be a telling one."""


@dataclass(frozen=True)
class Example:
    """A text and the kind it is about; None for a neutral one."""

    text: str
    kind: str | None


def read_bank(lines: Iterable[str]) -> list[Example]:
    """Examples from a file of the bank: a line '# kind', then one phrase a line."""
    found: list[Example] = []
    kind = None
    for line in lines:
        if line.startswith("# "):
            kind = line[2:].strip()
        elif line.strip():
            found.append(Example(line.strip(), kind))
    return found


def bank() -> list[Example]:
    """All examples: phrases, neutral sentences, labels and lay words, in a fixed order."""
    files = sorted(PHRASES.glob("*.txt"))
    found = [example for path in files for example in read_bank(path.read_text().splitlines())]
    for kind in taxonomy.standard().kinds:
        found += [Example(words, kind.code) for words in (kind.label_nl, kind.label_en, *kind.words_nl, *kind.words_en)]
    return found


def vocabulary(examples: Iterable[Example]) -> dict[str, int]:
    """The words of the examples with how often they occur, in the order of the alphabet.

    A word that occurs once and sounds like a more frequent one ('gewelt') is a mistake that people make, not a word.
    """
    counted = Counter(word for example in examples for word in folding.words(example.text))
    usual: dict[str, int] = defaultdict(int)
    for word, times in counted.items():
        usual[spelling.sound(word)] = max(times, usual[spelling.sound(word)])
    kept = (word for word in sorted(counted) if len(word) >= SHORTEST_WORD and not word.isdigit())
    return {word: counted[word] for word in kept if counted[word] > 1 or usual[spelling.sound(word)] == 1}


def train(examples: list[Example], words: analyser.Analyser) -> tuple[list[str], kinds.Floats, kinds.Floats]:
    """Names of the features, their rarity, and the weight of each for each kind (features x kinds)."""
    rows = [{name: one.value for name, one in kinds.features(words, example.text).items()} for example in examples]
    present: Counter[str] = Counter(name for row in rows for name in row)
    names = sorted(name for name, times in present.items() if times >= _least(name))
    rarity = np.log1p(len(rows) / np.array([present[name] for name in names])).astype(np.float32)
    seen = _matrix(rows, names, rarity)
    near = seen @ seen.T + SHRINK * np.eye(len(rows), dtype=np.float32)
    solved = np.linalg.solve(near.astype(np.float64), _answers(examples).astype(np.float64))
    return names, rarity, (seen.T @ solved).astype(np.float32)


def _least(name: str) -> int:
    return LEAST_PHRASES if name[0] in {kinds.PAIR, analyser.PIECE} else 1


def _matrix(rows: list[dict[str, float]], names: list[str], rarity: kinds.Floats) -> kinds.Floats:
    """Examples x features, each example of length 1."""
    places = {name: place for place, name in enumerate(names)}
    seen = np.zeros((len(rows), len(names)), dtype=np.float32)
    for number, row in enumerate(rows):
        for name, value in row.items():
            if name in places:
                seen[number, places[name]] = value
    seen *= rarity
    return np.asarray(seen / np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _answers(examples: list[Example]) -> kinds.Floats:
    known = taxonomy.standard()
    answers = np.zeros((len(examples), len(known.kinds)), dtype=np.float32)
    for number, example in enumerate(examples):
        if example.kind is not None:
            answers[number, known.place(example.kind)] = 1
    return answers


def save(names: list[str], rarity: kinds.Floats, weights: kinds.Floats, path: Path = kinds.MODEL) -> None:
    """Write the model in one byte a weight; the same model gives the same bytes."""
    steps = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    columns: dict[str, NDArray[np.generic]] = {
        "names": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "codes": np.frombuffer("\n".join(taxonomy.standard().codes).encode(), dtype=np.uint8),
        "rarity": rarity.astype(np.float16),
        "steps": steps.astype(np.float32),
        "weights": np.rint(weights / steps).astype(np.int8),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, column in columns.items():
            kept = io.BytesIO()
            np.save(kept, column, allow_pickle=False)
            packed.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), kept.getvalue(), zipfile.ZIP_DEFLATED
            )


def held_out(examples: list[Example], words: analyser.Analyser, *, every: int = 5) -> dict[str, float]:
    """How often the right kind is first, and among the first five, for phrases that the model did not learn from."""
    phrases: dict[str, list[Example]] = defaultdict(list)
    for example in (one for path in sorted(PHRASES.glob("*.txt")) for one in read_bank(path.read_text().splitlines())):
        if example.kind is not None:
            phrases[example.kind].append(example)
    apart = {example for listed in phrases.values() for example in listed[::every] if len(example.text.split()) > 2}  # noqa: PLR2004 - a lone word is no sentence
    model = kinds.KindGuesser(*train([one for one in examples if one not in apart], words), taxonomy.standard().codes)
    ranks = [
        [guess.code for guess in model.guess(one.text)].index(str(one.kind)) if _found(model, one) else 9
        for one in apart
    ]
    return {"first": float(np.mean(np.array(ranks) == 0)), "first five": float(np.mean(np.array(ranks) < kinds.SHOWN))}


def _found(model: kinds.KindGuesser, example: Example) -> bool:
    return any(guess.code == example.kind for guess in model.guess(example.text))


def main(arguments: list[str]) -> int:
    """Write `vocabulary.txt` and `kinds.npz`; with `--measure` also say how well held-out phrases are guessed."""
    examples = bank()
    known = vocabulary(examples)
    (HERE / "vocabulary.txt").write_text("".join(f"{word} {count}\n" for word, count in known.items()))
    analyser.standard.cache_clear()
    words = analyser.standard()
    names, rarity, weights = train(examples, words)
    save(names, rarity, weights)
    print(f"{len(examples)} examples, {len(known)} words, {len(names)} features.")  # noqa: T201 - a command's answer
    if "--measure" in arguments:
        print({what: round(share, 3) for what, share in held_out(examples, words).items()})  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
