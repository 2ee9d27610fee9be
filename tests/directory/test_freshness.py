"""'Klopt nog?': asked in time, answered with one button and no account, closed when nobody answers."""

import re
from datetime import datetime, timedelta

import pytest
from django.core import signing
from django.test import Client

from samenspel.audit.models import Entry
from samenspel.directory import links, queries, tasks
from samenspel.directory.actions import freshness
from samenspel.directory.models import Offer
from samenspel.lib import clock
from tests.cast import Cast, as_person
from tests.directory.making import make_offer
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db


def ago(days: int) -> datetime:
    return clock.now() - timedelta(days=days)


def path_of(offer: Offer) -> str:
    return links.address(offer).removeprefix("http://127.0.0.1:8000")


def events() -> list[str]:
    found = Entry.objects.filter(event__startswith="directory.").order_by("pk").values_list("event", flat=True)
    return [event.removeprefix("directory.offer.") for event in found]


def test_the_owner_is_asked_once_with_a_link_for_each_offer(cast: Cast, mailbox: Mailbox) -> None:
    stale = [make_offer(cast.huisvriend, confirmed_at=ago(91), name=f"Oud {number}") for number in range(2)]
    make_offer(cast.huisvriend, name="Vers")
    for _night in range(2):
        tasks.keep_fresh(timestamp=0)
    letters = mailbox.to(cast.henk.email)
    assert len(letters) == 1
    for offer in stale:
        assert offer.name in letters[0].text
    assert len(set(re.findall(r"/klopt-nog/\S+/", letters[0].text))) == 2
    for link in re.findall(r"/klopt-nog/\S+/", letters[0].text):
        Client().post(link)
    assert not Offer.objects.exclude(asked_at=None).exists()
    assert "Vers" not in letters[0].text
    assert "Henk" not in letters[0].text
    assert events() == ["asked_after", "asked_after", "confirmed", "confirmed"]


def test_opening_the_link_only_shows_and_the_button_confirms(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend, confirmed_at=ago(100), asked_at=ago(10))
    browser, address = Client(), path_of(offer)
    assert "Ja, dit klopt nog" in browser.get(address).content.decode()
    assert events() == []
    page = browser.post(address, follow=True).content.decode()
    assert "Iedereen ziet nu dat dit aanbod klopt" in page
    offer.refresh_from_db()
    assert offer.asked_at is None
    assert offer.confirmed_at is not None
    assert offer.confirmed_at > ago(1)
    assert events() == ["confirmed"]


def test_a_link_works_once(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend, confirmed_at=ago(100), asked_at=ago(10))
    address = path_of(offer)
    Client().post(address)
    offer.refresh_from_db()
    moment = offer.confirmed_at
    assert "Dank u wel" in Client().post(address, follow=True).content.decode()
    offer.refresh_from_db()
    assert offer.confirmed_at == moment
    assert events() == ["confirmed"]


def test_two_answers_at_once_count_as_one(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend, confirmed_at=ago(100), asked_at=ago(10))
    same = Offer.objects.get(pk=offer.pk)
    freshness.confirm(offer=offer, by=None)
    with pytest.raises(freshness.NothingToConfirm):
        freshness.confirm(offer=same, by=None)


def test_another_link_opens_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    offer = make_offer(cast.huisvriend, confirmed_at=ago(100))
    for_something_else = signing.dumps([offer.pk.hex, 1], salt="samenspel.networks.application")
    gone = signing.dumps(["0" * 32, 1], salt=links.SALT)
    for token in ("wrong", links.token(offer)[:-1], for_something_else, gone):
        answer = Client().post(f"/klopt-nog/{token}/")
        assert answer.status_code == 404
        assert "Deze link werkt niet meer" in answer.content.decode()
    address = path_of(offer)
    monkeypatch.setattr(links, "LINK_LASTS", timedelta(seconds=-1))
    assert Client().post(address).status_code == 404
    assert events() == []


def test_without_an_answer_it_closes_by_itself_with_notice(cast: Cast, mailbox: Mailbox) -> None:
    offer = make_offer(cast.huisvriend, confirmed_at=ago(130), asked_at=ago(28))
    address = path_of(offer)
    tasks.keep_fresh(timestamp=0)
    offer.refresh_from_db()
    assert (offer.state, offer.closed_because) == ("closed", "unanswered")
    letter = mailbox.to(cast.henk.email)[0]
    assert offer.name in letter.text
    assert f"/o/{cast.huisvriend.slug}/aanbod/" in letter.text
    assert "is gesloten" in Client().post(address, follow=True).content.decode()
    assert "vanzelf" in as_person(cast.henk).get(f"/o/{cast.huisvriend.slug}/aanbod/").content.decode()
    assert events() == ["closed_by_itself"]


def test_without_anybody_the_address_of_the_organisation_is_asked(cast: Cast, mailbox: Mailbox) -> None:
    cast.practice.contact_email = "balie@voorbeeld.test"
    cast.practice.save()
    make_offer(cast.practice, confirmed_at=ago(91))
    assert not queries.keepers_of(cast.practice).exists()
    tasks.keep_fresh(timestamp=0)
    assert len(mailbox.to("balie@voorbeeld.test")) == 1


def test_the_term_can_be_set(cast: Cast, settings: object) -> None:
    settings.OFFER_CONFIRM_DAYS = 30  # type: ignore[attr-defined]
    make_offer(cast.huisvriend, confirmed_at=ago(31))
    tasks.keep_fresh(timestamp=0)
    assert events() == ["asked_after"]


def test_the_owner_confirms_in_the_list(cast: Cast) -> None:
    offer, browser = make_offer(cast.huisvriend, confirmed_at=ago(100), asked_at=ago(3)), as_person(cast.henk)
    address = f"/o/{cast.huisvriend.slug}/aanbod/"
    assert "Ja, dit klopt nog" in browser.get(address).content.decode()
    assert "Dank u wel" in browser.post(f"{address}{offer.pk}/klopt/", follow=True).content.decode()
    assert "Ja, dit klopt nog" not in browser.get(address).content.decode()
    assert as_person(cast.ali).post(f"{address}{offer.pk}/klopt/").status_code == 404
    assert events() == ["confirmed"]
