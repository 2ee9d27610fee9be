"""A whole network as HSDS files: the same network gives the same bytes, whenever and wherever it is written.

What holds on this installation only, such as the address of a page, is left out. The things come out one by one, so
that a large network needs no large memory.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from samenspel.api.hsds import canonical, objects, terms
from samenspel.api.hsds.asked import Asked
from samenspel.api.hsds.objects import Frame
from samenspel.api.hsds.terms import Json
from samenspel.api.queries import hsds as queries
from samenspel.networks.models import Network

AT_ONCE = 500
HIDDEN_SUFFIX = ".part"
Show = Callable[[int], None]
Lists = dict[str, Iterator[Json]]


def size(network: Network) -> int:
    """How many offers and organisations an export of this network holds."""
    return queries.offers(network, Asked()).count() + queries.organisations(network, Asked()).count()


def lists(network: Network, *, show: Show = lambda _done: None) -> Lists:
    """The lists of an export by name, in the order of their names; `show` hears how many things went out."""
    counted = _counting(show)
    return {
        "organizations": counted(_organisations(network)),
        "services": counted(_services(network)),
        "taxonomies": map(terms.told_topic, terms.topics_by_id().values()),
        "taxonomy_terms": (term.told_in_full() for term in terms.terms_by_id().values()),
    }


def one_file(named: Lists) -> Iterator[bytes]:
    """All lists in one object, piece by piece."""
    between = b"{"
    for name, things in named.items():
        yield between + f'"{name}":'.encode()
        yield from canonical.written_list(things, end=b"\n]")
        between = b",\n"
    yield b"}\n"


def write_file(named: Lists, path: Path) -> None:
    """All lists in one file.

    Raises:
        OSError: it cannot be written; what was there before is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, one_file(named))


def write_folder(named: Lists, folder: Path) -> None:
    """Each list in a file of its own, such as `services.json`.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, things in named.items():
        _write(folder / f"{name}.json", canonical.written_list(things))


def _write(path: Path, pieces: Iterator[bytes]) -> None:
    """First under another name, so that nobody ever finds half a file."""
    unfinished = path.with_name(path.name + HIDDEN_SUFFIX)
    try:
        with unfinished.open("wb") as file:
            file.writelines(pieces)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _organisations(network: Network) -> Iterator[Json]:
    for one in queries.organisations(network, Asked()).iterator(chunk_size=AT_ONCE):
        yield objects.organization(one, Frame())


def _services(network: Network) -> Iterator[Json]:
    found = queries.offers(network, Asked()).iterator(chunk_size=AT_ONCE)
    while several := list(islice(found, AT_ONCE)):
        frame = queries.frame(network, several, site="")
        yield from (objects.service(one, frame) for one in several)


def _counting(show: Show) -> Callable[[Iterator[Json]], Iterator[Json]]:
    done = 0

    def counted(things: Iterator[Json]) -> Iterator[Json]:
        nonlocal done
        for thing in things:
            done += 1
            show(done)
            yield thing

    return counted
