"""Nobody comes in with the link alone, with the code alone, too late, or by trying."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from samenspel.audit.models import Entry
from samenspel.audit.rules import Outcome
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.people.actions import ownpage
from samenspel.people.models import OwnPage, Person
from tests.factories import make_network
from tests.mailbox import Mailbox
from tests.people.making import make_person
from tests.referrals.own_page import Own, closed_page, code_for, link_of, open_page, page_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def truus() -> Person:
    """Somebody with a mail address."""
    return make_person(network=make_network(), name="Truus de Wit", email="truus@voorbeeld.test")


def change(person: Person, **values: object) -> None:
    with acting_for(person.pk):
        OwnPage.objects.filter(person=person).update(**values)


def test_link_and_code_from_the_mail_open_the_page(truus: Person, mailbox: Mailbox) -> None:
    own = closed_page(truus)
    assert "Truus" not in own.page()
    own.send("mine_code")
    own.send(digits=mailbox.code_to("truus@voorbeeld.test"))
    assert "Dag Truus de Wit" in own.page()


def test_the_code_mail_says_neither_who_nor_what(truus: Person, mailbox: Mailbox) -> None:
    closed_page(truus).send("mine_code")
    (letter,) = mailbox.to("truus@voorbeeld.test")
    assert "Truus" not in letter.text + letter.subject
    assert "mijn-vraag" not in letter.text


def test_nothing_about_the_person_stands_in_the_address_or_the_database(truus: Person) -> None:
    digits = code_for(truus)
    assert truus.pk.hex not in link_of(truus)
    with acting_for(truus.pk), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(p)::text FROM people_ownpage p")
        assert digits not in cursor.fetchone()[0]


def test_a_code_works_once(truus: Person) -> None:
    own, digits = closed_page(truus), code_for(truus)
    assert own.send(digits=digits).status_code == 302
    again = Own(Client(), own.token)
    assert "werkt niet meer" in again.send(digits=digits).content.decode()
    assert "Truus" not in again.page()


def test_five_wrong_tries_use_the_code_up(truus: Person) -> None:
    own, digits = closed_page(truus), code_for(truus)
    wrong = f"{(int(digits) + 1) % 1_000_000:06}"
    for _try in range(5):
        assert "klopt niet" in own.send(digits=wrong).content.decode()
    assert "werkt niet meer" in own.send(digits=digits).content.decode()
    refused = Entry.objects.filter(event="people.page.refused", subject_id=truus.pk)
    assert {one.outcome for one in refused} == {Outcome.REFUSED.value}
    assert refused.count() == 6


def test_a_code_ends(truus: Person) -> None:
    own, digits = closed_page(truus), code_for(truus)
    change(truus, code_until=clock.now() - timedelta(seconds=1))
    assert "werkt niet meer" in own.send(digits=digits).content.decode()


def test_a_new_code_makes_the_one_before_void(truus: Person) -> None:
    own, first = closed_page(truus), code_for(truus)
    second = code_for(truus)
    if first != second:
        assert "klopt niet" in own.send(digits=first).content.decode()
    assert own.send(digits=second).status_code == 302


def test_the_code_of_one_person_does_not_open_the_page_of_another(truus: Person) -> None:
    anja = make_person(network=truus.network, name="Anja")
    own = closed_page(truus)
    code_for(truus)
    assert own.send(digits=code_for(anja)).status_code == 200
    assert "Truus" not in own.page()


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "x" * 5000])
def test_what_is_no_code_is_said_at_the_field(truus: Person, typed: str) -> None:
    own = closed_page(truus)
    code_for(truus)
    page = own.send(digits=typed)
    assert page.status_code == 200
    assert page.context["form"].errors["digits"]
    assert page_row(truus).tries_left == 5


def test_a_code_may_be_typed_with_a_space(truus: Person) -> None:
    own, digits = closed_page(truus), code_for(truus)
    assert own.send(digits=f" {digits[:3]} {digits[3:]}").status_code == 302


def test_the_page_closes_after_half_an_hour(truus: Person) -> None:
    own = open_page(truus)
    assert "Truus" in own.page()
    change(truus, open_until=clock.now() - timedelta(seconds=1))
    assert "Truus" not in own.page()


def test_the_page_is_open_in_one_browser_only(truus: Person) -> None:
    own = open_page(truus)
    assert "Truus" not in Own(Client(), own.token).page()
    elsewhere = open_page(truus)
    assert "Truus" in elsewhere.page()
    assert "Truus" not in own.page()


def test_closing_closes(truus: Person) -> None:
    own = open_page(truus)
    own.send("mine_shut")
    assert "Truus" not in own.page()


def test_old_links_lead_nowhere_after_renewing(truus: Person, mailbox: Mailbox) -> None:
    own = open_page(truus)
    answer = own.send("mine_renew")
    assert "Deze link werkt niet meer" in own.page()
    assert answer.headers["Location"] in mailbox.to("truus@voorbeeld.test")[-1].text
    assert "Uw code" in own.client.get(answer.headers["Location"]).content.decode()
    assert "Truus" not in own.client.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize("token", ["x", "WyJhIiwxXQ:1abc:def", "é", "a" * 2000, "%00"])
@pytest.mark.parametrize("name", ["mine", "mine_paper", "mine_file", "mine_details", "mine_stop_all", "mine_log"])
def test_a_forged_link_gives_one_friendly_page(client: Client, db: None, name: str, token: str) -> None:
    page = client.get(Own(client, token).address(name))
    assert page.status_code == 200
    assert "Deze link werkt niet meer" in page.content.decode()


@pytest.mark.parametrize(
    "name", ["mine_paper", "mine_file", "mine_details", "mine_stop_all", "mine_log", "mine_forget"]
)
def test_every_page_behind_the_code_asks_for_it(truus: Person, name: str) -> None:
    own = closed_page(truus)
    answer = own.client.get(own.address(name))
    assert answer.headers["Location"] == own.address()
    assert "Truus" not in answer.content.decode()


@pytest.mark.parametrize("name", ["mine_stop", "mine_stop_all", "mine_details", "mine_forget", "mine_renew"])
def test_nothing_changes_with_the_link_alone(truus: Person, name: str) -> None:
    before = link_of(truus)
    closed_page(truus).send(
        name, name="Overgenomen", told_by="phone", phone="0612345678", receiver=str(truus.network_id)
    )
    with acting_for(truus.pk):
        now = Person.objects.get()
    assert (now.name, now.delete_asked_at, link_of(truus)) == ("Truus de Wit", None, before)


def test_nothing_stays_behind_in_the_browser_or_goes_along(truus: Person) -> None:
    own = open_page(truus)
    answer = own.client.get(own.address())
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    cookie = own.client.cookies["samenspel_mijn"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/mijn-vraag/")


def test_who_has_no_mail_is_told_so_without_saying_more(client: Client) -> None:
    own = closed_page(make_person(network=make_network(), name="Truus"))
    own.send("mine_code")
    assert "geen code mailen" in own.page()


def test_asking_for_codes_has_an_end(truus: Person, mailbox: Mailbox) -> None:
    own = closed_page(truus)
    answers = [own.send("mine_code").status_code for _time in range(5)]
    assert answers == [302, 302, 302, 429, 429]
    assert len(mailbox.to("truus@voorbeeld.test")) == 3


def test_the_database_keeps_a_code_and_an_opening_with_their_ends(truus: Person) -> None:
    page_row(truus)
    for broken in ({"code_key": "a"}, {"open_key": "a"}, {"open_until": clock.now()}):
        with pytest.raises(IntegrityError, match="own_page"), transaction.atomic():
            change(truus, **broken)


def test_the_row_of_the_page_is_not_seen_from_the_network(truus: Person) -> None:
    ownpage_id = page_row(truus).pk
    with acting_for(truus.network_id):
        assert not OwnPage.objects.filter(pk=ownpage_id).exists()
        assert not ownpage.is_open(page_row(truus), key="x")
