"""The board of a network: what organisations need of each other and can offer (P3.8). For partners only."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages as warnings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.networks import boardwords
from samenspel.networks.access import for_network
from samenspel.networks.actions import board as actions
from samenspel.networks.forms.board import OutcomeForm, PostForm, ReplyForm
from samenspel.networks.frame import about, page_number
from samenspel.networks.models import BoardPost, Network
from samenspel.networks.queries import board as queries
from samenspel.networks.rules import PostKind, PostTheme

PER_PAGE = 25


@for_network(Permission.SEE_BOARD)
@require_safe
def board(request: PersonRequest, network: Network) -> HttpResponse:
    """Two columns: we need, we offer; beside each what may fit on the other side."""
    theme = request.GET.get("thema", "")
    posts = queries.open_posts(network)
    if theme in set(PostTheme):
        posts = posts.filter(theme=theme)
    number = page_number(request)
    needs, offers = (Paginator(posts.filter(kind=kind.value), PER_PAGE) for kind in PostKind)
    longest = max(needs, offers, key=lambda pages: pages.num_pages)
    if number > longest.num_pages:
        raise Http404
    shown = [list(pages.page(number)) if number <= pages.num_pages else [] for pages in (needs, offers)]
    others = queries.counterparts(network, shown[0] + shown[1])
    context = {
        "columns": boardwords.columns(shown, others, totals=(needs.count, offers.count)),
        "page": longest.page(number),
        "chips": boardwords.theme_chips(queries.counts_by_theme(network), chosen=theme, url=request.path),
        "theme": theme,
        "may_post": bool(queries.my_organisations_in(network, scope=request.scope)),
    }
    return render(request, "networks/board_list.html", about(network) | context)


@for_network(Permission.POST_ON_BOARD)
@require_safe
def mine(request: PersonRequest, network: Network) -> HttpResponse:
    """Everything of one's own organisations: on the board, expired, and closed with its outcome."""
    page = Paginator(queries.posts_of_mine(network, scope=request.scope), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(post, boardwords.state_of(post)) for post in page]
    context = {"rows": rows, "page": page, "trail": boardwords.trail(network)}
    return render(request, "networks/board_mine.html", about(network) | context)


@for_network(Permission.POST_ON_BOARD)
def new(request: PersonRequest, network: Network) -> HttpResponse:
    """Ask or offer something; afterwards the page of the post says what may fit."""
    organisations = queries.my_organisations_in(network, scope=request.scope)
    if not organisations:
        raise Http404
    kind = request.GET.get("soort", "")
    initial = {"kind": kind} if kind in set(PostKind) else {}
    form = PostForm(request.POST or None, organisations=organisations, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = actions.post(
            network=network,
            organisation=form.chosen(),
            words=form.words(),
            once=form.cleaned_data["once"],
            by=request.user.pk,
        )
        messages.done(request, _("Het staat op het prikbord."))
        return redirect("networks:post", network.slug, made.pk)
    return render(request, "networks/board_form.html", _form_context(network, form, _("Iets vragen of bieden")))


def _form_context(network: Network, form: PostForm, title: str) -> dict[str, Any]:
    return about(network) | {"form": form, "title": title, "trail": boardwords.trail(network)}


@for_network(Permission.SEE_BOARD)
@require_safe
def post(request: PersonRequest, network: Network, post_id: UUID) -> HttpResponse:
    """One need or offer, what may fit it and why, and the answers."""
    found = queries.post_in(network, post_id=post_id)
    return _show(request, found, _reply_form(request, found), OutcomeForm())


def _reply_form(request: PersonRequest, post: BoardPost) -> ReplyForm | None:
    organisations = queries.my_organisations_in(post.network, scope=request.scope)
    return ReplyForm(request.POST or None, organisations=organisations) if organisations else None


def _show(
    request: PersonRequest, found: BoardPost, reply_form: ReplyForm | None, outcome_form: OutcomeForm, status: int = 200
) -> HttpResponse:
    matches = [] if found.closed_at else queries.matches_for(found)
    context = {
        "post": found,
        "status": boardwords.status_of(found),
        "matches": [(match.post, boardwords.reasons(match)) for match in matches],
        "replies": queries.replies_to(found),
        "reply_form": reply_form,
        "outcome_form": outcome_form,
        "is_mine": _is_mine(request, found),
        "trail": boardwords.trail(found.network),
    }
    return render(request, "networks/board_post.html", about(found.network) | context, status=status)


def _is_mine(request: PersonRequest, post: BoardPost) -> bool:
    return request.scope.may(Permission.POST_ON_BOARD, organisation_id=post.organisation_id)


def _own_post(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page about a post of one's own organisation; another's looks as if it did not exist."""

    @wraps(view)
    def checked(request: PersonRequest, network: Network, post_id: UUID) -> HttpResponse:
        found = queries.post_in(network, post_id=post_id)
        if not _is_mine(request, found):
            raise Http404
        return view(request, found)

    return for_network(Permission.POST_ON_BOARD)(checked)


@_own_post
def edit(request: PersonRequest, found: BoardPost) -> HttpResponse:
    """Change one's own need or offer."""
    form = PostForm(request.POST or None, organisations=[found.organisation], initial=PostForm.values_of(found))
    if request.method == "POST" and form.is_valid():
        actions.edit(post=found, words=form.words(), by=request.user.pk)
        messages.done(request, _("De wijziging is bewaard."))
        return redirect("networks:post", found.network.slug, found.pk)
    return render(request, "networks/board_form.html", _form_context(found.network, form, _("Aanpassen")))


@_own_post
@require_POST
def close(request: PersonRequest, found: BoardPost) -> HttpResponse:
    """Take it off the board and tell what came of it."""
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return _show(request, found, None, form)
    try:
        actions.close(post=found, outcome=form.cleaned_data["outcome"], by=request.user.pk)
    except actions.AlreadyClosed:
        warnings.warning(request, _("Dit was al van het prikbord gehaald."))
    else:
        undo = reverse("networks:post_reopen", args=[found.network.slug, found.pk])
        messages.done(request, _("Het is van het prikbord gehaald."), undo_url=undo)
    return redirect("networks:post", found.network.slug, found.pk)


@_own_post
@require_POST
def reopen(request: PersonRequest, found: BoardPost) -> HttpResponse:
    """Put it back on the board."""
    try:
        actions.reopen(post=found, by=request.user.pk)
    except actions.NotClosed:
        warnings.warning(request, _("Dit staat al op het prikbord."))
    else:
        messages.done(request, _("Het staat weer op het prikbord."))
    return redirect("networks:post", found.network.slug, found.pk)


@for_network(Permission.POST_ON_BOARD)
@require_POST
def reply(request: PersonRequest, network: Network, post_id: UUID) -> HttpResponse:
    """Answer for one's own organisation."""
    found = queries.post_in(network, post_id=post_id)
    form = _reply_form(request, found)
    if form is None:
        raise Http404
    if not form.is_valid():
        return _show(request, found, form, OutcomeForm())
    try:
        actions.reply(
            post=found,
            organisation=form.chosen(),
            text=form.cleaned_data["text"],
            once=form.cleaned_data["once"],
            by=request.user.pk,
        )
    except actions.AlreadyClosed:
        warnings.warning(request, _("Dit is net van het prikbord gehaald. Uw reactie staat hieronder nog."))
        return _show(request, queries.post_in(network, post_id=post_id), form, OutcomeForm(), status=409)
    messages.done(request, _("Uw reactie staat op het prikbord."))
    return redirect("networks:post", network.slug, post_id)
