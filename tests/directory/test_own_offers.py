"""An organisation keeps its own offers: writes, leaves off and goes on, says if there is room, closes and opens."""

import io
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from samenspel.audit.models import Entry
from samenspel.directory.forms import DescribeForm
from samenspel.directory.models import Offer
from samenspel.networks.models import Organisation
from samenspel.places.models import Area
from tests.cast import Cast, as_person
from tests.directory.making import make_offer

pytestmark = pytest.mark.django_db
FILLED_IN = {
    "name": "Voorlezen aan huis",
    "description": "Een voorlezer komt langs met de krant.",
    "kind": "social-visiting",
    "second_kind": "life-story-and-meaning",
    "third_kind": "social-visiting",
    "way": "one_to_one",
    "provider": "volunteer",
    "target_groups": ["older"],
    "days": ["mon", "thu"],
    "day_parts": ["morning"],
    "languages": ["nl", "tr"],
    "conditions": "U woont in Meerlinden.",
    "wishes": "U houdt van verhalen.",
}


def list_of(organisation: Organisation) -> str:
    return f"/o/{organisation.slug}/aanbod/"


def events() -> list[str]:
    found = Entry.objects.filter(event__startswith="directory.").order_by("pk").values_list("event", flat=True)
    return [event.removeprefix("directory.offer.") for event in found]


def test_an_offer_is_written_and_published(cast: Cast) -> None:
    page = as_person(cast.henk).post(f"{list_of(cast.huisvriend)}nieuw/", FILLED_IN, follow=True).content.decode()
    assert "Voorlezen aan huis" in page
    assert "Vraag of er plek is" in page
    made = Offer.objects.get()
    assert (made.state, made.slug, made.organisation) == ("open", "voorlezen-aan-huis", cast.huisvriend)
    assert made.kinds == ["social-visiting", "life-story-and-meaning"]
    assert (made.conditions, made.wishes) == ("U woont in Meerlinden.", "U houdt van verhalen.")
    assert made.confirmed_at
    assert events() == ["published"]


def test_a_form_sent_twice_gives_one_offer_and_a_namesake_gets_its_own_address(cast: Cast) -> None:
    browser, address = as_person(cast.henk), f"{list_of(cast.huisvriend)}nieuw/"
    once = browser.get(address).context["form"]["once"].value()
    for _time in range(2):
        browser.post(address, FILLED_IN | {"once": once})
    assert Offer.objects.count() == 1
    browser.post(address, FILLED_IN)
    assert set(Offer.objects.values_list("slug", flat=True)) == {"voorlezen-aan-huis", "voorlezen-aan-huis-2"}


def test_a_mistake_keeps_what_was_typed(cast: Cast) -> None:
    answer = as_person(cast.henk).post(f"{list_of(cast.huisvriend)}nieuw/", FILLED_IN | {"kind": "", "name": ""})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Er klopt iets nog niet" in page
    assert "Een voorlezer komt langs met de krant." in page
    assert not Offer.objects.exists()


def test_what_is_typed_is_kept_by_itself_and_taken_up_again(cast: Cast) -> None:
    browser, address = as_person(cast.henk), f"{list_of(cast.huisvriend)}nieuw/"
    once = browser.get(address).context["form"]["once"].value()
    for text in ("Voor", "Voorlezen\x00 op "):
        answer = browser.post(f"{address}concept/", {"once": once, "description": text, "days": ["mon", "tue"]})
        assert answer.status_code == 204
        assert unquote(answer["X-Saved"]).startswith("Als concept bewaard om")
    kept = Offer.objects.get()
    assert (kept.state, events()) == ("draft", ["drafted"])
    page = browser.get(f"{list_of(cast.huisvriend)}{kept.pk}/").content.decode()
    assert "Voorlezen op" in page
    assert "U was hier gebleven" in page
    assert page.count("checked") == 5  # two days, and what was there: form, provider and language stay chosen


def test_no_control_hides_the_form_from_scripts() -> None:
    """A control called `form` or `submit` replaces what scripts ask of the form itself; saving by itself stops."""
    assert not set(DescribeForm.base_fields) & {"form", "submit", "action", "method", "elements", "closest"}


def test_later_works_without_script_and_publishing_ends_the_draft(cast: Cast) -> None:
    browser = as_person(cast.henk)
    browser.post(f"{list_of(cast.huisvriend)}nieuw/", {"name": "Nog niet af", "later": "1"})
    kept = Offer.objects.get()
    assert "Nog niet af" in browser.get(list_of(cast.huisvriend)).content.decode()
    browser.post(f"{list_of(cast.huisvriend)}{kept.pk}/", FILLED_IN)
    kept.refresh_from_db()
    assert (kept.state, kept.unsaved, kept.name) == ("open", None, "Voorlezen aan huis")
    assert events() == ["drafted", "published"]


def test_a_draft_never_holds_a_bsn(cast: Cast) -> None:
    address = f"{list_of(cast.huisvriend)}nieuw/concept/"
    as_person(cast.henk).post(address, {"name": "Bezoek", "description": "Het gaat om 111222333."})
    assert Offer.objects.get().unsaved == {"name": ["Bezoek"]}


def test_typing_in_an_open_offer_changes_nothing_for_others_until_it_is_saved(cast: Cast) -> None:
    offer, browser = make_offer(cast.huisvriend), as_person(cast.henk)
    browser.post(f"{list_of(cast.huisvriend)}{offer.pk}/concept/", {"name": "Half"})
    offer.refresh_from_db()
    assert (offer.name, offer.state, events()) == ("Bezoek aan huis", "open", [])
    browser.post(f"{list_of(cast.huisvriend)}{offer.pk}/weggooien/")
    offer.refresh_from_db()
    assert (offer.name, offer.unsaved, events()) == ("Bezoek aan huis", None, ["draft_discarded"])


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"capacity": "room"}, ("room", None, None)),
        ({"capacity": "room", "number": "3"}, ("room", 3, None)),
        ({"capacity": "room", "number": "0"}, ("full", None, None)),
        ({"capacity": "room", "number": "123456"}, ("room", 9999, None)),
        ({"capacity": "waiting"}, ("waiting", None, None)),
        ({"capacity": "waiting", "number": "6"}, ("waiting", None, 6)),
        ({"capacity": "full", "number": "6"}, ("full", None, None)),
    ],
)
def test_one_tap_says_if_there_is_room(
    cast: Cast, sent: dict[str, str], expected: tuple[str, int | None, int | None]
) -> None:
    offer = make_offer(cast.huisvriend)
    as_person(cast.henk).post(f"{list_of(cast.huisvriend)}{offer.pk}/plek/", sent)
    offer.refresh_from_db()
    assert (offer.capacity, offer.free_places, offer.waiting_weeks) == expected
    assert offer.capacity_changed_at
    assert events() == ["room_told"]


@pytest.mark.parametrize("sent", [{}, {"capacity": "unknown"}, {"capacity": "room", "number": "veel"}])
def test_a_number_that_is_none_gets_a_sentence(cast: Cast, sent: dict[str, str]) -> None:
    offer = make_offer(cast.huisvriend)
    answer = as_person(cast.henk).post(f"{list_of(cast.huisvriend)}{offer.pk}/plek/", sent, follow=True)
    assert "Dat getal begrijpen wij niet" in answer.content.decode()
    assert events() == []


def test_closing_can_be_undone(cast: Cast) -> None:
    offer, browser = make_offer(cast.huisvriend), as_person(cast.henk)
    here = f"{list_of(cast.huisvriend)}{offer.pk}/"
    page = browser.post(f"{here}sluiten/", follow=True).content.decode()
    assert f"{here}openen/" in page
    assert "was al gesloten" in browser.post(f"{here}sluiten/", follow=True).content.decode()
    assert "staat niet open" in browser.post(f"{here}plek/", {"capacity": "full"}, follow=True).content.decode()
    browser.post(f"{here}openen/")
    assert "staat al open" in browser.post(f"{here}openen/", follow=True).content.decode()
    offer.refresh_from_db()
    assert (offer.state, offer.closed_because) == ("open", "")
    assert events() == ["closed", "reopened"]


def test_a_picture_comes_along_with_words_and_goes_again(
    cast: Cast, settings: LazySettings, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(drawn, "PNG")
    offer, browser = make_offer(cast.huisvriend), as_person(cast.henk)
    address = f"{list_of(cast.huisvriend)}{offer.pk}/"
    for words, status in (("", 200), ("Twee mensen aan tafel", 302)):
        picture = SimpleUploadedFile("foto.png", drawn.getvalue())
        assert browser.post(address, FILLED_IN | {"picture": picture, "picture_alt": words}).status_code == status
    offer.refresh_from_db()
    page = browser.get(f"/n/meerlinden/aanbod/{offer.slug}/").content.decode()
    assert 'alt="Twee mensen aan tafel"' in page
    browser.post(address, FILLED_IN | {"picture_alt": "Twee mensen"})
    kept = offer.picture.name
    offer.refresh_from_db()
    assert offer.picture.name == kept
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(address, FILLED_IN | {"without_picture": "on"})
    offer.refresh_from_db()
    assert not offer.picture
    assert not list(tmp_path.rglob("*.webp"))


def test_nobody_else_keeps_it(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    here = f"{list_of(cast.huisvriend)}{offer.pk}/"
    for person in (cast.samira, cast.tom, cast.ria, cast.karin, cast.ali, cast.marjan):
        browser = as_person(person)
        for address in (here, f"{here}concept/", f"{here}plek/", f"{here}sluiten/", f"{here}weggooien/"):
            assert browser.post(address, {"capacity": "full"} | FILLED_IN).status_code == 404
    own = as_person(cast.ali)
    assert own.post(f"{list_of(cast.oeverhulp)}{offer.pk}/", FILLED_IN).status_code == 404
    offer.refresh_from_db()
    assert (offer.capacity, offer.state, offer.name) == ("unknown", "open", "Bezoek aan huis")


def test_the_areas_of_the_network_can_be_chosen(cast: Cast) -> None:
    area = Area.objects.create(
        code="GM9999", kind="municipality", name="Meerlinden", name_key="meerlinden", latest_year=2024
    )
    cast.meerlinden.area = area
    cast.meerlinden.save()
    browser, address = as_person(cast.henk), f"{list_of(cast.huisvriend)}nieuw/"
    assert "Meerlinden (gemeente)" in browser.get(address).content.decode()
    browser.post(address, FILLED_IN | {"area_codes": ["GM9999"]})
    assert Offer.objects.get().area_codes == ["GM9999"]
    assert browser.post(address, FILLED_IN | {"area_codes": ["GM0001"]}).status_code == 200


def test_three_offers_take_as_many_queries_as_one(cast: Cast) -> None:
    browser = as_person(cast.henk)
    make_offer(cast.huisvriend)
    browser.get(list_of(cast.huisvriend))  # the first page of a session asks more
    with CaptureQueriesContext(connection) as one:
        browser.get(list_of(cast.huisvriend))
    for _number in range(2):
        make_offer(cast.huisvriend)
    with CaptureQueriesContext(connection) as three:
        browser.get(list_of(cast.huisvriend))
    assert len(three) == len(one)
