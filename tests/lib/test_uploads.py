"""A file that is far too heavy costs no disk, and leaves what was typed beside it."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from samenspel.lib.uploads import TooHeavyFile


def sent(content: bytes) -> HttpRequest:
    file = SimpleUploadedFile("lijst.csv", content, content_type="text/csv")
    return RequestFactory().post("/", {"name": "Bezoek", "file": file, "after": "x"})


@pytest.mark.parametrize("in_memory", [10_000, 10])
def test_a_light_file_arrives_whole(in_memory: int, settings: LazySettings) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = in_memory
    request = sent(b"a;b" * 50)
    file = request.FILES["file"]
    assert isinstance(file, UploadedFile)
    assert file.read() == b"a;b" * 50
    request.close()


def test_a_heavy_file_arrives_empty_with_its_size(settings: LazySettings, tmp_path: Path) -> None:
    settings.FILE_UPLOAD_LIMIT, settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100_000, 10
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    request = sent(b"x" * 900_000)
    assert (request.POST["name"], request.POST["after"]) == ("Bezoek", "x")
    file = request.FILES["file"]
    assert isinstance(file, TooHeavyFile)
    assert (file.name, file.size, file.read()) == ("lijst.csv", 900_000, b"")
    assert list(tmp_path.iterdir()) == []
