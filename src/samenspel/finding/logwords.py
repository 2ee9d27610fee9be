"""What the log says about finding: each event as a Dutch sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words

EVENT_TEXTS: dict[str, str | Promise] = {
    "finding.list.mailed": _("Een lijstje met aanbod gemaild"),
    "finding.search.changed": _("Een bewaarde zoekvraag aangepast"),
    "finding.search.paused": _("Bericht over een bewaarde zoekvraag stilgezet"),
    "finding.search.removed": _("Een bewaarde zoekvraag weggegooid"),
    "finding.search.restored": _("Een weggegooide zoekvraag teruggezet"),
    "finding.search.resumed": _("Bericht over een bewaarde zoekvraag weer aangezet"),
    "finding.search.saved": _("Een zoekvraag bewaard"),
    "finding.search.told": _("Gemaild dat er nieuw aanbod is voor bewaarde zoekvragen"),
    "finding.gaps.exported": _("Een bestand gemaakt van wat niet te vinden was"),
}


def tell() -> None:
    """Hand the words to the log; when the product starts."""
    words.tell_events(EVENT_TEXTS)
