"""Damaged pictures are refused or drawn; nothing in a file breaks the page."""

import io
import random

import pytest
from PIL import Image

from samenspel.lib.pictures import PictureRefused, read_picture

TURNED_BY_CAMERA = 6
SEED = 20261122


def a_picture(form: str, *, mode: str = "RGB") -> bytes:
    """A small picture whose camera noted that it lies on its side."""
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = TURNED_BY_CAMERA, "a camera"
    out = io.BytesIO()
    Image.effect_noise((60, 40), 50).convert(mode).save(out, form, exif=notes)
    return out.getvalue()


def with_damage(data: bytes, chance: random.Random) -> bytes:
    """The same file with some bytes changed, most of them where a file says what it is, and perhaps cut off."""
    damaged = bytearray(data)
    for _place in range(chance.choice((1, 2, 5, 30))):
        end = len(damaged) if chance.random() < 0.4 else min(160, len(damaged))
        damaged[chance.randrange(end)] = chance.randrange(256)
    return bytes(damaged[: chance.randrange(len(damaged))] if chance.random() < 0.2 else damaged)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("form", "mode"), [("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("WEBP", "RGB")])
def test_no_damaged_file_breaks_the_reading_of_pictures(form: str, mode: str) -> None:
    chance, whole, drawn = random.Random(SEED), a_picture(form, mode=mode), 0  # noqa: S311 -- no secret
    for _attempt in range(500):
        damaged = with_damage(whole, chance)
        try:
            drawn += len(read_picture(io.BytesIO(damaged), size=len(damaged)).small) > 0
        except PictureRefused:
            continue
    assert 0 < drawn < 500


def test_a_picture_with_damaged_notes_of_the_camera_is_drawn_as_it_lies() -> None:
    whole = a_picture("JPEG")
    damaged = whole.replace(b"\x01\x0f\x00\x02", b"\x01\x03\x00\x02", 1)  # text where a number belongs
    assert damaged != whole
    read = read_picture(io.BytesIO(damaged), size=len(damaged))
    assert Image.open(io.BytesIO(read.large)).width > 0


def test_a_picture_is_turned_upright() -> None:
    whole = a_picture("PNG")
    assert Image.open(io.BytesIO(read_picture(io.BytesIO(whole), size=len(whole)).large)).size == (40, 60)
