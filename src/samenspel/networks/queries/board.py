"""What stands on the board of a network now, and what may fit each other (P3.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404

from samenspel.accounts.models import User
from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.lib import clock
from samenspel.networks import fitting
from samenspel.networks.models import BoardPost, BoardReply, Network, Organisation
from samenspel.networks.rules import OTHER_KIND, PostKind, PostTheme

MOST_COMPARED = 200
MOST_SHOWN = 5


@dataclass(frozen=True)
class Match:
    """A post on the other side of the board, and why it may fit."""

    post: BoardPost
    fit: fitting.Fit


def posts_of(network: Network) -> QuerySet[BoardPost]:
    """Every post of present partners of a network, with its organisation, newest first."""
    present = Q(organisation__partnerships__network=network, organisation__partnerships__ended_on=None)
    return BoardPost.objects.select_related("organisation").filter(present, network=network)


def open_posts(network: Network) -> QuerySet[BoardPost]:
    """What is on the board today: not closed, and its last day not passed."""
    return posts_of(network).filter(Q(until_on=None) | Q(until_on__gte=clock.today()), closed_at=None)


def posts_of_mine(network: Network, *, scope: Scope) -> QuerySet[BoardPost]:
    """Everything of one's own organisations, also what was closed or whose last day passed."""
    organisations, _networks = scope.places_where(Permission.POST_ON_BOARD)
    return posts_of(network).filter(organisation_id__in=organisations)


def posts_to_round_off(scope: Scope) -> list[tuple[BoardPost, int]]:
    """Own posts, in all networks, of which somebody has to tell what came of them, with how many others replied.

    That is: others replied, or the last day has passed. The oldest comes first.
    """
    organisations, _networks = scope.places_where(Permission.POST_ON_BOARD)
    by_others = Count("replies", filter=~Q(replies__organisation=F("organisation")))
    present = Q(network__partners__organisation=F("organisation"), network__partners__ended_on=None)
    mine = BoardPost.objects.filter(present, organisation_id__in=organisations, closed_at=None)
    counted = mine.select_related("network", "organisation").annotate(answers=by_others)
    found = counted.filter(Q(answers__gt=0) | Q(until_on__lt=clock.today())).order_by("posted_at", "id")
    return [(post, post.answers) for post in found]


def post_in(network: Network, *, post_id: UUID) -> BoardPost:
    """One post on the board of this network.

    Raises:
        Http404: there is none with this id here.
    """
    found = posts_of(network).filter(pk=post_id).first()
    if found is None:
        raise Http404
    found.network = network
    return found


def counts_by_theme(network: Network) -> dict[str, int]:
    """How many open posts each theme has."""
    return dict(open_posts(network).order_by().values_list("theme").annotate(number=Count("pk")))


def my_organisations_in(network: Network, *, scope: Scope) -> list[Organisation]:
    """The organisations for which somebody may post on this board, by name."""
    organisations, _networks = scope.places_where(Permission.POST_ON_BOARD)
    return list(
        Organisation.objects.filter(
            pk__in=organisations, partnerships__network=network, partnerships__ended_on=None
        ).order_by("name", "pk")
    )


def replies_to(post: BoardPost) -> list[BoardReply]:
    """What organisations answered, oldest first."""
    return list(BoardReply.objects.select_related("organisation").filter(post=post))


def matches_for(post: BoardPost) -> list[Match]:
    """The open posts on the other side with the same theme that may fit this one, best first, at most five."""
    others = open_posts(post.network).filter(kind=OTHER_KIND[PostKind(post.kind)].value, theme=post.theme)
    compared = ((other, fitting.fit_of(facts(post), facts(other))) for other in others[:MOST_COMPARED])
    found = [Match(other, fit) for other, fit in compared if fit]
    return sorted(found, key=lambda match: -len(match.fit.shared_words))[:MOST_SHOWN]


def counterparts(network: Network, posts: Iterable[BoardPost]) -> dict[UUID, list[BoardPost]]:
    """For each post the open posts of others on the other side with the same theme, newest first; one question."""
    posts = list(posts)
    wanted = Q.create(
        [Q(kind=OTHER_KIND[PostKind(kind)].value, theme=theme) for kind, theme in {(p.kind, p.theme) for p in posts}],
        connector=Q.OR,
    )
    others = list(open_posts(network).filter(wanted)[:MOST_COMPARED]) if posts else []
    return {
        post.pk: [
            other
            for other in others
            if (other.theme, other.kind) == (post.theme, OTHER_KIND[PostKind(post.kind)].value)
            and other.organisation_id != post.organisation_id
        ]
        for post in posts
    }


def facts(post: BoardPost) -> fitting.PostFacts:
    """What matching needs to know of a post."""
    return fitting.PostFacts(
        kind=PostKind(post.kind),
        theme=PostTheme(post.theme),
        words=f"{post.title} {post.text}",
        organisation=post.organisation_id,
        until_on=post.until_on,
    )


def poster_of(*, post_id: UUID) -> tuple[User, BoardPost] | None:
    """Who posted, when they can still sign in and the post is still there and open."""
    post = BoardPost.objects.select_related("network").filter(pk=post_id, closed_at=None).first()
    person = User.objects.filter(pk=post.posted_by, is_active=True).first() if post else None
    return (person, post) if person and post else None
