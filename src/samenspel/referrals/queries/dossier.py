"""Everything that is kept of one person, to print or to take elsewhere (AVG 15 and 20); in that person's own scope."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.lib import clock
from samenspel.people.models import Person, Telling
from samenspel.referrals import minewords
from samenspel.referrals.models import Word
from samenspel.referrals.queries import mine

Row = Mapping[str, object]


@dataclass(frozen=True)
class Section:
    """One part, as lines of name and value."""

    key: str
    title: str
    rows: Sequence[Row]


def sections(person: Person) -> list[Section]:
    """All parts, in the order in which somebody would ask for them."""
    questions = mine.questions(person)
    return [
        Section("person", _("Uw gegevens"), [_details(person)]),
        Section("questions", _("Uw vragen"), [_question(one) for one in questions]),
        Section("steps", _("Wat er gebeurde"), [_moment(step) for one in questions for step in one.moments]),
        Section("between", _("Wat organisaties hierover aan elkaar schreven"), _between(person)),
        Section("agreed", _("Wat u goed vond"), [_agreed(one) for one in mine.receivers(person)]),
        Section("news", _("Wat wij u vertelden"), _news(person)),
        Section("looks", _("Wie iets met uw gegevens deed"), [_look(one) for one in mine.looks(person)]),
    ]


def as_values(person: Person) -> dict[str, Any]:
    """The same for a file."""
    parts = {one.key: {"title": one.title, "rows": [dict(row) for row in one.rows]} for one in sections(person)}
    return {"made_at": clock.now().isoformat(), **parts}


def _details(person: Person) -> Row:
    return {
        _("Naam"): person.name,
        _("Geboortedatum"): person.born_on,
        _("Leeftijd"): person.get_age_band_display() if person.age_band else "",
        _("Telefoonnummer"): person.phone,
        _("E-mailadres"): person.email,
        _("Adres"): person.address,
        _("Buurt"): person.area.name if person.area else "",
        _("Nieuws hoort u"): person.get_told_by_display(),
        _("Opgeschreven door"): person.network.name,
        _("Opgeschreven op"): _moment_text(person.created_at),
        _("Verzoek om te wissen"): _moment_text(person.delete_asked_at),
    }


def _question(one: mine.Question) -> Row:
    return {
        _("Vraag"): one.about,
        _("Gesteld aan"): one.network,
        _("Gesteld op"): _moment_text(one.asked_at),
        _("Hoe ver"): f"{one.status.where} {one.status.turn}".strip(),
        _("Uw woorden"): "\n".join(one.told),
        _("Aantekeningen over u"): "\n".join(one.notes),
    }


def _moment(step: Any) -> Row:
    return {_("Wanneer"): _moment_text(step.at), _("Wat"): step.what}


def _between(person: Person) -> list[Row]:
    words = Word.objects.filter(person_id=person.pk)
    return [{_("Wanneer"): _moment_text(one.written_at), _("Wat"): one.text} for one in words]


def _agreed(one: mine.Receiver) -> Row:
    return {
        _("Wie"): one.name,
        _("Wat"): " ".join(one.agreed),
        _("Gegeven op"): _moment_text(one.given_at),
        _("Hoe"): one.how,
        _("Leest sinds"): _moment_text(one.reads_since),
        _("Gestopt op"): _moment_text(one.ended_at),
    }


def _news(person: Person) -> list[Row]:
    told = Telling.objects.filter(person=person).select_related("organisation")
    return [
        {
            _("Wanneer"): _moment_text(one.happened_at),
            _("Wat"): minewords.news(one.news, organisation=one.organisation.name if one.organisation else ""),
            _("Hoe"): one.get_way_display(),
            _("Verteld op"): _moment_text(one.told_at),
        }
        for one in told
    ]


def _look(one: mine.Look) -> Row:
    return {
        _("Dag"): date_format(one.day, "j F Y"),
        _("Wie"): f"{one.who} ({one.role})" if one.role else one.who,
        _("Wat"): one.what,
        _("Hoe vaak"): one.times,
        _("Noodgeval"): _("ja") if one.is_emergency else _("nee"),
    }


def _moment_text(moment: Any) -> str:
    return date_format(moment.astimezone(clock.AMSTERDAM), "j F Y, H:i") if moment else ""
