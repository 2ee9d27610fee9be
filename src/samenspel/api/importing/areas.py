"""Which of our areas a foreign service area means: by official code, else by the name of an area around the network."""

from collections.abc import Iterable, Mapping

from samenspel.api.importing.fields import Place
from samenspel.api.importing.notes import Notes

MOST_AREAS = 200


class Areas:
    """Areas that can be meant: their codes, and names that only one of them has."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """`named` holds pairs of code and name."""
        by_name: dict[str, list[str]] = {}
        self._codes = set()
        for code, name in named:
            self._codes.add(code)
            by_name.setdefault(name.casefold(), []).append(code)
        self._by_name: Mapping[str, str] = {name: codes[0] for name, codes in by_name.items() if len(codes) == 1}

    def codes(self, service: Place, notes: Notes) -> list[str]:
        """The areas that a service serves; what we do not know is noted."""
        found: dict[str, None] = {}
        for one in service.parts("service_areas"):
            code = self._meant(one)
            if code:
                found[code] = None
            elif one.said("name"):
                notes.add(one.at, "area_unknown", one.said("name")[:80])
        return list(found)[:MOST_AREAS]

    def _meant(self, area: Place) -> str | None:
        for said in (area.said("extent"), area.said("uri").rpartition("/")[2], area.said("name")):
            if said.upper() in self._codes:
                return said.upper()
        return self._by_name.get(area.said("name").casefold())


def mentioned(services: Iterable[object]) -> set[str]:
    """Everything in the service areas of a feed that may be an official code."""
    found: set[str] = set()
    for told in services:
        for one in Place(told if isinstance(told, dict) else {}).parts("service_areas"):
            found |= {one.said("extent").upper(), one.said("uri").rpartition("/")[2].upper(), one.said("name").upper()}
    return {said for said in found if said[:2] in {"GM", "WK", "BU"} and len(said) <= 10}  # noqa: PLR2004 -- a code
