"""The published register and what was tidied up."""

from html import unescape

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from samenspel.privacy import register
from samenspel.privacy.models import RetentionRun
from samenspel.privacy.rules import About
from tests.cast import Cast, as_person

RUNS = "/privacy/opgeruimd/"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "en"])
def test_everyone_reads_everything_that_is_kept_about_people(language: str) -> None:
    client = Client()
    client.cookies["django_language"] = language
    page = unescape(client.get("/privacy/").content.decode())
    for table in register.current().tables:
        assert table.what[language] in page
        if table.abouts != {About.NONE}:
            assert table.why[language] in page
            assert all(rule.says[language] in page for rule in table.rules)
    assert ("Uw rechten" in page, "Your rights" in page) == (language == "nl", language == "en")


@pytest.mark.django_db
@override_settings(PRIVACY_CONTACT="privacy@voorbeeld.test")
def test_the_page_says_whom_to_ask() -> None:
    assert "mailto:privacy@voorbeeld.test" in Client().get("/privacy/").content.decode()


@pytest.mark.django_db
@override_settings(PRIVACY_CONTACT="")
def test_without_an_address_the_page_still_says_whom_to_ask() -> None:
    page = Client().get("/privacy/").content.decode()
    assert "mailto:" not in page
    assert "Vraag het aan de organisatie" in page


def write(count: int = 3) -> None:
    RetentionRun.objects.create(table="networks_message", rule="delete:closed_at+730d", count=count)
    RetentionRun.objects.create(rule=RetentionRun.NIGHT, count=count)


def test_the_privacy_officer_sees_what_disappeared(cast: Cast) -> None:
    write()
    page = as_person(cast.fatma).get(RUNS).content.decode()
    assert "Berichten aan een netwerk" in page
    assert "De hele nacht bij elkaar" in page


def test_before_the_first_night_the_page_says_so(cast: Cast) -> None:
    assert "Er is nog niets opgeruimd" in as_person(cast.fatma).get(RUNS).content.decode()


@pytest.mark.parametrize("name", ["marjan", "henk", "samira", "tom", "ria", "bram", "karin"])
def test_others_do_not(cast: Cast, name: str) -> None:
    assert as_person(cast.people[name]).get(RUNS).status_code == 403


def test_a_stranger_has_to_sign_in(cast: Cast) -> None:
    assert Client().get(RUNS).status_code == 302


def test_the_number_of_questions_does_not_grow(cast: Cast) -> None:
    client, counts = as_person(cast.fatma), []
    client.get(RUNS)
    for more in (1, 2):
        for _ in range(more):
            write()
        with CaptureQueriesContext(connection) as questions:
            client.get(RUNS)
        counts.append(len(questions))
    assert counts[0] == counts[1] <= 30
