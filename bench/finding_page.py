"""The result fragment of the finding page at 10 k, 100 k and 1 M offers against a bare Django view in the same server.

Every request asks something else; bare view and fragment take turns on one connection.
"""

import json
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from bench import filled, serving

EMPTY = "/bench/empty/"
SIZES, QUICK_SIZES = (10_000, 100_000, 1_000_000), (1_000, 10_000)
FIRST_ANSWER_WITHIN_SECONDS = 300
QUESTIONS = 300


def run(*, quick: bool) -> dict[str, Any]:
    """Milliseconds per request, medians and the slowest of a hundred, per size."""
    sizes = QUICK_SIZES if quick else SIZES
    found = {size: _apart(size, rounds=3 if quick else 7) for size in sizes}
    first = found[sizes[0]]
    rows = [
        {"what": f"{what} at {size} offers", "value": value, "unit": "ms"}
        for size, values in found.items()
        for what, value in values.items()
    ]
    ratios = {f"fragment / bare view at {sizes[0]} (at most 15)": first["fragment p50"] / first["bare view p50"]}
    for size in sizes[1:]:
        ratios[f"fragment at {size} / at {sizes[0]} (at most 1.3)"] = (
            found[size]["fragment p50"] / first["fragment p50"]
        )
    name = "finding_page: the result fragment over HTTP, every request another question"
    return {"name": name, "rows": rows, "ratios": ratios}


def _apart(offers: int, *, rounds: int) -> dict[str, float]:
    """In a process of its own: Django's settings may already point at the database of another size."""
    command = [sys.executable, "-m", "bench.finding_page", str(offers), str(rounds)]
    done = subprocess.run(command, cwd=serving.ROOT, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _at(offers: int, *, rounds: int) -> dict[str, float]:
    with serving.server(lambda: filled.fill(offers)) as port, _connected(port) as connection:
        paths = _paths()
        started = time.perf_counter()
        _ask(connection, port, paths[0])
        ready = 1000 * (time.perf_counter() - started)
        for path in paths[:50]:
            _ask(connection, port, path)
        bare: list[float] = []
        fragment: list[float] = []
        for number in range(rounds):
            part = paths[number::rounds]
            bare += [_timed(lambda: _ask(connection, port, EMPTY)) for _one in part]
            fragment += [_timed(lambda path=path: _ask(connection, port, path)) for path in part]  # type: ignore[misc]
        return {
            "first answer, everything read": ready,
            "bare view p50": statistics.median(bare),
            "fragment p50": statistics.median(fragment),
            "fragment p99": statistics.quantiles(fragment, n=100)[-1],
        }


def _paths() -> list[str]:
    questions = filled.texts(QUESTIONS, seed=1)
    return [
        "/zoeken/?" + urlencode({"q": text, "buurt": filled.area_code(number % filled.AREAS)})
        for number, text in enumerate(questions)
    ]


def _timed(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - started)


def _connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=FIRST_ANSWER_WITHIN_SECONDS)


def _ask(connection: socket.socket, port: int, path: str) -> int:
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHX-Request: true\r\nAccept-Encoding: identity\r\n\r\n"
    return serving.ask(connection, head.encode())


if __name__ == "__main__":
    sys.path.insert(0, str(serving.ROOT / "src"))
    print(json.dumps(_at(int(sys.argv[1]), rounds=int(sys.argv[2]))))
