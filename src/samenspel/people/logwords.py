"""What the log says about people: each event as a Dutch sentence (L23)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words

EVENT_TEXTS: dict[str, str | Promise] = {
    "people.person.added": _("Gegevens van iemand opgeschreven"),
    "people.person.corrected": _("Gegevens van iemand verbeterd"),
    "people.person.delete_asked": _("Gevraagd om gegevens te wissen"),
    "people.person.merged": _("Twee keer dezelfde persoon samengevoegd"),
    "people.person.parted": _("Samengevoegde personen weer uit elkaar gehaald"),
    "people.person.seen": _("Gegevens van iemand bekeken"),
    "people.bond.tied": _("Opgeschreven wie voor iemand zorgt"),
    "people.bond.ended": _("Opgeschreven dat iemand niet meer voor een ander zorgt"),
    "people.consent.given": _("Toestemming gegeven"),
    "people.consent.withdrawn": _("Toestemming ingetrokken"),
    "people.reading.began": _("Een organisatie mag de gegevens van iemand lezen"),
    "people.page.mailed": _("Een code voor de eigen pagina gemaild"),
    "people.page.handed_over": _("Een code voor de eigen pagina gegeven"),
    "people.page.opened": _("De eigen pagina geopend"),
    "people.page.refused": _("Een verkeerde code voor de eigen pagina"),
    "people.page.closed": _("De eigen pagina gesloten"),
    "people.page.link_renewed": _("Oude links naar de eigen pagina ongeldig gemaakt"),
    "people.page.seen": _("De eigen pagina bekeken"),
    "people.page.downloaded": _("De eigen gegevens opgehaald"),
    "people.news.told": _("Iemand verteld hoe het met de vraag gaat"),
    "people.news.not_told": _("Toch nog niet verteld hoe het met de vraag gaat"),
    "people.news.seen": _("Bekeken wat iemand nog moet horen"),
    "people.letter.made": _("Een brief aan iemand gemaakt"),
    "people.reading.ended": _("Een organisatie mag de gegevens van iemand niet meer lezen"),
}


def tell() -> None:
    """Give the log below these words."""
    words.tell_events(EVENT_TEXTS)
