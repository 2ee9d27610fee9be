"""Who has to agree, to what, and when two records are about the same person. Plain values; today is an argument."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class AgeBand(StrEnum):
    """How old somebody is, as far as helping needs to know before it knows who (L7); cuts at 12 and 16 follow L9."""

    CHILD = "child"
    YOUTH = "youth"
    YOUNG = "young"
    ADULT = "adult"
    OLDER = "older"
    OLDEST = "oldest"


FROM_AGE: dict[AgeBand, int] = {
    AgeBand.CHILD: 0,
    AgeBand.YOUTH: 12,
    AgeBand.YOUNG: 16,
    AgeBand.ADULT: 25,
    AgeBand.OLDER: 65,
    AgeBand.OLDEST: 80,
}
OLDEST_ANYBODY = 120


class Relation(StrEnum):
    """What a carer is to the person cared for."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    FAMILY = "family"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"


class Purpose(StrEnum):
    """What somebody agrees to; each is asked apart and per receiver (L5)."""

    HANDLE = "handle"
    SHARE = "share"
    REPORT_BACK = "report_back"


class Giver(StrEnum):
    """Who agreed, on whose word it rests (L9)."""

    SELF = "self"
    PARENT = "parent"
    SELF_AND_PARENT = "self_and_parent"
    REPRESENTATIVE = "representative"


class ConsentChannel(StrEnum):
    """How somebody agreed (L5)."""

    ONLINE = "online"
    ORAL = "oral"
    WRITTEN = "written"


class ToldBy(StrEnum):
    """How somebody wants to hear what happens with the question."""

    EMAIL = "email"
    PHONE = "phone"
    SMS = "sms"
    LETTER = "letter"


class News(StrEnum):
    """The steps that a person hears about."""

    RECEIVED = "received"
    SENT = "sent"
    ACCEPTED = "accepted"
    NOBODY_YET = "nobody_yet"
    STARTED = "started"
    ENDED = "ended"
    CLOSED = "closed"


CODE_DIGITS = 6
MOST_TRIES = 5
MAIL_CODE_LASTS = timedelta(minutes=15)
SPOKEN_CODE_LASTS = timedelta(hours=1)
LETTER_CODE_LASTS = timedelta(days=14)
PAGE_OPEN_FOR = timedelta(minutes=30)
FIRST_MAIL_AFTER = timedelta(minutes=10)
MAILS_APART = timedelta(days=1)


class Likeness(StrEnum):
    """How surely two records are about one person; people decide, also when it is sure."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True)
class Keys:
    """What two records are compared by: keyed hashes, empty for what is not known."""

    name: str = ""
    born: str = ""
    phone: str = ""
    email: str = ""


class BornWrong(Exception):
    """A date of birth that nobody alive can have."""


def age_band(*, born_on: date, today: date) -> AgeBand:
    """The band of somebody born on this day.

    Raises:
        BornWrong: in the future, or longer ago than anybody lives.
    """
    years = today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
    if not 0 <= years <= OLDEST_ANYBODY:
        raise BornWrong
    return [band for band, least in FROM_AGE.items() if years >= least][-1]


def givers_for(band: AgeBand, *, is_represented: bool) -> frozenset[Giver]:
    """Who can agree for somebody of this age: under 12 a parent, under 16 both, and a legal representative (L9)."""
    if is_represented:
        return frozenset({Giver.REPRESENTATIVE})
    match band:
        case AgeBand.CHILD:
            return frozenset({Giver.PARENT})
        case AgeBand.YOUTH:
            return frozenset({Giver.SELF_AND_PARENT})
        case _:
            return frozenset({Giver.SELF})


def told_how(wish: ToldBy, *, has_email: bool, has_address: bool, sends_sms: bool) -> ToldBy:
    """The way by which somebody can really be told: what they chose, or else by phone, by a person."""
    possible = {
        ToldBy.EMAIL: has_email,
        ToldBy.LETTER: has_address,
        ToldBy.SMS: sends_sms,
        ToldBy.PHONE: True,
    }
    return wish if possible[wish] else ToldBy.PHONE


def mail_after(*, last: datetime | None, now: datetime) -> timedelta:
    """How long news waits before it is mailed: soon for the first, and never two mails within a day."""
    return max(FIRST_MAIL_AFTER, last + MAILS_APART - now) if last else FIRST_MAIL_AFTER


def likeness(one: Keys, other: Keys) -> Likeness:
    """How surely these are one person.

    A birth date with a name, phone or mail is sure; a name with phone or mail likely; a shared phone or mail alone is
    often a household and only possible. Two different birth dates are two persons, whatever else is the same.
    """
    if one.born and other.born and one.born != other.born:
        return Likeness.NONE
    name, born = _same(one.name, other.name), _same(one.born, other.born)
    reach = _same(one.phone, other.phone) or _same(one.email, other.email)
    if born and (name or reach):
        return Likeness.SURE
    if name and reach:
        return Likeness.LIKELY
    return Likeness.POSSIBLE if reach else Likeness.NONE


def _same(one: str, other: str) -> bool:
    return bool(one) and one == other
