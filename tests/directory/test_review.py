"""The overview of what a network offers: counted per neighbourhood, kind and target group, with what stands out."""

import io
import re
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspel.directory.reviewing import counting
from samenspel.directory.reviewing.counting import Counts, Fact
from samenspel.lib import clock
from samenspel.places.models import Area
from tests.cast import Cast, as_person
from tests.directory.making import make_offer
from tests.places.samples import bring_in, row_of_squares

HERE = "/n/meerlinden/aanbod-overzicht/"
GM, WK, ONE, TWO = "GM0308", "WK030800", "BU03080000", "BU03080001"
PLAIN: dict[str, Any] = {
    "form": "group", "kinds": ("walking",), "targets": (), "areas": (), "spot": "", "capacity": "room", "is_old": False
}  # fmt: skip


def fact(**told: Any) -> Fact:
    return Fact(**(PLAIN | told))


@pytest.fixture
def baarn(cast: Cast) -> None:
    """Meerlinden works in two neighbourhoods of one district."""
    bring_in(*row_of_squares(2))
    cast.meerlinden.area = Area.objects.get(code=GM)
    cast.meerlinden.save()


@pytest.mark.parametrize(
    ("areas", "reached", "near"),
    [
        ((), {ONE, TWO}, set()),
        ((GM,), {ONE, TWO}, set()),
        ((WK,), {ONE, TWO}, {ONE, TWO}),
        ((ONE,), {ONE}, {ONE}),
        ((ONE, TWO), {ONE, TWO}, {ONE, TWO}),
        ((GM, ONE), {ONE, TWO}, {ONE}),
        (("GM0363",), set(), set()),
    ],
)
def test_an_offer_counts_where_people_can_go_to_it(areas: tuple[str, ...], reached: set[str], near: set[str]) -> None:
    ground = counting.Ground([fact(areas=areas)])
    found = {code: ground.counts(code) for code in (ONE, TWO)}
    assert {code for code, counts in found.items() if counts.total} == reached
    assert {code for code, counts in found.items() if counts.near} == near


def test_what_happens_in_a_neighbourhood_is_near() -> None:
    ground = counting.Ground([fact(areas=(GM,), spot=ONE), fact(areas=(GM,), spot=TWO)])
    found = [ground.counts(code) for code in (ONE, TWO)]
    assert [(counts.total, counts.near) for counts in found] == [(2, 1), (2, 1)]
    assert ground.near(ONE) == [fact(areas=(GM,), spot=ONE)]


def test_counts_tell_forms_room_and_age() -> None:
    counts = Counts()
    for told in ({"form": "group"}, {"form": "remote", "capacity": "full"}, {"form": "group", "is_old": True}):
        counts.add(fact(**told))
    assert (counts.by_form, counts.total, counts.room, counts.old, counts.only_form) == ((0, 2, 1), 3, 2, 1, "")
    assert not counts.is_full


@pytest.mark.parametrize(
    ("capacities", "is_full"),
    [(("full", "waiting"), True), (("full", "room"), False), (("full", "unknown"), False), ((), False)],
)
def test_nowhere_room_is_said_only_when_everybody_told(capacities: tuple[str, ...], is_full: bool) -> None:  # noqa: FBT001
    counts = Counts()
    for capacity in capacities:
        counts.add(fact(capacity=capacity))
    assert counts.is_full == is_full


def page(cast: Cast, query: str = "") -> Any:
    return as_person(cast.samira).get(f"{HERE}{query}")


@pytest.mark.django_db
def test_what_stands_out_is_said_in_words(cast: Cast, baarn: None) -> None:
    for _number in range(2):
        make_offer(cast.huisvriend, form="group", target_groups=["carers"], area_codes=[ONE], kinds=["walking"])
    make_offer(cast.huisvriend, capacity="full", capacity_changed_at=clock.now(), kinds=["transport"])
    answer = page(cast, f"?gebied={ONE}")
    html = answer.content.decode()
    assert "In Buurt 0 is voor mantelzorgers alleen groepsaanbod (2)." in html
    assert "In Buurt 0 is nergens plek voor: Vervoer." in html
    assert "Nog niets" in html
    assert [area.pk for area, _counts in answer.context["overview"].areas] == [ONE]
    assert "alleen groepsaanbod" not in page(cast, f"?gebied={TWO}").content.decode()
    assert "Niets speciaal voor de buurt of wijk zelf: Buurt 1." in page(cast).content.decode()


@pytest.mark.django_db
def test_one_form_near_is_said_while_the_whole_area_has_more(cast: Cast, baarn: None) -> None:
    make_offer(cast.huisvriend, form="one_to_one", target_groups=["carers"], area_codes=[GM])
    for _number in range(2):
        make_offer(
            cast.huisvriend, form="group", target_groups=["carers"], area_codes=[GM], longitude=5.005, latitude=52
        )
    assert "Vlakbij, in Buurt 0, is voor mantelzorgers alleen groepsaanbod (2)." in page(cast).content.decode()


@pytest.mark.django_db
def test_only_open_offers_of_present_partners_count(cast: Cast, baarn: None) -> None:
    make_offer(cast.huisvriend)
    make_offer(cast.huisvriend, state="closed", closed_at=clock.now(), closed_because="owner")
    make_offer(cast.huisvriend, state="draft", confirmed_at=None)
    make_offer(cast.oeverhulp)
    gone = make_offer(cast.practice)
    cast.practice.partnerships.update(ended_on=clock.today())
    assert page(cast).status_code == 404  # Samira's practice left, so she works here no longer
    assert gone.pk
    answer = as_person(cast.henk).get(HERE)
    assert answer.context["overview"].total == 1


@pytest.mark.django_db
def test_what_was_not_confirmed_for_long_is_counted(cast: Cast, baarn: None) -> None:
    asked = clock.now() - timedelta(days=20)
    make_offer(cast.huisvriend, confirmed_at=asked - timedelta(days=90), asked_at=asked)
    assert "In Baarn is 1 aanbod lang niet bevestigd." in page(cast).content.decode()


@pytest.mark.django_db
def test_an_offer_with_a_place_counts_near_there(cast: Cast, baarn: None) -> None:
    make_offer(cast.huisvriend, area_codes=[GM], longitude=5.015, latitude=52.005)
    found = {area.pk: counts.near for area, counts in page(cast).context["overview"].areas}
    assert found == {ONE: 0, TWO: 1}


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["?gebied=BU99999999", "?gebied=%00", "?gebied='%3B--", "?gebied=" + "x" * 5000])
def test_an_area_that_is_not_here_shows_everything(cast: Cast, baarn: None, query: str) -> None:
    answer = page(cast, query)
    assert answer.status_code == 200
    assert answer.context["overview"].where == "Baarn"


@pytest.mark.django_db
def test_a_network_without_an_area_still_counts_kinds(cast: Cast) -> None:
    make_offer(cast.huisvriend)
    html = page(cast).content.decode()
    assert "nog niet in welk gebied" in html
    assert "1 één op één" in html


@pytest.mark.django_db
def test_the_counts_can_be_taken_along(cast: Cast, baarn: None) -> None:
    make_offer(cast.huisvriend, area_codes=[ONE])
    browser = as_person(cast.tom)
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{HERE}lijst.xlsx?gebied={ONE}").content))
    assert [sheet.title for sheet in book.worksheets] == ["Per buurt", "Per soort hulp", "Voor wie"]
    assert [[cell.value for cell in row] for row in book.worksheets[0]["A2:H2"]] == [["Buurt 0", 1, 0, 0, 1, 1, 0, 0]]
    assert book.worksheets[1].max_row == 61
    text = browser.get(f"{HERE}lijst.csv").content.decode("utf-8-sig")
    assert "Buurt 0;1;0;0;1;1;0;0" in text
    assert re.search(r"^Huisbezoek;1;0;0;1;0;0\r$", text, re.MULTILINE)


@pytest.mark.django_db
def test_partners_and_coordinators_see_it_and_nobody_else(cast: Cast) -> None:
    for person, status in (
        (cast.marjan, 200), (cast.henk, 200), (cast.tom, 200), (cast.ria, 404), (cast.karin, 404), (cast.ali, 404)
    ):  # fmt: skip
        assert as_person(person).get(HERE).status_code == status
        assert as_person(person).get(f"{HERE}lijst.csv").status_code == status


@pytest.mark.django_db
def test_three_offers_take_as_many_queries_as_one(cast: Cast, baarn: None) -> None:
    browser = as_person(cast.samira)
    make_offer(cast.huisvriend, area_codes=[ONE], longitude=5.005, latitude=52.005)
    browser.get(HERE)
    with CaptureQueriesContext(connection) as one:
        browser.get(HERE)
    for number in range(2):
        make_offer(cast.huisvriend, area_codes=[TWO], longitude=5.005 + number / 100, latitude=52.005)
    with CaptureQueriesContext(connection) as three:
        browser.get(HERE)
    assert len(three) == len(one)
