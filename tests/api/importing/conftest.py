"""The server of foreign feeds, as a process of its own."""

import itertools
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspel.networks.models import Network
from tests.api.importing import feed_server
from tests.api.importing.feeds import Feed
from tests.factories import make_network
from tests.serving import free_port, running

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def feed_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder, port = tmp_path_factory.mktemp("feeds"), free_port()
    with running([sys.executable, str(feed_server.__file__), str(folder), str(port)]):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        yield folder, f"http://127.0.0.1:{port}"


@pytest.fixture
def feed(feed_address: tuple[Path, str]) -> Feed:
    return Feed(*feed_address, name=f"feed-{next(_numbers)}")


@pytest.fixture
def network(db: None) -> Network:
    return make_network(slug="proef")
