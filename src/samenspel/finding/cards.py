"""A result as its card tells it: what, by whom, where and how far, when, whether there is room, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel.directory.rules import OfferForm
from samenspel.directory.words import DAY_TEXTS, Card, listed
from samenspel.finding.answers import Result
from samenspel.places.words import distance_in_words

LONGEST_LINE = 150
NEAREST_M = 500
"""Closer than this is 'op loopafstand', which its reasons say."""


@dataclass(frozen=True)
class Row:
    """One result, in the words of its card."""

    name: str
    url: str
    organisation: str
    organisation_url: str
    side: str
    line: str
    kinds: str
    place: str
    days: str
    why: str
    point: str
    card: Card


def row_of(result: Result) -> Row:
    """One result as its card tells it."""
    offer = result.offer
    has_point = offer.latitude is not None and offer.longitude is not None
    return Row(
        name=offer.name,
        url=result.url,
        organisation=offer.organisation.name,
        organisation_url=result.organisation_url,
        side=offer.organisation.side,
        line=_line(offer.description),
        kinds=result.card.kinds,
        place=_place(result),
        days=days_in_words(offer.days),
        why=capfirst(", ".join(result.why)),
        point=f"{offer.latitude:.4f},{offer.longitude:.4f}" if has_point else "",
        card=result.card,
    )


def _place(result: Result) -> str:
    """Where it is and how far; nothing when neither is known."""
    if result.offer.form == OfferForm.REMOTE:
        return str(result.offer.get_form_display())
    far = distance_in_words(result.metres) if result.metres is not None and result.metres >= NEAREST_M else ""
    return ", ".join(one for one in (far, result.offer.address) if one)


def days_in_words(codes: Collection[str]) -> str:
    """The days, with one that follows on the next as 'maandag tot en met vrijdag'; nothing when it is every day."""
    return _days_in_words(tuple(codes), get_language() or "")


@cache
def _days_in_words(codes: tuple[str, ...], _language: str) -> str:
    """Made once for each of the few ways in which offers have days, and each language."""
    places = [place for place, (code, _text) in enumerate(DAY_TEXTS) if code in codes]
    if not places or len(places) == len(DAY_TEXTS):
        return ""
    first, last = str(DAY_TEXTS[places[0]][1]), str(DAY_TEXTS[places[-1]][1])
    if len(places) > 2 and places[-1] - places[0] == len(places) - 1:  # noqa: PLR2004 -- two days are just named
        return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}
    return listed(list(codes), DAY_TEXTS)


def _line(text: str) -> str:
    """The beginning of a description, up to a whole word."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE].rpartition(" ")[0].rstrip(",;:.") + " …"
