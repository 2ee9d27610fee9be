"""One result of a search, drawn in one piece: ten stand on a page that is asked at every pause in typing.

A template with includes took most of the time of the whole page; what may hold signs of HTML is escaped here.
"""

from collections.abc import Collection
from uuid import UUID

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.design.templatetags.design import icon, tag
from samenspel.directory.words import Card
from samenspel.finding import keeping
from samenspel.finding.cards import Row

register = template.Library()


@register.simple_tag
def result(row: Row, kept: Collection[UUID] | str = ()) -> SafeString:
    """The card of one result; `kept` is the list of who looks."""
    offer = row.card.offer
    parts = [
        f'<li class="card card--{row.side} result"',
        f' data-point="{row.point}">' if row.point else ">",
        f'<h3 class="card__title"><a href="{escape(row.url)}">{escape(row.name)}</a></h3>\n',
        f'<p class="result__by"><a href="{escape(row.organisation_url)}">{escape(row.organisation)}</a> ',
        f'<span class="soft">{escape(row.kinds)}</span></p>\n<p>{escape(row.line)}</p>\n',
        _when(row),
        _room(row.card),
        _answers(row.card),
        _why(row),
        keeping.button(offer.pk, row.name, is_kept=bool(kept) and offer.pk in kept),
        "</li>",
    ]
    return SafeString("".join(parts))


def _when(row: Row) -> str:
    """Where and on which days; nothing when neither is known."""
    told = [(icon("place"), row.place), (icon("calendar"), row.days)]
    spans = "".join(f"<span>{sign}{escape(words)}</span>" for sign, words in told if words)
    return f'<p class="result__when small">{spans}</p>\n' if spans else ""


def _room(card: Card) -> str:
    """Whether there is room and when that was confirmed: what `directory/parts/room.html` draws elsewhere."""
    line = f'<p class="row">{tag(card.room, card.tone)}<span class="soft small">{escape(card.confirmed)}</span></p>'
    if not card.is_old:
        return line
    old = escape(_("Dit is lang niet bevestigd. Bel even voordat u gaat."))
    return f'{line}\n<p class="small">{icon("wait")} {old}</p>'


def _answers(card: Card) -> str:
    """How its organisation answers referrals; nothing when there were too few."""
    return f'\n<p class="soft small">{escape(card.answers)}</p>' if card.answers else ""


def _why(row: Row) -> str:
    """The reasons, for who listens with what they are."""
    if not row.why:
        return ""
    heading = escape(_("Waarom dit hier staat:"))
    return (
        f'\n<p class="result__why small"><span class="visually-hidden">{heading} </span>{icon("together")}'
        f"<span>{escape(row.why)}</span></p>"
    )
