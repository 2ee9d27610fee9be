"""The words of many texts at once are those of one text at a time; machine code is never older than its source."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.engine import offers
from samenspel.engine.index import compiled, layout
from samenspel.engine.index.lexicon import Lexicon

SIGNS = st.text(st.sampled_from("abz09's'’ -.éüßĳ\n\x00жא"), max_size=60)
LEXICON = Lexicon()


def terms_of(texts: list[str]) -> list[Counter[str]]:
    entries, counts, lengths = LEXICON.read(texts)
    names = list(LEXICON.terms)
    found = [
        Counter({names[entry >> layout.TIMES_BITS]: int(entry & ((1 << layout.TIMES_BITS) - 1)) for entry in part})
        for part in np.split(entries, np.cumsum(counts)[:-1])
    ]
    assert lengths.tolist() == [one.total() for one in found]
    return found


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.tuples(SIGNS, SIGNS), min_size=1, max_size=4))
def test_reads_any_text_as_the_yardstick_does(texts: list[tuple[str, str]]) -> None:
    columns = offers.build([offers.OfferFacts(name=name, description=more) for name, more in texts])
    true: list[Counter[str]] = [Counter() for _ in texts]
    for term, postings in columns.postings.items():
        for number, times in zip(postings.offers, postings.times, strict=True):
            true[number][term] = int(times)
    assert terms_of([text for pair in texts for text in pair]) == true


def test_long_words_many_words_and_repeated_words() -> None:
    texts = ["eenzaam " * 500, "w" * 41 + " " + "v" * 40, " ".join(f"woord{n}" for n in range(900)), "z'n opa's a's'b"]
    columns = offers.build([offers.OfferFacts(name=texts[0], description=texts[1])])
    found = terms_of(texts)[0]
    assert found == Counter({term: int(postings.times[0]) for term, postings in columns.postings.items()})
    assert max(found.values()) == offers.MOST_HUNDREDTHS


def test_machine_code_stands_in_a_folder_of_its_own_sources() -> None:
    assert compiled.config.CACHE_DIR.endswith(compiled._fingerprint())
