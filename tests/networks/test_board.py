"""P3.8: knowing what the other needs, on the board of a network."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.accounts import roles
from samenspel.audit.models import Entry
from samenspel.lib import clock
from samenspel.networks import tasks
from samenspel.networks.models import BoardPost, BoardReply, Network, Organisation
from tests.cast import Cast, as_person
from tests.factories import give_role, make_network, make_organisation, make_user
from tests.mailbox import Mailbox
from tests.networks.writing import marked

pytestmark = pytest.mark.django_db
BOARD = "/n/meerlinden/prikbord/"
POST = {"kind": "need", "theme": "transport", "title": "Een rolstoelbus", "text": "Voor het uitje op dinsdag."}


def make_post(
    organisation: Organisation, *, network: Network, kind: str = "need", title: str = "Een zaal", theme: str = "room",
    text: str = "Voor twintig mensen.", until_on: date | None = None,
) -> BoardPost:  # fmt: skip
    return BoardPost.objects.create(
        network=network, organisation=organisation, kind=kind, theme=theme, title=title, text=text,
        until_on=until_on, posted_by=organisation.pk,
    )  # fmt: skip


def test_an_empty_board_says_how_to_begin(cast: Cast) -> None:
    page = as_person(cast.henk).get(BOARD).content.decode()
    assert "Hier komt wat organisaties zoeken" in page
    assert f"{BOARD}nieuw/?soort=offer" in page
    assert f"{BOARD}nieuw/" not in as_person(cast.tom).get(BOARD).content.decode()  # reads figures, posts nothing


def test_after_posting_the_page_says_what_may_fit_and_why(cast: Cast) -> None:
    bus = make_post(
        cast.nursing, network=cast.meerlinden, kind="offer", theme="transport", title="Onze rolstoelbus staat stil",
        text="Dinsdag en donderdag.", until_on=clock.today() + timedelta(days=30),
    )  # fmt: skip
    make_post(cast.huisvriend, network=cast.meerlinden, kind="offer", theme="transport", title="Onze eigen fiets")
    page = as_person(cast.henk).post(f"{BOARD}nieuw/", POST, follow=True).content.decode()
    beside = page.split("Dit past misschien")[1]
    assert str(bus.pk) in beside
    assert "Het gaat allebei over: Vervoer." in beside
    assert "rolstoelbus, dinsdag" in beside
    assert "Het kan tot en met" in beside
    assert "Onze eigen fiets" not in beside
    assert Entry.objects.get(event="networks.post.posted").organisation_id == cast.huisvriend.pk


def test_the_board_shows_two_columns_with_what_may_fit(cast: Cast) -> None:
    need = make_post(cast.huisvriend, network=cast.meerlinden)
    offer = make_post(cast.practice, network=cast.meerlinden, kind="offer", title="Wachtkamer na vijf uur")
    make_post(cast.welzijn, network=cast.meerlinden, theme="training", title="Cursus")
    page = as_person(cast.samira).get(BOARD).content.decode()
    needs, offers = page.split('id="column-need"')[1].split('id="column-offer"')
    assert str(need.pk) in needs
    assert str(offer.pk) in needs, "named beside the need"
    assert "Dit past misschien" in offers
    filtered = as_person(cast.samira).get(BOARD, {"thema": "training"}).content.decode()
    assert "Cursus" in filtered
    assert "Wachtkamer" not in filtered


def test_what_expired_leaves_by_itself_and_comes_back_with_a_later_day(cast: Cast) -> None:
    yesterday = clock.today() - timedelta(days=1)
    old = make_post(cast.huisvriend, network=cast.meerlinden, title="Oude vraag", until_on=yesterday)
    browser = as_person(cast.henk)
    assert "Oude vraag" not in browser.get(BOARD).content.decode()
    assert "Verlopen" in browser.get(f"{BOARD}van-ons/").content.decode()
    data = POST | {"title": "Oude vraag", "until_on": clock.today().isoformat()}
    assert browser.post(f"{BOARD}{old.pk}/aanpassen/", data).status_code == 302
    assert "Oude vraag" in browser.get(BOARD).content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 101),
        ("text", "BSN 111222333"),
        ("text", "x" * 100_000),
        ("kind", "anders"),
        ("theme", "'; DROP TABLE"),
        ("until_on", "2020-01-01"),
        ("until_on", "9999-12-31"),
        ("until_on", "morgen"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_the_rest_stays(cast: Cast, field: str, value: str) -> None:
    answer = as_person(cast.henk).post(f"{BOARD}nieuw/", POST | {field: value})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="id_{field}_error"' in page
    assert ("rolstoelbus" if field != "title" else "uitje op dinsdag") in page
    assert BoardPost.objects.count() == 0


def test_who_works_for_two_organisations_chooses_for_which(cast: Cast) -> None:
    give_role(cast.henk, roles.COORDINATOR, organisation=cast.welzijn)
    browser = as_person(cast.henk)
    assert 'id="id_organisation_error"' in browser.post(f"{BOARD}nieuw/", POST).content.decode()
    other = {"organisation": str(cast.practice.pk)}
    assert 'id="id_organisation_error"' in browser.post(f"{BOARD}nieuw/", POST | other).content.decode()
    browser.post(f"{BOARD}nieuw/", POST | {"organisation": str(cast.welzijn.pk)})
    assert BoardPost.objects.get().organisation_id == cast.welzijn.pk


def test_a_second_press_gives_one_post_and_one_reply(cast: Cast) -> None:
    browser = as_person(cast.henk)
    sent = POST | {"once": marked(browser, f"{BOARD}nieuw/")}
    first, second = (browser.post(f"{BOARD}nieuw/", sent)["Location"] for _press in range(2))
    assert first == second
    reply = {"text": "Dat kan bij ons.", "once": marked(browser, first)}
    for _press in range(2):
        browser.post(f"{first}reactie/", reply)
    assert (BoardPost.objects.count(), BoardReply.objects.count()) == (1, 1)


def test_a_partner_replies_and_the_asker_tells_what_came_of_it(cast: Cast) -> None:
    need = make_post(cast.huisvriend, network=cast.meerlinden)
    address = f"{BOARD}{need.pk}/"
    page = as_person(cast.samira).post(f"{address}reactie/", {"text": "Onze wachtkamer kan."}, follow=True)
    assert "Onze wachtkamer kan." in page.content.decode()
    henk = as_person(cast.henk)
    assert 'id="id_outcome_error"' in henk.post(f"{address}sluiten/", {"outcome": ""}).content.decode()
    closed = henk.post(f"{address}sluiten/", {"outcome": "De wachtkamer"}, follow=True).content.decode()
    assert f"{address}terug/" in closed
    assert "al van het prikbord" in henk.post(f"{address}sluiten/", {"outcome": "x"}, follow=True).content.decode()
    late = as_person(cast.joke).post(f"{address}reactie/", {"text": "Bij ons ook."})
    assert late.status_code == 409
    assert "Bij ons ook." in late.content.decode()
    assert "staat weer op" in henk.post(f"{address}terug/", follow=True).content.decode()
    assert "staat al op" in henk.post(f"{address}terug/", follow=True).content.decode()


def test_a_colleague_elsewhere_changes_nothing_of_it(cast: Cast) -> None:
    need = make_post(cast.huisvriend, network=cast.meerlinden, title="Geheim van Meerlinden")
    steps = {"aanpassen/": POST, "sluiten/": {"outcome": "x"}, "terug/": {}}
    for person in (cast.samira, cast.marjan, cast.tom, cast.ali, cast.karin):
        for step, data in steps.items():
            assert as_person(person).post(f"{BOARD}{need.pk}/{step}", data).status_code == 404
    need.refresh_from_db()
    assert (need.title, need.closed_at) == ("Geheim van Meerlinden", None)


def test_another_network_sees_nothing_of_the_board(cast: Cast) -> None:
    need = make_post(cast.huisvriend, network=cast.meerlinden, title="Geheim van Meerlinden")
    addresses = [BOARD, f"{BOARD}van-ons/", f"{BOARD}nieuw/", f"{BOARD}{need.pk}/"]
    crossed = f"/n/oeverland/prikbord/{need.pk}/"
    for person in (cast.karin, cast.ali, cast.ria, cast.fatma):
        for address in [*addresses, crossed]:
            answer = as_person(person).get(address)
            assert answer.status_code == 404
            assert "Meerlinden" not in answer.content.decode()
    assert "Geheim" not in Client().get("/n/meerlinden/").content.decode()
    assert "Geheim" in as_person(cast.henk).get(f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/").content.decode()
    assert (
        "Geheim" not in as_person(cast.ali).get(f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/").content.decode()
    )


def test_an_organisation_that_left_takes_its_posts_along(cast: Cast) -> None:
    need = make_post(cast.huisvriend, network=cast.meerlinden)
    cast.huisvriend.partnerships.update(ended_on=clock.today())
    assert as_person(cast.samira).get(f"{BOARD}{need.pk}/").status_code == 404
    assert as_person(cast.henk).get(BOARD).status_code == 404


def test_one_post_or_three_cost_the_same_few_questions(cast: Cast) -> None:
    browser, counts = as_person(cast.henk), []
    for more in (1, 2):
        for _number in range(more):
            make_post(cast.practice, network=cast.meerlinden)
            make_post(cast.nursing, network=cast.meerlinden, kind="offer")
        browser.get(BOARD)
        with CaptureQueriesContext(connection) as asked:
            browser.get(BOARD)
        counts.append(len(asked))
    assert counts[0] == counts[1] < 20


def test_twenty_five_posts_fit_in_a_column() -> None:
    network = make_network(slug="druk")
    organisation = make_organisation(network=network)
    person = make_user()
    give_role(person, roles.COORDINATOR, organisation=organisation)
    for number in range(26):
        make_post(organisation, network=network, title=f"Vraag {number:02}")
    browser = as_person(person)
    first, second = (browser.get("/n/druk/prikbord/", {"page": page}).content.decode() for page in (1, 2))
    assert (first.count("Vraag "), second.count("Vraag ")) == (25, 1)
    assert browser.get("/n/druk/prikbord/", {"page": 3}).status_code == 404


def test_who_asked_hears_once_that_there_are_replies(cast: Cast, mailbox: Mailbox) -> None:
    henk = as_person(cast.henk)
    address = henk.post(f"{BOARD}nieuw/", POST)["Location"]
    for person, text in ((cast.samira, "Onze bus"), (cast.joke, "Onze ook"), (cast.henk, "Dank")):
        as_person(person).post(f"{address}reactie/", {"text": text})
    (job,) = ProcrastinateJob.objects.filter(task_name=tasks.tell_poster.name)
    tasks.tell_poster(**job.args)
    (letter,) = mailbox.to("henk@voorbeeld.test")
    assert address in letter.text
    assert "bus" not in letter.text + letter.subject
    BoardPost.objects.all().delete()
    tasks.tell_poster(**job.args)
    assert len(mailbox.to("henk@voorbeeld.test")) == 1
