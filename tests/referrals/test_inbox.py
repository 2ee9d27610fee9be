"""The inbox of an organisation: whose turn it is, decided in place, and only what may be known."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.accounts import roles
from samenspel.audit.models import Entry
from samenspel.lib.scope import acting_for
from samenspel.people.actions import consent as consents
from samenspel.people.models import Consent
from samenspel.people.rules import Purpose
from samenspel.referrals.actions import sending
from samenspel.referrals.actions.sending import From, To
from samenspel.referrals.models import Passed, Referral
from tests.cast import Cast, as_person
from tests.factories import give_role, make_user
from tests.helprequests.making import a_side, make_request
from tests.referrals.receiving import page_of, send_to, state_of

pytestmark = pytest.mark.django_db
INBOX = "/o/{}/verwijzingen/"
NAME = "Truus de Wit"


@pytest.fixture
def referral(cast: Cast) -> Referral:
    return send_to(cast, cast.huisvriend)


def inbox(cast: Cast, browser: Client, tab: str = "") -> str:
    return browser.get(INBOX.format(cast.huisvriend.slug) + tab).content.decode()


def test_the_list_shows_what_may_be_known_and_no_name(cast: Cast, referral: Referral) -> None:
    page = inbox(cast, as_person(cast.henk))
    assert "Wacht op ons (1)" in page
    assert "Netwerk Meerlinden" in page
    assert "65 tot en met 79 jaar" in page
    assert NAME not in page
    assert "veel alleen" not in page


def test_looking_at_the_page_changes_nothing_and_opening_it_does(cast: Cast, referral: Referral) -> None:
    henk = as_person(cast.henk)
    assert NAME not in henk.get(page_of(referral)).content.decode()
    assert state_of(referral) == "sent"
    henk.post(page_of(referral), {"do": "see"})
    assert state_of(referral) == "seen"


def test_deciding_in_the_list_goes_on_with_the_next(cast: Cast, referral: Referral) -> None:
    below, henk = send_to(cast, cast.huisvriend), as_person(cast.henk)
    said = {"do": "decline", "because": "no_room", "words": "", "next_row": str(below.pk)}
    answer = henk.post(page_of(referral), said)
    assert answer.headers["Location"] == INBOX.format(cast.huisvriend.slug) + f"#r-{below.pk}"
    assert "Wacht op ons (1)" in inbox(cast, henk)
    assert "Wij hebben nu geen plek" in inbox(cast, henk, "?tab=klaar")


def test_after_yes_one_knows_who_and_the_log_says_so(cast: Cast, referral: Referral) -> None:
    henk = as_person(cast.henk)
    page = henk.post(page_of(referral), {"do": "accept"}, follow=True).content.decode()
    assert NAME in page
    assert "Ik ben veel alleen." in page
    seen = Entry.objects.get(event="referrals.person.seen")
    assert (seen.subject_id, seen.user_id) == (referral.person_id, cast.henk.pk)


def test_the_carer_who_did_not_agree_stays_unknown(cast: Cast) -> None:
    carer = a_side("Anna Zorgt", phone="0698765432", words="Ik kan niet meer.", agreed=False)
    referral = send_to(cast, cast.huisvriend, carer=carer)
    page = as_person(cast.henk).post(page_of(referral), {"do": "accept"}, follow=True).content.decode()
    assert NAME in page
    assert "Anna Zorgt" not in page
    assert "Ik kan niet meer." not in page


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"do": "ask", "text": ""}, "Wat wilt u eerst weten?"),
        ({"do": "decline", "because": "", "words": "Wij zijn vol tot mei."}, "Wij zijn vol tot mei."),
        ({"do": "decline", "because": "hacked", "words": "Wij zijn vol."}, "Wij zijn vol."),
        ({"do": "ask", "text": "Haar BSN is 111222333, klopt dat?"}, "111222333"),
    ],
)
def test_a_wrong_form_keeps_what_was_typed_and_decides_nothing(
    cast: Cast, referral: Referral, said: dict[str, str], wrong: str
) -> None:
    answer = as_person(cast.henk).post(page_of(referral), said)
    assert wrong in answer.content.decode()
    assert state_of(referral) == "sent"


def test_a_colleague_was_first_and_nothing_typed_is_lost(cast: Cast, referral: Referral) -> None:
    colleague = make_user(name="Els Bos")
    give_role(colleague, roles.COORDINATOR, organisation=cast.huisvriend)
    as_person(colleague).post(page_of(referral), {"do": "accept"})
    said = {"do": "decline", "because": "no_room", "words": "Wij zijn vol tot mei."}
    answer = as_person(cast.henk).post(page_of(referral), said)
    page = answer.content.decode()
    assert (answer.status_code, state_of(referral)) == (409, "accepted")
    assert "Iemand was u voor" in page
    assert "Wij zijn vol tot mei." in page


def test_a_second_press_is_one_step(cast: Cast, referral: Referral) -> None:
    henk = as_person(cast.henk)
    answers = [henk.post(page_of(referral), {"do": "accept"}).status_code for _press in range(2)]
    assert answers == [302, 302]
    with acting_for(referral.network_id):
        assert Passed.objects.filter(referral=referral, step="accept").count() == 1


def test_consent_taken_back_is_said_in_words(cast: Cast, referral: Referral) -> None:
    with acting_for(referral.person_id):
        consents.withdraw(consent=Consent.objects.get(purpose=Purpose.SHARE.value), by=None)
    answer = as_person(cast.henk).post(page_of(referral), {"do": "accept"})
    assert "wil dit niet meer delen" in answer.content.decode()
    assert NAME not in answer.content.decode()


def test_what_stands_ready_for_later_is_not_there_yet(cast: Cast) -> None:
    first, second = cast.nursing, cast.huisvriend
    request = make_request(network=cast.meerlinden, share_with=(first, second))
    by = From(sender=None, user_id=cast.marjan.pk)
    with acting_for(cast.meerlinden.pk):
        ready = sending.send(request=request, to=[To(first), To(second)], by=by, once=uuid4())[1]
    henk = as_person(cast.henk)
    assert "Wacht op ons (0)" in inbox(cast, henk)
    assert henk.get(page_of(ready)).status_code == 404


@pytest.mark.parametrize("name", ["samira", "marjan", "ali", "ria"])
def test_nobody_else_finds_it(cast: Cast, referral: Referral, name: str) -> None:
    browser = as_person(cast.people[name])
    assert browser.get(page_of(referral)).status_code == 404
    assert browser.post(page_of(referral), {"do": "accept"}).status_code == 404
    assert state_of(referral) == "sent"


def test_the_front_door_answers_what_was_asked_back_and_sees_no_name_here(cast: Cast, referral: Referral) -> None:
    as_person(cast.henk).post(page_of(referral), {"do": "ask", "text": "Is er een lift?"})
    marjan, address = as_person(cast.marjan), f"/n/meerlinden/verwijzingen/{referral.pk}/"
    page = marjan.get(address).content.decode()
    assert "Is er een lift?" in page
    assert NAME not in page
    marjan.post(address, {"do": "accept"})
    assert state_of(referral) == "asked"
    marjan.post(address, {"do": "answer", "text": "Ja, tot de derde."})
    assert state_of(referral) == "answered"
    assert "Ja, tot de derde." in inbox(cast, as_person(cast.henk))


def test_a_sending_organisation_answers_too(cast: Cast) -> None:
    referral = send_to(cast, cast.huisvriend, sender=cast.practice)
    as_person(cast.henk).post(page_of(referral), {"do": "ask", "text": "Is er een lift?"})
    samira, address = as_person(cast.samira), f"/o/{cast.practice.slug}/verwijzingen/{referral.pk}/"
    assert "Is er een lift?" in samira.get(address).content.decode()
    samira.post(address, {"do": "answer", "text": "Ja."})
    assert state_of(referral) == "answered"


def test_to_the_end_the_loop_is_closed_and_the_page_shows_nobody_any_more(cast: Cast, referral: Referral) -> None:
    henk, address = as_person(cast.henk), page_of(referral)
    for said in ({"do": "accept"}, {"do": "start"}, {"do": "finish", "ending": "helped", "words": "Elke dinsdag."}):
        assert henk.post(address, said).status_code == 302
    page = henk.get(address).content.decode()
    assert "Klaar en teruggemeld" in page
    assert NAME not in page


def queries_of(look: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        look()
    return len(seen)


def test_a_longer_list_asks_no_more_of_the_database(cast: Cast, referral: Referral) -> None:
    henk = as_person(cast.henk)
    inbox(cast, henk)
    one = queries_of(lambda: inbox(cast, henk))
    for _more in range(2):
        send_to(cast, cast.huisvriend)
    assert queries_of(lambda: inbox(cast, henk)) == one
