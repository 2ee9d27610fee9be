"""What organisations do with what they were asked: each at its own pace, and some never."""

from random import Random
from typing import TYPE_CHECKING

from samenspel.people.rules import ConsentChannel, Purpose
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import EXPIRES_AFTER, UNANSWERED, Because, Ending, Side, State, Step
from samenspel.referrals.simulating import shares, wording
from samenspel.referrals.simulating.hours import next_night
from samenspel.referrals.simulating.town import Place

if TYPE_CHECKING:
    from samenspel.referrals.simulating.living import Life

CLOCK = Actor(Side.CLOCK)
NEVER_BEGAN = 0.04
WEEKS_SHORT, WEEKS_LONG = (1, 6), (6, 34)


class Receiving:
    """The receivers in one life."""

    def __init__(self, life: "Life") -> None:
        self.life = life
        self.case = life.case
        self.dice: Random = life.dice

    def waits(self, referral: Referral) -> None:
        """It was sent: from now on the receiver is at turn, and the clock runs."""
        assert referral.sent_at  # noqa: S101 -- it was sent just now
        self.life.at(next_night(referral.sent_at + EXPIRES_AFTER), self.expire, referral)
        place = self.place_of(referral)
        if self.dice.random() < place.forgets:
            return
        pace = place.days / 3 if referral.urgency == "today" else place.days
        self.life.after(pace * 0.4, self.see, referral)
        if self.dice.random() < shares.TAKEN_BACK:
            self.life.after(pace, self.take_back, referral)

    def place_of(self, referral: Referral) -> Place:
        """The receiver with its ways."""
        return self.life.town.places[referral.receiver_id]

    def by(self, referral: Referral) -> Actor:
        """Somebody at the receiver; without an account the signed link."""
        users = self.place_of(referral).users
        return Actor(Side.RECEIVER, self.dice.choice(users) if users else None, by_link=not users)

    def see(self, referral: Referral) -> None:
        """Opened for the first time; then asked about, or decided on."""
        if referral.state != State.SENT.value:
            return
        self.case.step(referral, Step.SEE, by=self.by(referral))
        place = self.place_of(referral)
        asks = self.dice.random() < place.asks
        self.life.after(place.days * 0.2, self.ask if asks else self.decide, referral)

    def ask(self, referral: Referral) -> None:
        """Something has to be known first; the sender answers within days."""
        if State(referral.state) in UNANSWERED:
            self.case.step(referral, Step.ASK, by=self.by(referral), text=self.dice.choice(wording.ASKED_BACK))
            self.life.after(1.5, self.answer, referral)

    def answer(self, referral: Referral) -> None:
        """The sender answers, and it is the receiver's turn again."""
        if referral.state == State.ASKED.value:
            users = self.life.town.places[referral.sender_id].users if referral.sender_id else ()
            who = self.dice.choice(users) if users else self.case.request.taken_by
            self.case.step(referral, Step.ANSWER, by=Actor(Side.SENDER, who), text=self.dice.choice(wording.ANSWERED))
            self.life.after(self.place_of(referral).days * 0.4, self.decide, referral)

    def decide(self, referral: Referral) -> None:
        """Yes, no, or somebody else fits better."""
        if State(referral.state) not in UNANSWERED:
            return
        place, chance = self.place_of(referral), self.dice.random()
        if chance < place.passes_on and self._pass_on(referral):
            return
        if self.dice.random() < place.accepts:
            self._accept(referral)
        else:
            because = shares.one_of(self.dice, shares.REASONS)
            self._decline(referral, because)

    def start(self, referral: Referral) -> None:
        """The help begins."""
        if referral.state != State.ACCEPTED.value:
            return
        self.case.step(referral, Step.START, by=self.by(referral), started_at=self.case.at)
        self.case.helped()
        group = self._group(referral)
        low, high = WEEKS_SHORT if group in shares.SHORT else WEEKS_LONG
        self.life.after(7 * self.dice.uniform(low, high), self.end, referral, shares.one_of(self.dice, shares.ENDINGS))
        side = "formal" if self.place_of(referral).is_formal else "informal"
        if referral.parent is None and self.dice.random() < shares.ONWARD[side]:
            self.life.after(12, self.onward, referral)

    def onward(self, referral: Referral) -> None:
        """Who helps asks somebody of the other side to help as well."""
        mine = self.place_of(referral)
        if referral.state != State.STARTED.value:
            return
        asked = {one.receiver_id for one in self.case.referrals}
        kinds = (
            ("social-visiting", "respite-at-home") if mine.is_formal else ("social-work", "nursing-and-personal-care")
        )
        found = self.life.town.find(self.dice.choice(kinds), self.case.request.area_id or "")
        other = [one for one in found if self.life.town.places[one.receiver.pk].is_formal != mine.is_formal]
        line = [one for one in other if one.receiver.pk not in asked][:1]
        if line:
            who = self.by(referral)
            self._agree_at(referral, line[0].receiver.pk)
            sender = Actor(Side.SENDER, who.user_id, who.by_link)
            sent = self.case.send(
                line, by=sender, sender=mine.organisation, parent=referral, is_escalation=not mine.is_formal
            )
            self.waits(sent[0])

    def end(self, referral: Referral, ending: Ending) -> None:
        """The help is over, or never came to be."""
        if State(referral.state) in {State.ACCEPTED, State.STARTED}:
            self.case.step(referral, Step.END, by=self.by(referral), ending=ending.value, ended_at=self.case.at)
            self.life.after(4, self.report, referral)

    def report(self, referral: Referral) -> None:
        """Who referred hears how it went; with that the receiver reads nothing any more."""
        actor = self.by(referral)
        self.case.step(referral, Step.REPORT, by=actor)
        self.case.end_knowing(referral)
        self.life.back(referral, by=actor.user_id)

    def expire(self, referral: Referral) -> None:
        """Nobody said yes or no for a month."""
        if State(referral.state) in UNANSWERED:
            self.case.step(referral, Step.EXPIRE, by=CLOCK)
            self.life.back(referral, by=None)

    def take_back(self, referral: Referral) -> None:
        """The sender takes it back: something changed."""
        if State(referral.state) in UNANSWERED and referral.sender_id is None:
            who = self.case.request.taken_by
            self.case.step(referral, Step.WITHDRAW, by=Actor(Side.SENDER, who))
            self.life.back(referral, by=who)

    def _accept(self, referral: Referral) -> None:
        actor = self.by(referral)
        self.case.step(referral, Step.ACCEPT, by=actor, answered_at=self.case.at)
        self.case.begin_knowing(referral)
        for planned in self.case.planned_behind(referral):
            self.case.step(planned, Step.WITHDRAW, by=Actor(Side.SENDER, actor.user_id))
        if self.dice.random() < NEVER_BEGAN:
            self.life.after(14, self.end, referral, Ending.NOT_BEGUN)
        else:
            self.life.after(6, self.start, referral)

    def _decline(self, referral: Referral, because: Because) -> None:
        actor = self.by(referral)
        self.case.step(referral, Step.DECLINE, by=actor, because=because.value, answered_at=self.case.at)
        self.life.back(referral, by=actor.user_id)

    def _pass_on(self, referral: Referral) -> bool:
        """Whether there was somebody who fits and was not asked before."""
        asked = {one.receiver_id for one in self.case.referrals} | {self.case.request.asked_by_id}
        found = self.life.town.find(self.case.request.kinds[0], self.case.request.area_id or "")
        fits = [one for one in found if one.receiver.pk not in asked]
        if fits:
            self._agree_at(referral, fits[0].receiver.pk)
            self.waits(self.case.pass_on(referral, fits[0], by=self.by(referral)))
        return bool(fits)

    def _agree_at(self, referral: Referral, receiver_id: object) -> None:
        """The person agrees at the organisation that speaks with them."""
        receiver = next(one.organisation for key, one in self.life.town.places.items() if key == receiver_id)
        asked_by = self.by(referral).user_id
        for person in self.case.people:
            self.case.give(person, receiver, Purpose.SHARE, channel=ConsentChannel.ORAL, asked_by=asked_by)

    def _group(self, referral: Referral) -> str:
        return next((group for group, codes in shares.kinds_of_group().items() if referral.kinds[0] in codes), "")
