"""An offer as a sheet shows it: the values that columns stand for, and the text of each in its cell."""

from collections.abc import Mapping
from typing import Any

from samenspel.directory.models import Offer
from samenspel.directory.rules import Capacity, OfferState, Room
from samenspel.directory.sheets import choices
from samenspel.directory.sheets.choices import Choice
from samenspel.directory.sheets.columns import COLUMNS
from samenspel.directory.sheets.reading import TEXTS
from samenspel.lib import texts

SEVERAL_LINES = {"description", "conditions", "wishes", "how_to_apply"}


def of(offer: Offer, *, where: str) -> dict[str, Any]:
    """What an offer is now, in the shape of what a row says; `where` is the code of its neighbourhood."""
    told: dict[str, Any] = {
        name: (texts.clean if name in SEVERAL_LINES else texts.clean_line)(getattr(offer, name)).strip()
        for name in TEXTS
    }
    for name in ("target_groups", "languages"):
        known = choices.named(name).names
        told[name] = [code for code in known if code in getattr(offer, name)]
    return told | {
        "kinds": list(offer.kinds),
        "form": offer.form,
        "provider": offer.provider,
        "area_codes": sorted(offer.area_codes),
        "days": _in_order(offer.days, choices_of="days"),
        "day_parts": _in_order(offer.day_parts, choices_of="day_parts"),
        "where": where,
        "room": Room(Capacity(offer.capacity), offer.free_places, offer.waiting_weeks),
        "open": offer.state == OfferState.OPEN.value,
        "mark": offer.own_mark,
    }


def _in_order(codes: list[str], *, choices_of: str) -> list[str]:
    return [code for code in TIMES[choices_of] if code in codes]


TIMES: Mapping[str, Mapping[str, str]] = {
    "days": {
        "mon": "ma", "tue": "di", "wed": "wo", "thu": "do", "fri": "vr", "sat": "za", "sun": "zo"
    },
    "day_parts": {"morning": "ochtend", "afternoon": "middag", "evening": "avond"},
}  # fmt: skip


def cells(told: Mapping[str, Any], *, areas: Choice, neighbourhoods: Choice) -> dict[str, str]:
    """The text of each cell, by column code; reading them again gives the same values."""
    room: Room | None = told.get("room")
    found: dict[str, str] = {column.code: str(told.get(column.code) or "") for column in COLUMNS}
    for name in ("kinds", "target_groups", "languages"):
        names = choices.named(name).names
        found[name] = "; ".join(names.get(code, code) for code in told.get(name) or ())
    for name, short in TIMES.items():
        found[name] = ", ".join(short[code] for code in told.get(name) or ())
    for name in ("form", "provider"):
        found[name] = choices.named(name).names.get(str(told.get(name)), "")
    found["area_codes"] = "; ".join(areas.names.get(code, code) for code in told.get("area_codes") or ())
    where = str(told.get("where") or "")
    found["where"] = neighbourhoods.names.get(where, where)
    found["capacity"] = choices.named("capacity").names[room.capacity.value] if room else ""
    found["free_places"] = str((room and room.free_places) or "")
    found["waiting_weeks"] = str((room and room.waiting_weeks) or "")
    found["open"] = {True: "ja", False: "nee"}.get(told["open"], "") if "open" in told else ""
    return found
