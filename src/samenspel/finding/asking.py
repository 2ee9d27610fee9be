"""What somebody asked on the finding page: their words made clean, and the place they mean.

Everything that is wrong is one sentence; the search goes on with the rest, so that nobody stands before a closed door.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samenspel.finding import address
from samenspel.finding.wanted import Wanted
from samenspel.lib import numbers, texts
from samenspel.networks.models import Network
from samenspel.places import finding as places
from samenspel.places.models import Area
from samenspel.places.queries import Candidate

LONGEST = 1000
"""So many characters of a question count; who pastes a whole letter is told so."""
LONGEST_PLACE = 120
MOST_PLACES = 24
BSN = _("Wij haalden een getal weg dat op een burgerservicenummer (BSN) lijkt. Daarmee zoeken wij niet.")
BSN_GONE = "bsn"
"""In an address: a number was taken out of it."""
LONG_NUMBER = re.compile(r"\d(?:[^\w\n]{0,3}\d){7,}")
TOO_LONG = _("Dat is een lange tekst. Wij zochten met de eerste %(count)d tekens.")


@dataclass(frozen=True)
class Where:
    """The place that was typed: one area, or candidates to choose from, or a sentence that says why there is none.

    While somebody still has to choose, `area` is what all candidates lie in, and nothing when they lie apart.
    """

    typed: str = ""
    area: Area | None = None
    candidates: Sequence[Candidate] = ()
    problem: str = ""


@dataclass(frozen=True)
class Asked:
    """One visit to the page: `wanted` goes to the search, the rest back to the person."""

    wanted: Wanted
    text: str = ""
    problem: str = ""
    where: Where = field(default_factory=Where)
    held_bsn: bool = False
    """Whether the address still holds the number, so that another address has to take its place."""


def read(params: QueryDict, network: Network | None) -> Asked:
    """What stands in an address; never an error, whatever stands there."""
    wanted = address.wanted_from(params, network)
    typed = params.get("plek", "")[:LONGEST_PLACE]
    said = texts.clean_line(wanted.text)
    text, place_told = _without_bsn(said), _without_bsn(typed)
    held_bsn = (text, place_told) != (said, typed)
    where = place(place_told, chosen=wanted.area)
    problem = str(TOO_LONG) % {"count": LONGEST} if len(text) > LONGEST else ""
    if held_bsn or BSN_GONE in params:
        problem = str(BSN)
    text = text[:LONGEST].strip()
    return Asked(replace(wanted, text=text, area=where.area), text, problem, where, held_bsn)


def _without_bsn(text: str) -> str:
    """The text without what looks like the number of a person; the rest is still searched with."""
    if not numbers.find_bsn(text):
        return text
    left = LONG_NUMBER.sub(" ", text)
    return "" if numbers.find_bsn(left) else texts.clean_line(left)


def place(typed: str, *, chosen: Area | None = None) -> Where:
    """The place somebody means: what they typed, and the area they chose when several were possible."""
    typed = texts.clean_line(typed[:LONGEST_PLACE])
    if chosen is not None and typed in {"", str(chosen)}:
        return Where(str(chosen), chosen)
    if not typed:
        return Where()
    found = places.find(typed, most=MOST_PLACES)
    if any(one.area == chosen for one in found.candidates):
        return Where(typed, chosen)
    candidates = _one_for_each_name(found.candidates)
    if len(candidates) == 1:
        return Where(typed, candidates[0].area)
    return Where(typed, _around(candidates), candidates, found.problem)


def _one_for_each_name(candidates: Sequence[Candidate]) -> list[Candidate]:
    """A district and its only neighbourhood often have one name: then the larger, which comes first."""
    named: dict[tuple[str, str | None], Candidate] = {}
    for one in candidates:
        named.setdefault((one.area.name_key, one.area.municipality_id), one)
    return list(named.values())


def _around(candidates: Sequence[Candidate]) -> Area | None:
    """The municipality in which all candidates lie."""
    around = {one.area.municipality_id for one in candidates}
    return candidates[0].area.municipality if len(around) == 1 else None
