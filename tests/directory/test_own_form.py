"""The form of an offer: where it happens, parts that fold, and saving by itself that comes too late."""

import io
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import LazySettings
from django.core.files.storage import default_storage
from PIL import Image

from samenspel.directory.models import Offer
from samenspel.lib.pictures import read_picture
from samenspel.networks import pictures
from tests.cast import Cast, as_person
from tests.directory.making import make_offer
from tests.directory.test_own_offers import FILLED_IN, list_of
from tests.places.samples import addresses, bring_in, bring_in_postcodes, neighbourhood, row_of_squares, square

pytestmark = pytest.mark.django_db


def point_of(offer: Offer) -> tuple[float, float] | None:
    offer.refresh_from_db()
    if offer.longitude is None or offer.latitude is None:
        return None
    return round(offer.longitude, 4), round(offer.latitude, 4)


def place(cast: Cast, where: str, **more: Any) -> Any:
    return as_person(cast.henk).post(f"{list_of(cast.huisvriend)}nieuw/", FILLED_IN | {"where": where} | more)


@pytest.mark.parametrize("where", ["Centrum Baarn", "3743 AB 1", "BU03080000"])
def test_a_place_becomes_the_middle_of_its_neighbourhood(cast: Cast, where: str) -> None:
    bring_in(neighbourhood())
    bring_in_postcodes(*addresses("3743AB", "BU03080000", range(1, 4)))
    assert place(cast, where).status_code == 302
    assert point_of(Offer.objects.get()) == (5.005, 52.005)


def test_several_neighbourhoods_become_a_question(cast: Cast) -> None:
    bring_in(*row_of_squares(2))
    bring_in_postcodes(*addresses("3743AB", "BU03080000", [1]), *addresses("3743AB", "BU03080001", [3]))
    answer = place(cast, "3743 AB")
    assert "Er zijn 2 buurten mogelijk" in answer.content.decode()
    assert not Offer.objects.exists()
    assert place(cast, "3743 AB", choice="BU03080001").status_code == 302
    assert point_of(Offer.objects.get()) == (5.015, 52.005)


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("Londen", "kennen wij niet als plaats of buurt"),
        ("B-1000 Brussel", "kennen wij niet als plaats of buurt"),
        ("9999 ZZ", "kennen wij niet"),
        ("51.5, -0.1", "kennen wij niet"),
        ("<script>alert(1)</script>", "kennen wij niet"),
        ("'; DROP TABLE directory_offer; --", "kennen wij niet"),
    ],
)
def test_a_place_that_we_do_not_know_gets_a_sentence_and_loses_nothing(cast: Cast, where: str, sentence: str) -> None:
    bring_in(neighbourhood())
    answer = place(cast, where)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page or "postcode" in page
    assert "Een voorlezer komt langs met de krant." in page
    assert "<script>alert" not in page
    assert not Offer.objects.exists()


def test_help_at_home_has_no_place_and_a_place_can_go_again(cast: Cast) -> None:
    bring_in(neighbourhood())
    place(cast, "Centrum Baarn")
    offer, browser = Offer.objects.get(), as_person(cast.henk)
    here = f"{list_of(cast.huisvriend)}{offer.pk}/"
    assert 'value="Centrum (Baarn)"' in browser.get(here).content.decode()
    browser.post(here, FILLED_IN | {"where": ""})
    assert point_of(offer) is None


def test_saving_keeps_a_point_that_is_more_exact(cast: Cast) -> None:
    bring_in(neighbourhood(), neighbourhood("BU03080001", "Noord", geometry=square(west=6.0)))
    offer = make_offer(cast.huisvriend, longitude=5.0011, latitude=52.0011)
    far = make_offer(cast.huisvriend, longitude=4.5, latitude=51.5)
    for one, where in ((offer, "Centrum (Baarn)"), (far, "")):
        as_person(cast.henk).post(f"{list_of(cast.huisvriend)}{one.pk}/", FILLED_IN | {"where": where})
    assert (point_of(offer), point_of(far)) == ((5.0011, 52.0011), (4.5, 51.5))
    as_person(cast.henk).post(f"{list_of(cast.huisvriend)}{far.pk}/", FILLED_IN | {"where": "Noord Baarn"})
    assert point_of(far) == (6.005, 52.005)


def test_everybody_reads_where_and_when(cast: Cast) -> None:
    bring_in(neighbourhood())
    place(cast, "Centrum Baarn", times="9.00 - 12.00 uur")
    offer = Offer.objects.get()
    page = as_person(cast.ria).get(f"/n/meerlinden/aanbod/{offer.slug}/").content.decode()
    assert "Centrum (Baarn)" in page
    assert "9.00 - 12.00 uur" in page


def test_closed_parts_say_what_is_filled_in_and_a_mistake_opens_its_part(cast: Cast) -> None:
    browser, address = as_person(cast.henk), f"{list_of(cast.huisvriend)}nieuw/"
    assert [section.is_open for section in browser.get(address).context["form"].sections] == [True] + [False] * 4
    answer = browser.post(address, FILLED_IN | {"contact_phone": "bel maar", "how_to_apply": "Bel Ineke."})
    sections = answer.context["form"].sections
    assert [section.is_open for section in sections] == [True, False, False, True, False]
    assert sections[2].told == "maandag · donderdag · ochtend"
    assert sections[3].told.startswith("Bel Ineke. · bel maar")
    assert sections[4].told == ""
    assert "Nog niets ingevuld" in answer.content.decode()


def test_saving_by_itself_that_comes_after_publishing_leaves_no_mark(cast: Cast) -> None:
    browser, address = as_person(cast.henk), f"{list_of(cast.huisvriend)}nieuw/"
    once = browser.get(address).context["form"]["once"].value()
    browser.post(address, FILLED_IN | {"once": once})
    late = browser.post(f"{address}concept/", {"once": once, "name": "Half"})
    assert "staat er al" in unquote(late["X-Saved"])
    offer = Offer.objects.get()
    assert (offer.unsaved, offer.name) == (None, "Voorlezen aan huis")
    here = f"{list_of(cast.huisvriend)}{offer.pk}/"
    again = browser.get(here).context["form"]["once"].value()
    browser.post(f"{here}concept/", {"once": again, "name": "Half"})
    offer.refresh_from_db()
    assert offer.unsaved == {"name": ["Half"]}


def test_a_picture_goes_with_its_offer(
    cast: Cast, settings: LazySettings, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(drawn, "PNG")
    name = pictures.store(read_picture(drawn, size=len(drawn.getvalue())))
    make_offer(cast.huisvriend, picture=name, picture_alt="Een tafel")
    with django_capture_on_commit_callbacks(execute=True):
        Offer.objects.all().delete()
    assert not default_storage.exists(name)
    assert not list(tmp_path.rglob("*.webp"))


NASTY = [
    "'; DROP TABLE directory_offer; --",
    "<script>alert(1)</script>",
    '"><img src=x onerror=y>',
    "a\u202eb\x07c\u200b",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_that_is_typed_does_anything(cast: Cast, nasty: str) -> None:
    texts = ("name", "description", "conditions", "wishes", "address", "times", "cost", "how_to_apply", "contact_name")
    answer = as_person(cast.henk).post(f"{list_of(cast.huisvriend)}nieuw/", FILLED_IN | dict.fromkeys(texts, nasty))
    assert answer.status_code == 302
    offer = Offer.objects.get()
    page = as_person(cast.ria).get(f"/n/meerlinden/aanbod/{offer.slug}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert not {"\u202e", "\x07", "\u200b"} & set(offer.name)
