"""One number decides everything that the generator makes up: the same seed gives the same ids, names and choices."""

import random
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import models

DEFAULT_SEED = 2026
NAMESPACE = UUID("8f3c2f0e-2f5b-4c58-9d0b-6b7f6c1f2a11")


@dataclass(frozen=True)
class Seed:
    """The seed of one demo; the address of a page stays the same after every new start."""

    value: int = DEFAULT_SEED

    def id_of(self, model: type[models.Model], name: str) -> UUID:
        """The id of the row that has this name among the rows of its model."""
        return uuid5(NAMESPACE, f"{self.value}/{model._meta.label_lower}/{name}")

    def chance(self, subject: str) -> random.Random:
        """Dice for one subject, so that a choice added elsewhere changes nothing here."""
        return random.Random(f"{self.value}/{subject}")  # noqa: S311 -- made-up people need no secrets
