"""Mails about referrals: bundled, soon the first time, without names; reminders to whose turn it is; and expiry."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.referrals import emails, tasks
from samenspel.referrals.actions import answering, sending
from samenspel.referrals.actions.sending import From, To
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import Because, Side
from tests.cast import Cast
from tests.helprequests.making import make_request
from tests.mailbox import Mailbox
from tests.referrals.receiving import KNOWN_ADDRESS, known_at, send_to, state_of

pytestmark = pytest.mark.django_db
RECEIVER = Actor(Side.RECEIVER, by_link=True)


def notices() -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(task_name=emails.TELL_TASK).order_by("id"))


def deliver() -> None:
    """Do what the worker would: every notice that waits now."""
    waiting = notices()
    ProcrastinateJob.objects.filter(pk__in=[one.pk for one in waiting]).delete()
    for one in waiting:
        tasks.tell(**one.args)


def let_wait(referral: Referral, *, days: int) -> None:
    before = clock.now() - timedelta(days=days)
    with acting_for(referral.network_id):
        Referral.objects.filter(pk=referral.pk).update(turn_since=before, sent_at=before)


def test_several_at_once_are_one_notice_soon(cast: Cast, mailbox: Mailbox) -> None:
    for _number in range(3):
        send_to(cast, cast.huisvriend)
    (notice,) = notices()
    assert notice.scheduled_at
    assert timedelta(minutes=5) < notice.scheduled_at - clock.now() < timedelta(minutes=15)
    deliver()
    (letter,) = mailbox.to(cast.henk.email)
    assert "3 verwijzingen" in letter.subject
    assert "Truus" not in letter.text


def test_the_rest_of_the_day_waits_for_the_morning(cast: Cast, mailbox: Mailbox) -> None:
    send_to(cast, cast.huisvriend)
    deliver()
    send_to(cast, cast.huisvriend)
    (notice,) = notices()
    assert notice.scheduled_at
    assert notice.scheduled_at.astimezone(clock.AMSTERDAM).hour == emails.MORNING.hour
    deliver()
    assert len(mailbox.to(cast.henk.email)) == 2


def test_with_nothing_new_there_is_no_mail_and_no_end_of_notices(cast: Cast, mailbox: Mailbox) -> None:
    send_to(cast, cast.huisvriend)
    deliver()
    with acting_for(cast.meerlinden.pk):
        Referral.objects.update(turn_since=clock.now() - timedelta(hours=2))
    deliver()
    assert notices() == []
    assert len(mailbox.to(cast.henk.email)) == 1


def test_where_nobody_can_sign_in_the_known_address_gets_a_link_for_each(cast: Cast, mailbox: Mailbox) -> None:
    known_at(cast.municipality)
    for _number in range(2):
        send_to(cast, cast.municipality)
    deliver()
    (letter,) = mailbox.to(KNOWN_ADDRESS)
    assert letter.text.count("/antwoord/") == 2
    assert not {word for word in ("Truus", "0612345678", "alleen", "ouder") if word in letter.text}


def test_where_somebody_can_sign_in_no_link_goes_out(cast: Cast, mailbox: Mailbox) -> None:
    known_at(cast.huisvriend)
    send_to(cast, cast.huisvriend)
    deliver()
    assert mailbox.to(KNOWN_ADDRESS) == []
    assert "/antwoord/" not in mailbox.to(cast.henk.email)[0].text


def test_nothing_is_told_of_what_was_rolled_back(cast: Cast) -> None:
    with transaction.atomic():
        send_to(cast, cast.huisvriend)
        transaction.set_rollback(True)
    assert notices() == []
    with acting_for(cast.meerlinden.pk):
        assert not Referral.objects.exists()


def test_the_front_door_hears_what_was_decided(cast: Cast, mailbox: Mailbox) -> None:
    referral = send_to(cast, cast.huisvriend)
    deliver()
    with acting_for(cast.huisvriend.pk):
        answering.decline(referral=referral, because=Because.NO_ROOM, by=RECEIVER)
    deliver()
    subjects = [letter.subject for letter in mailbox.to(cast.marjan.email)]
    assert "Er is nieuws over 1 verwijzing van u" in subjects


def test_what_stands_ready_and_is_withdrawn_is_told_to_nobody(cast: Cast, mailbox: Mailbox) -> None:
    request = make_request(network=cast.meerlinden, share_with=(cast.nursing, cast.huisvriend))
    by = From(sender=None, user_id=cast.marjan.pk)
    with acting_for(cast.meerlinden.pk):
        ready = sending.send(request=request, to=[To(cast.nursing), To(cast.huisvriend)], by=by, once=uuid4())[1]
        sending.withdraw(referral=ready, by=Actor(Side.SENDER, cast.marjan.pk))
    deliver()
    assert mailbox.to(cast.henk.email) == []


def reminders() -> list[tuple[str, UUID]]:
    return [(one.args["side"], UUID(one.args["place_id"])) for one in notices() if one.args["what"] == emails.REMINDER]


def test_after_ten_days_whose_turn_it_is_is_reminded_once(cast: Cast, mailbox: Mailbox) -> None:
    referral = send_to(cast, cast.huisvriend)
    deliver()
    let_wait(referral, days=11)
    ProcrastinateJob.objects.filter(task_name=emails.TELL_TASK).delete()
    for _night in range(2):
        tasks.every_night(0)
    assert reminders() == [("receiver", cast.huisvriend.pk)]
    deliver()
    tasks.every_night(0)
    assert reminders() == []
    assert [one.subject for one in mailbox.to(cast.henk.email)][-1] == "Herinnering: 1 verwijzing wacht op u"


def test_after_a_question_the_sender_is_reminded_and_not_the_receiver(cast: Cast) -> None:
    referral = send_to(cast, cast.huisvriend)
    with acting_for(cast.huisvriend.pk):
        answering.ask(referral=referral, text="Is er een lift?", by=RECEIVER)
    let_wait(referral, days=11)
    tasks.every_night(0)
    assert reminders() == [("sender", cast.meerlinden.pk)]


@pytest.mark.parametrize(("days", "state"), [(29, "sent"), (30, "expired")])
def test_after_thirty_days_without_an_answer_it_goes_back(cast: Cast, days: int, state: str) -> None:
    referral = send_to(cast, cast.huisvriend)
    let_wait(referral, days=days)
    tasks.every_night(0)
    assert state_of(referral) == state


def test_the_settings_say_after_how_many_days(cast: Cast, settings: object) -> None:
    settings.REFERRAL_EXPIRE_DAYS = 3  # type: ignore[attr-defined]
    referral = send_to(cast, cast.huisvriend)
    let_wait(referral, days=4)
    tasks.every_night(0)
    assert state_of(referral) == "expired"


def test_the_time_of_a_notice_stands_in_it(cast: Cast) -> None:
    send_to(cast, cast.huisvriend)
    (notice,) = notices()
    assert datetime.fromisoformat(notice.args["since"]) < clock.now()
