"""Starting a network (P1.2): the network, its lead partner, and the invitation of its coordinator, all at once."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from samenspel.accounts import roles
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.networks.actions import members
from samenspel.networks.models import Network, Organisation, Partner
from samenspel.networks.queries.slugs import free_slug


class AlreadyStarted(Exception):
    """Somebody started a network or organisation with this name or number at the same moment; try again."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What was told in the steps; `area` is the code of a municipality, or empty."""

    name: str
    lead_name: str
    lead_kind: str
    phone: str
    contact_name: str
    lead_kvk: str = ""
    summary: str = ""
    area: str = ""
    phone_hours: str = ""
    contact_role: str = ""


@transaction.atomic
def start(*, plan: Plan, coordinator_email: str, by: UUID) -> Network:
    """Make the network with its lead partner, and invite its coordinator by mail.

    The page is not public before the coordinator says so. The lead partner has no administrator yet: the coordinator
    sees that in the list of partners and invites one.

    Raises:
        AlreadyStarted: see there.
    """
    try:
        with transaction.atomic():
            network = _make(plan)
    except IntegrityError as taken:
        raise AlreadyStarted from taken
    audit.record("networks.network.started", action=Action.CREATE, by=by, about=network, network_id=network.pk)
    members.invite(network=network, email=coordinator_email, roles=[roles.NETWORK_COORDINATOR.code], by=by)
    return network


def _make(plan: Plan) -> Network:
    network = Network.objects.create(
        slug=free_slug(Network, plan.name),
        name=plan.name,
        summary=plan.summary,
        area_id=plan.area or None,
        phone=plan.phone,
        phone_hours=plan.phone_hours,
        contact_name=plan.contact_name,
        contact_role=plan.contact_role,
        is_public=False,
    )
    Partner.objects.create(network=network, organisation=_lead(plan), is_lead=True)
    return network


def _lead(plan: Plan) -> Organisation:
    known = Organisation.objects.filter(kvk=plan.lead_kvk).first() if plan.lead_kvk else None
    return known or Organisation.objects.create(
        slug=free_slug(Organisation, plan.lead_name),
        name=plan.lead_name,
        kind=plan.lead_kind,
        kvk=plan.lead_kvk,
    )
