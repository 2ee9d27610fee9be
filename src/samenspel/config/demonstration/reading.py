"""What the demo's writers wrote down: organisations with their offers, and what happens between them.

The texts are in two JSON files beside this module, so that who improves a sentence needs no Python.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
OFFERS_SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class WrittenOrganisation:
    """An organisation as `organisations.json` tells it; `months` is how long ago it joined."""

    network: str
    name: str
    kind: str
    contact: str
    contact_role: str
    place: str
    months: int
    phone: str
    domain: str
    does: str
    can: str
    needs: str
    offers: list[dict[str, Any]]

    @property
    def what_we_do(self) -> str:
        """The introduction and the first of the offers by name."""
        if not self.offers:
            return self.does
        names = [offer["name"] for offer in self.offers[:OFFERS_SHOWN]]
        return f"{self.does}\n\nBij ons vindt u:\n" + "\n".join(f"- {name}" for name in names)


@cache
def organisations() -> tuple[WrittenOrganisation, ...]:
    """The organisations of Meerlinden and Oeverland."""
    return tuple(WrittenOrganisation(**one) for one in _read("organisations.json"))


@cache
def stories() -> dict[str, list[dict[str, Any]]]:
    """Networks, posts, messages, requests to join and invitations; days and hours count back from today."""
    return dict(_read("stories.json"))


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
