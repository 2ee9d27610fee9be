"""What was not found: counted once, without words or people, and told to who keeps the network."""

from datetime import date
from threading import Thread

import pytest
from django.core import signing
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from samenspel.config.database import Addresses
from samenspel.config.settings import base
from samenspel.engine.danger import flags
from samenspel.finding import gap_tokens
from samenspel.finding.actions import gaps as actions
from samenspel.finding.answers import Answer
from samenspel.finding.missing import Missed, Trend, missed, months_until, surely_meant, trend
from samenspel.finding.models import Gap
from samenspel.finding.wanted import Wanted
from samenspel.lib import clock
from samenspel.networks.models import Network
from tests.cast import Cast, as_person
from tests.directory.making import make_offer
from tests.factories import make_network
from tests.walk.stage import centre_of_meerlinden

NOTHING = Answer()
HOSPICE = Missed(kind="hospice-stay", area="BU99990101", network="meerlinden", is_wider=False)


@pytest.fixture(autouse=True)
def nobody_was_here() -> None:
    """Marks of visitors live in memory here, longer than a test."""
    cache.clear()


@pytest.fixture
def served(cast: Cast) -> Cast:
    """Meerlinden, with its area."""
    Network.objects.filter(pk=cast.meerlinden.pk).update(area=centre_of_meerlinden().municipality)
    return cast


def tells(browser: Client, what: Missed = HOSPICE, *, agent: str = "Firefox") -> None:
    """Sends the form of a page without results."""
    token = signing.dumps(vars(what), salt=gap_tokens.SALT)
    assert browser.post("/zoeken/gemist/", {"gemist": token}, headers={"user-agent": agent}).status_code == 302


def counted() -> list[tuple[str, str | None, str, int, int]]:
    rows = Gap.objects.order_by("network__slug", "kind", "area")
    return list(rows.values_list("network__slug", "area", "kind", "nothing", "wider"))


@pytest.mark.django_db
def test_the_page_counts_only_when_its_form_is_sent(served: Cast) -> None:
    address = "/n/meerlinden/zoeken/?q=hospice+voor+mijn+moeder&buurt=BU99990101&soort=hospice-stay"
    browser = Client(enforce_csrf_checks=True)
    page = browser.get(address)
    assert Gap.objects.count() == 0
    values = {name: _hidden(page.content.decode(), name) for name in ("gemist", "terug", "csrfmiddlewaretoken")}
    answer = browser.post("/zoeken/gemist/", values, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/n/meerlinden/zoeken/?q=hospice")
    assert "Het netwerk weet nu dat dit hier ontbreekt." in answer.content.decode()
    assert counted() == [("meerlinden", "BU99990101", "hospice-stay", 1, 0)]


def _hidden(html: str, name: str) -> str:
    form = html.partition('action="/zoeken/gemist/"')[2]
    return form.partition(f'name="{name}" value="')[2].partition('"')[0].replace("&amp;", "&")


@pytest.mark.django_db
def test_a_visitor_counts_once_a_day_and_another_counts_too(served: Cast) -> None:
    for _again in range(3):
        tells(Client())
    tells(Client(REMOTE_ADDR="127.0.0.2"))
    tells(Client(), agent="Een andere browser")
    assert counted() == [("meerlinden", "BU99990101", "hospice-stay", 3, 0)]


@pytest.mark.django_db
def test_nothing_that_is_kept_says_who_or_when(served: Cast) -> None:
    with override_settings(CACHES=base.CACHES):
        tells(Client(REMOTE_ADDR="203.0.113.77"))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT cache_key || value FROM config_cache UNION ALL SELECT row_to_json(g)::text FROM finding_gap g"
        )
        kept = "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute("SELECT count(*) FROM audit_entry")
        assert cursor.fetchone() == (0,)
    assert "first:gap" in kept
    assert "203.0.113" not in kept
    assert Gap.objects.get().month.day == 1


@pytest.mark.django_db
def test_who_sends_very_often_is_asked_to_wait(served: Cast) -> None:
    for _time in range(60):
        tells(Client())
    assert Client().post("/zoeken/gemist/", headers={"user-agent": "Firefox"}).status_code == 429


@pytest.mark.django_db
@pytest.mark.parametrize("agent", ["Googlebot/2.1", "Mozilla HeadlessChrome", "Slack-LinkPreview"])
def test_a_robot_does_not_count(served: Cast, agent: str) -> None:
    tells(Client(), agent=agent)
    assert counted() == []


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "onzin", "x" * 100_000, signing.dumps({"kind": "x"}, salt=gap_tokens.SALT),
                                   signing.dumps(vars(HOSPICE), salt="other")])  # fmt: skip
def test_what_no_page_made_counts_nothing(served: Cast, token: str) -> None:
    answer = Client().post("/zoeken/gemist/", {"gemist": token, "terug": "https://kwaad.example/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert counted() == []


@pytest.mark.django_db
def test_a_search_over_everything_tells_the_networks_that_work_there(served: Cast) -> None:
    make_network(name="Elders", slug="elders")
    tells(Client(), Missed(kind="", area="BU99990101", network="", is_wider=True))
    assert counted() == [("meerlinden", "BU99990101", "", 0, 1)]
    Network.objects.update(is_public=False)
    tells(Client(), Missed(kind="", area="WK999901", network="", is_wider=True))
    assert len(counted()) == 1


def test_what_is_kept_of_a_search() -> None:
    near = Wanted(text="iets", network=Network(slug="meerlinden"))
    assert missed(near, Answer(total=1)) is None
    assert missed(Wanted(text="iets"), NOTHING) is None
    assert missed(Wanted(network=near.network), NOTHING) is None
    assert missed(near, Answer(danger=flags("ik wil dood"))) is None
    told = missed(Wanted(text="Truus zoekt hulp", kinds=("odd-jobs",), network=near.network), NOTHING)
    assert told == Missed(kind="odd-jobs", area="", network="meerlinden", is_wider=False)


@pytest.mark.parametrize(
    ("words", "group"),
    [("mijn man heeft dementie", "early-dementia"), ("hulp bij rouw na overlijden", "bereavement-and-palliative"),
     ("xyzzy", ""), ("help", "")],
)  # fmt: skip
def test_words_count_as_a_group_only_when_they_surely_mean_it(words: str, group: str) -> None:
    assert surely_meant(words) == group


def test_months_and_trend() -> None:
    months = months_until(date(2026, 2, 1))
    assert (len(months), months[0], months[-1]) == (12, date(2025, 3, 1), date(2026, 2, 1))
    assert trend({months[-1]: 4}, months) is Trend.NEW
    assert trend({months[-1]: 4, months[-4]: 1}, months) is Trend.MORE
    assert trend({months[-4]: 4}, months) is Trend.FEWER
    assert trend({months[-1]: 4, months[-5]: 3}, months) is Trend.SAME


def test_visitors_at_the_same_moment_all_count(committed_db: Addresses) -> None:
    network = make_network(slug="meerlinden")

    def count() -> None:
        here = Missed(kind="", area="", network="meerlinden", is_wider=False)
        for _time in range(10):
            actions.count(missed=here, networks=[network], today=clock.today())
        connections.close_all()

    threads = [Thread(target=count) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted() == [("meerlinden", None, "", 40, 0)]


def add(network: Network, *, kind: str = "hospice-stay", times: int = 1, months_ago: int = 0) -> Gap:
    month = months_until(clock.today().replace(day=1))[-1 - months_ago]
    return Gap.objects.create(network=network, area=centre_of_meerlinden(), kind=kind, month=month, nothing=times)


@pytest.mark.django_db
def test_a_coordinator_reads_what_is_missing_beside_what_is_offered(served: Cast) -> None:
    add(served.meerlinden, times=3)
    add(served.meerlinden, kind="loneliness", times=7, months_ago=2)
    add(served.oeverland, kind="odd-jobs", times=9)
    make_offer(served.huisvriend)
    page = as_person(served.marjan).get("/n/meerlinden/gemist/").content.decode()
    told = ("Verblijf in een hospice", "3 keer gezocht", "Nu geen aanbod.",
            "Eenzaamheid en contact", "Nu 1 aanbod.", "Centrum",
            "soort=hospice-stay&amp;buurt=BU99990101")  # fmt: skip
    assert [text for text in told if text not in page] == []
    assert page.index("Eenzaamheid en contact") < page.index("Verblijf in een hospice")
    assert "Klussen" not in page


@pytest.mark.django_db
def test_who_only_reads_figures_and_every_file_get_no_small_numbers(served: Cast) -> None:
    add(served.meerlinden, times=3)
    add(served.meerlinden, kind="odd-jobs", times=6)
    page = as_person(served.tom).get("/n/meerlinden/gemist/").content.decode()
    assert "minder dan 5 keer gezocht" in page
    assert "6 keer gezocht" in page
    for person in (served.tom, served.marjan):
        lines = as_person(person).get("/n/meerlinden/gemist/bestand/").content.decode("utf-8-sig").splitlines()
        assert [line.split(";")[3] for line in lines] == ["Zoekvragen", "6", "minder dan 5"]


@pytest.mark.django_db
def test_others_do_not_read_it(served: Cast) -> None:
    for person in (served.henk, served.ria, served.karin, served.bram):
        assert as_person(person).get("/n/meerlinden/gemist/").status_code == 404
    assert Client().get("/n/meerlinden/gemist/").status_code == 302


@pytest.mark.django_db
def test_an_empty_report_says_what_will_come(served: Cast) -> None:
    assert "Nog niets gemist" in as_person(served.marjan).get("/n/meerlinden/gemist/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/n/meerlinden/gemist/", "/n/meerlinden/gemist/bestand/"])
def test_more_lines_cost_no_more_questions(served: Cast, address: str) -> None:
    browser = as_person(served.marjan)
    add(served.meerlinden)
    browser.get(address)
    few = _questions(browser, address)
    for kind in ("odd-jobs", "loneliness", "", "walking"):
        add(served.meerlinden, kind=kind, months_ago=1)
        make_offer(served.huisvriend, kinds=[kind or "transport"])
    assert _questions(browser, address) == few


def _questions(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)
