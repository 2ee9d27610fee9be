"""One mail a night at most, about what is new since the last, with numbers and links and nothing else."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client, override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.accounts.models import User
from samenspel.audit.models import Entry
from samenspel.config.database import Addresses
from samenspel.finding import alerts, stoplinks, tasks
from samenspel.finding.actions import saved as actions
from samenspel.finding.alerts import Rhythm
from samenspel.finding.models import SavedSearch
from samenspel.lib import clock
from samenspel.lib.mail import Letter
from samenspel.lib.scope import acting_for
from samenspel.networks.models import RoleGrant
from tests.cast import Cast, as_person, make_cast
from tests.directory.making import make_offer
from tests.mailbox import Mailbox

QUERY = "soort=social-visiting"


@pytest.fixture
def cast(committed_db: Addresses) -> Iterator[Cast]:
    """The cast with real commits, by which a search sees what changed; a night is long, so it has seen all by then."""
    with override_settings(FINDING_LOOK_EVERY_SECONDS=0):
        yield make_cast()


def saves(person: User, *, rhythm: Rhythm = Rhythm.DAILY, query: str = QUERY) -> SavedSearch:
    with acting_for(person.pk):
        return actions.save(title="mevrouw Zonnebloem", query=query, network=None, rhythm=rhythm, by=person.pk)


def days_later(person: User, days: float) -> int:
    """The night's work so many days from now; for how many searches there was something new."""
    with acting_for(person.pk):
        return actions.look_again(owner=person, now=clock.now() + timedelta(days=days))


def letters(mailbox: Mailbox, person: User) -> list[Letter]:
    return mailbox.to(person.email)


def test_rules_of_when_and_what_is_new() -> None:
    now = clock.now()
    assert not alerts.is_due("daily", checked_at=now - timedelta(hours=19), now=now)
    assert alerts.is_due("daily", checked_at=now - timedelta(hours=23), now=now)
    assert not alerts.is_due("weekly", checked_at=now - timedelta(days=6), now=now)
    assert alerts.is_due("weekly", checked_at=now - timedelta(days=6, hours=23), now=now)
    a, b, c = (uuid4() for _each in range(3))
    assert alerts.new_among([c, a, b], [a]) == [c, b]
    assert alerts.told_after([c, a], [a, b]) == [b, c, a]
    many: list[UUID] = [uuid4() for _each in range(alerts.MOST_TOLD)]
    assert alerts.told_after([c], many) == [*many[1:], c]


def test_new_offers_are_told_once_in_one_mail_for_all_searches(cast: Cast, mailbox: Mailbox) -> None:
    make_offer(cast.huisvriend, name="Was er al")
    saves(cast.samira)
    saves(cast.samira, query=f"{QUERY}&vorm=one_to_one")
    assert days_later(cast.samira, 1) == 0
    make_offer(cast.huisvriend, name="Nieuw bezoek")
    assert days_later(cast.samira, 2) == 2
    assert days_later(cast.samira, 3) == 0
    (letter,) = letters(mailbox, cast.samira)
    assert letter.subject == "Er is nieuw aanbod voor 2 van uw zoekvragen"
    assert letter.text.count("1 nieuw") == 2


def test_the_mail_holds_no_name_and_no_words(cast: Cast, mailbox: Mailbox) -> None:
    one = saves(cast.samira)
    make_offer(cast.huisvriend, name="Nieuw bezoek")
    days_later(cast.samira, 1)
    (letter,) = letters(mailbox, cast.samira)
    for private in ("Zonnebloem", "Nieuw bezoek", "Samira", "social-visiting", cast.samira.email):
        assert private not in letter.text + letter.subject
    assert f"http://127.0.0.1:8000/zoeken/mijn/{one.pk}/" in letter.text
    page = as_person(cast.samira).get(f"/zoeken/mijn/{one.pk}/").content.decode()
    assert "Nieuw bezoek" in page


def test_weekly_paused_and_removed_ones_wait(cast: Cast, mailbox: Mailbox) -> None:
    saves(cast.samira, rhythm=Rhythm.WEEKLY)
    paused = saves(cast.samira, query=f"{QUERY}&door=volunteer")
    removed = saves(cast.samira, query=f"{QUERY}&taal=nl")
    with acting_for(cast.samira.pk):
        actions.pause(search=paused, by=cast.samira.pk)
        actions.remove(search=removed, by=cast.samira.pk)
    make_offer(cast.huisvriend)
    assert days_later(cast.samira, 2) == 0
    assert days_later(cast.samira, 7) == 1
    with acting_for(cast.samira.pk):
        actions.resume(search=paused, by=cast.samira.pk)
    assert days_later(cast.samira, 8) == 1
    assert len(letters(mailbox, cast.samira)) == 2


def test_every_night_who_has_something_due_gets_a_task_and_only_who_may(cast: Cast, mailbox: Mailbox) -> None:
    for person in (cast.samira, cast.joke):
        one = saves(person)
        with acting_for(person.pk):
            SavedSearch.objects.filter(pk=one.pk).update(checked_at=clock.now() - timedelta(days=2))
    make_offer(cast.huisvriend)
    tasks.look_again(timestamp=0)
    waiting = ProcrastinateJob.objects.filter(task_name=tasks.LOOK_TASK)
    assert {job.args["user_id"] for job in waiting} == {str(cast.samira.pk), str(cast.joke.pk)}
    RoleGrant.objects.filter(user=cast.joke).delete()
    for job in waiting:
        tasks.look_again_for(**job.args)
    assert len(letters(mailbox, cast.samira)) == 1
    assert letters(mailbox, cast.joke) == []
    (line,) = Entry.objects.filter(event="finding.search.told")
    assert line.subject_id == cast.samira.pk


def test_the_link_in_the_mail_stops_them_without_signing_in(cast: Cast, mailbox: Mailbox) -> None:
    one = saves(cast.samira)
    make_offer(cast.huisvriend)
    days_later(cast.samira, 1)
    address = stoplinks.address(cast.samira.pk)
    token = address.removeprefix("http://127.0.0.1:8000")
    assert token.split("/")[4] in letters(mailbox, cast.samira)[0].text.replace("\n", "/")
    visitor = Client()
    assert "Stop deze mails" in visitor.get(token).content.decode()
    make_offer(cast.huisvriend)
    assert "geen mail meer" in visitor.post(token).content.decode()
    assert visitor.post(token).status_code == 200
    assert days_later(cast.samira, 2) == 0
    with acting_for(cast.samira.pk):
        assert SavedSearch.objects.get(pk=one.pk).paused_at


def test_a_forged_or_foreign_link_stops_nothing(cast: Cast) -> None:
    saves(cast.samira)
    whole = stoplinks.address(cast.samira.pk).split("/")[-2]
    for token in (whole[:-2], "nonsens", cast.samira.pk.hex):
        answer = Client().post(f"/zoeken/mijn/stop/{token}/")
        assert answer.status_code == 404
        assert "Deze link werkt niet meer" in answer.content.decode()
    with acting_for(cast.samira.pk):
        assert SavedSearch.objects.get().paused_at is None
