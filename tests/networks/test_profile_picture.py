"""The picture of an organisation: looked at by content, drawn again, served plainly."""

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from samenspel.lib.pictures import LARGE, SMALL, PictureRefused, Problem, read_picture
from samenspel.networks.models import Organisation
from tests.cast import Cast, as_person

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(*, size: tuple[int, int] = (1600, 900), kind: str = "JPEG", orientation: int = 1) -> bytes:
    image, out = Image.new("RGB", size, "teal"), io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "Secret Camera"
    image.save(out, kind, exif=exif)
    return out.getvalue()


def bomb(*, side: int) -> bytes:
    """A PNG of a few bytes whose header promises enormously many points."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def problem_of(content: bytes) -> Problem:
    with pytest.raises(PictureRefused) as refused:
        read_picture(io.BytesIO(content), size=len(content))
    return refused.value.problem


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_every_kind_becomes_webp_in_two_sizes(kind: str) -> None:
    content = picture(kind=kind)
    made = read_picture(io.BytesIO(content), size=len(content))
    assert [(opened(one).format, max(opened(one).size)) for one in (made.large, made.small)] == [
        ("WEBP", LARGE),
        ("WEBP", SMALL),
    ]


def test_what_the_camera_wrote_is_gone_and_the_picture_stands_upright() -> None:
    content = picture(orientation=6)
    assert b"Secret Camera" in content
    made = read_picture(io.BytesIO(content), size=len(content))
    assert b"Secret Camera" not in made.large
    assert not opened(made.large).getexif()
    assert opened(made.large).width < opened(made.large).height


@pytest.mark.parametrize("content", [PDF, SVG, b"", b"GIF89a", picture()[:2000], b"\x00" * 500])
def test_no_picture_is_said_so(content: bytes) -> None:
    assert problem_of(content) == Problem.NOT_A_PICTURE


@pytest.mark.parametrize("side", [8001, 12_000, 30_000, 2**31 - 1])
def test_a_bomb_is_refused_by_its_header(side: int) -> None:
    assert problem_of(bomb(side=side)) == Problem.TOO_LARGE


def test_a_heavy_file_is_not_even_opened() -> None:
    assert problem_of(b"\x00" * (5 * 1024 * 1024 + 1)) == Problem.TOO_HEAVY


def send(cast: Cast, content: bytes, *, name: str = "foto.jpg", alt: str = "Onze bus", **extra: str) -> str:
    data = {"picture": SimpleUploadedFile(name, content, "image/jpeg"), "picture_alt": alt, "what_we_do": "Typewerk"}
    answer = as_person(cast.henk).post(f"/o/{cast.huisvriend.slug}/profiel/", {**data, **extra}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def media(settings: LazySettings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.mark.django_db
def test_a_picture_is_shown_with_its_words_and_may_be_kept_a_year(cast: Cast, media: Path) -> None:
    page = send(cast, picture(), name="../../etc/passwd.php")
    address = page.split('<img src="')[1].split('"')[0]
    assert 'alt="Onze bus"' in page
    answer = Client().get(address)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert "immutable" in answer["Cache-Control"]
    assert opened(answer.content).format == "WEBP"
    assert len(list(media.rglob("*.webp"))) == 2
    assert Client().get(address.replace(".webp", "-klein.webp")).status_code == 200


@pytest.mark.django_db
def test_replacing_and_removing_leaves_no_files(
    cast: Cast, media: Path, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        send(cast, picture())
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        send(cast, picture(size=(200, 200)))
    assert len(list(media.rglob("*.webp"))) == 2
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        as_person(cast.henk).post(f"/o/{cast.huisvriend.slug}/profiel/", {"without_picture": "on"})
    assert list(media.rglob("*.webp")) == []
    assert Organisation.objects.get(pk=cast.huisvriend.pk).picture.name == ""


@pytest.mark.django_db
@pytest.mark.parametrize("content", [PDF, SVG, bomb(side=20_000)], ids=["pdf", "svg", "bomb"])
def test_a_wrong_file_is_refused_in_words_and_the_text_stays(cast: Cast, media: Path, content: bytes) -> None:
    page = send(cast, content)
    assert 'id="id_picture_error"' in page
    assert "Typewerk" in page
    assert list(media.rglob("*")) == []


@pytest.mark.django_db
def test_a_large_picture_comes_through_a_file(cast: Cast, media: Path) -> None:
    noise, out = Image.frombytes("RGB", (1200, 1000), os.urandom(3_600_000)), io.BytesIO()
    noise.save(out, "PNG")
    assert 2_500_000 < len(out.getvalue()) < 5_000_000
    assert "/beeld/" in send(cast, out.getvalue())


@pytest.mark.django_db
def test_a_picture_needs_words(cast: Cast, media: Path) -> None:
    assert "Schrijf in één zin wat er op de foto te zien is." in send(cast, picture(), alt="")
    assert list(media.rglob("*")) == []


@pytest.mark.django_db
def test_a_picture_that_is_not_there_is_not_found(media: Path) -> None:
    assert Client().get("/beeld/01920000-0000-7000-8000-000000000000.webp").status_code == 404
