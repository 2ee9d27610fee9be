"""What a process knows of the offers follows the database: every way of changing, in any order of transactions."""

import threading
from collections.abc import Callable
from uuid import uuid4

import psycopg
import pytest
from django.db import connection, transaction
from django.test import override_settings

from samenspel.config.database import Addresses
from samenspel.directory.models import Offer
from samenspel.finding import snapshot
from samenspel.finding.models import Change
from samenspel.finding.queries.search import Wanted, search
from samenspel.networks.models import Network, Organisation, Partner
from tests.directory.making import make_offer
from tests.factories import make_network, make_organisation


@pytest.fixture
def organisation(committed_db: Addresses) -> Organisation:
    """A partner of a public network, really in the database."""
    return make_organisation(network=make_network())


def found() -> set[str]:
    """The names of everything that can be found now."""
    return {result.offer.name for result in search(Wanted()).results}


def close(offer: Offer) -> None:
    Offer.objects.filter(pk=offer.pk).update(state="closed", closed_at="2026-01-01T00:00Z", closed_because="owner")


CHANGES: dict[str, tuple[Callable[[Offer], object], set[str]]] = {
    "one more": (lambda offer: make_offer(offer.organisation, name="Tweede"), {"Eerste", "Tweede"}),
    "many at once": (
        lambda offer: Offer.objects.filter(pk__in=[offer.pk]).update(name="Anders"),
        {"Anders"},
    ),
    "closed": (close, set()),
    "deleted": (lambda offer: offer.delete(), set()),
    "moved out of the network": (
        lambda offer: Partner.objects.filter(organisation=offer.organisation).update(ended_on="2100-01-01"),
        set(),
    ),
    "network no longer public": (lambda _offer: Network.objects.update(is_public=False), set()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_the_next_look(organisation: Organisation, change: str) -> None:
    offer = make_offer(organisation, name="Eerste")
    assert found() == {"Eerste"}
    known = snapshot.current()
    act, after = CHANGES[change]
    act(offer)
    assert found() == after
    assert snapshot.current() is known, "without reading everything again"


OPEN = "UPDATE directory_offer SET state = 'open', closed_at = NULL, closed_because = '' WHERE id = %s"


def closed(organisation: Organisation, name: str) -> Offer:
    """An offer that can be opened; only who hears of that has it in the index."""
    offer = make_offer(organisation, name=name)
    close(offer)
    return offer


def test_what_is_changed_by_hand_in_the_database_is_seen(committed_db: Addresses, organisation: Organisation) -> None:
    offer = closed(organisation, "Met de hand")
    assert found() == set()
    with psycopg.connect(committed_db.owner) as by_hand:
        by_hand.execute(OPEN, [offer.pk])
    assert found() == {"Met de hand"}


def test_a_transaction_that_ends_late_is_not_missed(committed_db: Addresses, organisation: Organisation) -> None:
    early, late = closed(organisation, "Vroeg begonnen"), closed(organisation, "Later begonnen")
    assert found() == set()
    with psycopg.connect(committed_db.owner) as slow:
        slow.execute(OPEN, [early.pk])
        with psycopg.connect(committed_db.owner) as quick:
            quick.execute(OPEN, [late.pk])
        assert found() == {"Later begonnen"}
        slow.commit()
    assert found() == {"Later begonnen", "Vroeg begonnen"}


def test_what_is_changed_after_a_search_in_the_same_transaction_is_not_missed(
    committed_db: Addresses, organisation: Organisation
) -> None:
    assert found() == set()
    with transaction.atomic():
        make_offer(organisation, name="Voor het zoeken")
        with psycopg.connect(committed_db.owner) as other:  # begins later and ends earlier than ours
            other.execute("UPDATE networks_network SET summary = 'anders'")
        assert found() == {"Voor het zoeken"}
        make_offer(organisation, name="Na het zoeken")
    assert found() == {"Voor het zoeken", "Na het zoeken"}


def test_what_was_undone_is_forgotten(organisation: Organisation) -> None:
    offer = make_offer(organisation, name="Eerste")
    assert found() == {"Eerste"}
    with transaction.atomic():
        make_offer(organisation, name="Nooit gebeurd")
        offer.delete()
        assert found() == {"Nooit gebeurd"}
        transaction.set_rollback(True)
    assert found() == {"Eerste"}


@override_settings(FINDING_LOOK_EVERY_SECONDS=1000.0)
def test_within_half_a_second_nothing_is_asked(organisation: Organisation) -> None:
    make_offer(organisation, name="Eerste")
    assert found() == {"Eerste"}
    make_offer(organisation, name="Tweede")
    assert found() == {"Eerste"}


def test_an_offer_that_stays_as_it_was_hidden_writes_no_change(organisation: Organisation) -> None:
    draft = make_offer(organisation, state="draft")
    Offer.objects.filter(pk=draft.pk).update(name="Nog steeds concept")
    assert not Change.objects.filter(subject=draft.pk).exists()


def test_a_process_that_was_away_for_long_reads_everything(
    organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_offer(organisation, name="Eerste")
    known = snapshot.current()
    make_offer(organisation, name="Tweede")
    Change.objects.all().delete()
    monkeypatch.setattr(snapshot, "FORGET_AFTER_SECONDS", -1)
    assert found() == {"Eerste", "Tweede"}
    assert snapshot.current() is not known


def test_all_offers_emptied_away_is_seen(committed_db: Addresses, organisation: Organisation) -> None:
    make_offer(organisation)
    assert found()
    with psycopg.connect(committed_db.owner) as by_hand:
        by_hand.execute("TRUNCATE directory_offer CASCADE")
    assert found() == set()


def test_the_application_itself_may_write_and_read_changes(organisation: Organisation) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user = tableowner FROM pg_tables WHERE tablename = 'finding_change'")
        assert cursor.fetchone() == (False,)
    Change.objects.create(kind="offer", subject=uuid4())
    assert Change.objects.exists()


def test_searches_and_changes_at_the_same_time_go_well(organisation: Organisation) -> None:
    """Four threads search while one adds; in the end all see the same."""
    search(Wanted())
    ends, wrong = threading.Event(), list[Exception]()

    def looking() -> None:
        try:
            while not ends.is_set():
                search(Wanted(text="bezoek"))
        except Exception as problem:  # noqa: BLE001 -- any problem at all fails the test
            wrong.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=looking) for _number in range(4)]
    for thread in threads:
        thread.start()
    for number in range(30):
        make_offer(organisation, name=f"Nummer {number}")
    ends.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert search(Wanted()).total == 30


def test_very_many_changes_at_once_are_read_as_a_whole(
    organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "MANY", 1)
    for name in ("Eerste", "Tweede"):
        make_offer(organisation, name=name)
    assert found() == {"Eerste", "Tweede"}
    known = snapshot.current()
    Offer.objects.update(description="Samen wandelen.")
    assert found() == {"Eerste", "Tweede"}
    assert snapshot.current() is not known


def test_while_one_reads_all_again_the_others_go_on_with_what_there_was(
    organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "MANY", 0)
    offer = make_offer(organisation, name="Eerste")
    known = snapshot.current()
    Offer.objects.filter(pk=offer.pk).update(name="Anders")
    with snapshot._Kept.making:
        assert snapshot.current() is known
    assert snapshot.current() is not known
