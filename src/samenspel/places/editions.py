"""From features in a file to rows for the tables: outlines built, repaired and measured batch by batch."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from samenspel.lib import ids
from samenspel.places import geometry, rules
from samenspel.places.faults import BadFileError
from samenspel.places.geojson import AreaFeature, is_rd

BATCH = 500
"""Features built in one go: enough for speed, little enough for memory at 20 kB of outline each."""


@dataclass(slots=True)
class Parents:
    """The areas that a file mentions above its own: code to published name, empty when the file has no name for it."""

    names: dict[str, str] = field(default_factory=dict)

    def note(self, feature: AreaFeature) -> None:
        """Remember district and municipality of a feature."""
        municipality = rules.municipality_of(feature.code)
        for code in (rules.parent_of(feature.code), municipality):
            if code and code != feature.code:
                self.names.setdefault(code, "")
        if feature.municipality_name and municipality != feature.code:
            self.names[municipality] = feature.municipality_name


def checked_year(features: Iterable[AreaFeature], year: int) -> Iterator[AreaFeature]:
    """The same features; stops at one that says it is of another year."""
    for feature in features:
        if feature.year not in {None, year}:
            raise BadFileError(
                _("Gebied %(position)s (%(code)s) is van %(found)s en niet van %(year)s.")
                % {"position": feature.position, "code": feature.code, "found": feature.year, "year": year},
            )
        yield feature


def rows(features: Iterable[AreaFeature], *, parents: Parents, system: str | None) -> Iterator[tuple[Any, ...]]:
    """One row per feature in the order of `loading.COLUMNS_OF_AREAS`; `parents` fills up meanwhile.

    `system` is what the file says about its coordinates (`rd`, `degrees`); None means: see for yourself.

    Raises:
        BadFileError: an outline cannot be used.
    """
    pending = iter(features)
    while batch := list(islice(pending, BATCH)):
        for feature in batch:
            parents.note(feature)
        rd = is_rd(batch[0].geometry) if system is None else system == "rd"
        yield from _measured(batch, rd=rd)


def _measured(batch: list[AreaFeature], *, rd: bool) -> Iterator[tuple[Any, ...]]:
    try:
        outlines = geometry.outlines_of([feature.geometry for feature in batch], rd=rd)
    except geometry.NoOutlineError as error:
        raise BadFileError(_why(batch[error.position], str(error))) from error
    measures = geometry.Measures.of(outlines)
    numbers = (measures.bounds.tolist(), measures.centre.tolist(), measures.centre_rd.tolist())
    for feature, wkb, bounds, centre, centre_rd in zip(batch, measures.wkb.tolist(), *numbers, strict=True):
        code, name = feature.code, feature.name
        yield (
            *(ids.new_id(), code, name, rules.name_key(name)),
            *(rules.parent_of(code), _above(code), feature.municipality_name, wkb),
            *(*bounds, *centre, *centre_rd, json.dumps(feature.figures)),
        )


def _above(code: str) -> str | None:
    """The municipality of a smaller area; a municipality has none above it."""
    return None if code.startswith("GM") else rules.municipality_of(code)


def _why(feature: AreaFeature, reason: str) -> str:
    """The sentence for an outline that cannot be used."""
    where = {"position": feature.position, "code": feature.code}
    if reason == "outside":
        return _("Gebied %(position)s (%(code)s) ligt niet in Nederland. Kloppen de coördinaten?") % where
    if reason.startswith("type"):
        return _("Gebied %(position)s (%(code)s) is geen vlak maar %(type)s.") % {**where, "type": reason[5:]}
    return (
        _("Gebied %(position)s (%(code)s) heeft grenzen die niet kloppen: een lijn is niet gesloten of leeg.") % where
    )
