"""A feed on disk: one JSON file, or a folder with files named as the examples of Open Referral are."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samenspel.api.importing.faults import FeedFault
from samenspel.api.importing.pages import Page, as_page, parsed

MOST_BYTES = 100 * 2**20
MOST_FILES = 10_000
ENTITIES = ("organizations", "taxonomy_terms", "services")
SINGULAR = {"organizations": "organization", "taxonomy_terms": "taxonomy_term", "services": "service"}
LIST_NAMES = {one: re.compile(rf"{many}|{one}_list(?:[_-]?\d+)?|{many}[_-]?\d+") for many, one in SINGULAR.items()}
FULL_NAMES = {one: re.compile(rf"{one}(?:_full)?(?:[_-].+)?") for one in SINGULAR.values()}


class DiskSource:
    """Reads the files when it is made; the parts of a feed then lie ready as lists and single things."""

    told_totals_hold = False  # one file of a list says nothing about pages that nobody saved

    def __init__(self, path: Path, *, name: str = "") -> None:
        """Read a file or a folder.

        Raises:
            FeedFault: nothing there that we can read.
        """
        self.name = name or str(path.resolve())
        self._lists: dict[str, list[Page]] = {}
        self._things: dict[str, dict[str, Any]] = {entity: {} for entity in ENTITIES}
        if path.is_dir():
            self._read_folder(path)
        elif path.is_file():
            self._read_file(path)
        else:
            raise FeedFault(_("Er is geen bestand of map %(path)s.") % {"path": path})
        for entity, things in self._things.items():
            if entity not in self._lists and things:
                self._lists[entity] = [Page(items=list(things.values()), is_last=True)]
        if "services" not in self._lists:
            raise FeedFault(_("In %(path)s staan geen diensten (services).") % {"path": path})

    def version(self) -> str:
        """Files of lists do not say."""
        return ""

    def page(self, entity: str, number: int) -> Page | None:
        """The pages in the order of their files."""
        pages = self._lists.get(entity)
        if pages is None or number > len(pages):
            return None
        found = pages[number - 1]
        return Page(items=found.items, total=found.total, number=number, is_last=number == len(pages))

    def detail(self, entity: str, foreign_id: str) -> Any:
        """What a file of its own tells about one thing."""
        return self._things[entity].get(foreign_id)

    def _read_folder(self, folder: Path) -> None:
        for entity, one in SINGULAR.items():
            for path in _files(folder):
                if LIST_NAMES[one].fullmatch(path.stem):
                    self._take_list(entity, as_page(_read(path), path.name))
                elif FULL_NAMES[one].fullmatch(path.stem) and not path.stem.startswith(("service_at", "service_list")):
                    self._take_thing(entity, _read(path))
            if (folder / entity).is_dir():
                for path in _files(folder / entity):
                    self._take_thing(entity, _read(path))

    def _read_file(self, path: Path) -> None:
        told = _read(path)
        packed = {name: told[name] for name in ENTITIES if isinstance(told, dict) and isinstance(told.get(name), list)}
        if packed and "services" in packed and "name" not in told:
            for entity, items in packed.items():
                self._take_list(entity, as_page(items, path.name))
        elif isinstance(told, dict) and "contents" not in told:
            self._take_list("services", as_page([told], path.name))
        else:
            self._take_list("services", as_page(told, path.name))

    def _take_list(self, entity: str, page: Page) -> None:
        self._lists.setdefault(entity, []).append(page)

    def _take_thing(self, entity: str, told: Any) -> None:
        if isinstance(told, Mapping) and isinstance(told.get("id"), str):
            self._things[entity].setdefault(told["id"], told)


def _files(folder: Path) -> Iterator[Path]:
    paths = sorted(folder.glob("*.json"))
    if len(paths) > MOST_FILES:
        raise FeedFault(_("In de map %(path)s staan te veel bestanden.") % {"path": folder})
    yield from paths


def _read(path: Path) -> Any:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FeedFault(
                _("Het bestand %(path)s is groter dan %(most)d MB.") % {"path": path.name, "most": MOST_BYTES // 2**20}
            )
        return parsed(path.read_bytes(), path.name)
    except OSError as wrong:
        raise FeedFault(_("Het bestand %(path)s is niet te openen.") % {"path": path.name}) from wrong
