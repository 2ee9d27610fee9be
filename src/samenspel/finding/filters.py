"""The filters beside the results: what one can choose, how many remain with each, and what is chosen now.

A filter excludes; a kind of help that was confirmed only ranks. A choice that leaves nothing stays readable.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from samenspel.directory.models import FORM_TEXTS
from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS
from samenspel.finding.wanted import WITHIN_KM, Wanted

Params = dict[str, list[str]]
Text = str | Promise
PROVIDER_TEXTS: list[tuple[str, Text]] = [
    ("volunteer", gettext_lazy("Vrijwilligers")),
    ("professional", gettext_lazy("Beroepskrachten")),
    ("both", gettext_lazy("Allebei samen")),
]
ALWAYS_SHOWN = ("nl",)


@dataclass(frozen=True)
class Option:
    """One choice: with how many results it leaves; `count` None for the choice that limits nothing."""

    value: str
    label: Text
    count: int | None
    is_chosen: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be left."""
        return self.count == 0 and not self.is_chosen


@dataclass(frozen=True)
class Group:
    """The choices about one thing; `kind` is `radio` when they exclude each other, else `checkbox`."""

    name: str
    legend: Text
    kind: str
    options: list[Option]


@dataclass(frozen=True)
class Removable:
    """A filter that is on now, with the address without it."""

    label: str
    url: str


def groups(wanted: Wanted, counts: Mapping[tuple[str, str], int]) -> list[Group]:
    """All filters with how many remain when one adds that choice."""
    made = [
        _room(wanted, counts),
        _one("vorm", gettext_lazy("Hoe"), FORM_TEXTS, wanted.form, counts),
        _one("door", gettext_lazy("Door wie"), PROVIDER_TEXTS, wanted.provider, counts),
        _several("dag", gettext_lazy("Op welke dag"), DAY_TEXTS, wanted.days, counts),
    ]
    if wanted.area is not None:
        distances = [(str(km), _("Tot %(km)d km") % {"km": km}) for km in WITHIN_KM]
        made.insert(1, _one("km", gettext_lazy("Hoe ver"), distances, str(wanted.within_km or ""), counts))
    languages = _several("taal", gettext_lazy("Taal"), LANGUAGE_TEXTS, wanted.languages, counts)
    spoken = [one for one in languages.options if one.count or one.is_chosen or one.value in ALWAYS_SHOWN]
    return [*made, Group(languages.name, languages.legend, languages.kind, spoken)]


def _room(wanted: Wanted, counts: Mapping[tuple[str, str], int]) -> Group:
    only = Option("1", gettext_lazy("Alleen waar nu plek is"), counts.get(("plaats", "1")), wanted.with_room)
    return Group("plaats", gettext_lazy("Plek"), "checkbox", [only])


def _one(
    name: str, legend: Text, texts: Iterable[tuple[str, Text]], chosen: str, counts: Mapping[tuple[str, str], int]
) -> Group:
    anything = Option("", pgettext_lazy("filter", "Maakt niet uit"), None, not chosen)
    found = [Option(value, text, counts.get((name, value)), value == chosen) for value, text in _said(name, texts)]
    return Group(name, legend, "radio", [anything, *found])


def _several(
    name: str,
    legend: Text,
    texts: Iterable[tuple[str, Text]],
    chosen: tuple[str, ...],
    counts: Mapping[tuple[str, str], int],
) -> Group:
    found = [Option(value, text, counts.get((name, value)), value in chosen) for value, text in _said(name, texts)]
    return Group(name, legend, "checkbox", found)


_SAID: dict[tuple[str, str | None], list[tuple[str, str]]] = {}


def _said(name: str, texts: Iterable[tuple[str, Text]]) -> list[tuple[str, str]]:
    """The texts of a filter in the language of the reader, looked up once for each language."""
    key = (name, get_language())
    if key not in _SAID:
        _SAID[key] = [(value, capfirst(str(text))) for value, text in texts]
    return _SAID[key]


def removable(shown: Iterable[Group], params: Params, address: Callable[[Params], str]) -> Iterator[Removable]:
    """What one filters on now, each with the address of the same search without it."""
    for group in shown:
        for option in group.options:
            if option.is_chosen and option.value:
                rest = [value for value in params.get(group.name, []) if value != option.value]
                yield Removable(str(option.label), address({**params, group.name: rest}))
