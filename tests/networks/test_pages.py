"""P0.1, P0.16: the front page of a network, and keeping it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from samenspel.networks.models import Network
from samenspel.networks.queries.pages import LINE_LENGTH, first_line
from samenspel.networks.rules import OrganisationKind as Kind
from tests.cast import Cast, as_person
from tests.factories import make_network, make_organisation

pytestmark = pytest.mark.django_db
PAGE = "/n/meerlinden/"
EDIT = "/n/meerlinden/bewerken/"


def form_data(**changes: str) -> dict[str, str]:
    return {"name": "Netwerk Meerlinden", "summary": "Hulp dichtbij.", "is_public": "on", **changes}


def queries_of(address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(address).status_code == 200
    return len(asked)


def test_a_resident_sees_whom_to_call_and_who_works_together(cast: Cast) -> None:
    Network.objects.filter(pk=cast.meerlinden.pk).update(
        contact_name="Marjan de Wit", contact_role="netwerkcoördinator", phone_hours="werkdagen van 9 tot 17 uur"
    )
    page = Client().get(PAGE).content.decode()
    for words in ("Waar kunnen we u mee helpen?", "tel:0300123456", "werkdagen van 9 tot 17 uur", "netwerkcoördinator"):
        assert words in page
    order = [page.index(name) for name in ("Welzijn Meerlinden</a>", "Stichting Huisvriend", "Gemeente Meerlinden")]
    assert order == sorted(order), "first who keeps it together, then informal, then formal"
    assert "Oeverhulp" not in page


def test_one_partner_or_three_cost_the_same_few_questions() -> None:
    network = make_network(slug="klein")
    make_organisation(network=network)
    with_one = queries_of("/n/klein/")
    for kind in (Kind.CARE_PROVIDER, Kind.WELFARE):
        make_organisation(network=network, kind=kind)
    assert queries_of("/n/klein/") == with_one <= 5  # savepoint in and out, scope, network, partners


def test_twenty_five_partners_fit_on_a_page() -> None:
    network = make_network(slug="groot")
    for number in range(26):
        make_organisation(network=network, name=f"Club {number:02}")
    first, second = (Client().get(f"/n/groot/?page={page}").content.decode() for page in (1, 2))
    assert first.count('card__title"><a') == 25
    assert "Club 25" in second
    assert "Pagina 2 van 2" in second
    assert "26 organisaties" in first


def test_a_large_network_can_be_seen_by_side() -> None:
    network = make_network(slug="groot")
    for number in range(26):
        make_organisation(network=network, name=f"Club {number:02}")
    assert Client().get("/n/groot/?kant=formal").status_code == 404
    make_organisation(network=network, name="De Huisarts", kind=Kind.CARE_PROVIDER)
    page = Client().get("/n/groot/").content.decode()
    assert "De Huisarts" not in page
    assert "?kant=formal" in page
    formal = Client().get("/n/groot/?kant=formal").content.decode()
    assert "De Huisarts" in formal
    assert "Club" not in formal
    assert "27 organisaties" in formal
    assert Client().get("/n/groot/?kant=formal&page=2").status_code == 404
    assert "Club 00" in Client().get("/n/groot/?kant=onzin").content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "9", "x", "1e9", "99999999999999999999", "²"])
def test_a_page_that_is_not_there_is_said_so(cast: Cast, page: str) -> None:
    assert Client().get(PAGE, {"page": page}).status_code == 404


def test_an_empty_network_says_what_will_come() -> None:
    make_network(slug="leeg")
    assert "Hier komen de organisaties die meedoen" in Client().get("/n/leeg/").content.decode()


def test_a_network_that_is_not_public_is_there_for_its_partners_only(cast: Cast) -> None:
    Network.objects.filter(pk=cast.meerlinden.pk).update(is_public=False)
    for browser in (Client(), as_person(cast.karin), as_person(cast.ali), as_person(cast.ria)):
        for address in (PAGE, f"{PAGE}contact/", f"{PAGE}adviseur/", f"{PAGE}organisaties/{cast.welzijn.slug}/"):
            answer = browser.get(address)
            assert answer.status_code == 404
            assert "Meerlinden" not in answer.content.decode()
    assert "Alleen de partners zien deze pagina" in as_person(cast.henk).get(PAGE).content.decode()


def test_reading_the_page_starts_no_session(cast: Cast) -> None:
    assert "samenspel" not in Client().get(PAGE).cookies


def test_the_coordinator_changes_the_page_and_takes_it_back(cast: Cast) -> None:
    browser = as_person(cast.marjan)
    page = browser.post(EDIT, form_data(summary="Samen sterk."), follow=True).content.decode()
    assert "Samen sterk." in page
    assert "Ongedaan maken" in page
    assert Entry.objects.filter(event="networks.network.edited", network_id=cast.meerlinden.pk).count() == 1
    browser.post(f"{EDIT}terug/")
    browser.post(f"{EDIT}terug/")  # a second press changes nothing
    assert Network.objects.get(pk=cast.meerlinden.pk).summary == ""


def test_only_who_keeps_the_network_may_change_it(cast: Cast) -> None:
    for person in (cast.henk, cast.karin, cast.ria, cast.tom):
        assert as_person(person).post(EDIT, form_data(summary="Overgenomen")).status_code == 404
    assert Client().post(EDIT, form_data()).status_code == 302
    assert Network.objects.get(pk=cast.meerlinden.pk).summary == ""


def test_a_bsn_in_the_text_is_refused_and_nothing_typed_is_lost(cast: Cast) -> None:
    answer = as_person(cast.marjan).post(EDIT, form_data(about="Bel over 111222333", summary="Mooi <b>netwerk</b>"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "burgerservicenummer" in page
    assert "Mooi &lt;b&gt;netwerk&lt;/b&gt;" in page


def test_the_line_about_a_partner_is_a_sentence_or_whole_words() -> None:
    assert first_line("Wij rijden. En meer.") == "Wij rijden."
    assert first_line("Eén regel\nen nog een") == "Eén regel"
    long = first_line("woorden " * 40)
    assert len(long) <= LINE_LENGTH + 2
    assert long.endswith("woorden …")
    assert first_line("") == ""
