"""Who works for an organisation, who is invited, and who can change that."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspel.accounts import roles
from samenspel.accounts.models import User, display_name
from samenspel.accounts.roles import ROLES, Role
from samenspel.networks.models import Invitation, Network, Organisation, RoleGrant


@dataclass(kw_only=True)
class Member:
    """A person who works for an organisation or coordinates a network, with their roles there."""

    user: User
    since: datetime
    roles: list[Role] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How colleagues see this person."""
        return display_name(self.user)

    @property
    def is_administrator(self) -> bool:
        """Whether this person can change who works here."""
        return roles.ADMINISTRATOR in self.roles


def members_of(place: Organisation | Network) -> list[Member]:
    """Everybody with a role at the organisation or for the network itself, by name, in one query."""
    found: dict[UUID, Member] = {}
    grants = RoleGrant.objects.select_related("user").filter(_at(place), role__in=ROLES)
    for grant in grants.order_by("given_at", "pk"):
        member = found.setdefault(grant.user_id, Member(user=grant.user, since=grant.given_at))
        member.roles.append(ROLES[grant.role])
    return sorted(found.values(), key=lambda member: (member.name.lower(), member.user.pk))


def member(organisation: Organisation, *, user_id: UUID) -> Member | None:
    """One person who works for the organisation."""
    return next((one for one in members_of(organisation) if one.user.pk == user_id), None)


def open_invitations(place: Organisation | Network) -> QuerySet[Invitation]:
    """Invitations that nobody used or withdrew, also those that are too old: those can be sent again."""
    found = Invitation.objects.select_related("organisation", "network")
    return found.filter(_at(place), accepted_at=None, withdrawn_at=None)


def _at(place: Organisation | Network) -> Q:
    return Q(organisation=place) if isinstance(place, Organisation) else Q(network=place)


def roles_in(codes: Iterable[str]) -> list[Role]:
    """The roles with these codes, with name and description."""
    return [ROLES[code] for code in codes if code in ROLES]


def role_names(codes: Iterable[str]) -> str:
    """Roles in words, for in a sentence."""
    return ", ".join(str(role.name) for role in roles_in(codes))


def has_administrator(organisation: Organisation) -> bool:
    """Whether somebody can manage this organisation."""
    return RoleGrant.objects.filter(organisation=organisation, role=roles.ADMINISTRATOR.code).exists()


def account_of(email: str) -> User | None:
    """The account that signs in with this address, when there is one."""
    return User.objects.filter(email__iexact=email, is_active=True).first()


def name_of(user_id: UUID | None) -> str:
    """How somebody is called, or nothing when the account is gone."""
    person = User.objects.filter(pk=user_id).first() if user_id else None
    return display_name(person) if person else ""


def names_of(user_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """The same for several people, in one query."""
    people = User.objects.filter(pk__in={one for one in user_ids if one})
    return {person.pk: display_name(person) for person in people}


def keepers(*, organisations: Iterable[UUID], networks: Iterable[UUID]) -> dict[UUID, list[str]]:
    """Who can change roles at each place, by name: administrators and network coordinators."""
    grants = RoleGrant.objects.select_related("user")
    administrators = grants.filter(organisation__in=list(organisations), role=roles.ADMINISTRATOR.code)
    coordinators = grants.filter(network__in=list(networks), role=roles.NETWORK_COORDINATOR.code)
    found: dict[UUID, list[str]] = {}
    for grant in (administrators | coordinators).order_by("user__name", "pk"):
        place = grant.organisation_id or grant.network_id
        if place:
            found.setdefault(place, []).append(display_name(grant.user))
    return found
