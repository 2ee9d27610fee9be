"""For whom somebody acts."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from samenspel.accounts.models import User
from samenspel.accounts.roles import ROLES
from samenspel.accounts.rules import Grant, Scope
from samenspel.networks.models import RoleGrant


def scope_of(user: User | AnonymousUser) -> Scope:
    """All roles of a person with where they hold, in one query; nobody's scope is empty."""
    if not isinstance(user, User) and not user.is_authenticated:
        return Scope()
    held = (
        RoleGrant.objects.filter(user_id=user.pk)
        .annotate(
            networks=ArrayAgg(
                "organisation__partnerships__network_id",
                filter=Q(organisation__partnerships__ended_on=None, organisation__partnerships__isnull=False),
                default=[],
            )
        )
        .order_by("given_at", "pk")
        .values_list("role", "organisation_id", "network_id", "networks")
    )
    return Scope(user_id=user.pk, grants=tuple(_grant(*row) for row in held if row[0] in ROLES))


def _grant(code: str, organisation_id: UUID | None, network_id: UUID | None, networks: list[UUID]) -> Grant:
    role = ROLES[code]
    return Grant(
        role=code,
        permissions=frozenset(role.permissions),
        sees_care_data=role.sees_care_data,
        organisation_id=organisation_id,
        network_id=network_id,
        networks=frozenset(networks),
    )
