"""Answering without an account: the link alone opens nothing, and somebody who got hold of it learns nothing."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from samenspel.audit.models import Entry
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.referrals import links
from samenspel.referrals.actions import sending
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.links import Purpose
from samenspel.referrals.models import AnswerDoor, Passed, Referral
from samenspel.referrals.rules import MOST_TRIES, Side
from tests.cast import Cast
from tests.mailbox import Mailbox
from tests.referrals.receiving import KNOWN_ADDRESS, known_at, link_to, send_to, state_of, through_the_door

pytestmark = pytest.mark.django_db
NAME = "Truus de Wit"
GONE = "Deze link werkt niet meer"


@pytest.fixture
def referral(cast: Cast) -> Referral:
    known_at(cast.nursing)
    return send_to(cast, cast.nursing)


def shown(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


def test_the_link_alone_shows_no_more_than_which_organisation(referral: Referral) -> None:
    page = shown(Client(), link_to(referral))
    assert "Meerzorg Wijkverpleging" in page
    assert not {word for word in (NAME, "80 jaar", "65 tot", "buddy", "0612345678") if word in page}


def test_opening_the_link_sends_nothing_and_changes_nothing(referral: Referral, mailbox: Mailbox) -> None:
    Client().get(link_to(referral))
    assert mailbox.to(KNOWN_ADDRESS) == []
    assert state_of(referral) == "sent"


def test_with_the_code_one_accepts_and_then_knows_who_it_is(referral: Referral, mailbox: Mailbox) -> None:
    browser, address = Client(), link_to(referral)
    inside = through_the_door(browser, address, mailbox)
    assert "Pas als u de verwijzing aanneemt" in inside
    assert NAME not in inside
    after = browser.post(address, {"do": "accept"}, follow=True).content.decode()
    assert NAME in after
    assert "06" in after
    with acting_for(referral.network_id):
        assert Passed.objects.filter(step="accept", by=None, by_link=True).count() == 1
    looked = Entry.objects.get(event="referrals.person.seen")
    assert (looked.subject_id, looked.detail, looked.user_id) == (referral.person_id, "method=link", None)


def test_the_mail_with_the_code_says_nothing_about_anybody(referral: Referral, mailbox: Mailbox) -> None:
    Client().post(link_to(referral), {"do": "send"})
    (letter,) = mailbox.to(KNOWN_ADDRESS)
    assert NAME not in letter.text + letter.subject
    with acting_for(referral.receiver_id):
        assert mailbox.code_to(KNOWN_ADDRESS) not in AnswerDoor.objects.get().code_mark


@pytest.mark.parametrize("change", ["x", "", ":", "A"])
def test_a_forged_link_is_gone(referral: Referral, change: str) -> None:
    forged = signing.dumps([referral.pk.hex, referral.receiver_id.hex, "decide"], salt="something.else")
    address = reverse("referrals:answer", args=[forged + change])
    answer = Client().get(address)
    assert (answer.status_code, GONE in answer.content.decode()) == (404, True)


def test_a_link_for_another_organisation_is_gone(referral: Referral, cast: Cast) -> None:
    said = [referral.pk.hex, cast.huisvriend.pk.hex, Purpose.DECIDE.value]
    address = reverse("referrals:answer", args=[signing.dumps(said, salt=links.SALT)])
    assert GONE in Client().get(address).content.decode()
    assert GONE in Client().post(address, {"do": "send"}).content.decode()


def test_after_eight_days_the_link_is_gone(referral: Referral, settings: object) -> None:
    settings.REFERRAL_LINK_DAYS = 0  # type: ignore[attr-defined]
    assert GONE in Client().get(link_to(referral)).content.decode()


def test_too_many_tries_close_the_door_also_for_the_right_code(referral: Referral, mailbox: Mailbox) -> None:
    browser, address = Client(), link_to(referral)
    browser.post(address, {"do": "send"})
    right = mailbox.code_to(KNOWN_ADDRESS)
    wrong = "000000" if right != "000000" else "000001"
    for _try in range(MOST_TRIES):
        assert "klopt niet" in browser.post(address, {"do": "open", "code": wrong}).content.decode()
    assert "klopt niet" in browser.post(address, {"do": "open", "code": right}).content.decode()
    assert Entry.objects.filter(event="referrals.door.tried", outcome="4").count() == MOST_TRIES + 1


def test_codes_are_not_sent_without_end(referral: Referral, mailbox: Mailbox) -> None:
    answers = [Client().post(link_to(referral), {"do": "send"}).status_code for _time in range(7)]
    assert 429 in answers
    assert len(mailbox.to(KNOWN_ADDRESS)) == 5


def test_a_code_is_for_the_browser_that_asked_for_it(referral: Referral, mailbox: Mailbox) -> None:
    Client().post(link_to(referral), {"do": "send"})
    other = Client()
    other.post(link_to(referral), {"do": "open", "code": mailbox.code_to(KNOWN_ADDRESS)})
    assert "Stuur mij een code" in shown(other, link_to(referral))


@pytest.mark.parametrize(("column", "minutes"), [("asked_at", 16), ("opened_at", 31)])
def test_an_old_code_opens_nothing_and_an_opened_page_closes(
    referral: Referral, mailbox: Mailbox, column: str, minutes: int
) -> None:
    browser, address = Client(), link_to(referral)
    browser.post(address, {"do": "send"})
    code = mailbox.code_to(KNOWN_ADDRESS)
    with acting_for(referral.receiver_id):
        AnswerDoor.objects.update(**{column: clock.now() - timedelta(minutes=minutes)})
    browser.post(address, {"do": "open", "code": code})
    assert "Aannemen" not in shown(browser, address)
    browser.post(address, {"do": "accept"})
    assert state_of(referral) == "sent"


def test_an_open_door_opens_no_other_referral(referral: Referral, cast: Cast, mailbox: Mailbox) -> None:
    other = send_to(cast, cast.nursing)
    browser = Client()
    through_the_door(browser, link_to(referral), mailbox)
    for cookie in browser.cookies.values():
        cookie["path"] = "/"
    assert "Stuur mij een code" in shown(browser, link_to(other))
    browser.post(link_to(other), {"do": "accept"})
    assert state_of(other) == "sent"


def test_after_the_decision_the_link_only_reads_back(referral: Referral, mailbox: Mailbox) -> None:
    browser, address = Client(), link_to(referral)
    through_the_door(browser, address, mailbox)
    browser.post(address, {"do": "accept"})
    for deed in ("decline", "ask", "start", "finish"):
        browser.post(address, {"do": deed, "because": "no_room", "text": "?", "ending": "helped"})
    assert state_of(referral) == "accepted"
    assert "Stuur mij een code" in shown(Client(), address)


def test_after_withdrawal_the_link_shows_nobody_and_decides_nothing(
    referral: Referral, cast: Cast, mailbox: Mailbox
) -> None:
    browser, address = Client(), link_to(referral)
    through_the_door(browser, address, mailbox)
    browser.post(address, {"do": "accept"})
    with acting_for(cast.meerlinden.pk):
        now = Referral.objects.get(pk=referral.pk)
        sending.withdraw(referral=now, by=Actor(Side.SENDER, cast.marjan.pk))
    page = shown(browser, address)
    assert "Ingetrokken" in page
    assert NAME not in page
    assert "Aannemen" not in page


def test_a_second_press_by_link_is_one_answer(referral: Referral, mailbox: Mailbox) -> None:
    browser, address = Client(), link_to(referral)
    through_the_door(browser, address, mailbox)
    said = {"do": "decline", "because": "no_room", "words": "Volgende maand wel."}
    first, again = browser.post(address, said), browser.post(address, said)
    assert (first.status_code, again.status_code) == (302, 302)
    with acting_for(referral.network_id):
        assert Passed.objects.filter(referral=referral, step="decline").count() == 1


def test_a_link_to_follow_tells_how_it_went_and_decides_nothing(referral: Referral, mailbox: Mailbox) -> None:
    first = Client()
    through_the_door(first, link_to(referral), mailbox)
    first.post(link_to(referral), {"do": "accept"})
    browser, address = Client(), link_to(referral, Purpose.FOLLOW)
    assert NAME in through_the_door(browser, address, mailbox)
    browser.post(address, {"do": "finish", "ending": "helped", "words": "Elke dinsdag koffie."})
    assert state_of(referral) == "reported"
    assert NAME not in shown(browser, address)
