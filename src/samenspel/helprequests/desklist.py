"""The list of requests as it is shown and taken along: tabs and filters with their counts, rows, and a sheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from samenspel.design.parts import Link, Tone
from samenspel.directory.words import kind_labels
from samenspel.helprequests import deskwords
from samenspel.helprequests.filtering import MOST_COMPLEX, NO_AREA, NO_KIND, TABS, Choice, Row, counts
from samenspel.helprequests.models import OUTCOME_TEXTS, STATE_TEXTS, URGENCY_TEXTS
from samenspel.helprequests.rules import RequestState
from samenspel.lib import clock
from samenspel.lib.sheet_writing import Tab
from samenspel.networks.models import Network
from samenspel.people.models import AGE_TEXTS


@dataclass(frozen=True)
class Option:
    """One value of a filter with how many requests there are of it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """One filter: its name in the address, its label, and what can be chosen."""

    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class Line:
    """One row of the list in words; `following` is the row to go on with."""

    pk: UUID
    title: str
    about: str
    waits: str
    why: str
    urgency: str
    tone: Tone
    complexity: int
    url: str
    may_take: bool
    following: UUID | None


def tabs(rows: Sequence[Row], *, network: Network, number_closed: int, most: int, choice: Choice) -> list[Link]:
    """The stands with how many there are of each."""
    numbers = Counter(row.state for row in rows if row.state != RequestState.CLOSED.value)
    base = reverse("helprequests:requests", args=[network.slug])
    links = []
    for tab, state in TABS.items():
        number = number_closed if state is RequestState.CLOSED else numbers[state.value]
        told = number_format(number) + ("+" if state is RequestState.CLOSED and number >= most else "")
        label = f"{deskwords.TAB_TEXTS[tab]} ({told})"
        links.append(Link(label=label, url=f"{base}?{Choice(tab=tab).query}", current=tab == choice.tab))
    return links


def filters(rows: Sequence[Row], choice: Choice) -> list[Filter]:
    """Everything that can be chosen, with how many there are; the names of areas as they stand in the rows."""
    counted = counts(rows, choice)
    areas = {row.area: row.area_name or "" for row in rows if row.area} | {NO_AREA: _("Buurt onbekend")}
    kinds = {code: "".join(kind_labels([code])) or code for code in counted["kind"]}
    kinds |= {NO_KIND: _("Nog niet duidelijk")}
    complexity = {str(number): str(number) for number in range(MOST_COMPLEX)}
    complexity |= {"0": _("Niets bijzonders"), str(MOST_COMPLEX): _("%(most)d of meer") % {"most": MOST_COMPLEX}}
    urgency = {code: str(text) for code, text in URGENCY_TEXTS}
    return [
        Filter("soort", _("Soort hulp"), _options(counted["kind"], kinds, choice.kind)),
        Filter("buurt", _("Buurt"), _options(counted["area"], areas, choice.area)),
        Filter("haast", _("Hoe snel"), _options(counted["urgency"], urgency, choice.urgency, by_label=False)),
        Filter(
            "zwaarte",
            _("Wat het zwaarder maakt"),
            _options(counted["complexity"], complexity, choice.complexity, by_label=False),
        ),
    ]


def _options(counted: Counter[str], labels: Mapping[str, str], chosen: str, *, by_label: bool = True) -> list[Option]:
    """The values that occur, and the one that was chosen even when nothing is left of it."""
    values = [value for value in labels if counted[value] or value == chosen]
    options = [Option(value, labels[value], counted[value], value == chosen) for value in values]
    return sorted(options, key=lambda one: one.label.lower()) if by_label else options


def lines(rows: Sequence[Row], *, network: Network, me: UUID, names: Mapping[UUID, str], today: date) -> list[Line]:
    """The rows of one page in words."""
    following = [*(row.pk for row in rows[1:]), None][: len(rows)]
    return [
        _line(row, network=network, why=deskwords.why(row, me=me, names=names, today=today), today=today, after=after)
        for row, after in zip(rows, following, strict=True)
    ]


def _line(row: Row, *, network: Network, why: str, today: date, after: UUID | None) -> Line:
    urgency, tone = deskwords.URGENCY_TAGS.get(row.urgency, ("", "plain"))
    return Line(
        pk=row.pk,
        title=deskwords.kinds_of(list(row.kinds)),
        about=deskwords.where_and_age(row.area_name, row.age_band),
        waits=deskwords.days_words(row, today=today),
        why=why,
        urgency=str(urgency),
        tone=tone,  # type: ignore[arg-type]
        complexity=len(set(row.complexity)),
        url=reverse("helprequests:request", args=[network.slug, row.pk]),
        may_take=row.state in {RequestState.NEW.value, RequestState.PARKED.value},
        following=after,
    )


def sheet(rows: Sequence[Row], *, me: UUID, names: Mapping[UUID, str], today: date, choice: Choice) -> Tab:
    """The same list to take along: nothing in it says who it is about."""
    headings = [
        _("Gevraagd op"), _("Stand"), _("Sinds"), _("Dagen"), _("Waarom"), _("Soort hulp"), _("Buurt"), _("Leeftijd"),
        _("Hoe snel"), _("Wat het zwaarder maakt"), _("Hoe het afliep"),
    ]  # fmt: skip
    told = [_cells(row, me=me, names=names, today=today) for row in rows]
    return Tab(str(deskwords.TAB_TEXTS[choice.tab]), headings, told)


def _cells(row: Row, *, me: UUID, names: Mapping[UUID, str], today: date) -> list[str | int]:
    texts = {code: str(text) for code, text in [*STATE_TEXTS, *AGE_TEXTS, *URGENCY_TEXTS, *OUTCOME_TEXTS]}
    asked = clock.day_of(row.asked_at)
    return [
        date_format(asked, "Y-m-d"),
        texts.get(row.state, ""),
        date_format(clock.day_of(row.state_since), "Y-m-d"),
        (today - asked).days,
        deskwords.why(row, me=me, names=names, today=today),
        deskwords.kinds_of(list(row.kinds)),
        row.area_name or "",
        texts.get(row.age_band, ""),
        texts.get(row.urgency, ""),
        len(set(row.complexity)),
        texts.get(row.outcome, "") if row.outcome else "",
    ]


def without_filters(choice: Choice) -> Choice:
    """The same tab with everything in it."""
    return replace(choice, kind="", area="", urgency="", complexity="")
