"""For whom a signed-in person acts and what that allows: plain values that every access decision reads."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID


@dataclass(frozen=True)
class Grant:
    """One role held at one place: an organisation, a network, or (both empty) the platform.

    `networks` are the networks in which the organisation is a partner: its members may read what partners share.
    """

    role: str
    permissions: frozenset[str]
    sees_care_data: bool
    organisation_id: UUID | None = None
    network_id: UUID | None = None
    networks: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Scope:
    """Everything that one person may act for during one request."""

    user_id: UUID | None = None
    grants: tuple[Grant, ...] = ()

    @property
    def ids(self) -> frozenset[UUID]:
        """What the database shows rows of: the person, their organisations, the networks they coordinate."""
        held = (one for grant in self.grants for one in (grant.organisation_id, grant.network_id))
        return frozenset(one for one in (self.user_id, *held) if one)

    @property
    def organisations(self) -> frozenset[UUID]:
        """The organisations for which this person works."""
        return frozenset(grant.organisation_id for grant in self.grants if grant.organisation_id)

    @property
    def networks(self) -> frozenset[UUID]:
        """The networks this person coordinates or whose partner they work for."""
        coordinated = {grant.network_id for grant in self.grants if grant.network_id}
        return frozenset(coordinated.union(*(grant.networks for grant in self.grants)))

    @property
    def sees_care_data(self) -> bool:
        """Whether one of the roles may see care data, which makes a second factor compulsory (L13)."""
        return any(grant.sees_care_data for grant in self.grants)

    def may(self, permission: str, *, organisation_id: UUID | None = None, network_id: UUID | None = None) -> bool:
        """Whether a role gives this permission there; without a place: anywhere at all.

        A role at an organisation also counts in the networks of which that organisation is a partner.
        """
        return any(
            permission in grant.permissions and _reaches(grant, organisation_id, network_id) for grant in self.grants
        )

    def places_where(self, permission: str) -> tuple[frozenset[UUID], frozenset[UUID]]:
        """The organisations and the coordinated networks at which this permission is held."""
        giving = [grant for grant in self.grants if permission in grant.permissions]
        return (
            frozenset(grant.organisation_id for grant in giving if grant.organisation_id),
            frozenset(grant.network_id for grant in giving if grant.network_id),
        )


def _reaches(grant: Grant, organisation_id: UUID | None, network_id: UUID | None) -> bool:
    everywhere = not grant.organisation_id and not grant.network_id
    if everywhere or (organisation_id is None and network_id is None):
        return True
    if organisation_id is not None:
        return grant.organisation_id == organisation_id
    return network_id == grant.network_id or network_id in grant.networks


def session_is_over(
    *, started_at: datetime, seen_at: datetime, now: datetime, idle: timedelta, longest: timedelta
) -> bool:
    """Whether somebody has to sign in again: too long idle, or too long since signing in."""
    return now - seen_at > idle or now - started_at > longest
