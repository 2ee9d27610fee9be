"""P0.16, P3.10: anyone writes, and the people of the place answer."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from tests.cast import Cast, as_person
from tests.mailbox import Mailbox
from tests.networks.writing import LETTER, marked, messages_at, write

pytestmark = pytest.mark.django_db
CONTACT = "/n/meerlinden/contact/"
ADVISER = "/n/meerlinden/adviseur/"


def test_a_resident_writes_and_hears_what_happens_next(cast: Cast, mailbox: Mailbox) -> None:
    answer = Client().post(CONTACT, LETTER, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [("/n/meerlinden/contact/verstuurd/", 302)]
    assert "binnen 3 werkdagen antwoord" in page
    (message,) = messages_at(cast.meerlinden)
    assert (message.sender_name, message.text) == ("Truus Visser", "Mijn moeder is veel alleen.")
    (letter,) = mailbox.to("truus@voorbeeld.test")
    assert "alleen" not in letter.text + letter.subject
    assert "Truus" not in letter.text + letter.subject
    assert Entry.objects.get(event="networks.message.sent").object_id == message.pk


def test_an_adviser_calls_back_at_the_asked_time(cast: Cast) -> None:
    refused = Client().post(ADVISER, LETTER).content.decode()
    assert 'id="id_phone_error"' in refused
    assert 'id="id_call_when_error"' in refused
    write(ADVISER, phone="06 12345678", call_when="dinsdag na 14 uur", email="")
    (message,) = messages_at(cast.meerlinden)
    page = as_person(cast.marjan).get(f"/berichten/{message.pk}/").content.decode()
    assert "dinsdag na 14 uur" in page
    assert "tel:0612345678" in page
    assert "adviseur" in page


def test_writing_to_one_organisation_reaches_only_that_one(cast: Cast) -> None:
    write(f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/contact/")
    assert "Stichting Huisvriend" in as_person(cast.henk).get("/berichten/").content.decode()
    for person in (cast.marjan, cast.samira, cast.ali, cast.karin):
        assert "Huisvriend" not in as_person(person).get("/berichten/").content.decode().split("<main")[1]


def test_where_nobody_answers_the_page_says_how_else(cast: Cast) -> None:
    page = Client().get(f"/n/meerlinden/organisaties/{cast.municipality.slug}/contact/").content.decode()
    assert "Schrijven kan hier nog niet" in page
    assert "<textarea" not in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "\u202e\u200b\x00"),
        ("email", "geen adres"),
        ("phone", "bel maar"),
        ("text", ""),
        ("text", "Mijn BSN is 111.222.333"),
        ("text", "x" * 100_000),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_the_rest_stays(cast: Cast, field: str, value: str) -> None:
    answer = Client().post(CONTACT, LETTER | {"phone": "0612345678"} | {field: value})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="id_{field}_error"' in page
    assert ("truus@voorbeeld.test" if field != "email" else "moeder") in page
    assert messages_at(cast.meerlinden) == []


def test_without_address_and_number_nobody_can_answer(cast: Cast) -> None:
    answer = Client().post(CONTACT, LETTER | {"email": ""})
    assert "Anders kunnen wij niet antwoorden" in answer.content.decode()


def test_a_second_press_gives_one_message_and_other_words_another(cast: Cast, mailbox: Mailbox) -> None:
    browser = Client()
    sent = LETTER | {"once": marked(browser, CONTACT)}
    for _press in range(2):
        assert browser.post(CONTACT, sent).status_code == 302
    assert len(messages_at(cast.meerlinden)) == 1
    assert len(mailbox.to("truus@voorbeeld.test")) == 1
    browser.post(CONTACT, sent | {"text": "En nog iets."})
    assert len(messages_at(cast.meerlinden)) == 2


def test_a_mark_that_somebody_made_up_costs_nobody_a_message(cast: Cast) -> None:
    for mark in ("", "zelf bedacht", "x" * 5000, "01920000-0000-7000-8000-000000000000"):
        cache.clear()
        write(once=mark)
    assert len(messages_at(cast.meerlinden)) == 4


def test_whoever_writes_too_often_waits(cast: Cast) -> None:
    statuses = [Client().post(CONTACT, LETTER).status_code for _time in range(7)]
    assert statuses[:5] == [302] * 5
    assert statuses[-1] == 429


def test_the_inbox_shows_the_oldest_first_without_names(cast: Cast) -> None:
    write(text="eerste")
    write(text="tweede")
    page = as_person(cast.marjan).get("/berichten/").content.decode()
    first, second = (page.index(str(message.pk)) for message in messages_at(cast.meerlinden))
    assert first < second
    assert "Truus" not in page
    assert "kwam vandaag" in page


@pytest.mark.parametrize("state", ["new", "taken", "answered", "closed", "onzin"])
def test_the_inbox_can_be_filtered(cast: Cast, state: str) -> None:
    write()
    page = as_person(cast.marjan).get("/berichten/", {"stand": state}).content.decode()
    shown = str(messages_at(cast.meerlinden)[0].pk) in page
    assert shown == (state in {"new", "onzin"})
    assert ("Geen berichten in deze stand" in page) == (state in {"taken", "answered", "closed"})


def test_one_message_or_three_cost_the_same_few_questions(cast: Cast) -> None:
    browser = as_person(cast.marjan)
    counts = []
    for more in (1, 2):
        for number in range(more):
            write(text=f"Vraag {more} {number}")
        browser.get("/berichten/")
        with CaptureQueriesContext(connection) as asked:
            browser.get("/berichten/")
        counts.append(len(asked))
    assert counts[0] == counts[1] < 15


def test_reading_a_message_leaves_a_line_in_the_log(cast: Cast) -> None:
    write()
    (message,) = messages_at(cast.meerlinden)
    as_person(cast.marjan).get(f"/berichten/{message.pk}/")
    entry = Entry.objects.get(event="networks.message.read")
    assert (entry.user_id, entry.object_id, entry.network_id) == (cast.marjan.pk, message.pk, cast.meerlinden.pk)


def test_an_answer_goes_by_mail_in_the_language_of_who_wrote(cast: Cast, mailbox: Mailbox) -> None:
    write()
    (message,) = messages_at(cast.meerlinden)
    browser, address = as_person(cast.marjan), f"/berichten/{message.pk}/"
    data = {"channel": "mail", "text": "Wij komen graag langs.", "once": marked(browser, address)}
    for _press in range(2):
        page = browser.post(f"{address}antwoord/", data, follow=True).content.decode()
        assert "Uw antwoord is verstuurd." in page
    _receipt, answer = mailbox.to("truus@voorbeeld.test")
    assert "Wij komen graag langs." in answer.text
    for private in ("Truus", "moeder", "Marjan"):
        assert private not in answer.text + answer.subject
    assert "Beantwoord" in browser.get(address).content.decode()


def test_a_call_is_noted_and_mailed_to_nobody(cast: Cast, mailbox: Mailbox) -> None:
    write(email="", phone="0300 123456")
    (message,) = messages_at(cast.meerlinden)
    browser, address = as_person(cast.marjan), f"/berichten/{message.pk}/"
    assert 'value="mail"' not in browser.get(address).content.decode()
    assert browser.post(f"{address}antwoord/", {"channel": "mail", "text": "x"}).status_code == 200
    page = browser.post(f"{address}antwoord/", {"channel": "phone", "text": "Zij belt terug."}, follow=True)
    assert "Zij belt terug." in page.content.decode()
    assert mailbox.letters() == []


def test_nothing_is_closed_silently_and_closing_can_be_undone(cast: Cast) -> None:
    write()
    (message,) = messages_at(cast.meerlinden)
    browser, address = as_person(cast.marjan), f"/berichten/{message.pk}/"
    refused = browser.post(f"{address}sluiten/", {"reason": " "}).content.decode()
    assert "Er is nog geen antwoord gegeven" in refused
    closed = browser.post(f"{address}sluiten/", {"reason": "Reclame"}, follow=True).content.decode()
    assert f"{address}heropenen/" in closed
    assert "Reclame" in closed
    assert "staat weer open" in browser.post(f"{address}heropenen/", follow=True).content.decode()
    assert messages_at(cast.meerlinden)[0].taken_by == cast.marjan.pk


def test_taking_and_handing_back(cast: Cast) -> None:
    write()
    (message,) = messages_at(cast.meerlinden)
    browser, address = as_person(cast.marjan), f"/berichten/{message.pk}/"
    assert "U bent aan zet." in browser.post(f"{address}oppakken/", follow=True).content.decode()
    assert "was u net voor" in browser.post(f"{address}oppakken/", follow=True).content.decode()
    assert "Wie pakt het op?" in browser.post(f"{address}teruggeven/", follow=True).content.decode()


def test_nobody_elsewhere_reads_or_changes_it(cast: Cast) -> None:
    write()
    (message,) = messages_at(cast.meerlinden)
    steps = ("oppakken/", "teruggeven/", "antwoord/", "sluiten/", "heropenen/")
    for person in (cast.ali, cast.karin, cast.henk, cast.samira):
        browser = as_person(person)
        answers = [browser.get(f"/berichten/{message.pk}/")]
        answers += [browser.post(f"/berichten/{message.pk}/{step}", {"text": "x", "reason": "x"}) for step in steps]
        assert {answer.status_code for answer in answers} == {404}
        assert not any("moeder" in answer.content.decode() for answer in answers)
    assert {as_person(one).get(f"/berichten/{message.pk}/").status_code for one in (cast.ria, cast.tom)} == {403}
    assert Client().get(f"/berichten/{message.pk}/").status_code == 302
    assert messages_at(cast.meerlinden)[0].state == "new"
