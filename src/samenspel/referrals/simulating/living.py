"""What becomes of one request: the coordinator, the receivers and the clock each do what they do, until today."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

from samenspel.helprequests import rules as requests
from samenspel.helprequests.models import Note
from samenspel.helprequests.rules import Outcome, RequestState, Urgency
from samenspel.lib import clock
from samenspel.people.models import Person
from samenspel.people.rules import ConsentChannel, Purpose
from samenspel.referrals.actions.sending import To
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import OPEN, REMIND_AFTER, Side, State
from samenspel.referrals.simulating import hours, shares, wording
from samenspel.referrals.simulating.case import Case
from samenspel.referrals.simulating.receiving import Receiving
from samenspel.referrals.simulating.town import Town

TAKEN_AFTER = {Urgency.TODAY: 0.1, Urgency.WEEK: 0.7, Urgency.CAN_WAIT: 1.4}
"""Days until the coordinator takes it up, in the middle."""
MOST_IN_LINE, MOST_ROUNDS = 3, 3


@dataclass
class Life:
    """One case with what is going to happen; `until` is today, and what comes after it has not happened."""

    case: Case
    town: Town
    dice: Random
    until: datetime
    rounds: int = 0
    coming: list[tuple[datetime, int, Callable[..., None], tuple[Any, ...]]] = field(default_factory=list)
    _numbers: Any = field(default_factory=count)

    def run(self) -> None:
        """Live it from its beginning until today."""
        self.receiving = Receiving(self)
        self.after(TAKEN_AFTER[Urgency(self.case.request.urgency)], self.take)
        while self.coming and self.coming[0][0] <= self.until:
            self.case.at, _number, do, rest = heapq.heappop(self.coming)
            do(*rest)
        self._remind()

    def after(self, days: float, do: Callable[..., None], *rest: Any) -> None:
        """Let something happen about so many days from now, at a moment at which people work."""
        moment = hours.working(self.case.at + timedelta(days=days * self.dice.uniform(0.4, 1.9)))
        moment = max(moment, self.case.at + timedelta(minutes=3)) + timedelta(seconds=self.dice.randint(0, 2400))
        self.at(moment, do, *rest)

    def at(self, moment: datetime, do: Callable[..., None], *rest: Any) -> None:
        """Let something happen at this moment."""
        heapq.heappush(self.coming, (moment, next(self._numbers), do, rest))

    def take(self) -> None:
        """The coordinator takes it up, calls who did not agree yet, and clarifies."""
        self.case.request.taken_by = self.dice.choice(self.town.coordinators)
        self.case.move(RequestState.TAKEN, verb="taken")
        if (outcome := shares.one_of(self.dice, shares.SOON_CLOSED)) is not None:
            self.after(1, self.close, outcome)
        elif self.dice.random() < shares.PARKED:
            self.after(0.3, self.park)
        else:
            self.after(0.3, self.clarify)

    def park(self) -> None:
        """Put aside for some weeks, and then taken up again."""
        until = clock.day_of(self.case.at + timedelta(days=self.dice.randint(7, 28)))
        self.case.move(RequestState.PARKED, verb="parked", parked_until=until)
        self.at(datetime.combine(until, time(10, 5), clock.AMSTERDAM), self.take_again)

    def take_again(self) -> None:
        """The day has come until which it was put aside."""
        self.case.move(RequestState.TAKEN, verb="taken")
        self.after(0.1, self.clarify)

    def clarify(self) -> None:
        """What the question really is, and whether a volunteer can do it; then refer."""
        request, person = self.case.request, self.case.people[0]
        channel = ConsentChannel.ORAL
        self.case.let_read(self.case.give(person, self.town.network, Purpose.HANDLE, channel=channel, **self._asked))
        worries = {shares.one_of(self.dice, shares.WORRIES) for _one in range(self.dice.choice((0, 0, 1, 1, 2, 3)))}
        request.complexity = sorted(one.value for one in worries)
        self.case.tell("request.clarified", detail=f"complexity_{len(worries)}")
        if self.dice.random() < shares.CHECKED:
            self._check_limits()
        self.after(0.2, self.refer)

    def refer(self) -> None:
        """Send it to who fits best and was not asked before, or close it when there is nobody (left)."""
        if self.case.request.state != RequestState.TAKEN.value:
            return
        asked = {one.receiver_id for one in self.case.referrals}
        fits = [one for one in self._fitting() if one.receiver.pk not in asked]
        if not fits or self.rounds == MOST_ROUNDS:
            self.after(0.5, self.close, shares.one_of(self.dice, shares.NO_OFFER))
            return
        self.rounds += 1
        line = fits[: self.dice.choice((1, 1, 2, MOST_IN_LINE))]
        self.agree(line)
        sent = self.case.send(line, by=Actor(Side.SENDER, self.case.request.taken_by))
        self.receiving.waits(sent[0])

    def agree(self, line: list[To]) -> None:
        """Before it goes out the person agrees to each, and a carer who told something too."""
        for person in self.case.people:
            for one in line:
                self.case.give(person, one.receiver, Purpose.SHARE, channel=ConsentChannel.ORAL, **self._asked)

    def back(self, referral: Referral, *, by: UUID | None) -> None:
        """What a no, an end or a lapse brings: the next in line, or the coordinator looks again."""
        following = self.case.comes_back(referral, by=by)
        if following:
            self.receiving.waits(following)
        elif self.case.request.state == RequestState.TAKEN.value:
            is_done = any(one.state == State.REPORTED.value for one in self.case.referrals)
            self.after(1.5, *((self.close, self._outcome(), True) if is_done else (self.refer,)))

    def close(self, outcome: Outcome, is_helped: bool = False) -> None:  # noqa: FBT001, FBT002 -- goes through the list
        """End it; where nobody can help there are words for the person. Not while somebody is still at it."""
        request = self.case.request
        if request.state == RequestState.CLOSED.value or any(State(one.state) in OPEN for one in self.case.referrals):
            return
        self.case.move(RequestState.CLOSED, verb="closed", outcome=outcome.value, closed_at=self.case.at)
        for person in self.case.people:
            person.closed_at = self.case.at
        if requests.needs_answer(outcome) and not is_helped:
            about = self._readable()
            text = self.dice.choice(wording.SORRY)
            self.case.rows.add(
                Note(
                    request=request,
                    about=about,
                    text=text,
                    by=request.taken_by or self.town.coordinators[0],
                    written_at=self.case.at,
                )
            )
            self.case.tell("request.told")
        if outcome is Outcome.NOBODY:
            self.case.rows.missed.append((request, clock.day_of(self.case.at)))

    def _readable(self) -> Person:
        """The person, or the carer when only that one agreed yet."""
        known = {one.person_id for one in self.case.readings if one.reader_id == self.town.network.pk}
        return next(one for one in self.case.people if one.pk in known)

    @property
    def _asked(self) -> dict[str, Any]:
        return {"asked_by": self.case.request.taken_by}

    def _fitting(self) -> list[To]:
        found = self.town.find(self.case.request.kinds[0], self.case.request.area_id or "")
        return [one for one in found if one.receiver.pk != self.case.request.asked_by_id]

    def _outcome(self) -> Outcome:
        is_helped = any(one.ending in {"helped", "onward", "stopped"} for one in self.case.referrals)
        return Outcome.HELPED if is_helped else Outcome.PARTLY

    def _check_limits(self) -> None:
        light = shares.one_of(self.dice, shares.LIGHT)
        answers = dict.fromkeys(requests.StopQuestion, requests.Answered.NO) | dict(shares.LIGHTS[light])
        outcome = requests.limits(answers)
        self.case.request.light = outcome.light.value
        self.case.request.limits = {
            "version": outcome.version,
            "answers": {question.value: answer.value for question, answer in answers.items()},
            "because": [question.value for question in outcome.because],
        }
        self.case.tell("request.limits_checked", detail=outcome.light.value)

    def _remind(self) -> None:
        """The nightly clock marked whose turn lasts long, once per turn."""
        for one in self.case.referrals:
            if State(one.state) not in OPEN - {State.PLANNED} or one.turn_since + REMIND_AFTER > self.until:
                continue
            night = hours.next_night(one.turn_since + REMIND_AFTER)
            one.reminded_at = night if night <= self.until else None
