"""What the log says about finding: each event as a Dutch sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words

EVENT_TEXTS: dict[str, str | Promise] = {
    "finding.list.mailed": _("Een lijstje met aanbod gemaild"),
    "finding.gaps.exported": _("Een bestand gemaakt van wat niet te vinden was"),
}


def tell() -> None:
    """Hand the words to the log; when the product starts."""
    words.tell_events(EVENT_TEXTS)
