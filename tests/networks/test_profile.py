"""P0.5, P3.7: the page of an organisation, and keeping it."""

import pytest
from django.test import Client

from samenspel.audit.models import Entry
from samenspel.networks.models import Organisation
from samenspel.networks.rules import OrganisationKind as Kind
from tests.cast import Cast, as_person
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db


def page_of(organisation: Organisation) -> str:
    return f"/n/meerlinden/organisaties/{organisation.slug}/"


def form_of(organisation: Organisation) -> str:
    return f"/o/{organisation.slug}/profiel/"


def form_data(**changes: str) -> dict[str, str]:
    return {"what_we_do": "Wij gaan op bezoek.", "contact_name": "Henk Postma", "website": "huisvriend.test", **changes}


def again(organisation: Organisation) -> Organisation:
    return Organisation.objects.get(pk=organisation.pk)


def test_anyone_reads_what_an_organisation_does_and_whom_to_call(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.huisvriend.pk).update(
        what_we_do="Wij gaan op bezoek.", what_we_need="Een busje", contact_phone="06 1234 5678"
    )
    page = Client().get(page_of(cast.huisvriend)).content.decode()
    for words in ("Wij gaan op bezoek.", "Een busje", "tel:0612345678", "Ineke Bos", "Doet sinds"):
        assert words in page
    assert "prikbord" not in page


def test_an_organisation_has_no_page_in_a_network_it_is_not_in(cast: Cast) -> None:
    assert Client().get(page_of(cast.oeverhulp)).status_code == 404
    assert Client().get("/n/meerlinden/organisaties/bestaat-niet/").status_code == 404


def test_the_administrator_keeps_the_profile_and_takes_it_back(cast: Cast) -> None:
    browser = as_person(cast.henk)
    page = browser.post(form_of(cast.huisvriend), form_data(), follow=True).content.decode()
    assert "Wij gaan op bezoek." in page
    assert again(cast.huisvriend).website == "https://huisvriend.test"
    assert Entry.objects.filter(event="networks.organisation.edited", user_id=cast.henk.pk).count() == 1
    browser.post(f"{form_of(cast.huisvriend)}terug/")
    assert again(cast.huisvriend).what_we_do == ""
    assert again(cast.huisvriend).contact_name == "Ineke Bos"


def test_nobody_else_keeps_it(cast: Cast) -> None:
    for person in (cast.samira, cast.joke, cast.tom, cast.ria, cast.karin, cast.ali, cast.marjan):
        answer = as_person(person).post(form_of(cast.huisvriend), form_data())
        assert answer.status_code == 404
        assert "Huisvriend" not in answer.content.decode()
    assert again(cast.huisvriend).what_we_do == ""


def test_a_citizen_initiative_keeps_a_named_contact(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.huisvriend.pk).update(kind=Kind.CITIZEN_INITIATIVE.value)
    answer = as_person(cast.henk).post(form_of(cast.huisvriend), form_data(contact_name=""))
    assert answer.status_code == 200
    assert "Wij gaan op bezoek." in answer.content.decode()
    assert again(cast.huisvriend).contact_name == "Ineke Bos"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("website", "javascript:alert(1)"),
        ("website", "ftp://huisvriend.test"),
        ("website", "data:text/html,x"),
        ("kvk", "1234567"),
        ("rsin", "123456789"),
        ("contact_email", "geen adres"),
        ("contact_phone", "bel maar"),
        ("contact_phone", "12"),
        ("what_we_do", "Bel over 111222333"),
        ("what_we_offer", "x" * 100_000),
        ("picture_alt", "x" * 201),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_lost(cast: Cast, field: str, value: str) -> None:
    data = form_data(what_we_need="Een busje") | {field: value}
    answer = as_person(cast.henk).post(form_of(cast.huisvriend), data)
    assert answer.status_code == 200
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert "Een busje" in answer.content.decode()
    assert again(cast.huisvriend).what_we_need == ""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("'; DROP TABLE networks_organisation; --", "&#x27;; DROP TABLE networks_organisation; --"),
        ("a\x00b\x1bc", "abc"),
        ("links\u202eom\u2066", "linksom"),
        ("{{ settings.SECRET_KEY }}", "{{ settings.SECRET_KEY }}"),
    ],
)
def test_strange_text_is_only_text(cast: Cast, typed: str, shown: str) -> None:
    as_person(cast.henk).post(form_of(cast.huisvriend), form_data(what_we_do=typed))
    page = Client().get(page_of(cast.huisvriend)).content.decode()
    assert shown in page
    assert shown in Client().get("/n/meerlinden/").content.decode()


def test_a_number_of_the_trade_register_belongs_to_one(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.welzijn.pk).update(kvk="12345678")
    answer = as_person(cast.henk).post(form_of(cast.huisvriend), form_data(kvk="1234 5678"))
    assert "hoort al bij een andere organisatie" in answer.content.decode()
    assert as_person(cast.henk).post(form_of(cast.huisvriend), form_data(kvk="8765.4321")).status_code == 302
    assert again(cast.huisvriend).kvk == "87654321"


def test_putting_back_a_number_somebody_else_got_is_said_in_words(cast: Cast) -> None:
    browser = as_person(cast.henk)
    Organisation.objects.filter(pk=cast.huisvriend.pk).update(kvk="12345678")
    browser.post(form_of(cast.huisvriend), form_data(kvk=""))
    make_organisation(name="Snelle Club")
    Organisation.objects.filter(name="Snelle Club").update(kvk="12345678")
    page = browser.post(f"{form_of(cast.huisvriend)}terug/", follow=True).content.decode()
    assert "De vorige tekst kan niet terug" in page


def test_from_ones_organisation_to_its_page(cast: Cast) -> None:
    answer = as_person(cast.henk).get(f"/o/{cast.huisvriend.slug}/")
    assert answer["Location"] == page_of(cast.huisvriend)
    lonely = make_organisation()
    assert as_person(cast.henk).get(f"/o/{lonely.slug}/").status_code == 404
