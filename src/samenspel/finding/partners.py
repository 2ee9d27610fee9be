"""Whose offers may be shown where: the present partners of every network, as small numbers and masks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from samenspel.finding.offered import Numbers, names_for_asker

PARTNERS = """
SELECT n.id, n.slug, n.is_public, n.area_id, array_agg(p.organisation_id)
FROM networks_network n JOIN networks_partner p ON p.network_id = n.id AND p.ended_on IS NULL
GROUP BY n.id ORDER BY n.slug
"""
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Line:
    """A network with partners."""

    id: UUID
    slug: str
    is_public: bool
    area: str | None
    organisations: Sequence[UUID]


@dataclass
class Partners:
    """All networks with their partners, as they were when this was read."""

    lines: list[Line]
    _masks: dict[UUID | None, Mask] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._of: dict[UUID, list[Line]] = {}
        for line in self.lines:
            for organisation in line.organisations:
                self._of.setdefault(organisation, []).append(line)

    def mask(self, network_id: UUID | None, owners: Numbers) -> Mask:
        """Per number of an organisation whether its offers belong to this network; None is every public network.

        An organisation that came after the mask was made is not in it: every change of partners makes all anew, and
        a partner without offers has a number from the first time it is asked for.
        """
        found = self._masks.get(network_id)
        if found is None:
            wanted = {
                owners.of(one)
                for line in self.lines
                if (line.id == network_id if network_id else line.is_public)
                for one in line.organisations
            }
            found = np.zeros(len(owners), dtype=np.bool_)
            found[list(wanted)] = True
            self._masks[network_id] = found
        return found

    def slug_for(self, organisation_id: UUID, *, network_id: UUID | None, area: str) -> str:
        """The network in which an offer of this organisation is shown; empty when there is none.

        The network that was asked; else of the public ones the one that works nearest around the asker.
        """
        lines = self._of.get(organisation_id, ())
        asked = next((line.slug for line in lines if line.id == network_id), "")
        if asked:
            return asked
        around = names_for_asker(area) if area else ()
        public = (line for line in lines if line.is_public)
        best = min(public, key=lambda line: (_nearness(line.area, around), line.slug), default=None)
        return best.slug if best else ""


def _nearness(area: str | None, around: Sequence[str]) -> int:
    return around.index(area) if area in around else len(around)


def present() -> Partners:
    """The partners as the database has them now."""
    with connection.cursor() as cursor:
        cursor.execute(PARTNERS)
        return Partners([Line(*row) for row in cursor.fetchall()])
