"""Closing a request with a human answer: who hears it how, and what the network learns from it."""

from uuid import UUID

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.finding.actions import gaps
from samenspel.finding.missing import Missed
from samenspel.helprequests import emails
from samenspel.helprequests.actions import working
from samenspel.helprequests.actions.telling import tell_journal
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import Answered, Outcome, StopQuestion, needs_answer
from samenspel.journal.models import Event
from samenspel.lib import clock
from samenspel.people.models import Person
from samenspel.people.rules import ToldBy


class NobodyToTell(Exception):
    """This way of closing asks for words to the person, and there is nobody whom the front door may read."""


@transaction.atomic
def end(*, request: HelpRequest, outcome: Outcome, by: UUID, words: str = "") -> list[Person]:
    """Close a request. Gives whom somebody still has to call or write; who chose mail has it by mail.

    Raises:
        NobodyToTell: see there.
        ClosedSilently: no words where they are needed.
        StepNotPossible: it was closed already.
    """
    readable = people_to_tell(request)
    if needs_answer(outcome) and not readable:
        raise NobodyToTell
    is_first = not _closed_before(request)
    working.close(request=request, outcome=outcome, by=by, words=words)
    if outcome is Outcome.NOBODY and is_first and not _is_danger(request):
        _gap(request)
    if not needs_answer(outcome):
        return []
    by_mail = [person for person in readable if person.told_by == ToldBy.EMAIL.value and person.email]
    for person in by_mail:
        emails.closed(to=person.email, network=request.network, words=words, language=person.language)
    others = [person for person in readable if person not in by_mail]
    if not others:
        tell_journal("request.told", request, detail=ToldBy.EMAIL.value)
    return others


@transaction.atomic
def told(*, request: HelpRequest, by: UUID) -> None:
    """Note that the person heard why it was closed, by phone or letter."""
    audit.record(
        "helprequests.request.told",
        action=Action.UPDATE,
        by=by,
        about=request,
        network_id=request.network_id,
        subject_id=request.person_id,
    )
    tell_journal("request.told", request)


def people_to_tell(request: HelpRequest) -> list[Person]:
    """The person and the carer, each when the front door may read them."""
    known = Person.objects.in_bulk([one for one in (request.person_id, request.carer_id) if one])
    return [known[one] for one in (request.person_id, request.carer_id) if one in known]


def _closed_before(request: HelpRequest) -> bool:
    """So that undoing and closing again does not count twice."""
    return Event.objects.filter(
        thread_id=request.pk, what="request.closed", detail=Outcome.NOBODY.value, network_id=request.network_id
    ).exists()


def _is_danger(request: HelpRequest) -> bool:
    """Danger is no gap in what partners offer; in a small neighbourhood it would say too much."""
    answers = request.limits.get("answers", {})
    return bool(answers.get(StopQuestion.DANGER.value) == Answered.YES.value)


def _gap(request: HelpRequest) -> None:
    for kind in request.kinds or [""]:
        missed = Missed(kind=kind, area=request.area_id or "", network=request.network.slug, is_wider=False)
        gaps.count(missed=missed, networks=[request.network], today=clock.today())
