"""Gathers the rows of the demo before any is saved, and saves them in bulk in an order that fits."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from samenspel.accounts.models import User
from samenspel.config.demonstration.seeding import Seed
from samenspel.directory.models import Offer
from samenspel.finding.models import Gap
from samenspel.lib import clock
from samenspel.networks.models import (
    Answer,
    BoardPost,
    BoardReply,
    Invitation,
    JoinRequest,
    Message,
    Network,
    Organisation,
    Partner,
    RoleGrant,
    SelfScan,
)

ORDER: tuple[type[models.Model], ...] = (
    User, Network, Organisation, Partner, RoleGrant, Offer, BoardPost, BoardReply,
    Message, Answer, JoinRequest, Invitation, SelfScan, Gap,
)  # fmt: skip
AT_ONCE = 500
DAYS_IN_A_MONTH = 30.44
Row = TypeVar("Row", bound=models.Model)


class Rows:
    """The rows so far, each under a name that is unique among the rows of its model."""

    def __init__(self, *, seed: Seed, now: datetime) -> None:
        self.seed = seed
        self.now = now
        self._named: dict[type[models.Model], dict[str, Any]] = {model: {} for model in ORDER}

    def add(self, model: type[Row], name: str, /, **values: Any) -> Row:
        """Make a row; its id follows from the seed and the name."""
        row = model(id=self.seed.id_of(model, name), **values)
        self._named[model][name] = row
        return row

    def get(self, model: type[Row], name: str) -> Row:
        """The row that was added under this name.

        Raises:
            KeyError: the demo's texts name something that they do not make.
        """
        row: Row = self._named[model][name]
        return row

    def of(self, model: type[Row]) -> Sequence[Row]:
        """All rows of a model, in the order in which they were added."""
        return list(self._named[model].values())

    def ago(self, *, days: float = 0, hours: float = 0) -> datetime:
        """A moment before now."""
        return self.now - timedelta(days=days, hours=hours)

    def day_ago(self, *, months: float) -> date:
        """A Dutch calendar day this many months before today."""
        return clock.day_of(self.ago(days=months * DAYS_IN_A_MONTH))

    def receivers(self) -> set[UUID]:
        """The networks and organisations whose locked rows are among these: for whom the saving acts."""
        places: set[UUID | None] = set()
        for model in (Message, JoinRequest, Invitation):
            for row in self.of(model):
                places |= {getattr(row, "network_id", None), getattr(row, "organisation_id", None)}
        return {place for place in places if place}

    def save(self) -> None:
        """Put everything in the database, in the running transaction."""
        for model in ORDER:
            model._default_manager.bulk_create(self.of(model), batch_size=AT_ONCE)  # noqa: SLF001 -- any model
