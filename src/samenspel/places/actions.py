"""Importing what others publish about places: areas, postcodes, figures.

Every import is one transaction and may be repeated: a second run of the same file changes nothing. There is no `by=`
and no line in the audit: these rows say nothing about persons, and only somebody at the machine can run an import.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from django.db import connection, transaction
from django.utils.translation import gettext as _

from samenspel.lib import clock, ids
from samenspel.places import demo, editions, geojson, loading, postcodes, rules, statements, tables
from samenspel.places.faults import BadFileError
from samenspel.places.loading import Counted
from samenspel.places.models import Import
from samenspel.places.rules import AreaKind

Progress = Callable[[int], None]
"""Called now and then with the number of rows read so far."""

CBS, RIVM = "CBS", "RIVM"
_ONE_AT_A_TIME = 7_112_024
_STEP = 500


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from: shown with every figure. Empty means: what such a file usually is.

    `likely_year` (from the name of the file) counts only when neither the caller nor the file says the year.
    """

    source: str = ""
    published_by: str = ""
    year: int | None = None
    likely_year: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did. `passed_over` counts lines about areas that we do not know."""

    rows: int
    counted: Counted
    year: int
    passed_over: int = 0


def _quiet(_rows: int) -> None:
    """No progress shown."""


@transaction.atomic
def import_areas(
    stream: BinaryIO, *, origin: Origin, kind: AreaKind | None = None, progress: Progress = _quiet
) -> Outcome:
    """Take over areas with outlines and figures from official GeoJSON, of one kind and one year.

    Areas that a file only mentions as parent are made too, so that every neighbourhood has its municipality.

    Raises:
        BadFileError: the file cannot be used; nothing was changed.
    """
    _wait_for_turn()
    system = geojson.coordinate_system(stream)
    features = geojson.area_features(stream, kind=kind)
    first = next(features, None)
    if first is None:
        raise BadFileError(_("In het bestand staat alleen water, geen enkel gebied."))
    origin = _filled(origin, year=first.year, source="Wijk- en buurtkaart", published_by=CBS)
    parents = editions.Parents()
    count = 0
    with loading.copy_into("new_areas", loading.COLUMNS_OF_AREAS) as copy, loading.without_looking_for_cycles():
        checked = editions.checked_year(chain([first], features), _year(origin))
        for count, row in enumerate(editions.rows(checked, parents=parents, system=system), start=1):
            copy.write_row(row)
            if count % _STEP == 0:
                progress(count)
    counted = _store_areas(parents, origin)
    return _finished(Outcome(count, counted, _year(origin)), "areas", origin)


def _store_areas(parents: editions.Parents, origin: Origin) -> Counted:
    """Bring parents, areas and editions from the temporary table to where they belong."""
    values = {"year": origin.year, "source": origin.source, "published_by": origin.published_by}
    with loading.copy_into("new_parents", loading.COLUMNS_OF_PARENTS) as copy:
        for code, name in parents.names.items():
            shown = name or _made_up_name(code)
            kind = AreaKind.MUNICIPALITY if code.startswith("GM") else AreaKind.DISTRICT
            above = rules.parent_of(code)
            copy.write_row((code, kind, shown, rules.name_key(shown), above, origin.year if name else None))
    parents_done = loading.upsert(statements.PARENTS, values)
    areas = loading.upsert(statements.AREAS, values)
    outlines = loading.upsert(statements.EDITIONS, values)
    return Counted(outlines.added, max(parents_done.changed + areas.changed, outlines.changed))


def _made_up_name(code: str) -> str:
    """What we call an area that no file has named yet."""
    return f"Wijk {code[6:]}" if code.startswith("WK") else code


@transaction.atomic
def import_postcodes(stream: BinaryIO, *, origin: Origin, progress: Progress = _quiet) -> Outcome:
    """Take over where postcodes lie, from a CBS file of addresses, a file of surfaces or a file of towns.

    Raises:
        BadFileError: the file cannot be used; nothing was changed.
    """
    _wait_for_turn()
    with tables.open_table(stream) as opened:
        table = replace(opened, rows=_telling(opened.rows, progress))
        content = postcodes.content_of(table)
        origin = _filled(origin, year=postcodes.year_of(table), source="Postcodes", published_by=CBS)
        if content is postcodes.Content.TOWNS:
            return _finished(_import_towns(table, origin), "postcodes", origin)
        shares = (postcodes.addresses if content is postcodes.Content.ADDRESSES else postcodes.surfaces)(table)
        count = _copy_shares(shares)
    return _finished(_store_shares(count, origin), "postcodes", origin)


def _telling(rows: Iterator[tables.Row], progress: Progress) -> Iterator[tables.Row]:
    """The same rows; tells now and then how many went by."""
    for count, row in enumerate(rows, start=1):
        if count % _STEP == 0:
            progress(count)
        yield row


def _store_shares(count: int, origin: Origin) -> Outcome:
    """Bring the shares from the temporary table to where they belong."""
    loading.run("ANALYZE new_shares")
    unknown = loading.run(statements.UNKNOWN_SHARES)
    _refuse_when_all_unknown(count, unknown)
    gone = loading.run(statements.GONE_SHARES, {"year": origin.year})
    counted = loading.upsert(statements.SHARES, {"year": origin.year}) + Counted(0, gone)
    return Outcome(count, counted, _year(origin), unknown)


def _copy_shares(shares: Iterable[postcodes.Share]) -> int:
    """Send the shares to the temporary table and tell how many there were."""
    count = 0
    with loading.copy_into("new_shares", loading.COLUMNS_OF_SHARES) as copy:
        for count, share in enumerate(shares, start=1):  # noqa: B007 -- its last value is the answer
            numbers = json.dumps(share.house_numbers) if share.house_numbers else None
            copy.write_row((ids.new_id(), share.postcode, share.code, share.share, share.addresses, numbers))
    _refuse_empty(count)
    return count


def _import_towns(table: tables.Table, origin: Origin) -> Outcome:
    """Take over the town of each four-digit postcode."""
    towns = list(postcodes.towns(table))
    _refuse_empty(len(towns))
    with loading.copy_into("new_towns", loading.COLUMNS_OF_TOWNS) as copy:
        for town in towns:
            copy.write_row((town.postcode, town.place, town.municipality_name))
    return Outcome(len(towns), loading.upsert(statements.TOWNS), _year(origin))


@transaction.atomic
def import_figures(stream: BinaryIO, *, origin: Origin, progress: Progress = _quiet) -> Outcome:
    """Take over figures of the health monitor for the areas that we know; the year is that of the figure.

    Raises:
        BadFileError: the file cannot be used; nothing was changed.
    """
    _wait_for_turn()
    merged: dict[tuple[str, int], dict[str, float | int]] = {}
    with tables.open_table(stream) as table:
        for row in tables.figure_rows(replace(table, rows=_telling(table.rows, progress))):
            merged.setdefault((row.code, row.year), {}).update(row.figures)
    _refuse_empty(len(merged))
    year = max(year for _code, year in merged)
    origin = _filled(origin, year=year, source="Gezondheidsmonitor", published_by=RIVM)
    with loading.copy_into("new_figures", loading.COLUMNS_OF_FIGURES) as copy:
        for (code, row_year), figures in merged.items():
            if figures:
                copy.write_row((ids.new_id(), code, row_year, json.dumps(figures)))
    unknown = loading.run(statements.UNKNOWN_FIGURES)
    _refuse_when_all_unknown(len(merged), unknown)
    values = {"source": origin.source, "published_by": origin.published_by}
    counted = loading.upsert(statements.FIGURES, values)
    return _finished(Outcome(len(merged), counted, year, unknown), "figures", origin)


@transaction.atomic
def import_meerlinden() -> list[Outcome]:
    """Take over the fictional municipality of the demo through the same importers as real files; may be repeated."""
    folder = Path(demo.__file__).parent
    health = Origin("Verzonnen gezondheidscijfers", "Samenspel")
    outlines, towns = Origin("Verzonnen kaart en cijfers", "Samenspel"), Origin("Verzonnen", "Samenspel", 2024)
    outcomes = []
    for layer in ("municipality", "districts", "neighbourhoods"):
        with (folder / f"meerlinden_{layer}.geojson").open("rb") as stream:
            outcomes.append(import_areas(stream, origin=outlines))
    for name, importer, origin in (
        ("health", import_figures, health),
        ("addresses", import_postcodes, outlines),
        ("towns", import_postcodes, towns),
    ):
        with (folder / f"meerlinden_{name}.csv").open("rb") as stream:
            outcomes.append(importer(stream, origin=origin))
    return outcomes


def _wait_for_turn() -> None:
    """Two imports at once would wait for each other's rows in another order: one after the other instead."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
        # An import that a power cut undoes is simply repeated, so it need not wait for the disk.
        cursor.execute("SET LOCAL synchronous_commit = off")


def _filled(origin: Origin, *, year: int | None, source: str, published_by: str) -> Origin:
    """The origin with what the file itself says for what the caller left open."""
    chosen = origin.year or year or origin.likely_year
    if chosen is None:
        raise BadFileError(_("Het bestand zegt niet van welk jaar het is. Geef het jaar op met --year."))
    return Origin(origin.source or f"{published_by} {source} {chosen}", origin.published_by or published_by, chosen)


def _year(origin: Origin) -> int:
    """The year of a filled origin."""
    assert origin.year is not None  # noqa: S101 -- _filled saw to it
    return origin.year


def _refuse_empty(count: int) -> None:
    if count == 0:
        raise BadFileError(_("Onder de regel met kolomnamen staat niets."))


def _refuse_when_all_unknown(count: int, unknown: int) -> None:
    """A file about other areas than ours would silently do nothing."""
    if count == unknown:
        raise BadFileError(
            _("Geen enkel gebied uit dit bestand is bekend. Lees eerst de gebieden in met import_areas.")
        )


def _finished(outcome: Outcome, subject: str, origin: Origin) -> Outcome:
    """Leave one row about an import that changed something; the index of points follows from it."""
    if outcome.counted != Counted():
        Import.objects.create(
            subject=subject,
            year=outcome.year,
            source=origin.source,
            published_by=origin.published_by,
            added=outcome.counted.added,
            changed=outcome.counted.changed,
            imported_at=clock.now(),
        )
    return outcome
