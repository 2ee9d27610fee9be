"""Finding on a telephone, in a real browser: results follow typing, the focus stays, going back goes back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from samenspel.directory.models import Offer
from samenspel.networks.models import Network
from samenspel.places import actions as places
from samenspel.places.models import AreaEdition
from tests.browsing import Server
from tests.directory.making import make_offer

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
FIND = "/n/meerlinden/zoeken/"
expect.set_options(timeout=20_000)
WORDS = "mijn vader is eenzaam en zoekt gezelschap"


@pytest.fixture
def offers(site: Server) -> Iterator[list[Offer]]:
    """Company at home, with room, in the Centrum; eating together, on Thursday; help with forms."""
    if not AreaEdition.objects.filter(area="BU99010002").exists():
        places.import_meerlinden()
    Network.objects.filter(pk=site.cast.meerlinden.pk).update(area="GM9901")
    centre = AreaEdition.objects.get(area="BU99010002")
    at_centre = {"latitude": centre.centre_lat, "longitude": centre.centre_lon}
    dinner = {"name": "Aanschuiftafel", "description": "Samen eten.", "kinds": ["eating-together"], "days": ["thu"]}
    forms = {"name": "Formulierenhulp", "description": "Hulp met brieven en formulieren.", "kinds": ["home-paperwork"]}
    made = [
        make_offer(site.cast.huisvriend, contact_phone="0300 111 222", days=["tue"], **at_centre),
        make_offer(site.cast.welzijn, form="group", **at_centre, **dinner),
        make_offer(site.cast.welzijn, **forms),
    ]
    yield made
    Offer.objects.filter(pk__in=[one.pk for one in made]).delete()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A small telephone."""
    opened = browser.new_context(base_url=server.url, viewport=PHONE, locale="nl-NL")  # type: ignore[arg-type]
    yield opened
    opened.close()


@pytest.fixture
def page(phone: BrowserContext, offers: list[Offer]) -> Page:
    """The finding page of Meerlinden, nothing asked yet."""
    opened = phone.new_page()
    opened.goto(FIND)
    return opened


def test_results_follow_typing_and_the_focus_stays(page: Page) -> None:
    page.get_by_label("Wat zoekt u?").press_sequentially(WORDS, delay=15)
    expect(page.locator(".result").first).to_contain_text("Bezoek aan huis")
    expect(page.get_by_label("Wat zoekt u?")).to_be_focused()
    expect(page.locator("#gevonden-aantal")).to_have_text(re.compile("mogelijkhe"))
    assert page.url.endswith(f"{FIND}?q={WORDS.replace(' ', '+')}")
    assert page.title().startswith("Mijn vader is eenzaam")


def test_a_daughter_on_a_telephone_comes_to_the_number_to_call(page: Page) -> None:
    page.get_by_label("Wat zoekt u?").fill(WORDS)
    page.get_by_label("Postcode of buurt").fill("Centrum")
    expect(page.locator("#gevonden-titel")).to_contain_text("bij Centrum")
    page.get_by_role("link", name="Huisbezoek", exact=True).click()
    expect(page.get_by_role("heading", name="U zoekt")).to_be_visible()
    expect(page.locator("#soort-social-visiting")).to_be_focused()
    page.locator(".result").first.get_by_role("link", name="Bezoek aan huis").click()
    expect(page.get_by_role("link", name="0300 111 222")).to_have_attribute("href", "tel:0300111222")


def test_going_back_takes_a_choice_off_again(page: Page) -> None:
    page.goto(f"{FIND}?q=gezelschap")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("In een groep").check()
    expect(page.locator(".find__on")).to_contain_text("In een groep")
    expect(page.get_by_label("In een groep")).to_be_focused()
    assert "vorm=group" in page.url
    page.go_back()
    expect(page.locator(".find__on")).to_have_count(0)
    assert "vorm=group" not in page.url


def test_only_the_answer_to_the_newest_words_shows(page: Page) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    page.route(re.compile("q=formulier&"), late)
    box = page.get_by_label("Wat zoekt u?")
    box.fill("formulier")
    page.wait_for_timeout(120)
    box.fill("samen eten")
    expect(page.locator(".result").first).to_contain_text("Aanschuiftafel")
    page.wait_for_timeout(700)
    expect(page.locator(".result").first).to_contain_text("Aanschuiftafel")


def test_words_of_danger_show_the_numbers_while_typing(page: Page) -> None:
    page.get_by_label("Wat zoekt u?").press_sequentially("ik wil dood", delay=15)
    expect(page.get_by_role("link", name="0800-0113")).to_be_visible()
    page.get_by_label("Wat zoekt u?").fill("ik wil samen eten")
    expect(page.get_by_role("link", name="0800-0113")).to_have_count(0)


def test_a_telephone_tells_the_neighbourhood_only_after_a_yes(phone: BrowserContext, page: Page) -> None:
    centre = AreaEdition.objects.get(area="BU99010002")
    phone.grant_permissions(["geolocation"])
    phone.set_geolocation({"latitude": centre.centre_lat, "longitude": centre.centre_lon})
    page.get_by_label("Wat zoekt u?").fill("gezelschap")
    page.get_by_text("Bij mij in de buurt").click()
    expect(page.get_by_text("Wij bewaren uw plek niet.")).to_be_visible()
    page.get_by_role("button", name="Ja, vraag mijn plek").click()
    expect(page.get_by_label("Postcode of buurt")).to_have_value(re.compile("Meerlinden"))
    assert "buurt=BU9901" in page.url
    assert f"{centre.centre_lat:.2f}" not in page.url


def test_the_map_holds_what_the_list_holds(phone: BrowserContext, page: Page) -> None:
    page.goto(f"{FIND}?q=gezelschap&plek=Centrum")
    expect(page.locator(".map-point")).to_have_count(0)
    page.get_by_text("Kaart", exact=True).click()
    expect(page.locator(".map-point")).to_have_text("2")
    page.locator(".map-point").press("Enter")
    expect(page.locator(".leaflet-popup").get_by_role("link", name="Aanschuiftafel")).to_be_visible()


def test_all_of_it_works_with_a_keyboard_and_without_scripts(
    browser: Browser, site: Server, offers: list[Offer]
) -> None:
    plain = browser.new_context(base_url=site.url, viewport=PHONE, locale="nl-NL", java_script_enabled=False)  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto(FIND)
    page.get_by_label("Wat zoekt u?").focus()
    page.keyboard.type(WORDS)
    page.keyboard.press("Tab")
    page.keyboard.type("Centrum")
    page.keyboard.press("Enter")
    expect(page.locator("#gevonden-titel")).to_contain_text("bij Centrum")
    page.locator(".filters__open").press("Enter")
    page.get_by_label("In een groep").press("Space")
    page.get_by_role("button", name="Toon wat past").press("Enter")
    expect(page.locator(".result")).to_have_count(1)
    page.locator(".find__on a").first.press("Enter")
    expect(page.locator(".find__on")).to_have_count(0)
    plain.close()


@pytest.mark.parametrize("address", [FIND, f"{FIND}?q=gezelschap&plek=Centrum", f"{FIND}?q=ik+wil+dood"])
def test_it_fits_a_telephone_of_320_pixels(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_first_page_is_light(page: Page) -> None:
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(answer.request.sizes()["responseBodySize"]))
    page.goto(FIND, wait_until="networkidle")
    assert sum(sizes) < 100_000
