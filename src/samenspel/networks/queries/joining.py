"""Who asks to join a network, who takes part in it, and what may be the same organisation twice."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.accounts.rules import Scope
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Invitation, JoinRequest, Network, Organisation, Partner, RoleGrant
from samenspel.networks.rules import JoinState, days_waiting, names_alike

MOST_DECIDED = 50


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A request to join with how many whole days it has been waiting."""

    request: JoinRequest
    days: int


def open_network(*, slug: str) -> QuerySet[Network]:
    """The network whose page, and so whose form to join, is for everyone."""
    return Network.objects.filter(is_public=True, slug=slug)


def waiting_requests(*, network: Network, today: date) -> list[Waiting]:
    """Requests that nobody decided yet, the longest waiting first."""
    found = JoinRequest.objects.filter(network=network, state=JoinState.REQUESTED.value)
    return [Waiting(request=one, days=days_waiting(since_on=one.requested_on, today=today)) for one in found]


def decided_requests(*, network: Network) -> QuerySet[JoinRequest]:
    """The latest requests that were admitted, refused or withdrawn."""
    decided = JoinRequest.objects.filter(network=network).exclude(state=JoinState.REQUESTED.value)
    return decided.select_related("organisation").order_by("-decided_at", "-requested_at", "id")[:MOST_DECIDED]


def requests_of(*, network: Network) -> QuerySet[JoinRequest]:
    """All requests to join one network."""
    return JoinRequest.objects.select_related("network", "organisation").filter(network=network)


def number_waiting(*, network: Network) -> int:
    """How many requests nobody decided yet; the connection must act for the network."""
    return JoinRequest.objects.filter(network=network, state=JoinState.REQUESTED.value).count()


def who_decides(*, network: Network) -> list[User]:
    """The coordinators of a network who can sign in."""
    held = RoleGrant.objects.filter(network=network, role=roles.NETWORK_COORDINATOR.code)
    return list(User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("pk"))


def network_with(network_id: UUID) -> Network | None:
    """The network with this id, or nothing when it is gone."""
    return Network.objects.filter(pk=network_id).first()


def requests_to_decide(scope: Scope) -> QuerySet[JoinRequest]:
    """Requests that wait for this person, over all networks they coordinate; for the page 'Vandaag'."""
    _organisations, networks = scope.places_where("vet_partners")
    waiting = JoinRequest.objects.filter(network__in=networks, state=JoinState.REQUESTED.value)
    return waiting.select_related("network")


def perhaps_the_same(request: JoinRequest) -> list[Organisation]:
    """Organisations that may be the one that asks: the same KvK number, or a name that looks like it.

    Names are compared here and not in the database, which has no such comparison; only names are fetched for it.
    """
    alike = [
        pk
        for pk, name in Organisation.objects.values_list("pk", "name").order_by("pk")
        if names_alike(name, request.name)
    ]
    same_number = Q(kvk=request.kvk) if request.kvk else Q(pk__in=())
    return list(Organisation.objects.filter(same_number | Q(pk__in=alike)))


def is_partner(*, network: Network, organisation: Organisation) -> bool:
    """Whether this organisation takes part in this network now."""
    return Partner.objects.filter(network=network, organisation=organisation, ended_on=None).exists()


def came_in_elsewhere(partner: Partner) -> bool:
    """Whether the organisation takes part in another network for longer: that one vouches for who may manage it.

    Without this a coordinator could take in an organisation that nobody manages yet and put their own people there.
    """
    earlier = Q(since_on__lt=partner.since_on) | Q(since_on=partner.since_on, pk__lt=partner.pk)
    others = Partner.objects.filter(earlier, organisation=partner.organisation_id, ended_on=None)
    return others.exclude(network=partner.network_id).exists()


@dataclass(frozen=True, kw_only=True)
class PartnerLine:
    """A present partner with what its coordinator has to know: whether anybody can manage it yet."""

    partner: Partner
    has_administrator: bool
    invited_at: datetime | None


def partners_of(network: Network) -> QuerySet[Partner]:
    """Partnerships of a network, present and past."""
    return Partner.objects.select_related("organisation").filter(network=network)


def present_partners(network: Network) -> list[PartnerLine]:
    """Present partners, the lead first, each with whether it waits for an administrator."""
    administrator = RoleGrant.objects.filter(organisation=OuterRef("organisation"), role=roles.ADMINISTRATOR.code)
    found = list(partners_of(network).filter(ended_on=None).annotate(managed=Exists(administrator)))
    invited = _invited_at([one.organisation_id for one in found if not one.managed])
    return [
        PartnerLine(partner=one, has_administrator=one.managed, invited_at=invited.get(one.organisation_id))
        for one in found
    ]


def past_partners(network: Network) -> QuerySet[Partner]:
    """Partnerships that ended, the latest first."""
    return partners_of(network).filter(ended_on__isnull=False).order_by("-ended_on", "organisation__name", "id")


def _invited_at(organisations: list[UUID]) -> dict[UUID, datetime]:
    """Since when an administrator was invited; the invitations belong to the organisations, we fetch only the day."""
    if not organisations:
        return {}
    with acting_for(*organisations):
        open_ones = Invitation.objects.filter(
            organisation__in=organisations,
            roles__contains=[roles.ADMINISTRATOR.code],
            accepted_at=None,
            withdrawn_at=None,
        )
        return {
            organisation: invited_at
            for organisation, invited_at in open_ones.order_by("invited_at").values_list(
                "organisation_id", "invited_at"
            )
            if organisation
        }
