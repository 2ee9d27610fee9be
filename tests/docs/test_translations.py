"""Everything that people read in Dutch can be read in English."""

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from samenspel.config import translations

ROOT = Path(__file__).resolve().parents[2]


def test_every_dutch_text_has_its_english_and_no_english_is_left_over() -> None:
    command = [sys.executable, "-m", "samenspel.config.translations", "--check"]
    done = subprocess.run(command, cwd=ROOT / "src", capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_a_text_without_english_is_named(tmp_path: Path) -> None:
    """So that the test above can fail."""
    (tmp_path / "__init__.py").write_text(
        'from django.utils.translation import gettext as _\nTEXT = _("Nieuw woord")\n'
    )
    found = [str(message.id) for message in translations._texts_of(tmp_path)]
    assert found == ["Nieuw woord"]


def test_the_english_keeps_what_is_filled_in() -> None:
    """A name or number that the Dutch sentence holds is there in English too."""
    broken = []
    for context in translations.contexts():
        path = translations.catalogue_of(context)
        if path.exists():
            with path.open("rb") as text:
                broken += [str(m.id) for m in read_po(text, locale="en") if m.id and m.check()]
    assert broken == []
