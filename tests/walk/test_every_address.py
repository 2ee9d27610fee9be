"""Every address as every role: the right answer, few queries, valid HTML, nothing of another network."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytest_django.plugin import DjangoDbBlocker

from samenspel.config import database
from tests.cast import make_cast
from tests.conftest import own_database
from tests.walk import checkers
from tests.walk.book import ABSENT, FINE, ONLY_POST, expected
from tests.walk.examples import OWN_PAGES
from tests.walk.stage import SECRET, fill
from tests.walk.walker import NOBODY, Visit, walk

MOST_QUERIES = 30
OUTSIDERS = {NOBODY, "ria", "karin", "ali"}
# These rules look at what came before (a code asked for, an invitation followed): fine when no error.
DECIDES_ITSELF = {"own_sign_in", "account_holder"}
# A post is changed by its own organisation, a message read by its receiver, a search by its owner: narrower than a
# permission alone.
NARROWER = {
    "finding:saved_one",
    "networks:message",
    "networks:post_edit",
    "networks:post_close",
    "networks:post_reopen",
}
BY_TOKEN = {"networks:application", "networks:invitation", "networks:picture", "networks:picture_small",
            "demonstration:door", "networks:started", "directory:confirm", "finding:saved_stop", "referrals:answer",
            *(f"referrals:{name}" for name in OWN_PAGES)}  # fmt: skip


@dataclass(frozen=True)
class Walked:
    """What everybody saw with one of everything, with three of everything, and what each rule owed them."""

    one: list[Visit]
    three: list[Visit]
    owed: dict[str, int]


@pytest.fixture(scope="module")
def walked(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Walked]:
    """Two walks on a database of their own."""
    with django_db_blocker.unblock(), own_database(postgres, empty_database):
        stage = fill(make_cast(), items=1)
        one = list(walk(stage))
        owed = {str(visit): expected(visit.page, visit.scope, stage) for visit in one}
        three = list(walk(fill(stage.cast, items=2)))
        yield Walked(one=one, three=three, owed=owed)


def test_every_address_gives_the_answer_that_its_rule_owes(walked: Walked) -> None:
    wrong = [
        f"{visit}: {visit.status}, owed {walked.owed[str(visit)]}"
        for visit in walked.one
        if not _is_owed(visit, walked)
    ]
    assert wrong == []


def _is_owed(visit: Visit, walked: Walked) -> bool:
    if visit.page.access in DECIDES_ITSELF or visit.page.name in BY_TOKEN:
        return visit.status < 500
    owed = walked.owed[str(visit)]
    if owed == FINE:
        fine = {FINE, ONLY_POST, 301, 302} | ({ABSENT} if visit.page.name in NARROWER else set())
        return visit.status in fine
    return visit.status == owed


def test_the_narrower_rules_let_somebody_in(walked: Walked) -> None:
    let_in = {visit.page.name for visit in walked.one if visit.status in {FINE, ONLY_POST}}
    assert let_in >= NARROWER


def test_outsiders_read_nothing_that_is_not_theirs(walked: Walked) -> None:
    assert [str(visit) for visit in walked.three if visit.person in OUTSIDERS and SECRET in visit.body] == []


def test_insiders_do_read_it(walked: Walked) -> None:
    """So that the test above can fail."""
    readers = {visit.person for visit in walked.three if SECRET in visit.body}
    assert {"marjan", "henk"} <= readers


def test_no_page_asks_many_queries(walked: Walked) -> None:
    assert {str(visit): visit.queries for visit in walked.three if visit.queries > MOST_QUERIES} == {}


def test_no_page_asks_more_queries_with_three_items_than_with_one(walked: Walked) -> None:
    before = {(visit.page.name, visit.person): visit.queries for visit in walked.one}
    after = {(visit.page.name, visit.person): visit.queries for visit in walked.three}
    assert {key: (before[key], after[key]) for key in before if after[key] > before[key]} == {}


@pytest.mark.skipif(not checkers.can_check_html(), reason="no HTML checker; install Node.js and npm, then run again")
def test_every_page_is_valid_html(walked: Walked) -> None:
    pages = {visit.main: visit for visit in walked.one + walked.three if visit.is_html and visit.body}
    complaints = checkers.html_complaints({f"{visit} {visit.queries}": visit.body for visit in pages.values()})
    assert complaints == []
