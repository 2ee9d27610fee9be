"""`./samenspel demo` as a person runs it: a real process on a data folder of its own."""

import http.cookiejar
import os
import re
import signal
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.serving import ROOT, free_port

READY_WITHIN_SECONDS = 90


@contextmanager
def demo(folder: Path, *arguments: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The command in a terminal group of its own, with what it printed until it was ready."""
    log = folder / "printed.txt"
    with log.open("w") as target:
        process = subprocess.Popen(
            ["./samenspel", "demo", "--port", str(free_port()), *arguments],
            cwd=ROOT,
            env=os.environ | {"SAMENSPEL_VAR": str(folder / "var")},
            stdout=target,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            yield process, printed_when_ready(process, log)
        finally:
            if process.poll() is None:
                press_control_c(process)


def printed_when_ready(process: "subprocess.Popen[str]", log: Path) -> str:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if "Ctrl-C stops everything" in log.read_text():
            break
        time.sleep(0.1)
    return log.read_text()


def press_control_c(process: "subprocess.Popen[str]") -> int:
    """What a terminal does: the signal goes to the whole group in front."""
    os.killpg(process.pid, signal.SIGINT)
    return process.wait(timeout=60)


def processes_of(folder: Path) -> set[str]:
    """Everything that still runs for this data folder, by what it was started with."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            started_with = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if str(folder).encode() in started_with:
            found.add((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
    return found


def come_in(address: str) -> str:
    """Open a sign-in address and press its button, as a browser without JavaScript; gives the page after it."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = browser.open(address, timeout=10).read().decode()
    word = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert word
    form = urllib.parse.urlencode({"csrfmiddlewaretoken": word[1]}).encode()
    answer = browser.open(address, data=form, timeout=10)
    return f"{answer.url}\n{answer.read().decode()}"


def test_start_sign_in_stop_and_start_again(tmp_path: Path) -> None:
    with demo(tmp_path) as (process, printed):
        addresses = re.findall(r"http://\S+/demo/binnen/\S+", printed)
        assert len(addresses) >= 6, printed
        page = come_in(addresses[0])
        assert page.splitlines()[0].endswith("/vandaag/")
        assert "Marjan de Wit" in page
        assert press_control_c(process) == 0
    assert processes_of(tmp_path) == set()
    made = (tmp_path / "var" / "postgres" / "PG_VERSION").stat().st_mtime
    with demo(tmp_path, "--organisations", "60") as (process, printed):
        assert "there already" in printed
        assert len(re.findall(r"/demo/binnen/", printed)) >= 6
        assert press_control_c(process) == 0
    assert (tmp_path / "var" / "postgres" / "PG_VERSION").stat().st_mtime == made


@pytest.mark.parametrize("size", ["36", "5001", "many"])
def test_a_size_that_cannot_be_is_refused_with_a_sentence(tmp_path: Path, size: str) -> None:
    done = subprocess.run(
        ["./samenspel", "demo", "--organisations", size],
        cwd=ROOT,
        env=os.environ | {"SAMENSPEL_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert size in done.stderr
    assert list(tmp_path.iterdir()) == []
