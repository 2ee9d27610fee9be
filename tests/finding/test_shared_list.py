"""A list passed on: the address holds it, anybody with the address reads it, and mailing it tells of nobody."""

from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
from django.core.cache import cache
from django.test import Client

from samenspel.audit.models import Entry
from samenspel.finding import mylist
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def code(cast: Cast) -> str:
    """Two offers of two networks, in an order that is not that of their names."""
    second = make_offer(cast.oeverhulp, name="Samen eten", contact_phone="0300 222 333")
    return mylist.code_of([make_offer(cast.huisvriend, name="Wandelmaatje").pk, second.pk])


def read(address: str) -> str:
    return Client().get(address).content.decode()


def test_who_has_the_address_reads_the_list_in_its_order(code: str) -> None:
    page = read(f"/lijstje/{code}/")
    assert page.index("Wandelmaatje") < page.index("Samen eten")
    assert "/n/meerlinden/aanbod/" in page
    assert "/n/oeverland/aanbod/" in page
    assert f"http://127.0.0.1:8000/lijstje/{code}/" in page


def test_a_broken_code_gets_a_clear_page(code: str) -> None:
    for broken in (code[:-3], "nonsens", "%00", "é", "x" * 2000):
        for page in ("", "afdrukken/"):
            answer = Client().get(f"/lijstje/{broken}/{page}")
            assert answer.status_code == 404
            assert "Dit lijstje kunnen wij niet openen" in answer.content.decode()
    for page in ("mail/", "bewaren/"):
        assert Client().post(f"/lijstje/{code[:-3]}/{page}", {"email": "a@voorbeeld.test"}).status_code == 404


def test_a_list_of_what_is_gone_still_opens() -> None:
    page = read(f"/lijstje/{mylist.code_of([uuid4()])}/")
    assert "Dit aanbod staat er niet meer" in page


def test_taking_it_over_comes_behind_what_one_had_and_can_be_undone(cast: Cast, code: str) -> None:
    own = make_offer(cast.welzijn, name="Eigen keuze")
    visitor = Client()
    visitor.post("/zoeken/bewaard/zet/", {"bewaar": own.pk})
    page = visitor.post(f"/lijstje/{code}/bewaren/", follow=True).content.decode()
    assert page.index("Eigen keuze") < page.index("Wandelmaatje") < page.index("Samen eten")
    assert f"/zoeken/bewaard/terug/{mylist.code_of([own.pk])}/" in page


def test_on_paper_stand_phone_number_and_the_picture_and_nothing_of_the_site(code: str) -> None:
    page = read(f"/lijstje/{code}/afdrukken/")
    for text in ("0300 222 333", "Wandelmaatje", "/qr.svg?pad=%2Flijstje%2F", "Bevestigd op"):
        assert text in page
    assert "site-header" not in page
    assert "site-footer" not in page


def test_the_picture_is_an_svg_that_may_be_shown(code: str) -> None:
    answer = Client().get("/qr.svg", {"pad": f"/lijstje/{code}/"})
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert ET.fromstring(answer.content).tag.endswith("svg")  # noqa: S314 -- made by ourselves
    assert b"style=" not in answer.content
    assert Client().get("/qr.svg", {"pad": f"/lijstje/{'A' * mylist.LONGEST_CODE}/"}).status_code == 200


@pytest.mark.parametrize("path", ["https://kwaad.example/", "//kwaad.example/zoeken/", "/account/", "/\x00", "zoeken/",
                                  "/zoeken/?q=" + "x" * 2000, "/niets/", "/logboek/"])  # fmt: skip
def test_there_is_no_picture_of_anything_else(path: str) -> None:
    assert Client().get("/qr.svg", {"pad": path}).status_code == 404


def test_the_mail_holds_names_and_links_and_the_address_stays_nowhere(code: str, mailbox: Mailbox) -> None:
    answer = Client().post(f"/lijstje/{code}/mail/", {"email": "els@voorbeeld.test"}, follow=True)
    assert "komt zo in uw mailbox" in answer.content.decode()
    (letter,) = mailbox.to("els@voorbeeld.test")
    for text in ("Wandelmaatje", "Samen eten", f"/lijstje/{code}/", "/n/oeverland/aanbod/"):
        assert text in letter.text
    assert "0300" not in letter.text
    (line,) = Entry.objects.filter(event="finding.list.mailed")
    assert "els@" not in repr(vars(line))
    assert "els@" not in answer.content.decode()


def test_the_mail_is_in_the_language_of_the_reader(code: str, mailbox: Mailbox) -> None:
    visitor = Client()
    visitor.cookies["django_language"] = "en"
    visitor.post(f"/lijstje/{code}/mail/", {"email": "els@voorbeeld.test"})
    assert mailbox.to("els@voorbeeld.test")[0].subject == "Your list from Samenspel"


def test_a_wrong_address_keeps_what_was_typed_and_says_what_is_wrong(code: str, mailbox: Mailbox) -> None:
    page = Client().post(f"/lijstje/{code}/mail/", {"email": "els@"}).content.decode()
    assert "els@" in page
    assert "Wandelmaatje" in page
    assert mailbox.letters() == []


def test_one_address_gets_few_mails_and_the_answer_does_not_tell(code: str, mailbox: Mailbox) -> None:
    cache.clear()
    answers = [
        Client(REMOTE_ADDR=f"10.0.0.{number}").post(
            f"/lijstje/{code}/mail/", {"email": "Els@voorbeeld.test"}, follow=True
        )
        for number in range(5)
    ]
    assert len(mailbox.to("Els@voorbeeld.test")) == 3
    assert {answer.status_code for answer in answers} == {200}
    assert all("komt zo in uw mailbox" in answer.content.decode() for answer in answers)


def test_one_visitor_sends_few_mails(code: str, mailbox: Mailbox) -> None:
    cache.clear()
    sent = [
        Client().post(f"/lijstje/{code}/mail/", {"email": f"iemand{number}@voorbeeld.test"}) for number in range(12)
    ]
    assert [answer.status_code for answer in sent].count(429) == 2
    assert len(mailbox.letters()) == 10
