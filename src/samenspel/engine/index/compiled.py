"""Functions over arrays, compiled once and kept: beside this module, or else in a folder of this user alone."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

Work = TypeVar("Work", bound=Callable[..., object])
HERE = Path(__file__).parent
config: Any = numba.config


def _private_folder() -> str:
    """A folder that nobody else can write, because what was compiled is run again; empty when there is none."""
    folder = Path(tempfile.gettempdir()) / f"samenspel-compiled-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        about = folder.lstat()
    except OSError:
        return ""
    return str(folder) if about.st_uid == os.getuid() and not about.st_mode & 0o077 and not folder.is_symlink() else ""


def _may_write(folder: Path) -> bool:
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _can_be_kept() -> bool:
    """Whether there is a place for what was compiled; chooses one when the package cannot be written."""
    if config.CACHE_DIR or _may_write(HERE / "__pycache__"):
        return True
    config.CACHE_DIR = folder = _private_folder()
    return bool(folder)


_KEPT = _can_be_kept()


def compiled(work: Work) -> Work:
    """This function as machine code: made at its first call, read back at the first call of a later process."""
    return cast("Work", numba.njit(cache=_KEPT)(work))
