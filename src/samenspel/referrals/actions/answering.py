"""What a receiver does with a referral, and what the sender answers. Each with or without an account."""

from uuid import UUID

from django.db import transaction

from samenspel.helprequests.rules import RequestState
from samenspel.lib import clock
from samenspel.referrals.actions import knowing
from samenspel.referrals.actions.stepping import Actor, comes_back, follow, no_longer_needed, step
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import Because, Ending, Side, State, Step


class NothingAsked(Exception):
    """A question or an answer without words."""


@transaction.atomic
def see(*, referral: Referral, by: Actor) -> None:
    """The receiver opened it for the first time; opening it again changes nothing."""
    if referral.state == State.SENT.value:
        step(referral, Step.SEE, by=by)


@transaction.atomic
def ask(*, referral: Referral, text: str, by: Actor) -> None:
    """Ask the sender something first; now it is the sender's turn.

    Raises:
        NothingAsked: no words.
        StepNotPossible: it went on in the meantime.
    """
    if not text.strip():
        raise NothingAsked
    step(referral, Step.ASK, by=by, words=text)


@transaction.atomic
def answer(*, referral: Referral, text: str, by: UUID) -> None:
    """The sender answers; now it is the receiver's turn.

    Raises:
        NothingAsked: no words.
        StepNotPossible: nothing was asked, or it went on in the meantime.
    """
    if not text.strip():
        raise NothingAsked
    step(referral, Step.ANSWER, by=Actor(Side.SENDER, by), words=text)


@transaction.atomic
def accept(*, referral: Referral, by: Actor, words: str = "") -> None:
    """Say yes: from now on the receiver knows who it is about.

    Raises:
        NotAllowedAnyMore: the person took consent back in the meantime.
        StepNotPossible: it went on in the meantime.
    """
    step(referral, Step.ACCEPT, by=by, words=words, answered_at=clock.now())
    knowing.begin(referral, by=by.user_id)
    no_longer_needed(referral, by=by)


@transaction.atomic
def decline(*, referral: Referral, because: Because, by: Actor, words: str = "") -> None:
    """Say no, with one of twelve reasons; it goes to the next in line or back to who can do something about it.

    Raises:
        StepNotPossible: it went on in the meantime.
    """
    step(referral, Step.DECLINE, by=by, words=words, because=because.value, answered_at=clock.now())
    comes_back(referral, by=by)


@transaction.atomic
def start(*, referral: Referral, by: Actor) -> None:
    """The help has begun.

    Raises:
        StepNotPossible: it went on in the meantime.
    """
    step(referral, Step.START, by=by, started_at=clock.now())
    follow(referral, verb="helped", by=by, to=RequestState.HELPED)


@transaction.atomic
def end(*, referral: Referral, ending: Ending, by: Actor, words: str = "") -> None:
    """The help is over, or never began; what is left is to tell how it went.

    Raises:
        StepNotPossible: it went on in the meantime.
    """
    step(referral, Step.END, by=by, words=words, ending=ending.value, ended_at=clock.now())


@transaction.atomic
def report(*, referral: Referral, by: Actor, words: str = "") -> None:
    """Tell the sender how it ended; with that the loop is closed and the receiver reads nothing any more.

    Raises:
        StepNotPossible: it did not end yet.
    """
    step(referral, Step.REPORT, by=by, words=words)
    knowing.end(referral, by=by.user_id)
    comes_back(referral, by=by)
