"""What the log says about the machine doors: each event as a Dutch sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words

EVENT_TEXTS: dict[str, str | Promise] = {
    "api.network.exported": _("Het aanbod van een netwerk meegenomen als bestand"),
    "api.import.applied": _("Aanbod uit een ander systeem ingelezen"),
    "api.organisation.imported": _("Een organisatie uit een ander systeem ingelezen"),
}


def tell() -> None:
    """Hand the words to the log; when the product starts."""
    words.tell_events(EVENT_TEXTS)
