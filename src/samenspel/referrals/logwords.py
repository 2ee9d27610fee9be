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
    "referrals.outbox.exported": _("Een lijst met verstuurde verwijzingen meegenomen"),
    "referrals.balance.exported": _("De cijfers over wie naar wie verwijst meegenomen"),
    "referrals.year.simulated": _("Verzonnen hulpvragen toegevoegd om mee te oefenen"),
    "referrals.person.seen": _("Gezien over wie een verwijzing gaat"),
    "referrals.handover.agreed": _("Afgesproken wie er belt na een verwijzing"),
    "referrals.handover.done": _("Gebeld na een verwijzing"),
    "referrals.door.asked": _("Een code gevraagd om zonder account te antwoorden"),
    "referrals.door.opened": _("Een verwijzing met een code geopend, zonder account"),
    "referrals.door.tried": _("Een verkeerde of oude code ingevuld bij een verwijzing"),
}


def tell() -> None:
    """Give the log below these words."""
    words.tell_events(EVENT_TEXTS)
