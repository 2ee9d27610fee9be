"""What the log says about offers: each event as a Dutch sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words

EVENT_TEXTS: dict[str, str | Promise] = {
    "directory.offer.asked_after": _("Gevraagd of een aanbod nog klopt"),
    "directory.offer.closed_by_itself": _("Een aanbod vanzelf gesloten"),
    "directory.offer.confirmed": _("Gezegd dat een aanbod nog klopt"),
    "directory.offer.closed": _("Een aanbod gesloten"),
    "directory.offer.draft_discarded": _("Een concept van een aanbod weggegooid"),
    "directory.offer.drafted": _("Een concept van een aanbod begonnen"),
    "directory.offer.edited": _("Een aanbod aangepast"),
    "directory.offer.published": _("Een aanbod geplaatst"),
    "directory.offer.reopened": _("Een aanbod weer geopend"),
    "directory.offer.room_told": _("Gezegd of er plek is in een aanbod"),
    "directory.offer.listed": _("Het eigen aanbod als lijst meegenomen"),
    "directory.sheet.accepted": _("Een lijst met aanbod overgenomen"),
    "directory.sheet.discarded": _("Een ingestuurde lijst met aanbod weggegooid"),
    "directory.sheet.sent_in": _("Een lijst met aanbod ingestuurd"),
    "directory.sheet.taken_back": _("Een overgenomen lijst met aanbod teruggedraaid"),
}


def tell() -> None:
    """Hand the words to the log; when the product starts."""
    words.tell_events(EVENT_TEXTS)
