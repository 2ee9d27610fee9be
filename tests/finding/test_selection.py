"""One's own list: kept on one's own device only, in one's own order, and nothing on it that is not public."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.directory.models import Offer
from samenspel.finding import keeping, mylist
from samenspel.lib import clock
from samenspel.networks.models import Network
from tests.cast import Cast, as_person
from tests.directory.making import make_offer

pytestmark = pytest.mark.django_db
LIST = "/zoeken/bewaard/"
HTMX = {"HX-Request": "true"}


def press(visitor: Client, **asked: object) -> str:
    """A press of 'Bewaar' or 'Haal weg' without scripts."""
    back = {"terug": "/n/meerlinden/"}
    return visitor.post(f"{LIST}zet/", {**back, **asked}, follow=True).content.decode()


def read(visitor: Client, address: str = LIST) -> str:
    return visitor.get(address).content.decode()


def keeps(*offers: Offer) -> Client:
    visitor = Client()
    for offer in offers:
        press(visitor, bewaar=offer.pk)
    return visitor


def names(page: str, *offers: Offer) -> list[str]:
    """Which of these stand on the page, in the order of the page."""
    return sorted((one.name for one in offers if one.name in page), key=page.index)


def test_what_is_kept_stands_on_the_list_with_room_phone_and_day(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend, contact_phone="0300 765 432", how_to_apply="Bel op werkdagen.", capacity="room",
                       capacity_changed_at=clock.now())  # fmt: skip
    visitor = Client()
    assert "Bewaard op uw lijstje: Bezoek aan huis" in press(visitor, bewaar=offer.pk)
    page = read(visitor)
    for text in ("Bezoek aan huis", "0300 765 432", "Bel op werkdagen.", "Er is plek", "Bevestigd op"):
        assert text in page
    assert "Er staat nog niets op uw lijstje" in read(Client())


def test_the_page_of_an_offer_has_the_button_and_knows_what_is_kept(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    address = f"/n/meerlinden/aanbod/{offer.slug}/"
    visitor = keeps(offer)
    assert 'name="bewaar"' in read(Client(), address)
    assert 'name="weg"' in read(visitor, address)
    assert "Mijn lijstje <span" in read(visitor, address)


def test_with_scripts_only_the_button_and_the_number_come_back(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    answer = Client().post(f"{LIST}zet/", {"bewaar": offer.pk}, headers=HTMX)
    page = answer.content.decode()
    assert "<html" not in page
    assert 'name="weg"' in page
    assert "(1)" in page
    assert mylist.ids_in(answer.cookies[keeping.COOKIE].value.split(":")[0]) == (offer.pk,)


def test_the_cookie_holds_ids_only_and_a_changed_one_is_no_list(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    visitor = keeps(offer)
    cookie = visitor.cookies[keeping.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == keeping.LASTS.total_seconds()
    assert cookie.value.startswith(f"{mylist.code_of([offer.pk])}:")
    assert settings.SESSION_COOKIE_NAME not in visitor.cookies
    visitor.cookies[keeping.COOKIE] = mylist.code_of([offer.pk])
    assert "Er staat nog niets op uw lijstje" in read(visitor)


def test_order_taking_off_and_undo(cast: Cast) -> None:
    first, second = make_offer(cast.huisvriend, name="Eten"), make_offer(cast.welzijn, name="Wandelen")
    visitor = keeps(first, second)
    visitor.post(f"{LIST}volgorde/", {"omhoog": second.pk})
    assert names(read(visitor), first, second) == ["Wandelen", "Eten"]
    visitor.post(f"{LIST}volgorde/", {"omlaag": second.pk})
    assert names(read(visitor), first, second) == ["Eten", "Wandelen"]
    page = visitor.post(f"{LIST}volgorde/", {"weg": first.pk}, follow=True).content.decode()
    undo = f"{LIST}terug/{mylist.code_of([first.pk, second.pk])}/"
    assert undo in page
    assert names(read(visitor), first, second) == ["Wandelen"]
    visitor.post(undo)
    assert names(read(visitor), first, second) == ["Eten", "Wandelen"]


def test_emptying_leaves_no_cookie_and_can_be_undone(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    visitor = keeps(offer)
    page = visitor.post(f"{LIST}legen/", follow=True).content.decode()
    assert "Uw lijstje is leeg." in page
    assert not visitor.cookies[keeping.COOKIE].value
    visitor.post(f"{LIST}terug/{mylist.code_of([offer.pk])}/")
    assert offer.name in read(visitor)


def test_a_full_list_says_so_and_stays_as_it_is(cast: Cast) -> None:
    offers = [make_offer(cast.huisvriend) for _each in range(mylist.MOST + 1)]
    visitor = keeps(*offers[:-1])
    assert "Uw lijstje is vol" in press(visitor, bewaar=offers[-1].pk)
    answer = visitor.post(f"{LIST}zet/", {"bewaar": offers[-1].pk}, headers=HTMX).content.decode()
    assert "Uw lijstje is vol" in answer
    assert 'name="bewaar"' in answer


def test_closed_and_gone_offers_are_shown_as_such(cast: Cast) -> None:
    closed = make_offer(cast.huisvriend, name="Koffie", contact_phone="0300 765 432")
    gone = make_offer(cast.huisvriend, name="Thee")
    visitor = keeps(closed, gone)
    Offer.objects.filter(pk=closed.pk).update(state="closed", closed_at=clock.now(), closed_because="owner")
    gone.delete()
    page = read(visitor)
    assert "Koffie" in page
    assert "Gesloten" in page
    assert "0300 765 432" not in page
    assert "Dit aanbod staat er niet meer" in page


def test_what_is_not_public_gets_on_no_list(cast: Cast) -> None:
    draft = make_offer(cast.huisvriend, state="draft", name="Geheim")
    hidden = make_offer(cast.oeverhulp, name="Verborgen")
    Network.objects.filter(pk=cast.oeverland.pk).update(is_public=False)
    visitor = Client()
    for offer in (draft, hidden):
        assert "Dit aanbod staat er niet meer" in press(visitor, bewaar=offer.pk)
    assert keeping.COOKIE not in visitor.cookies or not visitor.cookies[keeping.COOKIE].value
    ali = as_person(cast.ali)
    press(ali, bewaar=hidden.pk)
    assert "Verborgen" in read(ali)


def test_nonsense_and_another_site_to_go_back_to_do_no_harm(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    for value in ("", "nonsens", "\x00", "x" * 100_000):
        assert Client().post(f"{LIST}zet/", {"bewaar": value}).status_code == 302
    for back in ("https://kwaad.example/", "//kwaad.example/", "javascript:alert(1)", "\\\\kwaad"):
        answer = Client().post(f"{LIST}zet/", {"bewaar": offer.pk, "terug": back})
        assert answer.headers["Location"].startswith(LIST)
    assert Client().get(f"{LIST}zet/").status_code == 405


def test_three_offers_take_as_many_queries_as_one(cast: Cast) -> None:
    offers = [make_offer(cast.huisvriend), make_offer(cast.welzijn), make_offer(cast.oeverhulp)]
    one, three = keeps(*offers[:1]), keeps(*offers)
    with CaptureQueriesContext(connection) as for_one:
        read(one)
    with CaptureQueriesContext(connection) as for_three:
        page = read(three)
    assert page.count("Bevestigd op") == 3
    assert len(for_three) == len(for_one) <= 5
