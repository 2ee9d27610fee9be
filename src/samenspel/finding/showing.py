"""What the finding page shows: chips, cards, filters and sentences, made ready so that the template only draws.

Made once per visit and cheap, because with scripts on the page is asked at every pause in typing.
"""

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.finding import danger_words, filters
from samenspel.finding.answers import PER_PAGE, Answer
from samenspel.finding.asking import Asked
from samenspel.finding.cards import Row, row_of
from samenspel.finding.filters import Group, Params, Removable
from samenspel.networks.models import Network
from samenspel.places.finding import label_of
from samenspel.places.rules import AreaKind

LONGEST_TITLE = 60
ASKED = ("q", "plek", "buurt", "soort")
"""What somebody asks; everything else in an address filters."""


@dataclass(frozen=True)
class Chip:
    """A kind of help to confirm with one tap, or to take off again."""

    code: str
    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Page:
    """Everything on the page. `is_blank` when nothing was asked yet: then it invites instead of listing."""

    asked: Asked
    title: str
    heading: str
    params: Params
    action: str
    is_blank: bool
    calls: list[danger_words.Call]
    chips: list[Chip] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)
    nearest: list[Row] = field(default_factory=list)
    loosened: list[Removable] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    on: list[Removable] = field(default_factory=list)
    choices: list[Chip] = field(default_factory=list)
    total: int = 0
    number: int = 1
    pages: int = 1
    previous_url: str = ""
    next_url: str = ""
    kinds_url: str = ""
    all_off_url: str = ""
    phone: str = ""
    outlines_url: str = ""
    is_outside: bool = False
    is_understood: bool = True

    @property
    def has_confirmed(self) -> bool:
        """Whether somebody confirmed a kind."""
        return "soort" in self.params

    @property
    def area_code(self) -> str:
        """The area that was asked after; empty without one."""
        return self.asked.where.area.code if self.asked.where.area else ""

    @property
    def neighbourhood_url(self) -> str:
        """The page that tells everything of the neighbourhood asked after."""
        area = self.asked.where.area
        is_one = area is not None and area.kind == AreaKind.NEIGHBOURHOOD
        return reverse("finding:neighbourhood_of", args=[area.code]) if area and is_one else ""

    @property
    def first(self) -> str:
        """The number of the first result on this page, as text: a number would be written with dots."""
        return str((self.number - 1) * PER_PAGE + 1)

    @property
    def address(self) -> str:
        """The address of this page as it may be kept and shared."""
        return link(self.action, self.params | ({"pagina": [str(self.number)]} if self.number > 1 else {}))


def link(action: str, params: Params) -> str:
    """The address of a search."""
    query = urlencode(params, doseq=True)
    return f"{action}?{query}" if query else action


def action_of(network: Network | None) -> str:
    """Where a search goes: over everything, or within one network."""
    return reverse("finding:find_in_network", args=[network.slug]) if network else reverse("finding:find")


def kinds_page_of(network: Network | None) -> str:
    """Where all kinds of help stand."""
    return reverse("finding:kinds_in_network", args=[network.slug]) if network else reverse("finding:kinds")


def params_of(asked: Asked) -> Params:
    """What stands in the address, without what is empty and always in the same order."""
    wanted, where = asked.wanted, asked.where
    several = {
        "q": [wanted.text],
        "plek": [where.typed],
        "buurt": [where.area.code] if where.area and not where.candidates else [],
        "soort": wanted.kinds,
        "plaats": ["1"] if wanted.with_room else [],
        "km": [str(wanted.within_km or "")],
        "vorm": [wanted.form],
        "door": [wanted.provider],
        "dag": wanted.days,
        "taal": wanted.languages,
    }
    filled = {name: [value for value in values if value] for name, values in several.items()}
    return {name: values for name, values in filled.items() if values}


def blank(asked: Asked) -> bool:
    """Whether nothing was asked yet."""
    return not params_of(asked)


def page(asked: Asked, answer: Answer | None, *, network: Network | None, is_outside: bool = False) -> Page:
    """The page for what was asked and found; without an answer it invites.

    `is_outside` when the telephone gave a place that lies in no neighbourhood we know.
    """
    action, params = action_of(network), params_of(asked)
    told = Page(
        asked=asked,
        title=_title(asked, answer),
        heading=_heading(asked, answer),
        params=params,
        action=action,
        is_blank=answer is None,
        calls=danger_words.calls(answer.danger if answer else ()),
        choices=_choices(asked, params, action),
        kinds_url=link(kinds_page_of(network), {key: params[key] for key in ("q", "plek", "buurt") if key in params}),
        phone=network.phone if network else settings.SITE_PHONE,
        outlines_url=_outlines_of(asked, network),
        is_outside=is_outside,
    )
    return replace(told, **_found(asked, answer, params, action)) if answer else told


def _outlines_of(asked: Asked, network: Network | None) -> str:
    """Where the map finds its outlines: around the place that was asked after, else of the area of the network."""
    code = asked.where.area.code if asked.where.area else network.area_id if network else ""
    return reverse("finding:outlines", args=[code]) if code else ""


def _found(asked: Asked, answer: Answer, params: Params, action: str) -> dict[str, Any]:
    """The parts of the page that come from the answer."""
    wanted = asked.wanted
    shown = filters.groups(wanted, answer.counts)
    page = answer.page
    return {
        "chips": _chips(answer, params, action),
        "rows": [row_of(result) for result in answer.results],
        "others": [row_of(result) for result in answer.others],
        "nearest": [row_of(result) for result in answer.nearest],
        "groups": shown,
        "on": list(filters.removable(shown, params, lambda changed: link(action, changed))),
        "all_off_url": link(action, {key: value for key, value in params.items() if key in ASKED}),
        "total": answer.total,
        "is_understood": answer.is_understood,
        "loosened": _loosened(answer, params, action),
        "number": page,
        "pages": answer.pages,
        "previous_url": link(action, params | {"pagina": [str(page - 1)]}) if page > 1 else "",
        "next_url": link(action, params | {"pagina": [str(page + 1)]}) if page < answer.pages else "",
    }


def _chips(answer: Answer, params: Params, action: str) -> list[Chip]:
    """The kinds that were confirmed first, then the guesses; a tap adds one or takes it off."""
    chosen = params.get("soort", [])
    made = []
    for guess in sorted(answer.guesses, key=lambda one: not one.is_confirmed):
        codes = [one for one in chosen if one != guess.code] if guess.is_confirmed else [*chosen, guess.code]
        made.append(Chip(guess.code, guess.label, link(action, _with(params, "soort", codes)), guess.is_confirmed))
    return made


def _loosened(answer: Answer, params: Params, action: str) -> list[Removable]:
    """What one can let go to find something, each with how many there are then."""
    return [Removable(one.sentence, link(action, without(params, one.name))) for one in answer.loosened]


def without(params: Params, name: str) -> Params:
    """The same search without one limit; the area is both what was typed and its code."""
    gone = {"buurt", "plek"} if name in {"buurt", "plek"} else {name}
    return {key: value for key, value in params.items() if key not in gone}


def _with(params: Params, name: str, values: list[str]) -> Params:
    return {key: value for key, value in (params | {name: values}).items() if value}


def _choices(asked: Asked, params: Params, action: str) -> list[Chip]:
    """The places that may be meant, to choose one."""
    return [
        Chip(one.area.code, label_of(one), link(action, params | {"buurt": [one.area.code]}), is_chosen=False)
        for one in asked.where.candidates
    ]


def _heading(asked: Asked, answer: Answer | None) -> str:
    """How much there is, and near what."""
    if answer is None:
        return ""
    how_many = ngettext("%(count)d mogelijkheid", "%(count)d mogelijkheden", answer.total) % {"count": answer.total}
    if not answer.total:
        how_many = _("Niets gevonden")
    area = asked.where.area
    return _("%(found)s bij %(place)s") % {"found": how_many, "place": area.name} if area else how_many


def _title(asked: Asked, answer: Answer | None) -> str:
    """What the tab of the browser says: 'Gezelschap bij Centrum, 12 mogelijkheden'."""
    if answer is None:
        return _("Hulp en gezelschap zoeken")
    kinds = [guess.label for guess in answer.guesses if guess.is_confirmed]
    about = ", ".join(kinds) or asked.wanted.text[:LONGEST_TITLE] or _("Alle hulp")
    area = asked.where.area
    about = capfirst(about)
    named = _("%(what)s bij %(place)s") % {"what": about, "place": area.name} if area else about
    how_many = ngettext("%(count)d mogelijkheid", "%(count)d mogelijkheden", answer.total) % {"count": answer.total}
    return f"{named}, {how_many}"
