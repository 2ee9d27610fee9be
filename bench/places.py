"""The national place import against reading the same file with pyogrio alone: at most three times as long.

Uses the shared national file when it is there, else a made-up country of the same size. It runs in a process and an
embedded database of its own, with the safety against power cuts that a real one has, and really commits.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NATIONAL = ROOT.parent / "shared" / "data" / "geo" / "nl_buurten_2024_afgeleid.geojson"
YEAR, SIZE = 2024, 14_566


def run(*, quick: bool) -> dict[str, Any]:
    """Seconds of both, the best of some turns each, taken in turn so that a busy machine slows down both."""
    command = [sys.executable, "-m", "bench.places", "3" if quick else "7"]
    # A process of its own: Django's settings may already point at the database of another bench.
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(done.stdout)
    return {
        "name": f"places: {found['areas']} neighbourhoods from {found['file']} ({found['megabytes']:.0f} MB)",
        "rows": [
            {"what": "read by pyogrio alone", "value": found["reading"], "unit": "s"},
            {"what": "imported into the database, committed", "value": found["importing"], "unit": "s"},
            {"what": "imported again, nothing to change", "value": found["repeating"], "unit": "s"},
            {"what": "most memory of the importing process", "value": found["memory"], "unit": "MB"},
        ],
        "ratios": {"import / pyogrio (at most 3)": found["importing"] / found["reading"]},
    }


def measure(turns: int) -> dict[str, Any]:
    """What `run` shows; memory is taken before pyogrio has read anything."""
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    with _file() as path, _database() as empty:
        importing, repeating, reading, memory = [], [], [], 0.0
        for _turn in range(turns):
            empty()
            importing.append(_seconds(lambda: _import(path)))
            repeating.append(_seconds(lambda: _import(path)))
            memory = memory or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            reading.append(_seconds(lambda: _read(path)))
        return {
            "areas": path.read_bytes().count(b'"Feature"'),
            "file": path.name,
            "megabytes": path.stat().st_size / 1e6,
            "reading": min(reading),
            "importing": min(importing),
            "repeating": min(repeating),
            "memory": memory,
        }


def _read(path: Path) -> None:
    """The yardstick: everything in memory, nothing checked, nothing stored."""
    import pyogrio

    pyogrio.raw.read(path)


def _import(path: Path) -> None:
    """The whole import as the command does it."""
    from samenspel.places import actions

    with path.open("rb") as stream:
        actions.import_areas(stream, origin=actions.Origin(year=YEAR))


def _seconds(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


@contextmanager
def _database() -> Iterator[Callable[[], None]]:
    """An embedded database of its own, migrated; gives the way to empty it."""
    from samenspel.config import database

    name = f"bench_{os.getpid()}"
    postgres = database.start_embedded(ROOT / "var" / "bench-places-postgres")
    postgres.create_database(name)
    addresses = postgres.addresses(name)
    os.environ |= {"DATABASE_URL": addresses.application, "DATABASE_OWNER_URL": addresses.owner}
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    try:
        import django

        django.setup()
        from django.db import connections

        from samenspel.config.migrating import migrate_if_needed

        migrate_if_needed()

        def empty() -> None:
            with connections["owner"].cursor() as cursor:
                cursor.execute("TRUNCATE places_area, places_import CASCADE")

        yield empty
        connections.close_all()
    finally:
        postgres.drop_database(name)
        postgres.stop()


@contextmanager
def _file() -> Iterator[Path]:
    """The national file, or a made-up one of the same size."""
    if NATIONAL.exists():
        yield NATIONAL
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a_made_up_country.geojson"
        features = [_feature(number) for number in range(SIZE)]
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        yield path


def _feature(number: int) -> dict[str, Any]:
    """A neighbourhood of 24 corners with the fields of the national file."""
    luck = random.Random(number)  # noqa: S311 -- repeatable, nothing secret
    west, south = 4 + (number % 121) * 0.02, 51 + (number // 121) * 0.015
    north = [[west + step * 0.0015, south + 0.012 + luck.uniform(0, 0.002)] for step in range(12, -1, -1)]
    ring = [[west + step * 0.0015, south + luck.uniform(0, 0.002)] for step in range(13)] + north
    code = f"{number // 100:04}{number % 100:04}"
    figures = {
        name: luck.randrange(5, 5000, 5) for name in ("inwoners", "inwoners_65plus", "inwoners_0_15", "huishoudens")
    }
    names = {"buurtcode": f"BU{code}", "buurtnaam": f"Buurt {number}", "wijkcode": f"WK{code[:6]}"}
    names |= {"gemeentecode": f"GM{code[:4]}", "gemeentenaam": f"Gemeente {code[:4]}"}
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "Feature", "properties": names | figures, "geometry": geometry}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    print(json.dumps(measure(int(sys.argv[1]))))
