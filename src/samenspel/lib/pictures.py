"""Pictures that people send in: looked at by their content, made small, stripped of place and camera, saved as WebP.

What a file is called or says it is does not count. Nothing of the sent bytes is ever served: every picture is drawn
again from its points.
"""

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from PIL import Image, ImageOps

LARGEST_FILE = 5 * 1024 * 1024
LONGEST_SIDE = 8000
MOST_POINTS = 40_000_000  # about 160 MB in memory; a phone of today makes 12 to 50 million
LARGE, SMALL = 1200, 320
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
CONTENT_TYPE = "image/webp"


class Problem(StrEnum):
    """Why a file cannot be used as a picture."""

    TOO_HEAVY = "too_heavy"
    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"


class PictureRefused(Exception):
    """This file cannot be used; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True)
class Picture:
    """The same picture in two sizes, as WebP: longest side 1200 and 320 points."""

    large: bytes
    small: bytes


def read_picture(file: IO[bytes], *, size: int) -> Picture:
    """The picture in a file of this many bytes, drawn again.

    Raises:
        PictureRefused: too heavy, too many points (also when only its header says so), or no picture at all.
    """
    if size > LARGEST_FILE:
        raise PictureRefused(Problem.TOO_HEAVY)
    try:
        image = _opened(file)
    except Image.DecompressionBombError as bomb:
        raise PictureRefused(Problem.TOO_LARGE) from bomb
    except (OSError, ValueError, SyntaxError, EOFError) as wrong:
        raise PictureRefused(Problem.NOT_A_PICTURE) from wrong
    return Picture(large=_drawn(image, LARGE), small=_drawn(image, SMALL))


def _opened(file: IO[bytes]) -> Image.Image:
    """All points of the first frame, upright. The header is looked at before the points are read."""
    file.seek(0)
    try:
        image = Image.open(file, formats=FORMATS)
    except Image.DecompressionBombWarning as bomb:  # an error only where warnings are errors
        raise Image.DecompressionBombError from bomb
    if max(image.size) > LONGEST_SIDE or image.width * image.height > MOST_POINTS:
        raise PictureRefused(Problem.TOO_LARGE)
    image.draft("RGB", (LARGE * 2, LARGE * 2))  # a large JPEG is read at a fraction of its size
    upright = _upright(image)
    see_through = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    return upright.convert("RGBA" if see_through else "RGB")


def _upright(image: Image.Image) -> Image.Image:
    """The picture as it was meant to be seen; as it lies in the file when the camera's notes cannot be read."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 -- damaged notes break the library in ways that it does not name
        return image


def _drawn(image: Image.Image, longest: int) -> bytes:
    """A copy that fits in a square of this many points, without anything the camera wrote."""
    small = image.copy()
    small.thumbnail((longest, longest))
    bare = Image.new(small.mode, small.size)
    bare.paste(small)
    out = io.BytesIO()
    bare.save(out, "WEBP", quality=82, method=4)
    return out.getvalue()
