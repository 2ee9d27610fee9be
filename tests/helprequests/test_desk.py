"""The list of who keeps a front door: what waits, why, without names, in few questions to the database."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from samenspel.helprequests.actions import working
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import Outcome, Urgency
from samenspel.lib import clock, ids
from samenspel.lib.scope import acting_for
from tests.cast import Cast, as_person
from tests.helprequests.making import a_side, make_request

pytestmark = pytest.mark.django_db
LIST = "/n/meerlinden/vragen/"


@pytest.fixture
def marjan(cast: Cast) -> Client:
    return as_person(cast.marjan)


def moved(cast: Cast, step: Callable[..., Any], **rest: Any) -> HelpRequest:
    request = make_request(network=cast.meerlinden)
    with acting_for(cast.meerlinden.pk):
        step(request=request, by=cast.marjan.pk, **rest)
    return request


def test_the_list_tells_what_waits_and_names_nobody(marjan: Client, cast: Cast) -> None:
    make_request(network=cast.meerlinden, person=a_side("Truus Zilver", words="Ik ben alleen."), urgency=Urgency.TODAY)
    page = marjan.get(LIST).content.decode()
    assert "Vandaag of morgen" in page
    assert "niemand heeft dit opgepakt" in page
    assert not [word for word in ("Truus", "Zilver", "0612345678", "Ik ben alleen") if word in page]


def test_the_oldest_is_on_top_and_every_tab_tells_how_many(marjan: Client, cast: Cast) -> None:
    first, second = (make_request(network=cast.meerlinden) for _ in range(2))
    with acting_for(cast.meerlinden.pk):
        HelpRequest.objects.filter(pk=second.pk).update(asked_at=clock.now() - timedelta(days=3))
    moved(cast, working.take)
    answer = marjan.get(LIST)
    assert [line.pk for line in answer.context["lines"]] == [second.pk, first.pk]
    assert answer.context["lines"][0].waits == "3 dagen"
    labels = [tab.label for tab in answer.context["tabs"]]
    assert labels[:2] == ["Nieuw (2)", "Opgepakt (1)"]


def test_parked_ones_stand_by_the_day_on_which_they_come_back(marjan: Client, cast: Cast) -> None:
    later = moved(cast, working.park, until=clock.today() + timedelta(days=9))
    sooner = moved(cast, working.park, until=clock.today() + timedelta(days=2))
    lines = marjan.get(LIST + "?stand=geparkeerd").context["lines"]
    assert [line.pk for line in lines] == [sooner.pk, later.pk]
    assert "geparkeerd tot" in lines[0].why


def test_a_filter_tells_how_many_there_are_and_leaves_out_the_rest(marjan: Client, cast: Cast) -> None:
    make_request(network=cast.meerlinden, kinds=("buddy",))
    for _number in range(2):
        make_request(network=cast.meerlinden, kinds=("respite-care",), urgency=Urgency.WEEK)
    answer = marjan.get(LIST + "?soort=respite-care")
    assert len(answer.context["lines"]) == 2
    kinds = {option.value: option.count for option in answer.context["filters"][0].options}
    assert kinds == {"buddy": 1, "respite-care": 2}
    urgencies = {option.value: option.count for option in answer.context["filters"][2].options}
    assert urgencies == {"week": 2}


@pytest.mark.parametrize(
    "odd", ["stand=x&soort=%00&haast=nu&zwaarte=99&buurt=;drop", "stand=afgesloten", "soort=" + "x" * 500]
)
def test_a_strange_address_gives_a_list(marjan: Client, cast: Cast, odd: str) -> None:
    moved(cast, working.close, outcome=Outcome.HELPED)
    assert marjan.get(f"{LIST}?{odd}").status_code == 200


def test_taking_from_the_list_stays_on_the_list_at_the_next_row(marjan: Client, cast: Cast) -> None:
    first, second = (make_request(network=cast.meerlinden) for _ in range(2))
    sent = {"lijst": "stand=nieuw&haast=can_wait", "volgende": str(second.pk)}
    answer = marjan.post(f"{LIST}{first.pk}/oppakken/", sent)
    assert answer.headers["Location"] == f"{LIST}?stand=nieuw&haast=can_wait#vraag-{second.pk}"
    with acting_for(cast.meerlinden.pk):
        assert HelpRequest.objects.get(pk=first.pk).taken_by == cast.marjan.pk


def test_the_list_can_be_taken_along_without_names_and_the_log_says_so(marjan: Client, cast: Cast) -> None:
    make_request(network=cast.meerlinden, person=a_side("Truus Zilver", words="Ik ben alleen."))
    book = openpyxl.load_workbook(io.BytesIO(marjan.get(LIST + "bestand/?stand=nieuw").content))
    cells = [str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert "niemand heeft dit opgepakt" in cells
    assert not [cell for cell in cells if "Truus" in cell or "alleen" in cell.split()]
    line = Entry.objects.get(event="helprequests.request.exported")
    assert (line.user_id, line.network_id, line.detail) == (cast.marjan.pk, cast.meerlinden.pk, "form=xlsx")


@pytest.mark.parametrize("name", ["henk", "samira", "ria", "karin", "bram", "tom"])
def test_only_who_keeps_this_front_door_sees_it(cast: Cast, name: str) -> None:
    request = make_request(network=cast.meerlinden)
    browser = as_person(cast.people[name])
    assert {browser.get(address).status_code for address in (LIST, f"{LIST}{request.pk}/", LIST + "bestand/")} == {404}


def test_a_request_of_another_network_is_not_found_here(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.oeverland)
    assert marjan.get(f"{LIST}{request.pk}/").status_code == 404
    assert marjan.post(f"{LIST}{request.pk}/oppakken/").status_code == 404


@pytest.mark.parametrize("address", [LIST, "/vandaag/"])
def test_two_thousand_open_items_cost_no_more_than_twelve_questions(marjan: Client, cast: Cast, address: str) -> None:
    request = make_request(network=cast.meerlinden)
    with acting_for(cast.meerlinden.pk):
        HelpRequest.objects.bulk_create(
            HelpRequest(
                id=ids.new_id(), network=cast.meerlinden, person_id=request.person_id, door="resident",
                kinds=["buddy"], state="taken" if number % 4 == 0 else "new", taken_by=cast.marjan.pk,
            )
            for number in range(2000)
        )  # fmt: skip
    marjan.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = marjan.get(address)
    assert len([one for one in asked if "SAVEPOINT" not in one["sql"]]) <= 12
    assert answer.status_code == 200
    assert len(answer.content) < 200_000
