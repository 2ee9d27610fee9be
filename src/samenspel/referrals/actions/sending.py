"""Sending: to one, or to several in order of preference. Consent per receiver is checked here, and blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from samenspel.directory.models import Offer
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import RequestState
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Organisation
from samenspel.people import queries as people
from samenspel.people.rules import Purpose
from samenspel.referrals.actions import knowing
from samenspel.referrals.actions.stepping import Actor, comes_back, follow, no_longer_needed, step, written
from samenspel.referrals.models import Referral, Word
from samenspel.referrals.rules import Side, State, Step


class NoConsent(Exception):
    """The person did not agree that this organisation may know who they are (L5, L6); `receiver` is which."""

    def __init__(self, receiver: Organisation) -> None:
        self.receiver = receiver
        super().__init__(receiver.pk)


class AlreadySent(Exception):
    """This request is with this organisation already; `receiver` is which."""

    def __init__(self, receiver: Organisation) -> None:
        self.receiver = receiver
        super().__init__(receiver.pk)


@dataclass(frozen=True)
class To:
    """Where a referral goes: an organisation, and which of its offers when one was chosen."""

    receiver: Organisation
    offer: Offer | None = None


@dataclass(frozen=True, kw_only=True)
class From:
    """Who sends: an organisation or (none) the front door of the network; `user_id` who pressed, if a member did.

    `through` is the referral by which an organisation came to know of it, so that the path stays one.
    """

    sender: Organisation | None
    user_id: UUID | None
    through: Referral | None = None


@transaction.atomic
def send(
    *, request: HelpRequest, to: Sequence[To], by: From, once: UUID, words: str = "", is_escalation: bool = False
) -> list[Referral]:
    """Send a request to the first and keep the others ready, in this order; a second press changes nothing.

    Raises:
        NoConsent: for one of them; then nothing is sent.
        AlreadySent: it is with one of them already.
    """
    made = []
    for rank, one in enumerate(to):
        referral = _new(request, one, by=by, rank=rank, once=once)
        referral.is_escalation = is_escalation
        if known := Referral.objects.filter(pk=referral.pk).first():
            made.append(known)
            continue
        _save(referral)
        if rank == 0:
            written(referral, Step.SEND, by=Actor(Side.SENDER, by.user_id), words=words)
            follow(referral, verb="referred", by=Actor(Side.SENDER, by.user_id), to=RequestState.REFERRED)
        elif words.strip():
            _keep_words(referral, words, by=by)
        made.append(referral)
    return made


@transaction.atomic
def pass_on(*, referral: Referral, to: To, by: Actor, sender: Organisation, once: UUID, words: str = "") -> Referral:
    """Give it to an organisation that fits better; the path stays one, and the first sender sees it.

    Raises:
        NoConsent: the person did not agree to that organisation.
        AlreadySent: it is there already.
        StepNotPossible: it is not this side's step, or a colleague was first.
    """
    request = _request_of(referral)
    following = _new(request, to, by=From(sender=sender, user_id=by.user_id, through=referral), rank=0, once=once)
    step(referral, Step.PASS_ON, by=by, words=words, answered_at=clock.now())
    _save(following)
    written(following, Step.SEND, by=Actor(Side.SENDER, by.user_id, by.by_link))
    return following


@transaction.atomic
def withdraw(*, referral: Referral, by: Actor, words: str = "", with_rest: bool = False) -> None:
    """Take it back: the receiver can do nothing more with it and reads nothing any more.

    The next in order goes out then, unless this one only stood ready itself; `with_rest` takes back what stood ready
    behind it too.

    Raises:
        StepNotPossible: it ended already.
    """
    if with_rest:
        no_longer_needed(referral, by=by)
    knew, stood_ready = referral.knows_who, referral.state == State.PLANNED.value
    step(referral, Step.WITHDRAW, by=by, words=words)
    if knew:
        knowing.end(referral, by=by.user_id)
    if not stood_ready:
        comes_back(referral, by=by)


def _keep_words(referral: Referral, words: str, *, by: From) -> None:
    """What goes along with one that is ready; it is read when its turn comes."""
    Word.objects.create(
        referral=referral,
        sender_id=referral.sender_id,
        receiver_id=referral.receiver_id,
        network_id=referral.network_id,
        person_id=referral.person_id,
        step=Step.SEND.value,
        text=words,
        by=by.user_id,
    )


def _new(request: HelpRequest, to: To, *, by: From, rank: int, once: UUID) -> Referral:
    """A referral with what the receiver may know beforehand, once its consent is sure."""
    with acting_for(request.network_id):  # a sender that does not know who it is cannot see what they agreed to
        agreed = people.standing_consent(request.person_id, purpose=Purpose.SHARE, receiver_id=to.receiver.pk)
    if agreed is None:
        raise NoConsent(to.receiver)
    now = clock.now()
    first = rank == 0
    return Referral(
        id=uuid5(once, f"{request.pk}{to.receiver.pk}"),
        request=request,
        person_id=request.person_id,
        network_id=request.network_id,
        sender=by.sender,
        receiver=to.receiver,
        offer=to.offer,
        parent=by.through,
        rank=rank,
        kinds=request.kinds,
        area_id=request.area_id,
        age_band=request.age_band,
        urgency=request.urgency,
        wish_days=request.wish_days,
        wish_languages=request.wish_languages,
        wish_form=request.wish_form,
        wish_helper=request.wish_helper,
        state=(State.SENT if first else State.PLANNED).value,
        sent_at=now if first else None,
        turn_since=now,
    )


def _save(referral: Referral) -> None:
    try:
        with transaction.atomic():
            referral.save(force_insert=True)
    except IntegrityError as wrong:
        if "one_open_referral_per_receiver" in str(wrong) or "pkey" in str(wrong):
            raise AlreadySent(referral.receiver) from wrong
        raise


def _request_of(referral: Referral) -> HelpRequest:
    with acting_for(referral.network_id):
        return HelpRequest.objects.get(pk=referral.request_id)
