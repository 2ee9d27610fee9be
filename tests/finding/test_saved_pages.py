"""A saved search belongs to one person: saved under a name, opened, changed, paused, thrown away and brought back."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from samenspel.finding import alerts
from samenspel.finding.models import SavedSearch
from samenspel.lib.scope import acting_for
from tests.cast import Cast, as_person
from tests.directory.making import make_offer

pytestmark = pytest.mark.django_db
MINE = "/zoeken/mijn/"
QUERY = "q=gezelschap&soort=social-visiting"
TYPED = {"title": "gezelschap", "rhythm": "daily", "zoekvraag": QUERY}


def save(browser: Client, **typed: str) -> str:
    return browser.post(f"{MINE}nieuw/", TYPED | typed, follow=True).content.decode()


def kept(cast: Cast) -> list[SavedSearch]:
    with acting_for(cast.samira.pk):
        return list(SavedSearch.objects.order_by("saved_at"))


def do(browser: Client, what: str, search: SavedSearch) -> str:
    return browser.post(f"{MINE}{search.pk}/{what}/", follow=True).content.decode()


def test_a_search_is_saved_under_a_name_and_opens_where_it_was(cast: Cast) -> None:
    make_offer(cast.huisvriend)
    samira = as_person(cast.samira)
    page = samira.get(f"{MINE}nieuw/", {"vraag": QUERY, "netwerk": "meerlinden"}).content.decode()
    assert "gezelschap" in page
    page = save(samira, netwerk="meerlinden")
    assert "De zoekvraag is bewaard" in page
    assert "/n/meerlinden/zoeken/?q=gezelschap&amp;soort=social-visiting" in page
    (one,) = kept(cast)
    assert (one.title, one.query, one.rhythm, one.network_id) == ("gezelschap", QUERY, "daily", cast.meerlinden.pk)
    assert len(one.told) == 1


def test_the_same_search_twice_is_one_with_the_last_name(cast: Cast) -> None:
    samira = as_person(cast.samira)
    save(samira)
    save(samira, title="koffie", rhythm="weekly")
    save(samira, netwerk="meerlinden")
    assert [(one.title, one.rhythm) for one in kept(cast)] == [("koffie", "weekly"), ("gezelschap", "daily")]


def test_words_and_name_are_sealed_and_stand_in_no_log(cast: Cast) -> None:
    save(as_person(cast.samira), title="mevrouw Zonnebloem", zoekvraag="q=Zonnebloem+wil+koffie")
    with connection.cursor() as cursor, acting_for(cast.samira.pk):
        cursor.execute("SELECT row_to_json(s)::text FROM finding_savedsearch s")
        assert "onnebloem" not in cursor.fetchone()[0]
    (line,) = Entry.objects.filter(event="finding.search.saved")
    assert "onnebloem" not in repr(vars(line))


def test_nobody_else_sees_or_changes_it(cast: Cast) -> None:
    save(as_person(cast.samira), title="alleen van mij")
    (one,) = kept(cast)
    for other in (cast.joke, cast.marjan):
        browser = as_person(other)
        assert "alleen van mij" not in browser.get(MINE).content.decode()
        assert browser.get(f"{MINE}{one.pk}/").status_code == 404
        for what in ("stil", "aan", "weg", "terug"):
            assert browser.post(f"{MINE}{one.pk}/{what}/").status_code == 404
    assert SavedSearch.objects.count() == 0
    assert as_person(cast.ria).get(MINE).status_code == 403
    assert Client().get(MINE).status_code == 302


@pytest.mark.parametrize(
    "typed", [{"title": ""}, {"title": "BSN 111222333"}, {"rhythm": "elk uur"}, {"title": "x" * 81}]
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(cast: Cast, typed: dict[str, str]) -> None:
    page = save(as_person(cast.samira), **typed)
    assert "error" in page
    assert "q=gezelschap" in page
    assert kept(cast) == []


def test_a_number_of_a_person_in_the_words_is_not_kept(cast: Cast) -> None:
    save(as_person(cast.samira), zoekvraag="q=gezelschap+111222333&soort=social-visiting")
    assert all("111222333" not in one.query for one in kept(cast))


def test_without_a_search_there_is_nothing_to_save(cast: Cast) -> None:
    samira = as_person(cast.samira)
    for asked in ({}, {"vraag": ""}, {"vraag": "onzin=1&buurt=\x00"}, {"vraag": "x" * 100_000}):
        answer = samira.get(f"{MINE}nieuw/", asked)
        assert answer.status_code == 200
        assert "Zoek eerst iets" in answer.content.decode()
    assert "Zoek eerst iets" in save(samira, zoekvraag="")


def test_a_network_one_may_not_see_is_not_searched(cast: Cast) -> None:
    type(cast.oeverland).objects.filter(pk=cast.oeverland.pk).update(is_public=False)
    save(as_person(cast.samira), netwerk="oeverland")
    assert kept(cast)[0].network_id is None


def test_renaming_pausing_and_going_on(cast: Cast) -> None:
    samira = as_person(cast.samira)
    save(samira)
    (one,) = kept(cast)
    samira.post(f"{MINE}{one.pk}/", {"title": "koffie", "rhythm": "weekly"})
    assert (kept(cast)[0].title, kept(cast)[0].rhythm) == ("koffie", "weekly")
    assert kept(cast)[0].renewed_at > one.renewed_at
    assert f"{MINE}{one.pk}/aan/" in do(samira, "stil", one)
    assert kept(cast)[0].paused_at
    do(samira, "aan", one)
    assert kept(cast)[0].paused_at is None


def test_throwing_away_can_be_undone(cast: Cast) -> None:
    samira = as_person(cast.samira)
    save(samira)
    (one,) = kept(cast)
    assert f"{MINE}{one.pk}/terug/" in do(samira, "weg", one)
    assert samira.get(f"{MINE}{one.pk}/").status_code == 404
    assert "U bewaart nog geen zoekvragen" in samira.get(MINE).content.decode()
    do(samira, "terug", one)
    assert samira.get(f"{MINE}{one.pk}/").status_code == 200
    events = [line.event for line in Entry.objects.filter(event__startswith="finding.search.").order_by("at", "id")]
    assert events == ["finding.search.saved", "finding.search.removed", "finding.search.restored"]


def test_there_is_an_end_to_how_many(cast: Cast) -> None:
    samira = as_person(cast.samira)
    with acting_for(cast.samira.pk):
        for number in range(alerts.MOST_SAVED):
            SavedSearch.objects.create(owner=cast.samira, title=f"{number}", query=QUERY)
    assert "U bewaart al 20 zoekvragen" in save(samira, zoekvraag="q=koffie")
    assert len(kept(cast)) == alerts.MOST_SAVED


def test_it_goes_with_the_account(cast: Cast) -> None:
    save(as_person(cast.samira))
    with acting_for(cast.samira.pk):
        cast.samira.delete()
        assert SavedSearch.objects.count() == 0


def test_three_searches_take_as_many_queries_as_one(cast: Cast) -> None:
    samira = as_person(cast.samira)
    save(samira)
    samira.get(MINE)
    with CaptureQueriesContext(connection) as one:
        samira.get(MINE)
    save(samira, zoekvraag="q=koffie")
    save(samira, zoekvraag="q=thee")
    samira.get(MINE)
    with CaptureQueriesContext(connection) as three:
        page = samira.get(MINE).content.decode()
    assert page.count("Elke dag") == 3
    assert len(three) == len(one)
