"""The board in words: columns, filters, where a post stands, and why two posts may fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.design.parts import FilterChip, Link, Status
from samenspel.lib import clock
from samenspel.networks.models import BoardPost, Network
from samenspel.networks.models.board import THEME_TEXTS
from samenspel.networks.queries.board import Match
from samenspel.networks.rules import PostKind, PostTheme, has_expired

NAMED = 2  # so many counterparts are named on the board, the rest is counted


@dataclass(frozen=True)
class Card:
    """A post on the board with the posts of others that may fit it."""

    post: BoardPost
    fitting: Sequence[BoardPost]
    more: int


@dataclass(frozen=True)
class Column:
    """One side of the board."""

    kind: str
    title: str
    total: int
    cards: Sequence[Card]


def columns(
    shown: Sequence[Sequence[BoardPost]], others: Mapping[UUID, Sequence[BoardPost]], *, totals: tuple[int, int]
) -> list[Column]:
    """Needs and offers beside each other."""
    titles = (_("Wij zoeken"), _("Wij bieden"))
    return [
        Column(kind.value, title, total, [_card(post, others.get(post.pk, [])) for post in posts])
        for kind, title, total, posts in zip(PostKind, titles, totals, shown, strict=True)
    ]


def _card(post: BoardPost, others: Sequence[BoardPost]) -> Card:
    return Card(post, others[:NAMED], max(0, len(others) - NAMED))


def theme_chips(counts: Mapping[str, int], *, chosen: str, url: str) -> list[FilterChip]:
    """All themes that have something, with how much."""
    everything = FilterChip(label=_("Alles"), url=url, count=sum(counts.values()), chosen=chosen not in set(PostTheme))
    return [everything] + [
        FilterChip(
            label=str(label),
            url=f"{url}?{urlencode({'thema': theme})}",
            count=counts.get(theme, 0),
            chosen=theme == chosen,
        )
        for theme, label in THEME_TEXTS
        if counts.get(theme) or theme == chosen
    ]


def trail(network: Network) -> list[Link]:
    """The way back: the network, its board."""
    return [
        Link(label=network.name, url=reverse("networks:network", args=[network.slug])),
        Link(label=_("Prikbord"), url=reverse("networks:board", args=[network.slug])),
    ]


def state_of(post: BoardPost) -> str:
    """Where a post stands, in a word or two."""
    if post.closed_at:
        return _("Klaar")
    if has_expired(until_on=post.until_on, today=clock.today()):
        return _("Verlopen")
    return _("Staat op het prikbord")


def status_of(post: BoardPost) -> Status:
    """Where a post stands and what happens by itself."""
    if post.closed_at:
        return Status(where=_("Klaar."), turn=post.outcome, since=post.closed_at, tone="good")
    if has_expired(until_on=post.until_on, today=clock.today()):
        return Status(where=_("Verlopen."), turn=_("Kies een latere dag om het terug te zetten."), tone="wait")
    otherwise = _("Het blijft staan tot iemand het weghaalt.")
    if post.until_on:
        day = date_format(post.until_on, "j F Y")
        otherwise = _("Het gaat er na %(day)s vanzelf af.") % {"day": day}
    return Status(where=_("Staat op het prikbord."), since=post.posted_at, otherwise=otherwise)


def reasons(match: Match) -> list[str]:
    """Why a post may fit, in plain sentences."""
    theme = str(dict(THEME_TEXTS)[match.fit.theme.value])
    sentences = [_("Het gaat allebei over: %(theme)s.") % {"theme": theme}]
    if match.fit.shared_words:
        words = ", ".join(match.fit.shared_words[:3])
        sentences.append(
            ngettext(
                "Dit woord staat in allebei: %(words)s.",
                "Deze woorden staan in allebei: %(words)s.",
                len(match.fit.shared_words),
            )
            % {"words": words}
        )
    if match.fit.until_on:
        sentences.append(_("Het kan tot en met %(day)s.") % {"day": date_format(match.fit.until_on, "j F Y")})
    return sentences
