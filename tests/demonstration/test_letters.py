"""The mail of the demo, read from the folder where it is kept."""

import os
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EMAIL_FILE_PATH = tmp_path
    return tmp_path


def send(folder: Path, *subjects: str, text: str = "Hallo", at: int = 0) -> None:
    """Put mails in the folder as the demo does; those of one connection share a file."""
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(folder))
    known = set(folder.iterdir())
    connection.send_messages([EmailMessage(one, text, to=["carla@huisvriend.example"]) for one in subjects])
    for path in set(folder.iterdir()) - known:
        os.utime(path, (at, at))


def test_an_empty_box_says_how_to_get_mail(client: Client, folder: Path) -> None:
    assert "Er is nog geen post" in client.get("/demo/post/").content.decode()


def test_a_folder_that_was_never_made_is_an_empty_box(client: Client, settings: Settings) -> None:
    settings.EMAIL_FILE_PATH = "/nowhere/at/all"
    assert client.get("/demo/post/").status_code == 200


def test_the_newest_mail_comes_first(client: Client, folder: Path) -> None:
    send(folder, "Eerste", at=1000)
    send(folder, "Tweede", "Derde", at=2000)
    page = client.get("/demo/post/").content.decode()
    assert page.index("Derde") < page.index("Tweede") < page.index("Eerste")


def test_a_link_in_a_mail_can_be_followed_and_markup_stays_text(client: Client, folder: Path) -> None:
    send(folder, "Uitnodiging", text="Kom erbij: http://127.0.0.1:8000/uitnodiging/abc/ <script>alert(1)</script> é")
    page = client.get("/demo/post/").content.decode()
    assert 'href="http://127.0.0.1:8000/uitnodiging/abc/"' in page
    assert "<script>alert" not in page
    assert "é" in page
