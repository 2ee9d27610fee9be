"""The person hears every step by the way they chose, never more than they agreed to, and never twice."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.test.utils import override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.audit.models import Entry
from samenspel.helprequests.actions import working
from samenspel.helprequests.rules import Outcome
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.people.actions import consent as consents
from samenspel.people.actions import telling
from samenspel.people.models import Consent, OwnPage, Person, Telling
from samenspel.people.rules import News, ToldBy, mail_after, told_how
from samenspel.referrals.actions import answering
from samenspel.referrals.rules import Because, Ending
from tests.cast import Cast, as_person
from tests.factories import make_network
from tests.helprequests.making import a_side, make_request
from tests.mailbox import Mailbox
from tests.referrals.making import make_loop, send

pytestmark = pytest.mark.django_db
MAIL = "truus@voorbeeld.test"


def news_of(person_id: UUID) -> list[str]:
    with acting_for(person_id):
        return list(Telling.objects.filter(person=person_id).values_list("news", flat=True))


def mailed(person_id: UUID) -> int:
    """What the worker would send now."""
    waits = ProcrastinateJob.objects.filter(task_name=telling.TASK, args__person_id=str(person_id))
    number = waits.filter(status="todo").count()
    telling.tell_by_mail(person_id=person_id)
    waits.delete()
    return number


def test_every_step_that_matters_is_told_in_order() -> None:
    loop = make_loop(person=a_side(email=MAIL, told_by=ToldBy.EMAIL))
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        answering.see(referral=referral, by=loop.receiver)
        answering.accept(referral=referral, by=loop.receiver)
        answering.start(referral=referral, by=loop.receiver)
        answering.end(referral=referral, ending=Ending.HELPED, by=loop.receiver)
        answering.report(referral=referral, by=loop.receiver)
    with acting_for(loop.network.pk):
        loop.request.refresh_from_db()
        working.close(request=loop.request, outcome=Outcome.HELPED, by=loop.user_id)
    assert news_of(loop.request.person_id) == ["received", "sent", "accepted", "started", "ended", "closed"]


def test_when_nobody_is_left_the_person_hears_that_too() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        answering.decline(referral=referral, because=Because.NO_ROOM, by=loop.receiver)
    assert news_of(loop.request.person_id) == ["received", "sent", "nobody_yet"]


def test_a_day_of_news_is_one_mail_without_anything_about_the_person(mailbox: Mailbox) -> None:
    loop = make_loop(person=a_side(email=MAIL, told_by=ToldBy.EMAIL))
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        answering.accept(referral=referral, by=loop.receiver)
    assert mailed(loop.request.person_id) == 1
    telling.tell_by_mail(person_id=loop.request.person_id)
    (letter,) = mailbox.to(MAIL)
    assert "/mijn-vraag/" in letter.text
    for private in ("Truus", loop.receivers[0].name, "buddy", "maatje"):
        assert private not in letter.text + letter.subject


def test_the_receipt_goes_at_once_and_brings_the_link(mailbox: Mailbox) -> None:
    request = make_request(network=make_network(), person=a_side(email=MAIL))
    mailed(request.person_id)
    (letter,) = mailbox.to(MAIL)
    assert letter.subject == "Wij hebben uw vraag ontvangen"
    assert "/mijn-vraag/" in letter.text


def test_mails_are_a_day_apart() -> None:
    now = clock.now()
    assert mail_after(last=None, now=now) == timedelta(minutes=10)
    assert mail_after(last=now - timedelta(hours=1), now=now) == timedelta(hours=23)
    assert mail_after(last=now - timedelta(days=3), now=now) == timedelta(minutes=10)


@pytest.mark.parametrize("wish", list(ToldBy))
def test_what_is_not_possible_becomes_a_call(wish: ToldBy) -> None:
    nothing = told_how(wish, has_email=False, has_address=False, sends_sms=False)
    everything = told_how(wish, has_email=True, has_address=True, sends_sms=True)
    assert (nothing, everything) == (ToldBy.PHONE, wish)


def test_an_organisation_is_named_only_to_who_agreed_to_it() -> None:
    loop = make_loop(person=a_side("Truus"), carer=a_side("Anja"))
    send(loop)
    assert loop.request.carer_id
    for person_id, named in ((loop.request.person_id, True), (loop.request.carer_id, False)):
        with acting_for(person_id):
            told = Telling.objects.get(person=person_id, news=News.SENT.value)
        assert (told.organisation_id == loop.receivers[0].pk) is named


def test_a_mother_who_does_not_know_hears_nothing() -> None:
    request = make_request(network=make_network(), person=a_side("", agreed=False), carer=a_side("Anja"))
    assert news_of(request.person_id) == []
    assert request.carer_id
    assert news_of(request.carer_id) == ["received"]


def test_a_text_message_goes_out_only_with_a_sender() -> None:
    with override_settings(SMS_SENDER="tests.referrals.test_telling.ignore"):
        request = make_request(network=make_network(), person=a_side(told_by=ToldBy.SMS))
        telling.tell_by_mail(person_id=request.person_id)
    assert ProcrastinateJob.objects.filter(task_name="samenspel.lib.sms.send").count() == 1
    other = make_request(network=make_network(), person=a_side(told_by=ToldBy.SMS))
    with acting_for(other.person_id):
        assert Telling.objects.get().way == ToldBy.PHONE.value


def at_desk(cast: Cast, **side: object) -> tuple[Client, Person]:
    request = make_request(network=cast.meerlinden, person=a_side("Truus de Wit", **side))  # type: ignore[arg-type]
    return as_person(cast.marjan), Person(id=request.person_id, network=cast.meerlinden)


DESK = "/n/meerlinden/te-vertellen/"


def test_the_desk_names_nobody_and_the_page_of_one_person_does_and_is_logged(cast: Cast) -> None:
    marjan, truus = at_desk(cast)
    assert "Truus" not in marjan.get(DESK).content.decode()
    page = marjan.get(f"{DESK}{truus.pk}/").content.decode()
    assert "Truus de Wit" in page
    assert "Uw vraag is goed bij ons aangekomen." in page
    assert Entry.objects.filter(event="people.news.seen", subject_id=truus.pk, user_id=cast.marjan.pk).count() == 1


def test_ticking_off_and_taking_it_back(cast: Cast) -> None:
    marjan, truus = at_desk(cast)
    address = f"{DESK}{truus.pk}/"
    assert address in marjan.get(DESK).content.decode()
    marjan.post(f"{address}verteld/")
    assert address not in marjan.get(DESK).content.decode().replace(f"{address}niet-verteld/", "")
    marjan.post(f"{address}niet-verteld/")
    assert address in marjan.get(DESK).content.decode()


def test_a_letter_has_the_link_and_the_code_apart_and_the_code_opens_the_page(cast: Cast) -> None:
    marjan, truus = at_desk(cast, told_by=ToldBy.LETTER, address="Dorpsstraat 1")
    page = marjan.post(f"{DESK}{truus.pk}/brief/")
    html = page.content.decode()
    assert "<svg" in html
    first, second = html.split('<section class="letter">')[1:]
    address, digits = page.context["address"], page.context["digits"]
    assert (address in first, address in second, digits in first, digits in second) == (True, False, False, True)
    path = address.removeprefix("http://127.0.0.1:8000")
    browser = Client()
    browser.post(path, {"digits": digits})
    assert "Dag Truus de Wit" in browser.get(path).content.decode()
    with acting_for(truus.pk):
        assert OwnPage.objects.get().code_key == ""


def test_a_letter_code_lasts_fourteen_days_and_a_spoken_one_an_hour(cast: Cast) -> None:
    marjan, truus = at_desk(cast)
    for name, lasts in (("brief", timedelta(days=14)), ("code", timedelta(hours=1))):
        marjan.post(f"{DESK}{truus.pk}/{name}/")
        with acting_for(truus.pk):
            until = OwnPage.objects.get().code_until
        assert until
        assert abs(until - clock.now() - lasts) < timedelta(minutes=1)


def test_after_withdrawing_from_the_network_the_desk_has_nothing_of_this_person(cast: Cast) -> None:
    marjan, truus = at_desk(cast)
    with acting_for(truus.pk):
        consents.withdraw(consent=Consent.objects.get(), by=None)
    assert str(truus.pk) not in marjan.get(DESK).content.decode()
    for name in ("", "brief/", "code/", "verteld/"):
        answer = marjan.get(f"{DESK}{truus.pk}/") if not name else marjan.post(f"{DESK}{truus.pk}/{name}")
        assert answer.status_code == 404, name


def test_the_desk_of_another_network_and_an_organisation_stay_closed(cast: Cast) -> None:
    _marjan, truus = at_desk(cast)
    for outsider in (cast.karin, cast.henk, cast.tom):
        assert as_person(outsider).get(DESK).status_code == 404
        assert as_person(outsider).post(f"{DESK}{truus.pk}/code/").status_code == 404
