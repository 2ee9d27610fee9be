"""One request in memory, with the steps that the actions do: same tables of rules, same rows, another clock."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from samenspel.helprequests.models import HelpRequest, Involved
from samenspel.helprequests.rules import RequestState, may_step
from samenspel.journal.models import Event
from samenspel.networks.models import Network, Organisation
from samenspel.people import words
from samenspel.people.models import Consent, Person, Reading
from samenspel.people.rules import AgeBand, ConsentChannel, Purpose, givers_for
from samenspel.referrals import rules
from samenspel.referrals.actions.sending import To
from samenspel.referrals.actions.stepping import EVENT_OF, Actor
from samenspel.referrals.models import Passed, Referral, Word
from samenspel.referrals.rules import OPEN, Side, State, Step
from samenspel.referrals.simulating.gathered import Gathered

AGAIN = frozenset({Step.ACCEPT, Step.START, Step.END})
"""Steps after which the same side has a new turn."""


@dataclass
class Case:
    """A request with everything around it; `at` is the moment of what happens now."""

    request: HelpRequest
    people: list[Person]
    rows: Gathered
    at: datetime
    referrals: list[Referral] = field(default_factory=list)
    agreed: dict[tuple[UUID, str, UUID], Consent] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    involved: list[Involved] = field(default_factory=list)

    def tell(self, what: str, *, organisation_id: UUID | None = None, detail: str = "", **rest: UUID | None) -> None:
        """One line in the journal."""
        self.rows.add(
            Event(
                at=self.at,
                what=what,
                network_id=self.request.network_id,
                organisation_id=organisation_id,
                thread_id=self.request.pk,
                area_code=self.request.area_id or "",
                kinds=list(self.request.kinds),
                detail=detail,
                **rest,
            )
        )

    def give(
        self, person: Person, to: Network | Organisation, purpose: Purpose, *, channel: ConsentChannel, **rest: Any
    ) -> Consent:
        """The person agrees; twice is once."""
        key = (person.pk, purpose.value, to.pk)
        if key not in self.agreed:
            band = AgeBand(person.age_band or AgeBand.ADULT)
            receiver = {"network": to} if isinstance(to, Network) else {"organisation": to}
            self.agreed[key] = self.rows.add(
                Consent(
                    person=person,
                    purpose=purpose.value,
                    text_version=words.VERSION,
                    given_by=min(givers_for(band, is_represented=False)).value,
                    channel=channel.value,
                    given_at=self.at,
                    **receiver,
                    **rest,
                )
            )
        return self.agreed[key]

    def let_read(self, consent: Consent) -> None:
        """The receiver of this consent reads the person from now on; begun twice is once."""
        here = (consent.person_id, consent.receiver_id)
        if not any((one.person_id, one.reader_id) == here and not one.ended_at for one in self.readings):
            reading = Reading(person_id=here[0], reader_id=here[1], consent=consent, since=self.at)
            self.readings.append(self.rows.add(reading))

    def involve(self, reader_id: UUID) -> None:
        """From now on this place works on the request; begun twice is once."""
        if not any(one.reader_id == reader_id and not one.ended_at for one in self.involved):
            person_id, network_id = self.request.person_id, self.request.network_id
            row = Involved(
                request=self.request, network_id=network_id, person_id=person_id, reader_id=reader_id, since=self.at
            )
            self.involved.append(self.rows.add(row))

    def move(self, to: RequestState, *, verb: str, **changes: Any) -> None:
        """A step of the request, when it may be done from where it is."""
        if not may_step(now=RequestState(self.request.state), to=to):
            return
        fresh = {"parked_until": None, "closed_at": None, "outcome": ""} | changes
        fresh |= {"state": to.value, "state_since": self.at}
        for name, value in fresh.items():
            setattr(self.request, name, value)
        self.tell(f"request.{verb}", detail=str(fresh["outcome"]))

    def send(self, to: list[To], *, by: Actor, sender: Organisation | None = None, **rest: Any) -> list[Referral]:
        """To the first, and the others ready in this order."""
        made = [self._new(one, rank, sender=sender, **rest) for rank, one in enumerate(to)]
        self.written(made[0], Step.SEND, by=by)
        self._follow(RequestState.REFERRED, verb="referred")
        return made

    def pass_on(self, referral: Referral, to: To, *, by: Actor) -> Referral:
        """Who was asked gives it to another that fits better."""
        self.step(referral, Step.PASS_ON, by=by, answered_at=self.at)
        following = self._new(to, 0, sender=referral.receiver, parent=referral)
        self.written(following, Step.SEND, by=Actor(Side.SENDER, by.user_id, by.by_link))
        return following

    def step(self, referral: Referral, step: Step, *, by: Actor, text: str = "", **changes: Any) -> None:
        """A step of a referral, by the same table as the real one."""
        way, before = rules.WAYS[step], State(referral.state)
        if not rules.may(step, now=before, who=by.side):
            raise AssertionError(f"{step} from {before} by {by.side}")
        fresh = changes | {"state": way.to.value}
        if rules.turn(way.to) != rules.turn(before) or step in AGAIN:
            fresh = {"turn_since": self.at, "reminded_at": None} | fresh
        for name, value in fresh.items():
            setattr(referral, name, value)
        self.written(referral, step, by=by, text=text)

    def written(self, referral: Referral, step: Step, *, by: Actor, text: str = "") -> None:
        """The line in the path, the words that go along, and the line in the journal."""
        ids = (referral.sender_id, referral.receiver_id, referral.network_id, referral.person_id)
        names = ("sender_id", "receiver_id", "network_id", "person_id")
        same: dict[str, Any] = dict(zip(names, ids, strict=True)) | {
            "referral": referral,
            "step": step.value,
            "by": by.user_id,
        }
        self.rows.add(Passed(**same, state=referral.state, by_link=by.by_link, at=self.at))
        if text:
            self.rows.add(Word(**same, text=text, written_at=self.at))
        mine, theirs = referral.sender_id, referral.receiver_id
        is_receiver = by.side is Side.RECEIVER
        self.tell(
            f"referral.{EVENT_OF[step]}",
            organisation_id=theirs if is_receiver else mine,
            other_id=mine if is_receiver else theirs,
            step_id=referral.pk,
            detail=referral.because or referral.ending,
        )

    def begin_knowing(self, referral: Referral) -> None:
        """The receiver said yes: it reads the person, and the carer when that one agreed too."""
        for person in self.people:
            consent = self.agreed.get((person.pk, Purpose.SHARE.value, referral.receiver_id))
            if consent:
                self.let_read(consent)
        self.involve(referral.receiver_id)

    def end_knowing(self, referral: Referral) -> None:
        """It is over: the receiver reads nobody of this request any more."""
        here: list[Involved | Reading] = [*self.involved, *self.readings]
        for one in here:
            if one.reader_id == referral.receiver_id and not one.ended_at:
                one.ended_at = self.at

    def comes_back(self, referral: Referral, *, by: UUID | None) -> Referral | None:
        """The next in line goes out and is given, or the request is somebody's to look at again."""
        planned = self.planned_behind(referral)
        if planned:
            self.step(planned[0], Step.SEND, by=Actor(Side.SENDER, by), sent_at=self.at, turn_since=self.at)
            return planned[0]
        if not any(State(one.state) in OPEN for one in self.referrals):
            self._follow(RequestState.TAKEN, verb="came_back")
        return None

    def planned_behind(self, referral: Referral) -> list[Referral]:
        """What stands ready from the same sender, the next first."""
        while referral.parent and referral.parent.state == State.PASSED_ON.value:
            referral = referral.parent
        same = (one for one in self.referrals if one.sender_id == referral.sender_id)
        return sorted(
            (one for one in same if one.state == State.PLANNED.value), key=lambda one: (one.rank, one.made_at)
        )

    def helped(self) -> None:
        """The help has begun, so the request is helped."""
        self._follow(RequestState.HELPED, verb="helped")

    def _follow(self, to: RequestState, *, verb: str) -> None:
        if self.request.state != to.value:
            self.move(to, verb=verb)

    def _new(self, to: To, rank: int, *, sender: Organisation | None, **rest: Any) -> Referral:
        copied = ("person_id", "kinds", "area_id", "age_band", "urgency", "wish_days", "wish_languages", "wish_form")
        is_first = rank == 0
        referral = Referral(
            request=self.request,
            network=self.request.network,
            sender=sender,
            receiver=to.receiver,
            offer=to.offer,
            rank=rank,
            wish_helper=self.request.wish_helper,
            state=(State.SENT if is_first else State.PLANNED).value,
            made_at=self.at,
            sent_at=self.at if is_first else None,
            turn_since=self.at,
            **{name: getattr(self.request, name) for name in copied},
            **rest,
        )
        self.referrals.append(self.rows.add(referral))
        return referral
