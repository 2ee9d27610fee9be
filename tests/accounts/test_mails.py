"""What we mail about an account: short, in plain words, and nothing about the person but the code."""

from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

import samenspel.accounts

TEMPLATES = Path(samenspel.accounts.__file__).parent / "templates"
PREFIXES = sorted(
    str(path.relative_to(TEMPLATES)).removesuffix("_subject.txt") for path in TEMPLATES.glob("*/email/*_subject.txt")
)
ABOUT_SOMEBODY = {
    "code": "1234-5678", "email": "ria@voorbeeld.test", "user": "Ria Jansen", "ip": "10.1.2.3", "user_agent": "Firefox",
    "from_email": "oud@voorbeeld.test", "to_email": "nieuw@voorbeeld.test", "deleted_email": "weg@voorbeeld.test",
    "provider": "Linde", "signup_url": "https://samenspel.test/account/maken/",
}  # fmt: skip
PRIVATE = ["ria@", "Ria Jansen", "10.1.2.3", "Firefox", "oud@", "nieuw@", "weg@"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_mail_is_short_and_holds_no_personal_data(prefix: str, language: str) -> None:
    with override(language):
        subject = render_to_string(f"{prefix}_subject.txt", ABOUT_SOMEBODY).strip()
        text = render_to_string(f"{prefix}_message.txt", ABOUT_SOMEBODY).strip()
    assert 0 < len(subject) < 60
    assert text.startswith("Dag," if language == "nl" else "Hello,")
    assert text.endswith("Samenspel")
    assert len(text) < 700
    assert not any(private in subject + text for private in PRIVATE)


def test_there_is_a_mail_for_everything_the_library_tells() -> None:
    assert len(PREFIXES) == 19
