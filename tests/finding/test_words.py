"""The reasons in words: at most four, the most telling first, never a bare number."""

from types import MappingProxyType
from typing import Any

import pytest

from samenspel.directory.models import Offer
from samenspel.engine.ranking import WEIGHTS, Factor
from samenspel.finding.words import Fit, distance, reasons


def offer(**values: Any) -> Offer:
    told = {"name": "Bezoek", "kinds": ["social-visiting"], "days": ["tue", "thu"], "languages": ["nl", "tr"]}
    return Offer(**(told | values))


def fit(*full: Factor, **values: Any) -> Fit:
    """A fit with all points for these factors."""
    points = MappingProxyType({factor: WEIGHTS[factor] if factor in full else 0.0 for factor in Factor})
    return Fit(**({"points": points, "metres": None} | values))


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (0, "op loopafstand"),
        (499, "op loopafstand"),
        (740, "750 m"),
        (2_040, "2 km"),
        (1_500, "1,5 km"),
        (12_300, "12 km"),
    ],
)
def test_a_distance_is_told_as_people_say_it(metres: float, words: str) -> None:
    assert distance(metres) == words


def test_every_factor_that_counts_has_its_words() -> None:
    told = reasons(
        offer(capacity="waiting", waiting_weeks=3),
        fit(Factor.KIND, Factor.DISTANCE, Factor.CAPACITY, metres=2_000.0, kinds=["social-visiting"], days=["tue"]),
    )
    assert told == ["helpt met: huisbezoek", "2 km", "op dinsdag", "plek over 3 weken"]


def test_there_are_at_most_four() -> None:
    everything = {
        "metres": 900.0,
        "kinds": ["social-visiting"],
        "days": ["tue", "thu"],
        "languages": ["tr"],
        "words": ["eenzaam"],
        "asks_provider": True,
        "targets": ["older"],
    }
    assert len(reasons(offer(capacity="room", target_groups=["older"]), fit(*Factor, **everything))) == 4


def test_a_language_that_was_asked_for_is_told() -> None:
    assert "spreekt Turks" in reasons(offer(), fit(Factor.LANGUAGE, languages=["tr"]))


def test_help_by_phone_has_no_distance() -> None:
    told = reasons(offer(form="remote"), fit(metres=90_000.0))
    assert told == ["via de telefoon of online"]


def test_what_is_full_is_no_reason() -> None:
    assert reasons(offer(capacity="full"), fit(Factor.CAPACITY)) == ["één op één"]


def test_days_are_told_only_when_the_offer_names_them() -> None:
    assert not any("dinsdag" in one for one in reasons(offer(days=[]), fit(Factor.DAYS, days=["tue"])))
    assert "op dinsdag en donderdag" in reasons(offer(), fit(Factor.DAYS, days=["thu", "tue"]))


def test_help_that_comes_to_people_tells_for_whom_it_is_instead_of_metres() -> None:
    visits = offer(form="one_to_one", area_codes=["GM9901"])
    assert "voor mensen in Centrum" in reasons(visits, fit(place="Centrum"))
    assert "voor mensen in Centrum" not in reasons(visits, fit(place="Centrum", metres=900.0))
    assert "voor mensen in Centrum" not in reasons(offer(form="remote", area_codes=["GM9901"]), fit(place="Centrum"))
