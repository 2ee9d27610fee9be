"""What the doors show and hide in a browser: the relation only for another, whether that other knows always then."""

import pytest
from playwright.sync_api import Browser

from samenspel.places.models import Area
from tests.browsing import Server
from tests.walk.stage import meerlinden_area

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 760}


def test_a_daughter_is_asked_what_she_is_to_her_mother_and_whether_she_knows(site: Server, browser: Browser) -> None:
    # Not 'Centrum': other tests on this site search by that name.
    inside = {"municipality": meerlinden_area(), "latest_year": 2024}
    district, _made = Area.objects.get_or_create(
        code="WK999902",
        defaults={"kind": "district", "name": "Buiten", "name_key": "buiten", "parent": meerlinden_area(), **inside},
    )
    Area.objects.get_or_create(
        code="BU99990201",
        defaults={"kind": "neighbourhood", "name": "Waterkant", "name_key": "waterkant", "parent": district, **inside},
    )
    page = browser.new_page(base_url=site.url, viewport=PHONE, locale="nl-NL")  # type: ignore[arg-type]
    page.goto("/n/meerlinden/hulp-vragen/1/")
    page.fill("#id_words", "Mijn moeder is veel alleen.")
    page.click("main form button[type=submit]")
    page.click("main form button[type=submit]")
    assert not page.is_visible("#id_relation")
    page.check("#id_for_whom_1")
    assert page.is_visible("#id_relation")
    page.select_option("#id_relation", "child")
    page.check("#id_age_band_5")
    page.fill("#id_where", "Waterkant")
    page.click("main form button[type=submit]")
    page.click("main form button[type=submit]")
    assert page.is_visible("#id_other_knows_0")
    assert not page.is_visible("#id_address")
    page.check("#id_told_by_2")
    assert page.is_visible("#id_address")


def test_words_are_kept_while_a_resident_types_and_kinds_come_while_a_professional_does(
    site: Server, browser: Browser
) -> None:
    page = browser.new_page(base_url=site.url, viewport=PHONE, locale="nl-NL")  # type: ignore[arg-type]
    page.goto("/n/meerlinden/hulp-vragen/1/")
    page.fill("#id_words", "Ik zit veel alleen thuis.")
    page.wait_for_selector("[data-saved]:not(:empty)")
    page.goto("/n/meerlinden/hulp-vragen/1/")
    assert page.input_value("#id_words") == "Ik zit veel alleen thuis."
    page.goto("/n/meerlinden/voordeur/")
    page.fill("#id_words", "Mevrouw zoekt iemand om mee te wandelen.")
    page.wait_for_selector("#id_kinds_0")
    assert "Wandelen" in page.inner_text("#soorten")
