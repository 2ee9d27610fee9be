"""Where something stands, in a sentence and a timeline: whose turn, since when, what if nothing happens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from samenspel.design.parts import Column, Link, Moment, Status, Table, Tone
from samenspel.lib import clock
from samenspel.networks.models import Invitation, JoinRequest, Network
from samenspel.networks.models.network import KIND_TEXTS
from samenspel.networks.queries import selfscan
from samenspel.networks.queries.members import role_names
from samenspel.networks.rules import InvitationState, JoinState
from samenspel.networks.statements import THEMES


def tabs(network: Network, *, here: str) -> list[Link]:
    """The pages on which a coordinator keeps the network."""
    pages = [
        (_("Aanvragen"), "networks:requests"),
        (_("Partners"), "networks:partners"),
        (_("Coördinatoren"), "networks:coordinators"),
        (_("Zelfscan"), "networks:selfscan"),
        (_("Pagina"), "networks:edit"),
    ]
    links = [(label, reverse(name, args=[network.slug])) for label, name in pages]
    return [Link(label=label, url=url, current=url == here) for label, url in links]


def join_status(request: JoinRequest, *, decides: bool = False) -> Status:
    """Where a request stands, for the applicant, or for the coordinator who decides."""
    where, turn, otherwise, tone = _join_sentence(request)
    if decides and request.state == JoinState.REQUESTED.value:
        turn, otherwise = _("U bent aan zet."), _("De aanvrager krijgt een mail zodra u beslist.")
    return Status(
        where=where, turn=turn, since=request.decided_at or request.requested_at, otherwise=otherwise, tone=tone
    )


def _join_sentence(request: JoinRequest) -> tuple[str, str, str, Tone]:
    match JoinState(request.state):
        case JoinState.REQUESTED:
            return (
                _("De aanvraag is binnen."),
                _("Een coördinator van het netwerk is aan zet."),
                _("Hoort u een week niets? Bel dan gerust: uw aanvraag blijft gewoon staan."),
                "wait",
            )
        case JoinState.ADMITTED:
            return (
                _("De organisatie is toegelaten."),
                _("De nieuwe beheerder is aan zet: die krijgt een uitnodiging per mail."),
                "",
                "good",
            )
        case JoinState.REFUSED:
            return _("De organisatie is niet toegelaten."), _("De reden staat hieronder."), "", "act"
        case JoinState.WITHDRAWN:
            return _("De aanvraag is ingetrokken."), _("Niemand hoeft meer iets te doen."), "", "info"


def join_moments(request: JoinRequest) -> Sequence[Moment]:
    """What happened with a request, oldest first; who decided is not told to the applicant."""
    moments = [Moment(at=request.requested_at, what=_("Aanvraag gedaan"))]
    if request.decided_at:
        admitted = request.state == JoinState.ADMITTED.value
        moments.append(Moment(at=request.decided_at, what=_("Toegelaten") if admitted else _("Niet toegelaten")))
    return moments


def join_facts(request: JoinRequest) -> list[tuple[str, object]]:
    """Who asks and how to reach them, for the coordinator."""
    return [
        (_("Soort organisatie"), dict(KIND_TEXTS)[request.kind]),
        (_("KvK-nummer"), request.kvk),
        (_("Naam"), request.contact_name),
        (_("E-mailadres"), request.contact_email),
        (_("Telefoonnummer"), request.contact_phone),
    ]


def start_facts(draft: Mapping[str, str]) -> list[tuple[str, object]]:
    """What was filled in to start a network, to look over once more."""
    return [
        (_("Naam van het netwerk"), draft["name"]),
        (_("Gemeente"), draft["municipality"]),
        (_("Penvoerder"), draft["lead_name"]),
        (_("Telefoonnummer"), draft["phone"]),
        (_("Contactpersoon"), draft["contact_name"]),
    ]


def earlier_scans(outcome: selfscan.Outcome) -> Table:
    """The means of earlier self-scans per theme, the latest first."""
    columns = [Column(label=_("Ingevuld op")), *(Column(label=str(name), number=True) for name in THEMES.values())]
    rows = [
        [
            date_format(clock.day_of(at), "j F Y"),
            *(number_format(mean, 1) if mean is not None else "–" for mean in means),
        ]
        for at, means in outcome.earlier
    ]
    return Table(caption=_("Gemiddelde per thema, van 1 tot 5"), columns=columns, rows=rows)


@dataclass(frozen=True, kw_only=True)
class InvitationLine:
    """An open invitation as the list shows it."""

    invitation: Invitation
    roles: str
    is_expired: bool


def invitations(found: Iterable[Invitation], *, now: datetime) -> list[InvitationLine]:
    """Open invitations with their roles in words, and whether the link is too old."""
    return [
        InvitationLine(
            invitation=one, roles=role_names(one.roles), is_expired=one.state(now=now) is InvitationState.EXPIRED
        )
        for one in found
    ]


def closed_invitation(state: InvitationState) -> str:
    """Why an invitation can no longer be accepted, and what to do."""
    match state:
        case InvitationState.ACCEPTED:
            return _("Deze uitnodiging is al gebruikt. Hebt u zelf ja gezegd? Dan kunt u gewoon inloggen.")
        case InvitationState.WITHDRAWN:
            return _("Deze uitnodiging is ingetrokken. Vraag de organisatie die u uitnodigde wat er is veranderd.")
        case InvitationState.EXPIRED:
            return _("Deze uitnodiging is te oud. Vraag de organisatie die u uitnodigde om een nieuwe mail.")
        case InvitationState.OPEN:
            return ""


def last_administrator() -> str:
    """Why somebody has to stay administrator for now."""
    return _("Er moet altijd iemand zijn die de organisatie beheert. Maak eerst een collega beheerder.")
