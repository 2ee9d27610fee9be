"""Where the demo's offers happen: in the right neighbourhood, at a place there that the seed decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import shapely

from samenspel.places.models import Area, AreaEdition
from samenspel.places.rules import AreaKind

KINDS_OF_PLACE = {
    "centre": ("Centrum", "Oude Dorp"),
    "suburb": ("De Akkers", "Linderveld-Oost", "Linderveld-West", "Vogelbuurt"),
    "rural": ("Zandhoek", "'t Meereind"),
    "village": ("'t Meereind", "Zandhoek"),
}
NOBODY_LIVES_HERE = {"Lindermeer", "Bedrijvenpark De Kade"}
MOST_TRIES = 200


@dataclass(frozen=True)
class Ground:
    """The areas of the demo by name, and the outline of each neighbourhood by its code; nothing without areas."""

    areas: Mapping[str, Area]
    outlines: Mapping[str, Any]

    def neighbourhood(self, told: str, *, kind_of_place: str, home: Area | None, dice: Random) -> Area | None:
        """The neighbourhood that a text names, else that of the organisation, else one of this kind of place."""
        lived_in = [area for name, area in self.areas.items() if self._is_lived_in(name, area)]
        named = [area for area in lived_in if area.name in told]
        if named or not lived_in:
            return named[0] if named else None
        if home is not None and home.kind == AreaKind.NEIGHBOURHOOD:
            return home
        fitting = [self.areas[name] for name in KINDS_OF_PLACE.get(kind_of_place, ()) if name in self.areas]
        return dice.choice(fitting or sorted(lived_in, key=lambda area: area.code))

    def _is_lived_in(self, name: str, area: Area) -> bool:
        return area.kind == AreaKind.NEIGHBOURHOOD and name not in NOBODY_LIVES_HERE

    def point_in(self, area: Area, dice: Random) -> dict[str, float]:
        """A point inside the outline of a neighbourhood; nothing when it has none."""
        outline = self.outlines.get(area.code)
        if outline is None:
            return {}
        west, south, east, north = outline.bounds
        for _try in range(MOST_TRIES):
            point = shapely.Point(dice.uniform(west, east), dice.uniform(south, north))
            if outline.contains(point):
                return {"longitude": round(point.x, 5), "latitude": round(point.y, 5)}
        return {}


def ground_of(areas: Mapping[str, Area]) -> Ground:
    """The ground of a demo with these areas."""
    codes: Sequence[str] = [area.code for area in areas.values()]
    if not codes:
        return Ground({}, {})
    editions = AreaEdition.objects.filter(area__in=codes).order_by("year")
    return Ground(areas, {one.area_id: shapely.from_wkb(bytes(one.outline)) for one in editions})
