"""'Wat mag ik?': the roles of one person in words, with what they may, what they may not, and who can change it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from samenspel.accounts.roles import PERMISSION_TEXTS, ROLES, Level, Permission, Role
from samenspel.accounts.rules import Grant, Scope
from samenspel.networks.models import Network, Organisation
from samenspel.networks.queries import members

Place = tuple[UUID | None, UUID | None]


@dataclass(frozen=True, kw_only=True)
class Held:
    """All that one person may at one place."""

    place: str
    roles: list[Role]
    may: list[Promise]
    may_not: list[Promise]
    keepers: list[str]
    level: Level


@dataclass(frozen=True, kw_only=True)
class LevelRoles:
    """All roles that exist at one level, with the permissions of each in words."""

    title: str
    roles: list[tuple[Role, list[Promise]]]


def what_may(scope: Scope) -> list[Held]:
    """Per organisation, network and the platform: everything this person holds there; three queries at most."""
    places: dict[Place, list[Grant]] = {}
    for grant in scope.grants:
        places.setdefault((grant.organisation_id, grant.network_id), []).append(grant)
    organisations = {organisation for organisation, _network in places if organisation}
    networks = {network for _organisation, network in places if network}
    names = _names(organisations, networks)
    keepers = members.keepers(organisations=organisations, networks=networks) if names else {}
    return [_held(place, grants, names, keepers) for place, grants in places.items()]


def all_roles() -> list[LevelRoles]:
    """Every role of the product as it is in the code, for the page that shows them all."""
    titles = {
        Level.ORGANISATION: _("Rollen bij een organisatie"),
        Level.NETWORK: _("Rollen in een netwerk"),
        Level.PLATFORM: _("Rollen voor heel Samenspel"),
    }
    return [
        LevelRoles(
            title=titles[level],
            roles=[(role, _texts(role.permissions)) for role in ROLES.values() if role.level is level],
        )
        for level in Level
    ]


def _names(organisations: set[UUID], networks: set[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    if organisations:
        found.update(Organisation.objects.filter(pk__in=organisations).values_list("pk", "name"))
    if networks:
        found.update(Network.objects.filter(pk__in=networks).values_list("pk", "name"))
    return found


def _held(place: Place, grants: list[Grant], names: dict[UUID, str], keepers: dict[UUID, list[str]]) -> Held:
    held = [ROLES[grant.role] for grant in grants]
    permissions = frozenset().union(*(role.permissions for role in held))
    possible = frozenset().union(*(role.permissions for role in ROLES.values() if role.level is held[0].level))
    where = place[0] or place[1]
    return Held(
        place=names[where] if where else _("Heel Samenspel"),
        roles=held,
        may=_texts(permissions),
        may_not=_texts(possible - permissions),
        keepers=keepers.get(where, []) if where else [],
        level=held[0].level,
    )


def _texts(permissions: Iterable[Permission]) -> list[Promise]:
    """Permissions in words, in the order of the list of permissions."""
    chosen = frozenset(permissions)
    return [text for permission, text in PERMISSION_TEXTS.items() if permission in chosen]
