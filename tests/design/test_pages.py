"""The frame of every page: style guide, error pages, no inline code, and what the first page weighs."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from samenspel.design import messages, parts
from tests.design.page import all_of, one

SOURCE = Path(__file__).resolve().parents[2] / "src/samenspel"
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
ERRORS = ["400", "403", "404", "413", "429", "500"]
BUDGET_BYTES = 100_000
INLINE = re.compile(
    r"""<style|\sstyle\s*=|\son\w+\s*=\s*["']|javascript:|<script(?![^>]*\ssrc=)|hx-on""", re.IGNORECASE
)
ELSEWHERE = re.compile(
    r"""(?:src|href|action)\s*=\s*["']https?://[^"']+\.(?:css|js|woff2?|png|jpe?g|svg)""", re.IGNORECASE
)


@pytest.fixture
def visitor(db: None) -> Client:
    return Client()


@pytest.fixture
def guide(visitor: Client) -> str:
    response = visitor.get(reverse("design:style_guide"))
    assert response.status_code == 200
    return response.content.decode()


def test_the_style_guide_shows_everything_without_an_account(guide: str) -> None:
    assert one(guide, "h1").text == "Zo ziet Samenspel eruit"
    ids = [element.attributes["id"] for element in all_of(guide) if "id" in element.attributes]
    assert sorted(ids) == sorted(set(ids))


def test_every_icon_that_is_asked_for_exists(guide: str) -> None:
    sprite = Path(str(finders.find("design/icons.svg"))).read_text(encoding="utf-8")
    known = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    asked = {use.attributes["href"].partition("#")[2] for use in all_of(guide, "use")}
    assert asked | set(re.findall(r'{% icon "([^"]+)"', templates)) <= known


def test_the_page_says_its_language_and_offers_the_other(guide: str) -> None:
    assert one(guide, "html").attributes["lang"] == "nl"
    other = one(guide, "button", name="language")
    assert (other.attributes["value"], other.text) == ("en", "English")


def test_the_first_thing_to_reach_is_the_way_to_the_content(guide: str) -> None:
    first = all_of(guide, "a")[0]
    assert first.attributes["href"] == "#inhoud"
    assert one(guide, "main").attributes["id"] == "inhoud"


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_nothing_to_be_drawn(name: str) -> None:
    html = render_to_string(f"{name}.html")
    assert len(one(html, "h1").text) > 5
    assert one(html, "a", class_="utrecht-button utrecht-button--primary-action").attributes["href"] == "/"
    assert all_of(html, "form") == []


def test_an_address_that_does_not_exist_gets_our_own_page(visitor: Client) -> None:
    response = visitor.get("/bestaat-niet/")
    assert response.status_code == 404
    assert one(response.content.decode(), "h1").text == "Deze pagina vinden wij niet"


def frame(**context: object) -> str:
    return render_to_string("design/base.html", context, request=RequestFactory().get("/hier/"))


def test_the_frame_shows_network_phone_navigation_and_account() -> None:
    links = [parts.Link(label="Vandaag", url="/vandaag/", current=True), parts.Link(label="Netwerk", url="/n/")]
    account = parts.AccountMenu(
        name="Ria de Wit", links=[parts.Link(label="Wat mag ik?", url="/mag/")], sign_out_url="/uit/"
    )
    html = frame(network_name="Netwerk Meerlinden", phone="0318 555 010", navigation=links, account=account)
    assert one(html, "a", aria_current="page").text == "Vandaag"
    assert "0318 555 010" in one(html, "a", href="tel:0318555010").text
    assert one(html, "form", action="/uit/").attributes["method"] == "post"


def test_a_message_with_a_way_back_has_a_button_that_posts() -> None:
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    messages.done(request, "Weggehaald.", undo_url="/terug/")
    messages.done(request, "Bewaard.")
    html = frame(messages=list(request._messages))  # type: ignore[attr-defined]
    told = [
        entry for entry in all_of(html, "p") if any("data-message" in above.attributes for above in entry.ancestors)
    ]
    assert [entry.text for entry in told] == ["Weggehaald.", "Bewaard."]
    assert one(html, "form", action="/terug/").attributes["method"] == "post"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_template_has_no_inline_style_or_script_and_loads_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert INLINE.findall(text) == []
    assert ELSEWHERE.findall(text) == []


def test_style_sheets_load_nothing_from_elsewhere() -> None:
    sheets = [path.read_text(encoding="utf-8") for path in (SOURCE / "design/static").rglob("*.css")]
    assert [address for sheet in sheets for address in re.findall(r"url\(['\"]?(https?:[^)]+)", sheet)] == []


def test_the_first_page_stays_light(visitor: Client) -> None:
    html = visitor.get("/").content
    page = html.decode()
    sheets = [link.attributes["href"] for link in all_of(page, "link", rel="stylesheet")]
    addresses = [*sheets, *(script.attributes["src"] for script in all_of(page, "script"))]
    addresses += ["design/icons.svg", "design/favicon.svg", *latin_fonts()]
    weights = {address: weight(address) for address in addresses}
    weights["page"] = len(gzip.compress(html))
    assert sum(weights.values()) < BUDGET_BYTES, weights


def latin_fonts() -> list[str]:
    """What a Dutch page fetches; the files for other alphabets come only when a name needs them."""
    folder = SOURCE / "design/static"
    return [str(path.relative_to(folder)) for path in folder.glob("vendor/atkinson*/*-latin-[0-9]*.woff2")]


def weight(address: str) -> int:
    """Bytes over the line: compressed, as the server sends it."""
    found = finders.find(re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", address.removeprefix("/static/")))
    assert found, address
    return len(gzip.compress(Path(str(found)).read_bytes()))
