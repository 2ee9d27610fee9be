"""Steps of a message: only from where they begin, once, also for two at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connections, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.audit.models import Entry
from samenspel.config.database import Addresses
from samenspel.lib.scope import acting_for
from samenspel.networks import rules, tasks
from samenspel.networks.actions import messages as actions
from samenspel.networks.emails.messages import NOTICE_TASK
from samenspel.networks.models import Answer, Message
from samenspel.networks.rules import AnswerChannel, MessageState
from tests.cast import Cast, make_cast
from tests.mailbox import Mailbox
from tests.networks.writing import LETTER, messages_at, write


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 10))
def test_working_days_skip_the_weekend(day: date, days: int) -> None:
    end = rules.working_day_after(day, days)
    between = [day + timedelta(days=step) for step in range(1, (end - day).days + 1)]
    assert sum(one.weekday() < 5 for one in between) == days


def test_friday_plus_three_working_days_is_wednesday() -> None:
    friday = date(2026, 11, 20)
    assert not rules.is_late(sent_on=friday, today=date(2026, 11, 25))
    assert rules.is_late(sent_on=friday, today=date(2026, 11, 26))


def test_every_state_has_a_way_on() -> None:
    assert all(rules.MESSAGE_STEPS[state] for state in MessageState)
    assert not rules.may_close(answers=0, reason="  ")
    assert rules.may_close(answers=1, reason="")


@pytest.mark.django_db
def test_a_step_from_an_old_copy_does_nothing(cast: Cast) -> None:
    write()
    (old,) = messages_at(cast.meerlinden)
    (fresh,) = messages_at(cast.meerlinden)
    with acting_for(cast.meerlinden.pk):
        actions.take(message=fresh, by=cast.marjan.pk)
        with pytest.raises(actions.StepNotPossible), transaction.atomic():
            actions.close(message=old, reason="Reclame", by=uuid4())
        with pytest.raises(actions.StepNotPossible), transaction.atomic():
            actions.answer(message=old, text="Hallo", channel=AnswerChannel.PHONE, once=uuid4(), by=uuid4())
        assert Answer.objects.count() == 0
    assert Entry.objects.filter(event__startswith="networks.message.").count() == 2


@pytest.mark.django_db
def test_an_answer_by_mail_needs_an_address(cast: Cast) -> None:
    write(email="", phone="0300 123456")
    (message,) = messages_at(cast.meerlinden)
    with acting_for(cast.meerlinden.pk), pytest.raises(actions.NoAddress), transaction.atomic():
        actions.answer(message=message, text="Hallo", channel=AnswerChannel.MAIL, once=uuid4(), by=cast.marjan.pk)


@pytest.mark.django_db
def test_what_is_stored_holds_no_readable_word(cast: Cast) -> None:
    write(phone="0612345678")
    with acting_for(cast.meerlinden.pk), connections["default"].cursor() as cursor:
        cursor.execute("SELECT to_jsonb(m)::text FROM networks_message m")
        stored = bytes(cursor.fetchone()[0], "utf-8").decode()
    for word in ("Truus", "moeder", "0612345678", "voorbeeld.test"):
        assert word.encode().hex() not in stored
        assert word not in stored


@pytest.mark.django_db
def test_one_notice_for_all_that_is_new_without_names(cast: Cast, mailbox: Mailbox) -> None:
    for text in ("eerste", "tweede"):
        write(text=text)
    (job,) = ProcrastinateJob.objects.filter(task_name=NOTICE_TASK)
    assert job.args == {"place_id": str(cast.meerlinden.pk)}
    tasks.tell_receivers(place_id=job.args["place_id"])
    (letter,) = mailbox.to("marjan@voorbeeld.test")
    assert "2 nieuwe berichten" in letter.subject
    assert "Truus" not in letter.text
    assert mailbox.to("henk@voorbeeld.test") == []


@pytest.mark.django_db
def test_no_notice_when_everything_was_looked_after(cast: Cast, mailbox: Mailbox) -> None:
    write()
    (message,) = messages_at(cast.meerlinden)
    with acting_for(cast.meerlinden.pk):
        actions.take(message=message, by=cast.marjan.pk)
    tasks.tell_receivers(place_id=str(cast.meerlinden.pk))
    tasks.tell_receivers(place_id=str(uuid4()))
    assert mailbox.to("marjan@voorbeeld.test") == []


def test_of_two_who_take_it_at_once_one_succeeds(committed_db: Addresses) -> None:
    cast = make_cast()
    write()
    copies = [messages_at(cast.meerlinden)[0] for _person in range(2)]

    def take(message: Message) -> bool:
        try:
            with acting_for(cast.meerlinden.pk):
                actions.take(message=message, by=uuid4())
        except actions.StepNotPossible:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, copies)) == [False, True]


def test_the_same_form_twice_at_once_gives_one_message(committed_db: Addresses) -> None:
    cast = make_cast()
    page = Client().get("/n/meerlinden/contact/").content.decode()
    sent = LETTER | {"once": page.split('name="once" value="')[1].split('"')[0]}

    def press(_number: int) -> int:
        try:
            return Client().post("/n/meerlinden/contact/", sent).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(press, range(3))) == [302] * 3
    assert len(messages_at(cast.meerlinden)) == 1
