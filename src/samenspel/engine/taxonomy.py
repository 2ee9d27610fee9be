"""The kinds of help, as typed values: twelve groups, sixty kinds, what people call them in Dutch and English.

Three files: `taxonomy.json` (groups, kinds, Dutch synonyms), `lay_words.txt` (our extension: what people say instead)
and `english_labels.json`. A network may bring its own taxonomy in the same form; a faulty one is refused with a reason.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DEEPEST = 20


class FaultyTaxonomy(ValueError):
    """The taxonomy cannot be used; the sentence names the place and the fault."""


@dataclass(frozen=True)
class Kind:
    """One kind of help; `words_nl` and `words_en` are what people say, `professional_only` that volunteers may not."""

    code: str
    label_nl: str
    label_en: str
    group: str
    words_nl: tuple[str, ...]
    words_en: tuple[str, ...]
    professional_only: bool


@dataclass(frozen=True)
class Taxonomy:
    """All kinds in their fixed order, which is the order of the guesser's scores, and the names of the groups."""

    kinds: tuple[Kind, ...]
    groups: Mapping[str, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", {kind.code: place for place, kind in enumerate(self.kinds)})

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the kinds in their fixed order."""
        return tuple(kind.code for kind in self.kinds)

    def place(self, code: str) -> int:
        """The place of a kind in the order; KeyError when the taxonomy does not know it."""
        places: dict[str, int] = self._places  # type: ignore[attr-defined]
        return places[code]

    def knows(self, code: str) -> bool:
        """Whether this is one of the kinds."""
        return code in self._places  # type: ignore[attr-defined]


def read(raw: object, *, lay_words: str = "", english: Mapping[str, str] | None = None) -> Taxonomy:
    """A taxonomy from the form of `taxonomy.json`; raises FaultyTaxonomy for loops, doubles and missing names."""
    if not isinstance(raw, dict) or not isinstance(raw.get("groups"), list) or not raw["groups"]:
        raise FaultyTaxonomy("A taxonomy is an object with a list 'groups' that is not empty.")
    extra = read_lay_words(lay_words)
    kinds: list[Kind] = []
    groups: dict[str, str] = {}
    for group in raw["groups"]:
        code = _text(group, "code", "a group")
        if code in groups:
            raise FaultyTaxonomy(f"The group '{code}' occurs twice.")
        groups[code] = _text(group, "label_nl", f"the group '{code}'")
        kinds += [_kind(one, code, extra, english or {}) for one in _leaves(group, (code,))]
    _refuse_doubles(kinds)
    _refuse_strangers(extra, kinds)
    return Taxonomy(kinds=tuple(kinds), groups=groups)


def read_lay_words(text: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Per kind its Dutch and English lay words, from lines 'kind: Dutch, Dutch | English, English'."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            code, _, rest = line.partition(":")
            dutch, _, english = rest.partition("|")
            found[code.strip()] = (_listed(dutch), _listed(english))
    return found


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _leaves(node: Any, path: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The kinds below a node, at whatever depth; a code that returns below itself is a loop."""
    children = node.get("children")
    if not isinstance(children, list):
        raise FaultyTaxonomy(f"'{path[-1]}' has no list 'children'.")
    for child in children:
        code = _text(child, "code", f"a kind in '{path[-1]}'")
        if code in path or len(path) > DEEPEST:
            raise FaultyTaxonomy(f"The taxonomy runs in a circle: {' > '.join((*path, code))}.")
        if child.get("children"):
            yield from _leaves(child, (*path, code))
        else:
            yield child


def _kind(
    raw: dict[str, Any],
    group: str,
    extra: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]],
    english: Mapping[str, str],
) -> Kind:
    code = str(raw["code"])
    label = _text(raw, "label_nl", f"the kind '{code}'")
    synonyms = raw.get("synonyms_nl", [])
    if not isinstance(synonyms, list) or not all(isinstance(word, str) for word in synonyms):
        raise FaultyTaxonomy(f"The synonyms of '{code}' are not a list of words.")
    dutch, foreign = extra.get(code, ((), ()))
    return Kind(
        code=code,
        label_nl=label,
        label_en=english.get(code, label),
        group=group,
        words_nl=tuple(dict.fromkeys((*synonyms, *dutch))),
        words_en=foreign,
        professional_only=raw.get("professional_only") is True,
    )


def _text(raw: object, name: str, where: str) -> str:
    value = raw.get(name) if isinstance(raw, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise FaultyTaxonomy(f"'{name}' of {where} is missing.")
    return value


def _refuse_doubles(kinds: list[Kind]) -> None:
    seen: set[str] = set()
    for kind in kinds:
        if kind.code in seen:
            raise FaultyTaxonomy(f"The kind '{kind.code}' occurs twice.")
        seen.add(kind.code)


def _refuse_strangers(extra: Mapping[str, object], kinds: list[Kind]) -> None:
    if strangers := sorted(set(extra) - {kind.code for kind in kinds}):
        raise FaultyTaxonomy(f"There are lay words for kinds that do not exist: {', '.join(strangers)}.")


@cache
def standard() -> Taxonomy:
    """The taxonomy of the product, read once in a process."""
    return read(
        json.loads((HERE / "taxonomy.json").read_text()),
        lay_words=(HERE / "lay_words.txt").read_text(),
        english=json.loads((HERE / "english_labels.json").read_text()),
    )
