"""The log as its keepers see it, and what it says about refused pages."""

import csv
import io
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenspel.accounts.models import User
from samenspel.audit import actions
from samenspel.audit.models import Entry
from samenspel.audit.rules import Action, Outcome
from samenspel.lib import clock, ids
from samenspel.networks.models import Organisation
from tests.cast import Cast, as_person
from tests.factories import make_organisation, make_user

LOG = "/logboek/"


def write(
    by: User | None = None,
    *,
    at: datetime | None = None,
    organisation: Organisation | None = None,
    event: str = "accounts.session.started",
    action: Action = Action.READ,
    outcome: Outcome = Outcome.SUCCESS,
) -> None:
    """A line as somebody else left it behind, at another moment if need be."""
    Entry.objects.create(
        at=at or clock.now(),
        event=event,
        action=action.value,
        outcome=outcome.value,
        user_id=by.pk if by else None,
        organisation_id=organisation.pk if organisation else None,
        roles="coordinator",
    )


def text_of(client: Client, address: str = LOG) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_privacy_officer_reads_who_did_what(cast: Cast) -> None:
    write(cast.henk, organisation=cast.huisvriend)
    page = text_of(as_person(cast.fatma))
    for word in ("Ingelogd", "Henk Postma", "Coördinator", "Stichting Huisvriend"):
        assert word in page


@pytest.mark.parametrize("name", ["marjan", "henk", "samira", "tom", "ria", "bram", "karin"])
@pytest.mark.parametrize("address", ["audit:log", "audit:file"])
def test_others_do_not_and_their_trying_is_written_down(cast: Cast, name: str, address: str) -> None:
    assert as_person(cast.people[name]).get(reverse(address)).status_code == 403
    refused = Entry.objects.get(event="audit.page.refused")
    assert (refused.user_id, refused.outcome, refused.object_type) == (cast.people[name].pk, "4", address)
    assert refused.permission == "permission:see_log"


def test_a_stranger_has_to_sign_in(cast: Cast) -> None:
    assert Client().get(LOG).status_code == 302


def test_looking_at_the_log_and_taking_it_along_are_lines_too(cast: Cast) -> None:
    client = as_person(cast.fatma)
    client.get(LOG)
    client.get(reverse("audit:file")).getvalue()
    seen = list(Entry.objects.filter(user_id=cast.fatma.pk).values_list("event", "action", "roles"))
    assert seen == [("audit.log.viewed", "R", "privacy_officer"), ("audit.log.exported", "E", "privacy_officer")]


def test_same_lines_of_one_day_stand_together(cast: Cast) -> None:
    noon = clock.now().replace(hour=11, minute=0)
    for minutes in (0, 10, 25):
        write(cast.henk, at=noon + timedelta(minutes=minutes) - timedelta(days=1))
    write(cast.henk, at=noon - timedelta(days=2))
    page = text_of(as_person(cast.fatma))
    assert page.count("Henk Postma") == 2
    assert "3 keer" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"samira", "henk", "joke"}),
        ("persoon={henk}", {"henk"}),
        ("organisatie={practice}", {"samira"}),
        ("soort=U", {"joke"}),
        ("afloop=4", {"samira"}),
        ("van={yesterday}&tot={yesterday}", {"karin"}),
        ("soort=D", set()),
    ],
)
def test_each_filter(cast: Cast, query: str, found: set[str]) -> None:
    today = clock.now()
    write(cast.henk, at=today, organisation=cast.huisvriend)
    write(cast.samira, at=today, organisation=cast.practice, outcome=Outcome.REFUSED)
    write(cast.joke, at=today, action=Action.UPDATE)
    write(cast.karin, at=today - timedelta(days=10))
    yesterday = clock.day_of(today - timedelta(days=10))
    query = query.format(henk=cast.henk.pk, practice=cast.practice.pk, yesterday=yesterday)
    page = text_of(as_person(cast.fatma), f"{LOG}?{query}")
    assert {name for name in ("henk", "samira", "joke", "karin") if cast.people[name].name in page} == found


def test_a_filter_also_finds_whose_data_it_was(cast: Cast) -> None:
    someone = ids.new_id()
    actions.record("networks.message.read", action=Action.READ, by=cast.henk.pk, subject_id=someone)
    assert "Henk Postma" in text_of(as_person(cast.fatma), f"{LOG}?persoon={someone}")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("persoon=henk", "Dit is geen nummer uit het logboek"),
        ("organisatie=1%00", "Dit is geen nummer uit het logboek"),
        ("van=2026-11-22&tot=2026-11-01", "De eerste dag ligt na de laatste dag"),
        ("van=2020-01-01&tot=2026-01-01", "hoogstens een jaar"),
        ("van=9999-99-99", "Dit is geen datum"),
        ("tot=0001-01-01", "te lang geleden"),
        ("soort=Q", "Kies een soort uit de lijst"),
        ("tot=2999-01-01", "nog niet geweest"),
    ],
)
@pytest.mark.parametrize("address", ["audit:log", "audit:file"])
def test_wrong_input_is_explained(cast: Cast, query: str, sentence: str, address: str) -> None:
    answer = as_person(cast.fatma).get(f"{reverse(address)}?{query}")
    assert answer.status_code in {200, 400}
    assert sentence in answer.content.decode()


def test_an_account_that_is_gone_says_so(cast: Cast) -> None:
    write(make_user(name="Weg Gegaan"))
    User.objects.filter(name="Weg Gegaan").delete()
    assert "Account bestaat niet meer" in text_of(as_person(cast.fatma))


def test_an_empty_period_says_what_to_do(cast: Cast) -> None:
    assert "Geen regels in deze periode" in text_of(as_person(cast.fatma), f"{LOG}?van=2020-01-01&tot=2020-01-02")


def test_the_file_holds_each_line_with_ids_and_no_names(cast: Cast) -> None:
    write(cast.henk, organisation=cast.huisvriend)
    write(cast.henk, organisation=cast.huisvriend)
    answer = as_person(cast.fatma).get(f"{reverse('audit:file')}?persoon={cast.henk.pk}")
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    assert [row["user_id"] for row in rows] == [str(cast.henk.pk)] * 2
    assert "Henk" not in str(rows)
    assert "attachment" in answer["Content-Disposition"]


def test_pages_follow_each_other(cast: Cast) -> None:
    for number in range(60):
        write(make_user(name=f"Mens {number:02}"))
    client = as_person(cast.fatma)
    first, second = text_of(client), text_of(client, f"{LOG}?page=2")
    assert "Pagina 1 van 2" in first
    assert first.count("Mens ") == 50
    assert second.count("Mens ") >= 10


def test_the_number_of_questions_does_not_grow(cast: Cast) -> None:
    client, counts = as_person(cast.fatma), []
    text_of(client)
    for number in (1, 2):
        for _ in range(number):
            write(make_user(), organisation=make_organisation())
        with CaptureQueriesContext(
            connection,
        ) as questions:
            text_of(client)
        counts.append(len(questions))
    assert counts[0] == counts[1] <= 30


def test_english(cast: Cast) -> None:
    client = as_person(cast.fatma)
    client.cookies["django_language"] = "en"
    page = text_of(client)
    assert "Log" in page
    assert "Logboek" not in page


def test_a_page_that_breaks_is_written_down(cast: Cast, settings: object) -> None:
    settings.ROOT_URLCONF = "tests.audit.broken_pages"  # type: ignore[attr-defined]
    client = as_person(cast.henk)
    client.raise_request_exception = False
    assert client.get("/stuk/").status_code == 500
    line = Entry.objects.get()
    assert (line.event, line.outcome, line.user_id) == ("audit.page.failed", "8", cast.henk.pk)


def test_what_is_not_there_or_not_for_you_counts_as_refused(cast: Cast, settings: object) -> None:
    settings.ROOT_URLCONF = "tests.audit.broken_pages"  # type: ignore[attr-defined]
    wanted = ids.new_id()
    assert as_person(cast.henk).get(f"/weg/{wanted}/").status_code == 404
    line = Entry.objects.get()
    assert (line.event, line.object_id, line.object_type) == ("audit.page.refused", wanted, "gone")


def test_a_public_page_that_is_not_there_is_no_line(cast: Cast) -> None:
    assert as_person(cast.henk).get("/bestaat-niet/").status_code == 404
    assert not Entry.objects.exists()
