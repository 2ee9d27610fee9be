"""Asking and offering on the board of a network."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.networks.emails import board as emails
from samenspel.networks.models import BoardPost, BoardReply, Network, Organisation


class AlreadyClosed(Exception):
    """The post was closed in the meantime."""


class NotClosed(Exception):
    """Only a closed post can be opened again."""


@dataclass(frozen=True)
class Words:
    """What a post says, as the form has checked it."""

    kind: str
    theme: str
    title: str
    text: str
    until_on: date | None


@transaction.atomic
def post(*, network: Network, organisation: Organisation, words: Words, once: UUID, by: UUID) -> BoardPost:
    """Put a need or an offer on the board; the same form sent twice gives one post."""
    made = BoardPost(
        id=uuid5(once, f"{organisation.pk} {words}"),
        network=network,
        organisation=organisation,
        posted_by=by,
        **vars(words),
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        return BoardPost.objects.get(pk=made.pk)
    _record("posted", Action.CREATE, made, by=by)
    return made


@transaction.atomic
def edit(*, post: BoardPost, words: Words, by: UUID) -> None:
    """Change what a post says; a later last day brings an expired one back."""
    BoardPost.objects.filter(pk=post.pk).update(**vars(words))
    _record("edited", Action.UPDATE, post, by=by)


@transaction.atomic
def close(*, post: BoardPost, outcome: str, by: UUID) -> None:
    """Take a post off the board and say what came of it.

    Raises:
        AlreadyClosed: a colleague was first.
    """
    if not BoardPost.objects.filter(pk=post.pk, closed_at=None).update(closed_at=clock.now(), outcome=outcome):
        raise AlreadyClosed
    _record("closed", Action.UPDATE, post, by=by)


@transaction.atomic
def reopen(*, post: BoardPost, by: UUID) -> None:
    """Put a closed post back on the board.

    Raises:
        NotClosed: it is on the board already.
    """
    if not BoardPost.objects.filter(pk=post.pk, closed_at__isnull=False).update(closed_at=None, outcome=""):
        raise NotClosed
    _record("reopened", Action.UPDATE, post, by=by)


@transaction.atomic
def reply(*, post: BoardPost, organisation: Organisation, text: str, once: UUID, by: UUID) -> None:
    """Answer a post for one's organisation; the same form sent twice gives one answer.

    Raises:
        AlreadyClosed: the post was closed in the meantime.
    """
    if not BoardPost.objects.select_for_update(of=("self",)).filter(pk=post.pk, closed_at=None).exists():
        raise AlreadyClosed
    given = BoardReply(id=uuid5(once, text), post=post, organisation=organisation, text=text, replied_by=by)
    try:
        with transaction.atomic():
            given.save(force_insert=True)
    except IntegrityError:
        return
    _record("replied", Action.CREATE, post, by=by, organisation=organisation)
    if organisation.pk != post.organisation_id:
        emails.tell_poster_soon(post)


def _record(verb: str, action: Action, post: BoardPost, *, by: UUID, organisation: Organisation | None = None) -> None:
    audit.record(
        f"networks.post.{verb}",
        action=action,
        by=by,
        about=post,
        organisation_id=organisation.pk if organisation else post.organisation_id,
        network_id=post.network_id,
    )
