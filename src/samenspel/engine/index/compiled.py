"""Functions over arrays, compiled once and kept: beside this module, or else in a folder of this user alone.

What was compiled stands under a fingerprint of all sources that it can come from, so that a change in one of them is
never answered by the machine code of before. `NUMBA_CACHE_DIR` names another folder.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

Work = TypeVar("Work", bound=Callable[..., object])
HERE = Path(__file__).parent
NEVER_COMPILED = frozenset(
    {"__init__", "__main__", "answers", "asking", "index", "lexicon", "plain", "rows", "storing", "warming"}
)
config: Any = numba.config


def _private_folder() -> Path | None:
    """A folder that nobody else can write, because what was compiled is run again; None when there is none."""
    folder = Path(tempfile.gettempdir()) / f"samenspel-compiled-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        about = folder.lstat()
    except OSError:
        return None
    return folder if about.st_uid == os.getuid() and not about.st_mode & 0o077 and not folder.is_symlink() else None


def _may_write(folder: Path) -> bool:
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _fingerprint() -> str:
    """Changes with the sources of what is compiled, with the numbers that those take over, and with the compiler."""
    digest = hashlib.sha256(numba.__version__.encode())
    beside = [source for source in sorted(HERE.glob("*.py")) if source.stem not in NEVER_COMPILED]
    for source in [*beside, *(HERE.parent / f"{name}.py" for name in ("ranking", "offers", "folding"))]:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _can_be_kept() -> bool:
    """Whether there is a place for what was compiled; chooses one."""
    beside = HERE / "__pycache__"
    folder = Path(config.CACHE_DIR) if config.CACHE_DIR else beside if _may_write(beside) else _private_folder()
    if folder:
        config.CACHE_DIR = str(folder / f"compiled-{_fingerprint()}")
    return folder is not None


_KEPT = _can_be_kept()


def compiled(work: Work) -> Work:
    """This function as machine code: made at its first call, read back at the first call of a later process.

    It may make no arrays of its own: not counting who holds an array is much of its speed.
    """
    return cast("Work", numba.njit(cache=_KEPT, error_model="numpy", _nrt=False)(work))


def inlined(work: Work) -> Work:
    """The same for a small function that is called for every offer or leaf: it becomes part of what calls it."""
    return cast("Work", numba.njit(cache=_KEPT, error_model="numpy", _nrt=False, forceinline=True)(work))


def compiled_with_arrays(work: Work) -> Work:
    """The same for a function that makes arrays."""
    return cast("Work", numba.njit(cache=_KEPT, error_model="numpy")(work))
