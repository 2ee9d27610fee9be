"""What was tidied up, and the register in the words of one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from samenspel.privacy import register
from samenspel.privacy.models import RetentionRun
from samenspel.privacy.rules import About, Group, Table, Text


@dataclass(frozen=True)
class PublishedTable:
    """One kind of data as the public page tells it."""

    what: str
    why: str
    basis: str
    receivers: str
    kinds: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True)
class PublishedGroup:
    """One subject of the public page; `without_people` are the things kept that are not about people."""

    title: str
    tables: tuple[PublishedTable, ...]
    without_people: tuple[str, ...]


def published(language: str) -> list[PublishedGroup]:
    """The register for people, in `nl` or `en` (any other language gets Dutch)."""
    current = register.current()
    return [_group(group, current.bases, language) for group in current.groups]


def runs() -> QuerySet[RetentionRun]:
    """What was tidied up, newest first."""
    return RetentionRun.objects.order_by("-at", "-id")


def table_names(language: str) -> dict[str, str]:
    """What each table holds, in words."""
    return {table.name: _say(table.what, language) for table in register.current().tables}


def _group(group: Group, bases: Mapping[str, Text], language: str) -> PublishedGroup:
    about_people = [table for table in group.tables if table.abouts != {About.NONE}]
    others = [table for table in group.tables if table.abouts == {About.NONE}]
    return PublishedGroup(
        title=_say(group.title, language),
        tables=tuple(_table(table, bases, language) for table in about_people),
        without_people=_unique(_say(table.what, language) for table in others),
    )


def _table(table: Table, bases: Mapping[str, Text], language: str) -> PublishedTable:
    return PublishedTable(
        what=_say(table.what, language),
        why=_say(table.why, language),
        basis=_say(bases[table.basis], language),
        receivers=_say(table.receivers, language),
        kinds=_unique(_say(group.what, language) for group in table.columns if group.about is not About.NONE),
        terms=_unique(_say(rule.says, language) for rule in table.rules),
    )


def _say(text: Text, language: str) -> str:
    return text.get(language) or text["nl"]


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
