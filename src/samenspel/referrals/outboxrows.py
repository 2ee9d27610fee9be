"""A sent referral as a list shows it, and as a row of a file. Neither holds a name of somebody who asks for help."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.design.parts import Accent, Status
from samenspel.lib.sheet_writing import Tab
from samenspel.referrals import sentwords
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import Side


@dataclass(frozen=True)
class Row:
    """One referral in a list."""

    url: str
    receiver: str
    accent: Accent
    kinds: str
    area: str
    urgency: str
    is_escalation: bool
    status: Status


def page_of(referral: Referral) -> str:
    """The page of one referral for who sent it."""
    if referral.sender:
        return reverse("referrals:referral", args=[referral.sender.slug, referral.pk])
    return reverse("referrals:of_front_door", args=[referral.network.slug, referral.pk])


def row_of(referral: Referral, *, url: str) -> Row:
    """One referral as its sender sees it in the list."""
    return Row(
        url=url,
        receiver=referral.receiver.name,
        accent=sentwords.accent_of(referral.receiver),
        kinds=sentwords.kinds_of(referral),
        area=referral.area.name if referral.area else "",
        urgency=str(referral.get_urgency_display()),
        is_escalation=referral.is_escalation,
        status=sentwords.status(referral, reader=Side.SENDER),
    )


def as_tab(referrals: Sequence[Referral]) -> Tab:
    """The list as a sheet."""
    headings = [
        _("Verstuurd op"), _("Aan"), _("Hulp bij"), _("Waar"), _("Leeftijd"), _("Hoe snel"), _("Stand"), _("Sinds"),
        _("Wie is aan zet"), _("Wat er gebeurt of hoe het afliep"),
    ]  # fmt: skip
    return Tab(_("Verstuurde verwijzingen"), headings, [_cells(one) for one in referrals])


def _cells(referral: Referral) -> list[str | int]:
    told = sentwords.status(referral, reader=Side.SENDER)
    return [
        date_format(referral.sent_at, "Y-m-d") if referral.sent_at else "",
        referral.receiver.name,
        sentwords.kinds_of(referral),
        referral.area.name if referral.area else "",
        str(referral.get_age_band_display()),
        str(referral.get_urgency_display()),
        str(referral.get_state_display()),
        date_format(referral.turn_since, "Y-m-d"),
        told.turn,
        told.otherwise,
    ]
