"""Somebody asks: who they are, who cares for them, what is going on, and what they agree to."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from samenspel.helprequests.models import HelpRequest, Story
from samenspel.helprequests.rules import Channel, Door, HelperWish
from samenspel.lib import lookup
from samenspel.people.models import Bond, Person
from samenspel.people.rules import FROM_AGE, AgeBand, ConsentChannel, Purpose, Relation, ToldBy
from samenspel.referrals.simulating import shares, wording
from samenspel.referrals.simulating.case import Case
from samenspel.referrals.simulating.gathered import Gathered
from samenspel.referrals.simulating.town import Town

KNOWS_DAY, HAS_MAIL, TELLS, WISHES = 0.6, 0.45, 0.9, 0.3
DAYS_IN_A_YEAR = 365.25
YEARS_IN_BAND = 8


@dataclass(frozen=True)
class Arrival:
    """One question that comes in at a moment."""

    town: Town
    dice: Random
    at: datetime
    rows: Gathered
    kinds_of: dict[str, list[str]]

    def case(self) -> Case:
        """The request with its people, their consent and their words."""
        group = shares.group(self.dice, self.at.month)
        band = shares.one_of(self.dice, shares.AGES.get(group, shares.OTHER_AGES))
        area = shares.one_of(self.dice, self.town.areas) if self.town.areas else None
        person = self._person(band, area)
        carer = self._carer(person) if self._chance(shares.WITH_CARER.get(group, shares.OTHER_WITH_CARER)) else None
        request = self._request(person, carer, shares.kind(self.dice, self.kinds_of[group]))
        case = Case(request, [one for one in (person, carer) if one], self.rows, self.at)
        case.involve(request.network_id)
        self._agree(case)
        self._tell_story(case, group)
        case.tell("request.asked", organisation_id=request.asked_by_id, detail=request.door)
        return case

    def _chance(self, share: float) -> bool:
        return self.dice.random() < share

    def _person(self, band: AgeBand, area: str | None, *, last: str = "") -> Person:
        woman = self._chance(shares.WOMAN)
        name = wording.name(self.dice, woman=woman, last=last)
        born = self._born(band) if self._chance(KNOWS_DAY) else None
        told_by = shares.one_of(self.dice, shares.TOLD_BY)
        has_mail = told_by is ToldBy.EMAIL or self._chance(HAS_MAIL)
        phone, email = wording.phone(self.dice), wording.email(self.dice, name) if has_mail else ""
        address = f"{self.dice.choice(wording.STREETS)} {self.dice.randint(1, 140)}" if told_by is ToldBy.LETTER else ""
        return self.rows.add(
            Person(
                network=self.town.network,
                name=name,
                born_on=born.isoformat() if born else "",
                phone=phone,
                email=email,
                address=address,
                name_key=lookup.key_of("name", lookup.plain_name(name)),
                born_key=lookup.key_of("born", born.isoformat() if born else ""),
                phone_key=lookup.key_of("phone", lookup.plain_phone(phone)),
                email_key=lookup.key_of("email", lookup.plain_email(email)),
                age_band=band.value,
                area_id=area,
                told_by=told_by.value,
                created_at=self.at,
            )
        )

    def _born(self, band: AgeBand) -> date:
        """A day of birth well inside the band."""
        years = FROM_AGE[band] + 1 + self.dice.random() * (2 if band is AgeBand.YOUTH else YEARS_IN_BAND)
        return (self.at - timedelta(days=years * DAYS_IN_A_YEAR)).date()

    def _carer(self, person: Person) -> Person:
        is_young = person.age_band in {AgeBand.CHILD.value, AgeBand.YOUTH.value, AgeBand.YOUNG.value}
        relation = Relation.PARENT if is_young else shares.one_of(self.dice, shares.RELATIONS)
        carer = self._person(AgeBand.ADULT, person.area_id, last=person.name.split(" ", 1)[1])
        self.rows.add(Bond(carer=carer, cared_for=person, relation=relation.value, since=self.at))
        return carer

    def _request(self, person: Person, carer: Person | None, kind: str) -> HelpRequest:
        door = shares.one_of(self.dice, shares.DOORS)
        formal = [one.organisation for one in self.town.places.values() if one.is_formal]
        asked_by = self.dice.choice(formal) if door is Door.PROFESSIONAL and formal else None
        if door is Door.PROFESSIONAL and asked_by is None:
            door = Door.RESIDENT
        wishes = self._chance(WISHES)
        channel = shares.one_of(self.dice, shares.BY_HAND) if door is Door.COORDINATOR else Channel.ONLINE
        return self.rows.add(
            HelpRequest(
                network=self.town.network,
                person=person,
                carer=carer,
                asked_by=asked_by,
                door=door.value,
                channel=channel.value,
                kinds=[kind],
                area_id=person.area_id,
                age_band=person.age_band,
                urgency=shares.one_of(self.dice, shares.URGENCIES).value,
                wish_days=[self.dice.choice(("mon", "tue", "wed", "thu", "fri"))] if wishes else [],
                wish_helper=self.dice.choice((HelperWish.WOMAN, HelperWish.ANY)).value if wishes else "",
                asked_at=self.at,
                state_since=self.at,
            )
        )

    def _agree(self, case: Case) -> None:
        """The carer agrees for what they tell themselves; the person mostly did too, else they are called first."""
        person, *carers = case.people
        for carer in carers:
            case.let_read(case.give(carer, self.town.network, Purpose.HANDLE, channel=how(case)))
        if not carers or not self._chance(shares.NOT_AGREED_YET):
            said = {"asked_by_carer": carers[0]} if carers else {}
            consent = case.give(person, self.town.network, Purpose.HANDLE, channel=how(case), **said)
            case.let_read(consent)
            if case.request.asked_by:
                case.give(person, case.request.asked_by, Purpose.REPORT_BACK, channel=how(case), **said)

    def _tell_story(self, case: Case, group: str) -> None:
        if self._chance(TELLS):
            words = wording.told(self.dice, group)
            self.rows.add(Story(request=case.request, teller=case.people[-1], words=words, told_at=self.at))


def how(case: Case) -> ConsentChannel:
    """How people agree at the door through which this came."""
    return ConsentChannel.ONLINE if case.request.door == Door.RESIDENT.value else ConsentChannel.ORAL
