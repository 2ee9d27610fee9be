"""`./samenspel check`: everything a machine can say about the code before a person looks."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PYTHON = sys.executable
BIN = Path(sys.executable).parent
PARTS: dict[str, list[str]] = {
    "format": [str(BIN / "ruff"), "format", "--check", "."],
    "lint": [str(BIN / "ruff"), "check", "."],
    "types": [str(BIN / "mypy")],
    "architecture": [str(BIN / "lint-imports")],
    "translations": [PYTHON, "-m", "samenspel.config.translations", "--check"],
    "migrations": [PYTHON, "-m", "samenspel.config.demo", "manage-test", "makemigrations", "--check", "--dry-run"],
    "pages": [PYTHON, "-m", "samenspel.config.demo", "manage-test", "check"],
}


def check(arguments: list[str]) -> int:
    """Run all parts, or those named; the answer is 0 when every part is clean."""
    unknown = set(arguments) - set(PARTS)
    if unknown:
        _say(f"Unknown: {', '.join(sorted(unknown))}. Known: {', '.join(PARTS)}.")
        return 2
    failed = [name for name in arguments or PARTS if not _run(name)]
    _say(f"Not clean: {', '.join(failed)}" if failed else "All clean.")
    return 1 if failed else 0


def _run(name: str) -> bool:
    _say(f"-- {name}")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(PARTS[name], cwd=ROOT, env=environment, check=False).returncode == 0


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201
