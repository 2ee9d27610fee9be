"""What the log says about requests: each event as a Dutch sentence (L23)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words

EVENT_TEXTS: dict[str, str | Promise] = {
    "helprequests.request.asked": _("Om hulp gevraagd"),
    "helprequests.request.taken": _("Een hulpvraag opgepakt"),
    "helprequests.request.handed_back": _("Een hulpvraag aan collega's teruggegeven"),
    "helprequests.request.parked": _("Een hulpvraag geparkeerd"),
    "helprequests.request.clarified": _("Een hulpvraag verhelderd"),
    "helprequests.request.limits_checked": _("Nagegaan of een vrijwilliger dit kan doen"),
    "helprequests.request.noted": _("Een aantekening bij een hulpvraag gemaakt"),
    "helprequests.request.closed": _("Een hulpvraag afgesloten"),
    "helprequests.request.reopened": _("Een hulpvraag weer opgepakt"),
    "helprequests.request.referred": _("Een hulpvraag doorgegeven"),
    "helprequests.request.helped": _("Er is hulp bij een hulpvraag"),
    "helprequests.request.came_back": _("Een hulpvraag kwam terug"),
    "helprequests.request.told": _("Verteld waarom een hulpvraag is afgesloten"),
    "helprequests.request.exported": _("De lijst met hulpvragen meegenomen, zonder namen"),
    "helprequests.request.seen": _("Een hulpvraag bekeken"),
}


def tell() -> None:
    """Give the log below these words."""
    words.tell_events(EVENT_TEXTS)
