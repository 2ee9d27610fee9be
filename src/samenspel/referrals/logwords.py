"""What the log says about referrals: each event as a Dutch sentence (L23)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words

EVENT_TEXTS: dict[str, str | Promise] = {
    "referrals.referral.sent": _("Een verwijzing verstuurd"),
    "referrals.referral.seen": _("Een verwijzing gezien"),
    "referrals.referral.asked": _("Een vraag gesteld bij een verwijzing"),
    "referrals.referral.answered": _("Een vraag bij een verwijzing beantwoord"),
    "referrals.referral.accepted": _("Een verwijzing aangenomen"),
    "referrals.referral.declined": _("Een verwijzing niet aangenomen"),
    "referrals.referral.passed_on": _("Een verwijzing aan een ander doorgegeven"),
    "referrals.referral.started": _("Hulp na een verwijzing begonnen"),
    "referrals.referral.ended": _("Hulp na een verwijzing gestopt"),
    "referrals.referral.reported": _("Teruggemeld hoe het ging"),
    "referrals.referral.withdrawn": _("Een verwijzing ingetrokken"),
    "referrals.referral.expired": _("Een verwijzing verlopen zonder antwoord"),
}


def tell() -> None:
    """Give the log below these words."""
    words.tell_events(EVENT_TEXTS)
