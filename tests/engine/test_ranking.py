"""The order of offers: wishes rank, limits exclude, distance is nothing by phone, every point can be told."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.engine import offers, questions, ranking, taxonomy
from samenspel.engine.ranking import Factor

BAARN = (147_000.0, 469_000.0)


def offer(**facts: Any) -> offers.OfferFacts:
    return offers.OfferFacts(**{"name": "Bezoek aan huis", "kinds": ("social-visiting",), **facts})


def order(question: questions.Question, *facts: offers.OfferFacts) -> list[int]:
    return [int(number) for number in ranking.rank(question, offers.build(facts)).numbers]


LONELY = questions.ask("iemand die op bezoek komt", point=BAARN)


@pytest.mark.parametrize(
    ("better", "worse", "factor"),
    [
        ({}, {"name": "Wandelgroep", "kinds": ("walking",)}, Factor.KIND),
        ({"description": "iemand komt op bezoek"}, {"description": "wij rijden auto"}, Factor.TEXT),
        ({"point": BAARN}, {"point": (150_000.0, 480_000.0)}, Factor.DISTANCE),
        ({"remote": True}, {"point": (150_000.0, 480_000.0)}, Factor.DISTANCE),
        ({"free_places": 2}, {"free_places": 0, "waiting_days": 60}, Factor.CAPACITY),
        ({"free_places": 0, "waiting_days": 7}, {"free_places": 0, "waiting_days": 60}, Factor.CAPACITY),
        ({"free_places": 0, "waiting_days": 60}, {"free_places": 0}, Factor.CAPACITY),
        ({}, {"provider": offers.Provider.PROFESSIONAL}, Factor.PROVIDER),
    ],
)
def test_a_factor_decides_between_offers_that_are_else_alike(
    better: dict[str, Any], worse: dict[str, Any], factor: Factor
) -> None:
    columns = offers.build([offer(**worse), offer(**better)])
    found = ranking.rank(LONELY, columns)
    assert found.numbers.tolist() == [1, 0]
    assert found.points[factor][0] > found.points[factor][1]


@pytest.mark.parametrize(
    ("wish", "better", "worse", "factor"),
    [
        ({"languages": ("tr",)}, {"languages": ("nl", "tr")}, {"languages": ("nl",)}, Factor.LANGUAGE),
        ({"days": ("tue", "sat")}, {"days": ("tue", "sat")}, {"days": ("tue",)}, Factor.DAYS),
    ],
)
def test_a_wish_ranks_and_never_excludes(
    wish: dict[str, Any], better: dict[str, Any], worse: dict[str, Any], factor: Factor
) -> None:
    found = ranking.rank(questions.ask("bezoek", **wish), offers.build([offer(**worse), offer(**better)]))
    assert found.numbers.tolist() == [1, 0]
    assert found.possible == 2
    assert found.points[factor][0] > found.points[factor][1]


def test_for_whom_an_offer_is_meant_counts() -> None:
    old, young = offer(target_groups=("older",)), offer(target_groups=("youth",))
    assert order(questions.ask("mijn vader van 82 is eenzaam"), young, old) == [1, 0]
    assert order(questions.ask("ik ben 16 en eenzaam"), young, old) == [0, 1]


@pytest.mark.parametrize(
    ("limit", "left", "out"),
    [
        ({"provider": offers.Provider.VOLUNTEER}, {}, {"provider": offers.Provider.PROFESSIONAL}),
        ({"provider": offers.Provider.PROFESSIONAL}, {"provider": offers.Provider.BOTH}, {}),
        ({"form": offers.Form.GROUP}, {"collective": True}, {"collective": True, "remote": True}),
        ({"form": offers.Form.REMOTE}, {"remote": True}, {"collective": True}),
        ({"served": (7, 3)}, {"areas": (1, 3)}, {"areas": (4,)}),
        ({"served": (7,)}, {"areas": ()}, {"areas": (4,)}),
        ({"with_room": True}, {"free_places": 1}, {"free_places": 0, "waiting_days": 3}),
        ({"owners": np.array([False, True])}, {"owner": 1}, {"owner": 0}),
        ({"owners": np.array([False, True])}, {"owner": 1}, {"owner": 2}),
        ({"languages": 2}, {"languages": ("en",)}, {}),
        ({"days": 1}, {"days": ("mon",)}, {"days": ("tue",)}),
        ({"within_m": 5_000.0}, {"remote": True}, {"point": (150_000.0, 480_000.0)}),
        ({"within_m": 5_000.0}, {"point": BAARN}, {}),
        ({"kinds": (taxonomy.standard().place("walking"),)}, {"kinds": ("pet-help", "walking")}, {}),
        ({}, {}, {"open": False}),
    ],
)
def test_a_limit_excludes(limit: dict[str, Any], left: dict[str, Any], out: dict[str, Any]) -> None:
    asked = replace(LONELY, limits=questions.Limits(**limit))
    found = ranking.rank(asked, offers.build([offer(**out), offer(**left)]))
    assert found.numbers.tolist() == [1]
    assert found.possible == 1


def test_a_confirmed_kind_goes_before_what_was_guessed() -> None:
    walk, visit = offer(kinds=("walking",)), offer()
    text = "iemand die bij mij op bezoek komt"
    assert order(questions.ask(text), walk, visit) == [1, 0]
    assert order(questions.ask(text, confirmed=["walking"]), walk, visit) == [0, 1]


def test_a_need_for_professionals_puts_professionals_first() -> None:
    text = "mijn moeder kan zichzelf niet wassen"
    volunteer = offer(kinds=("nursing-and-personal-care",))
    assert order(questions.ask(text), volunteer, replace(volunteer, provider=offers.Provider.PROFESSIONAL)) == [1, 0]


def test_the_points_are_the_score() -> None:
    found = ranking.rank(LONELY, offers.build([offer(point=BAARN), offer(remote=True), offer(kinds=())]))
    assert np.allclose(sum(found.points.values()), found.scores, atol=1e-5)
    assert found.metres[found.numbers == 0] == 0


def test_offers_alike_stand_in_the_order_of_their_numbers_and_ten_is_enough() -> None:
    assert order(LONELY, *[offer() for _ in range(12)]) == list(range(10))


def test_no_offers_no_answer() -> None:
    assert order(LONELY) == []


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=80), seed=st.integers(0, 1000))
def test_every_factor_is_between_nothing_and_one(text: str, seed: int) -> None:
    chance = np.random.default_rng(seed)
    facts = [
        offer(
            kinds=tuple(chance.choice(taxonomy.standard().codes, int(chance.integers(0, 4)), replace=False)),
            point=None if chance.random() < 0.3 else (BAARN[0] + chance.normal() * 9_000, BAARN[1]),
            free_places=None if chance.random() < 0.5 else int(chance.integers(0, 3)),
            waiting_days=None if chance.random() < 0.5 else int(chance.integers(0, 100)),
        )
        for _ in range(5)
    ]
    columns = offers.build(facts)
    asked = questions.ask(text, point=BAARN, languages=("en",), days=("mon",))
    for value in ranking.factors(asked, columns, ranking.distances(asked, columns)).values():
        assert value.shape == (5,)
        assert ((value >= 0) & (value <= 1)).all()


def test_a_kind_or_group_that_nobody_knows_is_left_out() -> None:
    columns = offers.build([offer(kinds=("flying", "walking"), target_groups=("martians",), languages=("xx",))])
    assert columns.kinds.tolist() == [[taxonomy.standard().place("walking"), offers.NO_KIND, offers.NO_KIND]]
    assert not columns.targets.any()
    assert columns.languages.tolist() == [0]
