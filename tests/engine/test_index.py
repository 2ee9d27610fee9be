"""The index: finding, counting, adding and taking out, as its users know it."""

from dataclasses import replace

import numpy as np

from samenspel.engine import offers, questions
from samenspel.engine.index import Index

BAARN, UTRECHT = (147_000.0, 470_000.0), (136_000.0, 456_000.0)
VISIT = offers.OfferFacts(name="Maatje", description="Bezoek aan huis", kinds=("home-visits",), point=BAARN)
ASKED = questions.ask("bezoek voor een eenzame buurman", point=BAARN)


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def test_the_nearest_comes_first_and_the_lower_key_wins_a_tie() -> None:
    index = Index.build([(key(3), VISIT), (key(2), VISIT), (key(1), replace(VISIT, point=UTRECHT))])
    assert index.find(ASKED).keys == [key(2), key(3), key(1)]
    assert index.find(ASKED, most=1, skip=1).keys == [key(3)]


def test_a_changed_offer_is_found_as_it_is_now_and_a_dropped_one_is_gone() -> None:
    index = Index.build([(key(1), VISIT), (key(2), VISIT)])
    index.put(key(1), replace(VISIT, point=UTRECHT))
    index.put(key(3), VISIT)
    assert index.find(ASKED).keys == [key(2), key(3), key(1)]
    index.drop(key(2))
    index.drop(key(9))
    assert index.find(ASKED).keys == [key(3), key(1)]
    assert len(index) == 2


def test_it_counts_what_each_filter_would_leave() -> None:
    group = replace(VISIT, collective=True, days=("mon",), free_places=2)
    index = Index.build([(key(1), VISIT), (key(2), group), (key(3), replace(group, point=UTRECHT))])
    counts = index.count(replace(ASKED, limits=questions.Limits(form=offers.Form.GROUP)))
    assert counts.total == 2
    assert counts.form == {offers.Form.ONE_TO_ONE: 1, offers.Form.GROUP: 2, offers.Form.REMOTE: 0}
    assert (counts.days["mon"], counts.days["tue"], counts.with_room) == (2, 0, 2)
    assert counts.within == {2_000: 1, 5_000: 1, 10_000: 1}


def test_points_and_metres_stand_beside_each_offer() -> None:
    found = Index.build([(key(1), VISIT), (key(2), replace(VISIT, remote=True, point=None))]).find(ASKED)
    assert np.allclose(sum(found.points.values()), found.scores, atol=1e-5)
    assert found.metres.tolist() == [0, 0]


def test_an_empty_index_answers() -> None:
    assert Index.build([]).find(ASKED).keys == []
    assert Index.build([]).count(ASKED).total == 0
