"""What everybody may count on, whatever they come for: found nearby, understood, nothing lost, nothing leaked."""

from datetime import timedelta

from django.conf import settings

from samenspel.lib import clock
from samenspel.networks.models import Network
from samenspel.places import actions as places
from tests.cast import Cast
from tests.journeys.steps import asks_for_a_code, signed_in, somebody
from tests.mailbox import Mailbox


def test_a_resident_finds_the_network_by_postcode(cast: Cast) -> None:
    places.import_meerlinden()
    Network.objects.filter(pk=cast.meerlinden.pk).update(area="GM9901")
    resident = somebody().goes_to("/").presses("Zoek mijn netwerk", {"Waar woont u?": "8691"})
    resident.sees("Netwerken bij 8691", "Netwerk Meerlinden").does_not_see("Netwerk Oeverland")
    resident.clicks("Netwerk Meerlinden").sees("Stel uw vraag", "0300 123 456")
    lost = somebody().goes_to("/").presses("Zoek mijn netwerk", {"Waar woont u?": "1011 AB"})
    lost.sees("Hier is nog geen netwerk").clicks("Alle netwerken").sees("Netwerk Meerlinden")


def test_a_person_reads_what_they_may_and_who_can_change_it(cast: Cast) -> None:
    henk = signed_in(cast.henk).clicks("Wat mag ik?").sees("Stichting Huisvriend", "Dit mag u", "Dit mag u hier niet")
    henk.sees("Berichten van bewoners en partners lezen en beantwoorden", "Uw rol wijzigen? Dat kan: Henk Postma.")
    signed_in(cast.ria).clicks("Wat mag ik?").sees("U hebt nog geen rol").clicks("Alle rollen bekijken").sees("Rollen")


def test_a_session_that_stood_open_ends_and_brings_the_person_back(cast: Cast, mailbox: Mailbox) -> None:
    ria = asks_for_a_code(somebody().goes_to("/vandaag/"), email=cast.ria.email, mailbox=mailbox).sees("Vandaag")
    session = ria.client.session
    session["seen_at"] = (clock.now() - settings.SESSION_IDLE - timedelta(seconds=5)).isoformat()
    session.save()
    ria.clicks("Wat mag ik?").sees("U deed een tijd niets. Daarom hebben wij u uitgelogd.")
    asks_for_a_code(ria, email=cast.ria.email, mailbox=mailbox).sees("Wat mag ik?", "U hebt nog geen rol")


def test_the_coordinator_of_another_network_gets_nothing(cast: Cast) -> None:
    visitor = somebody().goes_to("/n/meerlinden/contact/")
    visitor.presses("Verstuur", {"Uw naam": "Els Vink", "Uw e-mailadres": "els@a.test", "Uw bericht": "Ik ben alleen."})
    karin = signed_in(cast.karin).sees("Alles is gedaan.").does_not_see("Meerlinden")
    karin.clicks("Berichten").does_not_see("Els Vink", "Meerlinden")
    for inside in ("prikbord", "aanvragen", "partners", "coordinatoren", "zelfscan", "bewerken", "gestart"):
        karin.finds_nothing_at(f"/n/meerlinden/{inside}/")
    for inside in ("", "profiel/", "mensen/", "mensen/uitnodigen/"):
        karin.finds_nothing_at(f"/o/{cast.huisvriend.slug}/{inside}")


def test_the_privacy_officer_sees_who_looked_and_not_what_was_written(cast: Cast) -> None:
    visitor = somebody().goes_to("/n/meerlinden/contact/")
    told = {"Uw naam": "Els Vink", "Uw e-mailadres": "els@a.test", "Uw bericht": "Mijn moeder dwaalt 's nachts."}
    visitor.presses("Verstuur", told)
    signed_in(cast.marjan).clicks("Vraag").sees("dwaalt")
    fatma = signed_in(cast.fatma).clicks("Logboek").sees("Marjan de Wit", "Netwerk Meerlinden")
    fatma.sees("Een bericht gelezen").does_not_see("Els Vink", "els@a.test", "dwaalt")
    signed_in(cast.marjan).does_not_see("/logboek/")


def test_an_english_visitor_reads_english_from_then_on(cast: Cast) -> None:
    visitor = somebody().goes_to("/").presses("English")
    assert next(visitor.page.all("html"))["lang"] == "en"
    visitor.sees("Where do you live?").clicks("Netwerk Meerlinden").does_not_see("Stel uw vraag", "Wie doen er mee?")
    assert visitor.presses("Nederlands").sees("Stel uw vraag")


def test_a_bsn_is_refused_with_an_explanation_and_nothing_typed_is_lost(cast: Cast, mailbox: Mailbox) -> None:
    visitor = somebody().goes_to("/n/meerlinden/contact/")
    words = "Ik zoek hulp. Mijn nummer is 123456782.\nBelt u mij?"
    told = {"Uw naam": "Els Vink", "Uw e-mailadres": "els@a.test", "Uw bericht": words}
    visitor.presses("Verstuur", told).sees("burgerservicenummer (BSN)", "Er klopt iets nog niet")
    assert visitor.typed("Verstuur", "Uw naam") == "Els Vink"
    assert visitor.typed("Verstuur", "Uw bericht") == words
    assert mailbox.letters() == []
    visitor.presses("Verstuur", {"Uw bericht": "Ik zoek hulp.\nBelt u mij?"}).sees("Uw bericht is verstuurd")
