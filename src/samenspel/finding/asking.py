"""What somebody asked on the finding page: their words made clean, and the place they mean.

Everything that is wrong is one sentence; the search goes on with the rest, so that nobody stands before a closed door.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samenspel.finding import address
from samenspel.finding.wanted import Wanted
from samenspel.lib import texts, validators
from samenspel.networks.models import Network
from samenspel.places import finding as places
from samenspel.places.models import Area
from samenspel.places.queries import Candidate

LONGEST = 1000
"""So many characters of a question count; who pastes a whole letter is told so."""
LONGEST_PLACE = 120
MOST_PLACES = 24
BSN = _("Hierin staat een getal dat op een burgerservicenummer (BSN) lijkt. Daarmee zoeken wij niet. Haal het weg.")
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


def read(params: QueryDict, network: Network | None) -> Asked:
    """What stands in an address; never an error, whatever stands there."""
    wanted = address.wanted_from(params, network)
    where = place(params.get("plek", ""), chosen=wanted.area)
    text = texts.clean_line(wanted.text)
    if _holds_bsn(text):
        return Asked(replace(wanted, text="", area=where.area), text, str(BSN), where)
    problem = str(TOO_LONG) % {"count": LONGEST} if len(text) > LONGEST else ""
    return Asked(replace(wanted, text=text[:LONGEST].strip(), area=where.area), text[:LONGEST].strip(), problem, where)


def _holds_bsn(text: str) -> bool:
    try:
        validators.refuse_bsn(text)
    except ValidationError:
        return True
    return False


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
