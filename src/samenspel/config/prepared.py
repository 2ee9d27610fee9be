"""Remembers that the demo's database fits the code, so that a warm start need not load Django to find out.

The memory lies inside the database's own folder: who throws the data away throws the memory away too.
"""

import hashlib
import json
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
KINDS = {".py", ".po", ".json", ".geojson", ".csv", ".yaml"}
NAME = "samenspel-prepared.json"


def recall(folder: Path, *, site: str, token: str) -> list[tuple[str, str]] | None:
    """Role and sign-in address of the cast as they were prepared; nothing when the code changed since then."""
    try:
        kept = json.loads((folder / NAME).read_text())
    except (OSError, ValueError):
        return None
    if kept["code"] != _fingerprint():
        return None
    return [(role, address.format(site=site, token=token)) for role, address in kept["people"]]


def remember(folder: Path, people: list[tuple[str, str]], *, site: str, token: str) -> None:
    """Keep the addresses without the parts that are new at every start."""
    kept = [(role, address.replace(site, "{site}").replace(token, "{token}")) for role, address in people]
    (folder / NAME).write_text(json.dumps({"code": _fingerprint(), "people": kept}))


def _fingerprint() -> str:
    """Changes with every change of a file that the preparation reads."""
    seen = hashlib.sha256()
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix in KINDS):
        state = path.stat()
        seen.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return seen.hexdigest()
