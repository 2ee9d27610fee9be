"""`./samenspel test`: makes ready what tests need and runs them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from samenspel.config.translations import compile_catalogues

ROOT = Path(__file__).resolve().parents[3]
BROWSER = ("chromium", "chromium-browser")
PAGE_TOOLS = ROOT / "tests" / "tools"


def test(arguments: list[str]) -> int:
    """Run pytest; what is after the command goes to pytest. Says in one line what was left out and how to get it."""
    prepare_browser()
    prepare_page_tools()
    compile_catalogues()
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment, check=False
    ).returncode


def prepare_browser() -> None:
    """Chromium for the browser tests: the system's own; as root on Debian it is installed."""
    if browser() or not _debian_root():
        if not browser():
            _say("Skipped: browser tests. Install the system package 'chromium' to run them.")
        return
    _say("Installing Chromium for the browser tests ...")
    subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=sys.stderr)
    subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, stdout=sys.stderr)


def prepare_page_tools() -> None:
    """axe, the HTML checker and the OIDC provider, from npm as the lock file says."""
    if not (PAGE_TOOLS / "package-lock.json").exists():
        return
    installed = PAGE_TOOLS / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= (PAGE_TOOLS / "package-lock.json").stat().st_mtime:
        return
    if not shutil.which("npm"):
        _say("Skipped: checks of HTML, accessibility and OIDC. Install Node.js and npm to run them.")
        return
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=PAGE_TOOLS, check=False
    )


def browser() -> str | None:
    """The path of Chromium on this machine, or nothing."""
    return next((path for name in BROWSER if (path := shutil.which(name))), None)


def _debian_root() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201
