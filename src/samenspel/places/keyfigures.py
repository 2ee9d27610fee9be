"""The key figures of an area as people read them: what, how many, of how many, of which year and from whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.places import figures, words
from samenspel.places.models import Area, AreaEdition, AreaFigures


@dataclass(frozen=True, slots=True)
class Known:
    """One figure as published."""

    value: float
    year: int
    source: str
    published_by: str
    beside: Mapping[str, float]
    """All figures of the same source and year: the 'of how many' has to come from the same one."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure ready for the page."""

    name: str
    label: str
    value: str
    of: str
    year: int
    source: str

    @property
    def since(self) -> str:
        """Year and source in one line."""
        return self.source if str(self.year) in self.source else f"{self.source}, {self.year}"


def key_figures(area: Area) -> list[KeyFigure]:
    """The figures worth showing, each of the newest year that has it; a figure nobody published is not in the list.

    A number of people and the same thing as a percentage are told once, as the number.
    """
    known = newest(area)
    shown = [name for name in figures.SHOWN if name in known]
    for counted, share in (("inhabitants_65plus", "share_65plus"), ("inhabitants_0_15", "share_0_15")):
        if counted in shown and share in shown:
            shown.remove(share)
    return [_ready(name, known[name]) for name in shown]


def newest(area: Area) -> dict[str, Known]:
    """Every figure of an area in the newest year in which it was published."""
    editions = AreaEdition.objects.filter(area=area).values_list("year", "figures", "source", "published_by")
    others = AreaFigures.objects.filter(area=area).values_list("year", "figures", "source", "published_by")
    return _newest_of([*others, *editions])


def _newest_of(sets: Iterable[tuple[int, dict[str, float], str, str]]) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for year, numbers, source, published_by in sorted(sets, key=lambda row: row[0]):
        for name, value in numbers.items():
            known[name] = Known(value, year, source, published_by, numbers)
    return known


def _ready(name: str, known: Known) -> KeyFigure:
    figure = figures.FIGURES[name]
    unit = f" {figure.unit}" if figure.unit else ""
    return KeyFigure(
        name, str(figure.label), f"{words.written(known.value)}{unit}", _of(figure, known), known.year, known.source
    )


def _of(figure: figures.Figure, known: Known) -> str:
    """'Of how many', in words; empty for a total."""
    total = known.beside.get(figure.of) if figure.of else None
    if total:
        share = round(100 * known.value / total)
        return _("van de %(total)s inwoners (%(share)s %%)") % {"total": words.written(total), "share": share}
    return str(figure.of_words)
