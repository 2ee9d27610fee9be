"""Working on a request: taking it up, clarifying, parking, closing. Each step only from where it may begin."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.helprequests import rules
from samenspel.helprequests.actions.reporting import tell_referrer
from samenspel.helprequests.actions.telling import tell_journal, tell_people
from samenspel.helprequests.models import HelpRequest, Note
from samenspel.helprequests.rules import Answered, Complexity, Outcome, RequestState, StopQuestion, Urgency
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.people.models import Person
from samenspel.people.rules import News


class StepNotPossible(Exception):
    """The request is not where this step begins: a colleague was first."""


class ParkedInThePast(Exception):
    """Parking is until a day that is still to come."""


class ClosedSilently(Exception):
    """This way of closing asks for words to the person (they are kept as a note and told)."""


@dataclass(frozen=True, kw_only=True)
class Clarified:
    """What clarifying the question (vraagverheldering) brought to light."""

    kinds: tuple[str, ...]
    urgency: Urgency
    complexity: tuple[Complexity, ...] = ()


@transaction.atomic
def take(*, request: HelpRequest, by: UUID) -> None:
    """Look after a request.

    Raises:
        StepNotPossible: a colleague was first.
    """
    _step(request, to=RequestState.TAKEN, by=by, verb="taken", taken_by=by)


@transaction.atomic
def hand_back(*, request: HelpRequest, by: UUID) -> None:
    """Let a colleague look after it: it is new again.

    Raises:
        StepNotPossible: it went on in the meantime.
    """
    _step(request, to=RequestState.NEW, by=by, verb="handed_back", taken_by=None)


@transaction.atomic
def park(*, request: HelpRequest, until: date, by: UUID) -> None:
    """Put it aside until a day; on that day it is on Vandaag again.

    Raises:
        ParkedInThePast: see there.
        StepNotPossible: it went on in the meantime.
    """
    if until <= clock.today():
        raise ParkedInThePast
    _step(request, to=RequestState.PARKED, by=by, verb="parked", parked_until=until)


@transaction.atomic
def clarify(*, request: HelpRequest, found: Clarified, by: UUID) -> None:
    """Put down what the question really is."""
    request.kinds = list(found.kinds)
    request.urgency = found.urgency.value
    request.complexity = [one.value for one in found.complexity]
    request.save(update_fields=["kinds", "urgency", "complexity"])
    _tell("clarified", request, by=by, detail=f"complexity_{rules.complexity(request.complexity)}")


@transaction.atomic
def check_limits(*, request: HelpRequest, answers: Mapping[StopQuestion, Answered], by: UUID) -> rules.Limits:
    """Go through the seven stop questions and keep outcome, answers and version of the rules (L27).

    Raises:
        NotAnswered: one of the seven is missing.
    """
    outcome = rules.limits(answers)
    request.light = outcome.light.value
    request.limits = {
        "version": outcome.version,
        "answers": {question.value: answer.value for question, answer in answers.items()},
        "because": [question.value for question in outcome.because],
    }
    request.save(update_fields=["light", "limits"])
    _tell("limits_checked", request, by=by, detail=outcome.light.value)
    return outcome


@transaction.atomic
def note(*, request: HelpRequest, about: Person, text: str, by: UUID) -> Note:
    """Write down what was said; the person it is about can read it back."""
    written = Note.objects.create(request=request, about=about, text=text, by=by)
    _record("noted", Action.UPDATE, request, by=by)
    return written


@transaction.atomic
def close(*, request: HelpRequest, outcome: Outcome, by: UUID, words: str = "") -> None:
    """End a request. Where nobody can help, the person hears why in words, and the network has a gap to look at.

    Raises:
        ClosedSilently: no words where they are needed.
        StepNotPossible: it was closed already.
    """
    if rules.needs_answer(outcome) and not words.strip():
        raise ClosedSilently
    now = clock.now()
    _step(request, to=RequestState.CLOSED, by=by, verb="closed", outcome=outcome.value, closed_at=now)
    about = _who_may_be_read(request)
    if words.strip() and about:
        Note.objects.create(request=request, about_id=about, text=words, by=by)
    if outcome is not Outcome.DOUBLE and not rules.needs_answer(outcome):  # that answer is told in words (closing)
        tell_people(News.CLOSED, request)
    _clock_of_retention(request, now)


@transaction.atomic
def reopen(*, request: HelpRequest, by: UUID) -> None:
    """Take a closed request up again.

    Raises:
        StepNotPossible: it is not closed.
    """
    if request.state != RequestState.CLOSED.value:
        raise StepNotPossible
    _step(request, to=RequestState.TAKEN, by=by, verb="reopened", taken_by=by)
    _clock_of_retention(request, None)


def move(*, request: HelpRequest, to: RequestState, by: UUID | None, verb: str) -> None:
    """A step that follows from what happened elsewhere, such as a referral that was sent; inside its transaction.

    Raises:
        StepNotPossible: the request is not where this step begins.
    """
    _step(request, to=to, by=by, verb=verb)


def _who_may_be_read(request: HelpRequest) -> UUID | None:
    """The person, or the carer when only that one agreed; what is written down is about them."""
    both = [one for one in (request.person_id, request.carer_id) if one]
    known = set(Person.objects.filter(pk__in=both).values_list("pk", flat=True))
    return next((one for one in both if one in known), None)


def _clock_of_retention(request: HelpRequest, closed_at: datetime | None) -> None:
    """Retention counts for person and carer from their last closed request, also when nobody may read them any more."""
    for one in filter(None, (request.person_id, request.carer_id)):
        with acting_for(request.network_id, one):
            theirs = HelpRequest.objects.filter(Q(person=one) | Q(carer=one), closed_at=None)
            if closed_at is None or not theirs.exists():
                Person.objects.filter(pk=one).update(closed_at=closed_at)


def _step(request: HelpRequest, *, to: RequestState, by: UUID | None, verb: str, **changes: Any) -> None:
    """One conditional update: of two people who press at once the second is told that the first was before."""
    froms = [state.value for state, steps in rules.STEPS.items() if to in steps]
    fresh = {"parked_until": None, "closed_at": None, "outcome": ""} | changes
    fresh |= {"state": to.value, "state_since": clock.now()}
    if request.state not in froms or not HelpRequest.objects.filter(pk=request.pk, state=request.state).update(**fresh):
        raise StepNotPossible
    for name, value in fresh.items():
        setattr(request, name, value)
    _tell(verb, request, by=by, detail=str(fresh["outcome"]))
    tell_referrer(verb, request)


def _tell(verb: str, request: HelpRequest, *, by: UUID | None, detail: str = "") -> None:
    _record(verb, Action.UPDATE, request, by=by)
    tell_journal(f"request.{verb}", request, detail=detail)


def _record(verb: str, action: Action, request: HelpRequest, *, by: UUID | None) -> None:
    audit.record(
        f"helprequests.request.{verb}",
        action=action,
        by=by,
        about=request,
        network_id=request.network_id,
        subject_id=request.person_id,
    )
