"""The balance in words and cells, with small numbers hidden from who is not the coordinator.

A count of one or two referrals between two organisations could be read as a person by who knows more; so others than
the coordinator, and every file, get 'minder dan 5', and then no days and no share either.
"""

from collections.abc import Sequence
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.design.parts import Column, Table
from samenspel.directory.responding import LEAST, Response
from samenspel.lib.sheet_writing import Tab
from samenspel.networks.models import Organisation
from samenspel.referrals.queries.balance import Balance, Pair


def number(response: Response, *, is_exact: bool) -> str:
    """How many were sent, or that it were few."""
    is_shown = is_exact or response.number == 0 or response.is_enough
    return str(response.number) if is_shown else _("minder dan %(few)d") % {"few": LEAST}


def answer(response: Response, *, is_exact: bool) -> str:
    """'3 dagen, 8 van de 10 ja'; nothing when there is nothing to tell or it were few."""
    if not response.number or not (is_exact or response.is_enough):
        return ""
    if response.median_days is None:
        return _("geen antwoord")
    days = max(1, ceil(response.median_days))
    within = ngettext("%(days)d dag", "%(days)d dagen", days) % {"days": days}
    share = _("%(accepted)d van de 10 ja") % {"accepted": round(10 * response.accepted_share)}
    return f"{within}, {share}"


def pairs_table(pairs: Sequence[Pair], *, is_exact: bool) -> Table:
    """Each pair as a row: there and back, each with how it was answered."""
    return Table(
        caption=_("Verwijzingen tussen organisaties, heen en terug"),
        columns=[
            Column(label=_("Organisaties")),
            Column(label=_("Heen"), number=True),
            Column(label=_("Antwoord op heen")),
            Column(label=_("Terug"), number=True),
            Column(label=_("Antwoord op terug")),
        ],
        rows=[
            [
                _("%(first)s en %(second)s") % {"first": pair.first.name, "second": pair.second.name},
                number(pair.there, is_exact=is_exact),
                answer(pair.there, is_exact=is_exact) or "–",
                number(pair.back, is_exact=is_exact),
                answer(pair.back, is_exact=is_exact) or "–",
            ]
            for pair in pairs
        ],
    )


def door_table(rows: Sequence[tuple[Organisation, Response]], *, is_exact: bool) -> Table:
    """What the front door sent to each organisation."""
    return Table(
        caption=_("Verwijzingen van de voordeur van het netwerk"),
        columns=[
            Column(label=_("Organisatie")),
            Column(label=_("Verstuurd"), number=True),
            Column(label=_("Antwoord")),
        ],
        rows=[
            [organisation.name, number(found, is_exact=is_exact), answer(found, is_exact=is_exact) or "–"]
            for organisation, found in rows
        ],
    )


def as_tab(balance: Balance) -> Tab:
    """Every direction as a line of a file, with small numbers hidden."""
    headings = [_("Van"), _("Naar"), _("Verstuurd"), _("Dagen tot antwoord"), _("Aangenomen van de 10")]
    rows = [_line(_("Voordeur"), to.name, found) for to, found in balance.from_door]
    for pair in balance.pairs:
        rows += [
            _line(pair.first.name, pair.second.name, pair.there),
            _line(pair.second.name, pair.first.name, pair.back),
        ]
    return Tab(_("Samenwerking"), headings, rows)


def _line(sender: str, receiver: str, found: Response) -> list[str | int]:
    told: list[str | int] = ["", ""]
    if found.is_enough and found.median_days is not None:
        told = [max(1, ceil(found.median_days)), round(10 * found.accepted_share)]
    return [sender, receiver, number(found, is_exact=False), *told]
