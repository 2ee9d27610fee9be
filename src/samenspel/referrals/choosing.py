"""What the page of sending shows: who was chosen, what fits with which wishes, and whom to call first in danger."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from samenspel.design.parts import FilterChip
from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS
from samenspel.engine import danger, taxonomy
from samenspel.finding import danger_words
from samenspel.finding.address import wanted_from
from samenspel.finding.wanted import Wanted
from samenspel.helprequests.models import FORM_TEXTS
from samenspel.referrals.queries import suggesting
from samenspel.referrals.queries.asked import Asked
from samenspel.referrals.queries.suggesting import Choice, Suggested

TO, SEARCH, UP = "naar", "wie", "omhoog"
ADD, DROP, SOONER, ASK_FIRST = "kies", "weg", "eerder", "vraag"
"""Names in the address and of buttons; like all addresses in Dutch."""


@dataclass(frozen=True)
class Desk:
    """Everything on the page beside the form."""

    asked: Asked
    choices: list[Choice]
    suggested: Suggested
    professionals: list[Choice] = field(default_factory=list)
    partners: list[Choice] = field(default_factory=list)
    looked_for: str = ""
    chips: list[FilterChip] = field(default_factory=list)
    calls: list[danger_words.Call] = field(default_factory=list)
    is_escalation: bool = False

    @property
    def chosen_keys(self) -> set[object]:
        """What was chosen, as it stands in the address."""
        return {one.key for one in self.choices}

    @property
    def is_blocked(self) -> bool:
        """Whether nobody here can get the consent that is missing."""
        return not self.asked.person and any(one.consent is None for one in self.choices)


def desk(asked: Asked, params: QueryDict, keys: Sequence[str]) -> Desk:
    """The page for what was chosen so far; `params` are the filters, and who is looked for by name."""
    is_escalation = params.get(UP) == "1" and not asked.is_passing_on
    wanted = wanted_of(asked, params)
    found = suggesting.suggested(asked, wanted, formal_first=asked.is_beyond_volunteers or is_escalation)
    looked_for = params.get(SEARCH, "")[:60]
    return Desk(
        asked=asked,
        choices=suggesting.chosen(asked, keys),
        suggested=found,
        professionals=suggesting.known_professionals(asked) if is_escalation else [],
        partners=suggesting.by_name(asked, looked_for),
        looked_for=looked_for,
        chips=wish_chips(asked, found, params),
        calls=danger_words.calls(danger.flags(asked.story)),
        is_escalation=is_escalation,
    )


def wanted_of(asked: Asked, params: QueryDict) -> Wanted:
    """The search for this request: its kinds and area limit, its wishes only rank, unless one was tapped."""
    request = asked.request
    known = set(taxonomy.standard().codes)
    return replace(
        wanted_from(params, asked.network),
        text="",
        kinds=tuple(code for code in request.kinds if code in known),
        area=request.area,
        wished_days=tuple(request.wish_days),
        wished_languages=tuple(request.wish_languages),
    )


def wish_chips(asked: Asked, found: Suggested, params: QueryDict) -> list[FilterChip]:
    """Each wish with how many are left when it has to be met; tapping it again lets it go."""
    request = asked.request
    days, languages, forms = dict(DAY_TEXTS), dict(LANGUAGE_TEXTS), dict(FORM_TEXTS)
    wishes = [("dag", code, _("op %(day)s") % {"day": days[code]}) for code in request.wish_days if code in days]
    wishes += [
        ("taal", code, _("spreekt %(language)s") % {"language": languages[code]})
        for code in request.wish_languages
        if code in languages
    ]
    if request.wish_form:
        wishes.append(("vorm", request.wish_form, str(forms[request.wish_form]).lower()))
    chips = [_chip(name, code, label, found, params) for name, code, label in wishes]
    return [*chips, _chip("plaats", "1", _("er is plek"), found, params)]


def _chip(name: str, code: str, label: str, found: Suggested, params: QueryDict) -> FilterChip:
    is_chosen = code in params.getlist(name)
    to = params.copy()
    to.pop("pagina", None)
    to.setlist(name, [one for one in params.getlist(name) if one != code] + ([] if is_chosen else [code]))
    return FilterChip(
        label=label, url=f"?{to.urlencode()}#past", count=found.counts.get((name, code), 0), chosen=is_chosen
    )


def moved(params: QueryDict, *, only_one: bool) -> list[str]:
    """The chosen in the order that the buttons made of it."""
    keys = list(dict.fromkeys(params.getlist(TO)))
    if added := params.get(ADD):
        keys = [*keys, added] if added not in keys else keys
    if dropped := params.get(DROP):
        keys = [key for key in keys if key != dropped]
    if (sooner := params.get(SOONER)) in keys and keys.index(str(sooner)) > 0:
        place = keys.index(str(sooner))
        keys[place - 1], keys[place] = keys[place], keys[place - 1]
    return keys[-1:] if only_one else keys
