"""The address of a search: short Dutch names that stay, so that it can be kept, sent and printed.

`q` words, `plek` the place as typed, `buurt` the code of the area that was chosen, `soort` kinds, `vorm` form, `door`
by whom, `dag` days, `taal` languages, `km` distance, `plaats` only with room, `pagina` the page. What is unknown or
too much is passed over: an address that somebody kept for years still finds something.
"""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import QueryDict

from samenspel.directory.rules import Day, OfferForm, OfferProvider
from samenspel.engine import folding, taxonomy
from samenspel.engine.offers import LANGUAGES
from samenspel.finding import snapshot
from samenspel.finding.wanted import WITHIN_KM, Wanted
from samenspel.lib import texts
from samenspel.networks.models import Network

MOST_VALUES = 20
LAST_PAGE = 10_000
LONGEST_CODE = 12
LONGEST_READ = 4 * folding.LONGEST_TEXT
"""So much of a text is looked at for signs to leave out."""


def wanted_from(params: QueryDict, network: Network | None) -> Wanted:
    """What stands in an address; an area is asked of the database the first time only."""
    code = params.get("buurt", "")
    return Wanted(
        text=texts.clean(params.get("q", "")[:LONGEST_READ]).strip()[: folding.LONGEST_TEXT + 1],
        kinds=_known(params.getlist("soort"), taxonomy.standard().codes),
        area=snapshot.current().area(code) if 0 < len(code) <= LONGEST_CODE and code.isalnum() else None,
        form=_one(params.get("vorm", ""), OfferForm),
        provider=_one(params.get("door", ""), OfferProvider),
        days=_known(params.getlist("dag"), Day),
        languages=_known(params.getlist("taal"), LANGUAGES),
        within_km=_number(params.get("km", ""), most=max(WITHIN_KM)) or None,
        with_room=params.get("plaats", "") == "1",
        network=network,
        page=_number(params.get("pagina", ""), most=LAST_PAGE) or 1,
    )


def pairs_of(wanted: Wanted) -> list[tuple[str, str]]:
    """Names and values of the address, in a fixed order; what is empty is left out."""
    one_each = {
        "q": wanted.text,
        "buurt": wanted.area.code if wanted.area else "",
        "vorm": wanted.form,
        "door": wanted.provider,
        "km": str(wanted.within_km or ""),
        "plaats": "1" if wanted.with_room else "",
        "pagina": str(wanted.page) if wanted.page > 1 else "",
    }
    several = {"soort": wanted.kinds, "dag": wanted.days, "taal": wanted.languages}
    order = ("q", "buurt", "soort", "vorm", "door", "dag", "taal", "km", "plaats", "pagina")
    return [(name, value) for name in order for value in several.get(name, (one_each.get(name, ""),)) if value]


def query_of(wanted: Wanted) -> str:
    """What comes behind the question mark; empty when nothing is wanted."""
    return urlencode(pairs_of(wanted))


def _known(values: list[str], order: Iterable[str]) -> tuple[str, ...]:
    """The values that exist, each once; what is too much is left out."""
    known = {str(one) for one in order}
    return tuple(value for value in dict.fromkeys(values[: 10 * MOST_VALUES]) if value in known)[:MOST_VALUES]


def _one(value: str, known: Iterable[str]) -> str:
    return value if value in {str(one) for one in known} else ""


def _number(value: str, *, most: int) -> int:
    """A whole number in the digits of an address, at most so much; 0 for anything else."""
    return min(int(value), most) if value.isascii() and value.isdecimal() and len(value) <= LONGEST_CODE else 0
