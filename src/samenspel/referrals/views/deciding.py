"""What can be done with a referral, the same for who signed in and who came by link: one form and one action each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.people.actions import consent
from samenspel.referrals import rules
from samenspel.referrals.actions import answering, handing, knowing
from samenspel.referrals.actions.stepping import Actor, StepNotPossible
from samenspel.referrals.forms import deciding as forms
from samenspel.referrals.links import Purpose
from samenspel.referrals.models import Handover, Referral
from samenspel.referrals.queries import inbox
from samenspel.referrals.rules import Calls, Ending, Side, State, Step

Said = Mapping[str, Any]


@dataclass(frozen=True)
class Deed:
    """One thing to do: which form, what happens, the step it begins with, and what is told when it was done."""

    form: type[forms.DecidingForm]
    act: Callable[[Referral, Said, Actor], object]
    step: Step | None
    told: Promise
    last: Step | None = None


@dataclass
class Outcome:
    """What came of it: what to tell, or the form as it was filled in with what is wrong."""

    told: str = ""
    problem: str = ""
    typed: str = ""
    bound: dict[str, forms.DecidingForm] = field(default_factory=dict)


def _accept(referral: Referral, _said: Said, by: Actor) -> None:
    answering.accept(referral=referral, by=by)


def _ask(referral: Referral, said: Said, by: Actor) -> None:
    answering.ask(referral=referral, text=said["text"], by=by)


def _decline(referral: Referral, said: Said, by: Actor) -> None:
    answering.decline(referral=referral, because=said["because"], words=said["words"], by=by)


def _start(referral: Referral, _said: Said, by: Actor) -> None:
    answering.start(referral=referral, by=by)


def _finish(referral: Referral, said: Said, by: Actor) -> None:
    handing.finish(referral=referral, ending=Ending(said["ending"]), words=said["words"], by=by)


def _report(referral: Referral, said: Said, by: Actor) -> None:
    answering.report(referral=referral, words=said["words"], by=by)


def _agree(referral: Referral, said: Said, by: Actor) -> None:
    handing.agree(referral=referral, plan=handing.Plan(Calls(said["who"]), said["planned_on"]), by=by)


def _called(referral: Referral, _said: Said, by: Actor) -> None:
    handing.done(referral=referral, by=by)


def _back(referral: Referral, said: Said, by: Actor) -> None:
    handing.hand_back(referral=referral, words=said["words"], by=by)


def _answer(referral: Referral, said: Said, by: Actor) -> None:
    assert by.user_id  # noqa: S101 -- the sender always signs in
    answering.answer(referral=referral, text=said["text"], by=by.user_id)


DEEDS: Mapping[str, Deed] = {
    "accept": Deed(forms.PlainForm, _accept, Step.ACCEPT, gettext_lazy("Aangenomen. U ziet nu om wie het gaat.")),
    "ask": Deed(forms.AskForm, _ask, Step.ASK, gettext_lazy("Uw vraag is gesteld. U hoort het antwoord.")),
    "decline": Deed(forms.DeclineForm, _decline, Step.DECLINE, gettext_lazy("Niet aangenomen. De ander hoort het.")),
    "start": Deed(forms.PlainForm, _start, Step.START, gettext_lazy("De hulp is begonnen.")),
    "finish": Deed(
        forms.EndForm, _finish, Step.END, gettext_lazy("Afgerond en teruggemeld. Dank u wel."), last=Step.REPORT
    ),
    "report": Deed(forms.ReportForm, _report, Step.REPORT, gettext_lazy("Teruggemeld. Dank u wel.")),
    "agree": Deed(forms.HandoverForm, _agree, None, gettext_lazy("De afspraak staat. De ander ziet hem ook.")),
    "called": Deed(forms.PlainForm, _called, None, gettext_lazy("Mooi, dat is gedaan.")),
    "back": Deed(forms.BackForm, _back, Step.END, gettext_lazy("De verwijzing is terug."), last=Step.REPORT),
    "answer": Deed(forms.AnswerForm, _answer, Step.ANSWER, gettext_lazy("Uw antwoord is verstuurd.")),
}
BY_LINK = {
    Purpose.DECIDE: frozenset({"accept", "ask", "decline"}),
    Purpose.FOLLOW: frozenset({"start", "finish", "report", "agree", "called", "back"}),
}
"""A link is for one purpose; what it is not for cannot be done by it, whatever is sent."""


def is_of(name: str, side: Side) -> bool:
    """Whether this is something for this side to do; a hand-over is of both."""
    step = DEEDS[name].step
    return step is None or rules.WAYS[step].who is side


def offered(referral: Referral, side: Side, handover: Handover | None) -> list[str]:
    """What this side can do now."""
    state = State(referral.state)
    possible = [name for name, deed in DEEDS.items() if deed.step and rules.may(deed.step, now=state, who=side)]
    if state.value not in handing.GOING_ON:
        return [name for name in possible if name not in {"finish", "back"}]
    waits = handover is not None and handover.done_at is None
    return [*possible, "agree", *(["called"] if waits else [])]


def do(referral: Referral, name: str, data: QueryDict, *, by: Actor) -> Outcome:
    """Do it, or say why not; what was typed is never lost."""
    deed = DEEDS[name]
    form = deed.form(data, does=name)
    if not form.is_valid():
        return Outcome(bound={name: form})
    typed = "\n".join(str(form.cleaned_data[one]) for one in ("text", "words") if form.cleaned_data.get(one))
    try:
        deed.act(referral, form.cleaned_data, by)
    except StepNotPossible:
        if _was_me(referral, deed, by):
            return Outcome(told=str(deed.told))
        problem = _("Iemand was u voor. Kijk hieronder hoe het nu staat. Er is niets dubbel gedaan.")
        return Outcome(problem=problem, typed=typed, bound={name: form})
    except (knowing.NotAllowedAnyMore, consent.NoConsent):
        problem = _("De persoon wil dit niet meer delen. U kunt deze verwijzing niet meer aannemen.")
        return Outcome(problem=problem, typed=typed)
    return Outcome(told=str(deed.told))


def _was_me(referral: Referral, deed: Deed, by: Actor) -> bool:
    """Whether the last step is this same one by the same person: a second press, or a lost connection."""
    steps = inbox.path(referral)
    last = deed.last or deed.step
    same = bool(steps) and last is not None and steps[-1].step == last.value
    return same and (steps[-1].by, steps[-1].by_link) == (by.user_id, by.by_link)
