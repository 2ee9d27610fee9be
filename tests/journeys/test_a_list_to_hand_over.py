"""A nurse with three minutes hands over a list; a social worker hears of something new without looking every day."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import override_settings

from samenspel.config.database import Addresses
from samenspel.finding.actions import saved
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from tests.cast import Cast, make_cast
from tests.directory.making import make_offer
from tests.journeys.steps import Person, letter_about, signed_in, somebody
from tests.journeys.test_cookies import FUNCTIONAL
from tests.mailbox import Mailbox


@pytest.fixture
def meerlinden(committed_db: Addresses) -> Cast:
    """The cast, and what two of its organisations offer; with real commits, by which a search sees what changed."""
    cast = make_cast()
    make_offer(cast.huisvriend, name="Bezoek aan huis", contact_phone="0300 111 222")
    make_offer(cast.welzijn, name="Samen eten", kinds=["eating-together"], contact_phone="0300 333 444")
    return cast


def keeps(person: Person, *names: str) -> Person:
    """Puts these on the list from the page of results."""
    for name in names:
        person.presses(f"Bewaar: {name}")
    return person


def link_of(person: Person) -> str:
    """The link to pass on, without the house before it."""
    field = next(one for one in person.page.all("input") if one["id"] == "deel-link")
    return urlsplit(field["value"]).path


@pytest.mark.clauses("P1.12")
def test_a_nurse_without_account_makes_a_list_and_prints_it_for_a_client(meerlinden: Cast, mailbox: Mailbox) -> None:
    joke = somebody().goes_to("/zoeken/")
    joke.presses("Zoeken", {"Wat zoekt u?": "gezelschap en samen eten"}).sees("Bezoek aan huis", "Samen eten")
    keeps(joke, "Samen eten", "Bezoek aan huis").clicks("Mijn lijstje")
    joke.sees("0300 111 222", "0300 333 444", "Alleen u ziet dit lijstje.")
    joke.presses("Omhoog: Bezoek aan huis")
    address = link_of(joke)
    client = somebody().goes_to(address).sees("Bezoek aan huis", "0300 333 444")
    joke.clicks("Afdrukken").sees("Hulp in de buurt", "0300 111 222", "0300 333 444", "Scan en zie hoe het nu is")
    assert joke.html.index("Bezoek aan huis") < joke.html.index("Samen eten")
    joke.clicks("Terug naar het lijstje").presses("Verstuur", {"Uw e-mailadres": "joke@wijk.test"})
    joke.sees("Het lijstje komt zo in uw mailbox.")
    assert address in letter_about(mailbox, "joke@wijk.test", "/lijstje/").text
    joke.goes_to("/zoeken/bewaard/").presses("Maak het lijstje leeg").sees("Er staat nog niets op uw lijstje")
    joke.presses("Ongedaan maken").sees("Bezoek aan huis")
    assert set(client.client.cookies) | set(joke.client.cookies) <= FUNCTIONAL
    joke.goes_to("/cookies/").sees("samenspel_lijst", "Daarom is hij functioneel.")


@override_settings(FINDING_LOOK_EVERY_SECONDS=0)
def test_a_social_worker_keeps_a_search_and_gets_one_mail(meerlinden: Cast, mailbox: Mailbox) -> None:
    samira = signed_in(meerlinden.samira).clicks("Mijn zoekvragen").sees("U bewaart nog geen zoekvragen")
    for words in ("gezelschap", "samen eten"):
        samira.goes_to("/zoeken/").presses("Zoeken", {"Wat zoekt u?": words}).clicks("Bewaar deze zoekvraag")
        answers = {"Hoe noemt u deze zoekvraag?": words, "Hoe vaak wilt u bericht als er nieuw aanbod is?": "Elke dag"}
        samira.presses("Bewaren", answers).sees("De zoekvraag is bewaard.")
    make_offer(meerlinden.huisvriend, name="Gezelschap en samen eten", kinds=["social-visiting", "eating-together"])
    with acting_for(meerlinden.samira.pk):
        saved.look_again(owner=meerlinden.samira, now=clock.now() + timedelta(days=1))
    (letter,) = mailbox.to(meerlinden.samira.email)
    assert letter.subject == "Er is nieuw aanbod voor 2 van uw zoekvragen"
    assert "gezelschap" not in letter.text
    first, *_others, _all, stop = (urlsplit(line).path for line in letter.text.splitlines() if line.startswith("http"))
    samira.goes_to(first).sees("Nieuw op", "Gezelschap en samen eten")
    somebody().goes_to(stop).presses("Stop deze mails").sees("U krijgt geen mail meer over uw zoekvragen.")
    samira.goes_to("/zoeken/mijn/").sees("Geen mail")
