"""`./samenspel translations`: gathers the Dutch texts of each context into its English catalogue.

The message is the Dutch sentence itself. A text without English, or an English text nobody uses any more, fails the
check. Works without system packages: Babel reads the code, Django turns templates into something Babel can read.
"""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[1]
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
HEADER = r"""# English texts of this context; the message is the Dutch sentence.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def translations(arguments: list[str]) -> int:
    """Write the catalogues again, or with `--check` only say what is missing or left over."""
    complaints = [
        complaint for context in contexts() for complaint in _update(context, write="--check" not in arguments)
    ]
    for complaint in complaints:
        print(complaint, file=sys.stderr)  # noqa: T201
    return 1 if complaints else 0


def contexts() -> list[Path]:
    """The folders of all contexts."""
    return sorted(path for path in PACKAGE.iterdir() if (path / "__init__.py").exists())


def catalogue_of(context: Path) -> Path:
    """Where the English texts of a context are."""
    return context / "locale" / "en" / "LC_MESSAGES" / "django.po"


def compile_catalogues() -> None:
    """Make the files that Django reads, where the texts are newer; another process never sees half a file."""
    for source in sorted(PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            fresh = source.with_suffix(f".{os.getpid()}")
            with source.open("rb") as text, fresh.open("wb") as target:
                write_mo(target, read_po(text, locale=source.parents[1].name))
            fresh.replace(compiled)


def _update(context: Path, *, write: bool) -> Iterator[str]:
    path = catalogue_of(context)
    found = _texts_of(context)
    if not found and not path.exists():
        return
    known = _read(path)
    wanted = Catalog(locale="en", fuzzy=False)
    for message in found:
        old = known.get(message.id, message.context)
        wanted.add(
            message.id,
            old.string if old and old.string else "",
            locations=[(str(Path(name).relative_to(PACKAGE.parent)), 0) for name, _line in message.locations],
            context=message.context,
            flags=message.flags,
        )
    if write:
        _write(path, wanted)
    for message in wanted:
        if message.id and not _is_translated(message):
            yield f"{path.relative_to(PACKAGE.parent)}: no English for: {message.id}"
    if not write:
        yield from (
            f"{path.relative_to(PACKAGE.parent)}: nobody uses: {message.id}"
            for message in known
            if message.id and wanted.get(message.id, message.context) is None
        )


def _read(path: Path) -> Catalog:
    if not path.exists():
        return Catalog(locale="en", fuzzy=False)
    with path.open("rb") as text:
        return read_po(text, locale="en")


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    body = io.BytesIO()
    write_po(body, catalogue, width=120, omit_header=True, sort_output=True, no_location=False, include_lineno=False)
    path.write_text(HEADER + body.getvalue().decode().strip() + "\n")


def _is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(strings)


def _texts_of(context: Path) -> list[Message]:
    catalogue = Catalog(locale="en", fuzzy=False)
    for path, code in _sources(context):
        for line, text, _comments, context_of_text in extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS):
            flags = {"python-format"} if "%(" in str(text) else set()
            catalogue.add(text, locations=[(str(path), line)], context=context_of_text, flags=flags)
    return [message for message in catalogue if message.id]


def _sources(context: Path) -> Iterable[tuple[Path, str]]:
    """Python as it is; templates through Django's own reader, which makes calls of `gettext` of them."""
    import django
    from django.apps import apps
    from django.conf import settings

    if not settings.configured:
        settings.configure(INSTALLED_APPS=[])
    if not apps.ready:
        django.setup()
    from django.utils.translation.template import templatize

    for path in sorted(context.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, path.read_text()
    for path in sorted([*context.rglob("*.html"), *context.rglob("*.txt")]):
        if "templates" in path.parts:
            # The indentation of a template means nothing to Python.
            yield path, "\n".join(map(str.strip, templatize(path.read_text(), origin=str(path)).splitlines()))


if __name__ == "__main__":
    sys.exit(translations(sys.argv[1:]))
