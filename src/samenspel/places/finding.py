"""What somebody meant who typed where something is: a postcode or a name, in words of their own."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from samenspel.places import queries, rules, words
from samenspel.places.models import Area
from samenspel.places.queries import Candidate
from samenspel.places.rules import AreaKind, Postcode


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates for what was typed, the likeliest first; or one sentence that says why there are none."""

    problem: str = ""
    candidates: list[Candidate] = field(default_factory=list)


def find(typed: str, *, kinds: Collection[AreaKind] = tuple(AreaKind), most: int) -> Found:
    """What somebody meant. Never more than `most` candidates: when there are more, a name has to be made clearer.

    Nothing typed gives nothing and no sentence.
    """
    typed = rules.clean_name(typed)
    if not typed:
        return Found()
    if rules.looks_like_postcode(typed):
        return _as_postcode(typed, most)
    return _as_name(typed, kinds, most)


def _as_postcode(typed: str, most: int) -> Found:
    """A postcode lies in neighbourhoods only, so the wanted layers play no part."""
    postcode = rules.read_postcode(typed)
    if not isinstance(postcode, Postcode):
        return Found(words.postcode_problem(typed, postcode))
    candidates = queries.by_postcode(postcode)
    if candidates:
        return Found(candidates=candidates[:most])
    sentence = _("De postcode %(postcode)s kennen wij niet. Controleer hem, of typ de naam van de buurt.")
    return Found(sentence % {"postcode": postcode})


def _as_name(typed: str, kinds: Collection[AreaKind], most: int) -> Found:
    """Areas by name; a name that fits one larger area or town stands for its neighbourhoods."""
    by_code = queries.area(code=typed)
    found = [by_code] if by_code else queries.search(typed, limit=10 * most)
    fitting = [area for area in found if area.kind in kinds]
    exact = [area for area in fitting if _is_exactly(area, typed)]
    if len(exact) == 1:
        return Found(candidates=[Candidate(exact[0])])
    if not fitting:
        fitting = _within(typed, found)
    if not fitting:
        sentence = _("“%(typed)s” kennen wij niet als plaats of buurt. Typ een postcode of een andere naam.")
        return Found(sentence % {"typed": typed})
    if len(fitting) > most:
        sentence = _("Meer dan %(count)s gebieden kunnen zo heten. Typ een postcode, of zet de plaats erbij.")
        return Found(sentence % {"count": most})
    return Found(candidates=[Candidate(area) for area in fitting])


def _within(typed: str, found: list[Area]) -> list[Area]:
    """The neighbourhoods in the one larger area that was named, else those of a town that has no area of its own."""
    named = [area for area in found if area.name_key == rules.name_key(typed)] or found
    if len(named) == 1:
        return list(queries.neighbourhoods_in(named[0]))
    return [] if named else queries.neighbourhoods_of_town(typed)


def _is_exactly(area: Area, typed: str) -> bool:
    """Whether the label with the municipality or the code was typed, as when an earlier answer is shown again."""
    return rules.name_key(typed) == rules.name_key(str(area)) or rules.clean_code(typed) == area.code


def label_of(candidate: Candidate) -> str:
    """The area with its municipality, and how much of the postcode lies in it."""
    if candidate.share is None:
        return str(candidate.area)
    return f"{candidate.area}, {candidate.share_in_words}"
