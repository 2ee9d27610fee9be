"""The index against looking at every offer: the same keys in the same order, the same counts, whatever happened."""

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from samenspel.engine import offers, questions, targets, taxonomy
from samenspel.engine.index import Index
from samenspel.engine.index.plain import PlainIndex

TEXTS = (
    "Samen wandelen in het park", "Bezoek aan huis voor wie eenzaam is", "Koffie en taart voor buren",
    "Hulp bij papieren en schulden", "Een maatje voor opa's en oma's", "Zonnebloem", "", "Vervoer naar 't ziekenhuis",
    "Samen eten, samen koken", "Wie z'n verhaal kwijt wil", "Praatgroep rouw", "Xylofoonles Kaatsheuvel",
)  # fmt: skip
ASKED = ("", "eenzaam", "wandelen met een buurvrouw van 82", "Kaatsheuvel", "schulden", "wie gaat er mee eten", "qqq")
KINDS = tuple(kind.code for kind in taxonomy.standard().kinds)


def key(chance: random.Random) -> bytes:
    """Some keys share their first half, as keys made in the same moment do."""
    return bytes(8) + chance.randbytes(8) if chance.random() < 0.3 else chance.randbytes(16)


def offer(chance: random.Random, kinds: int) -> offers.OfferFacts:
    """Few different values, so that very many offers are alike."""
    near = (chance.choice((0, 100, 900, 20_000, 90_000)) + chance.choice((0.0, chance.uniform(0, 3_000))), 0.0)
    return offers.OfferFacts(
        name=chance.choice(TEXTS),
        description=" ".join(chance.choices(TEXTS, k=chance.randrange(4))),
        kinds=tuple(chance.sample(KINDS[:kinds], k=min(kinds, chance.randrange(4)))),
        target_groups=tuple(chance.sample(targets.codes(), k=chance.randrange(4))),
        provider=chance.choice(list(offers.Provider)),
        languages=tuple(chance.sample(offers.LANGUAGES[:3], k=chance.randrange(3))),
        days=tuple(chance.sample(offers.DAYS, k=chance.choice((0, 1, 7)))),
        collective=chance.random() < 0.5,
        remote=chance.random() < 0.1,
        point=None if chance.random() < 0.1 else (100_000 + near[0], 400_000 + near[1]),
        free_places=chance.choice((None, 0, 2)),
        waiting_days=chance.choice((None, 0, 14, 10**6)),
        open=chance.random() < 0.9,
        owner=chance.randrange(5),
        areas=tuple(chance.sample(range(6), k=chance.randrange(3))),
    )


def limits(chance: random.Random) -> questions.Limits:
    """Often none, sometimes several at once."""

    def sometimes(value: Any, nothing: Any) -> Any:
        return value if chance.random() < 0.2 else nothing

    return questions.Limits(
        provider=sometimes(chance.choice(list(offers.Provider)), None),
        form=sometimes(chance.choice(list(offers.Form)), None),
        languages=sometimes(chance.randrange(8), 0),
        days=sometimes(chance.randrange(128), 0),
        within_m=sometimes(chance.choice((0.0, 2_000.0, 7_500.0)), None),
        kinds=sometimes(tuple(chance.sample(range(4), k=2)), ()),
        served=sometimes(tuple(chance.sample(range(8), k=2)), ()),
        with_room=sometimes(True, False),
        owners=sometimes(np.array([chance.random() < 0.5 for _ in range(4)]), None),
    )


def question(chance: random.Random) -> questions.Question:
    asked = questions.ask(
        chance.choice(ASKED),
        confirmed=chance.sample(KINDS[:4], k=chance.randrange(2)),
        point=None if chance.random() < 0.3 else (100_000.0 + chance.uniform(0, 30_000), 400_000.0),
        languages=chance.sample(offers.LANGUAGES[:3], k=chance.randrange(2)),
        days=chance.sample(offers.DAYS, k=chance.randrange(3)),
        limits=limits(chance),
    )
    return asked if chance.random() < 0.7 else replace(asked, kinds=np.zeros_like(asked.kinds))


def compare(index: Index, plain: PlainIndex, asked: questions.Question, most: int = 10, skip: int = 0) -> None:
    found, true = index.find(asked, most=most, skip=skip), plain.find(asked, most=most, skip=skip)
    assert found.keys == true.keys
    np.testing.assert_allclose(found.scores, true.scores, rtol=1e-6)
    np.testing.assert_array_equal(found.metres, true.metres)
    for factor, points in true.points.items():
        np.testing.assert_allclose(found.points[factor], points, rtol=1e-6, atol=1e-9)
    assert index.count(asked) == plain.count(asked)


@pytest.mark.parametrize("seed", range(12))
def test_built_at_once_it_finds_and_counts_as_looking_at_every_offer(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    facts = [(key(chance), offer(chance, chance.choice((1, 3, 60)))) for _ in range(chance.choice((1, 90, 600)))]
    facts += chance.choices(facts, k=3)
    index, plain = Index.build(facts), PlainIndex.build(facts)
    for _ in range(12):
        compare(index, plain, question(chance), chance.choice((1, 10, 30)), chance.choice((0, 0, 10)))


@pytest.mark.parametrize("seed", range(8))
def test_after_any_changes_it_is_as_if_it_was_built_just_now(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    kinds = chance.choice((1, 2, 60))
    facts = [(key(chance), offer(chance, kinds)) for _ in range(chance.choice((0, 300)))]
    index, plain = Index.build(facts), PlainIndex.build(facts)
    keys = [one for one, _ in facts] + [key(chance) for _ in range(400)]
    for _ in range(5):
        for changed in chance.choices(keys, k=120):
            if chance.random() < 0.25:
                index.drop(changed)
                plain.drop(changed)
            else:
                now = offer(chance, kinds)
                index.put(changed, now)
                plain.put(changed, now)
        assert len(index) == len(plain)
        for _ in range(3):
            compare(index, plain, question(chance))


def of_its_place(one: offers.OfferFacts) -> offers.OfferFacts:
    """The same offer, for the area in which it lies and from an owner there: what lies elsewhere can be passed over."""
    square = int((one.point or (100_000.0, 0.0))[0] - 100_000) // 10_000
    return replace(one, owner=square, areas=(square,) if one.areas else ())


@pytest.mark.parametrize("seed", range(8))
def test_offers_that_lie_in_the_area_that_they_are_for(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    facts = [(key(chance), of_its_place(offer(chance, 3))) for _ in range(600)]
    index, plain = Index.build(facts), PlainIndex.build(facts)
    for _ in range(4):
        for changed, _ in chance.sample(facts, k=60):
            now = of_its_place(offer(chance, 3))
            index.put(changed, now)
            plain.put(changed, now)
        for square in (0, 2, 9):
            asked = question(chance)
            owners = None if chance.random() < 0.5 else np.arange(12) == square
            compare(index, plain, replace(asked, limits=replace(asked.limits, served=(square, 20), owners=owners)))


def test_two_histories_give_one_order() -> None:
    chance = random.Random(7)  # noqa: S311
    facts = [(key(chance), offer(chance, 2)) for _ in range(700)]
    one, other = Index.build(facts), Index()
    for changed, _ in facts[::2]:
        other.put(changed, offer(chance, 60))
    for changed, now in chance.sample(facts, k=len(facts)):
        other.put(changed, now)
    for _ in range(20):
        asked = question(chance)
        assert one.find(asked, most=50).keys == other.find(asked, most=50).keys
        assert one.count(asked) == other.count(asked)


def test_everything_taken_out_and_put_back() -> None:
    chance = random.Random(3)  # noqa: S311
    facts = [(key(chance), offer(chance, 1)) for _ in range(500)]
    index = Index.build(facts)
    for gone, _ in facts:
        index.drop(gone)
    assert len(index) == 0
    assert index.find(question(chance)).keys == []
    for again, now in facts:
        index.put(again, now)
    compare(index, PlainIndex.build(facts), questions.ask("eenzaam"))
