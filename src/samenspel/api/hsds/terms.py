"""Our own taxonomies in HSDS: what kinds of help, target groups, forms and the like are called and described as.

Names are Dutch, whatever language somebody reads the site in: an id has one name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from django.utils import translation
from django.utils.functional import Promise

from samenspel.api.hsds.naming import shared_id
from samenspel.directory import words
from samenspel.directory.models import FORM_TEXTS, PROVIDER_TEXTS
from samenspel.engine import taxonomy
from samenspel.networks.models.network import KIND_TEXTS

Json = dict[str, Any]
LANGUAGE = "nl"


class Topic(StrEnum):
    """Our taxonomies; the value is part of every id below them."""

    KINDS = "kinds"
    TARGET_GROUPS = "target-groups"
    FORMS = "forms"
    PROVIDERS = "providers"
    DAY_PARTS = "day-parts"
    ROOM = "room"
    ORGANISATION_KINDS = "organisation-kinds"
    PROPERTIES = "properties"


class Property(StrEnum):
    """What HSDS has no place of its own for; the attribute has a `value`."""

    SLUG = "slug"
    WISHES = "wishes"
    WAITING_WEEKS = "waiting-weeks"
    WHAT_WE_OFFER = "what-we-offer"
    WHAT_WE_NEED = "what-we-need"
    AREA = "area"


class RoomTerm(StrEnum):
    """Whether there is room; with a number of places, or at least one."""

    ROOM = "room"
    ROOM_SOME = "room-some"
    WAITING = "waiting"
    FULL = "full"


ABOUT_TOPICS: Mapping[Topic, tuple[str, str]] = {
    Topic.KINDS: ("Soorten hulp", "Welke hulp het is, in groepen."),
    Topic.TARGET_GROUPS: ("Doelgroepen", "Voor wie de hulp is."),
    Topic.FORMS: ("Vormen", "Eén op één, in een groep, of via de telefoon of online."),
    Topic.PROVIDERS: ("Door wie", "Of vrijwilligers of beroepskrachten de hulp geven."),
    Topic.DAY_PARTS: ("Delen van de dag", "Wanneer op de dag het is."),
    Topic.ROOM: ("Plek", "Of er plek is."),
    Topic.ORGANISATION_KINDS: ("Soorten organisatie", "Wat voor organisatie het is."),
    Topic.PROPERTIES: ("Eigenschappen", "Wat in HSDS geen eigen plaats heeft; de waarde staat in value."),
}
ABOUT_PROPERTIES: Mapping[Property, tuple[str, str]] = {
    Property.SLUG: ("Adres", "Het laatste deel van het adres van de pagina."),
    Property.WISHES: ("Wat fijn is", "Wat fijn is, maar niet hoeft. Wat moet staat in eligibility_description."),
    Property.WAITING_WEEKS: ("Wachttijd in weken", "Hoe lang iemand ongeveer wacht, in hele weken."),
    Property.WHAT_WE_OFFER: ("Wat wij kunnen bieden", "Wat de organisatie andere organisaties kan bieden."),
    Property.WHAT_WE_NEED: ("Wat wij nodig hebben", "Wat de organisatie van andere organisaties nodig heeft."),
    Property.AREA: ("Gebied", "De code van het CBS van de gemeente, wijk of buurt."),
}
ABOUT_ROOM: Mapping[RoomTerm, tuple[str, str]] = {
    RoomTerm.ROOM: ("Plek", "Er is plek, en hoeveel is bekend."),
    RoomTerm.ROOM_SOME: ("Ten minste één plek", "Er is plek; hoeveel is niet bekend, dus available is 1."),
    RoomTerm.WAITING: ("Wachtlijst", "Er is een wachtlijst."),
    RoomTerm.FULL: ("Vol", "Er is nu geen plek en geen wachtlijst."),
}


@dataclass(frozen=True)
class Term:
    """One term; `parent` is the code of the group it belongs to, `group` whether it is such a group itself."""

    topic: Topic
    code: str
    name: str
    description: str
    parent: str = ""
    is_group: bool = field(default=False, kw_only=True)

    @property
    def id(self) -> str:
        """The same on every installation."""
        return shared_id("term", self.topic, "group" if self.is_group else "term", self.code)

    @property
    def parent_id(self) -> str:
        """The id of the group it belongs to; empty for a term that stands by itself."""
        return shared_id("term", self.topic, "group", self.parent) if self.parent else ""

    def told(self) -> Json:
        """The term as it stands inside an attribute; everybody gets the same object, so leave it as it is."""
        return _told(self)

    def told_in_full(self) -> Json:
        """The term as it stands by itself, with its taxonomy."""
        return self.told() | {"taxonomy_detail": told_topic(self.topic)}


@cache
def _told(term: Term) -> Json:
    return {
        "id": term.id,
        "code": term.code,
        "name": term.name,
        "description": term.description,
        **({"parent_id": term.parent_id} if term.parent else {}),
        "taxonomy": ABOUT_TOPICS[term.topic][0],
        "language": LANGUAGE,
        "taxonomy_id": topic_id(term.topic),
    }


def topic_id(topic: Topic) -> str:
    """The id of a taxonomy; the same on every installation."""
    return shared_id("taxonomy", topic)


def told_topic(topic: Topic) -> Json:
    """A taxonomy as it stands by itself."""
    name, description = ABOUT_TOPICS[topic]
    return {"id": topic_id(topic), "name": name, "description": description, "version": "1"}


@cache
def topics_by_id() -> Mapping[str, Topic]:
    """Our taxonomies, in the order of their ids."""
    return dict(sorted((topic_id(topic), topic) for topic in Topic))


@cache
def terms_by_id() -> Mapping[str, Term]:
    """All terms, in the order of their ids."""
    with translation.override(LANGUAGE):
        return {term.id: term for term in sorted(_all(), key=lambda term: term.id)}


@cache
def _by_code() -> Mapping[tuple[Topic, str], Term]:
    return {(term.topic, term.code): term for term in terms_by_id().values() if not term.is_group}


def term(topic: Topic, code: str) -> Term | None:
    """The term with a code; nothing when the taxonomy does not know it (any more)."""
    return _by_code().get((topic, code))


@cache
def language_names() -> Mapping[str, str]:
    """The Dutch names of languages by their code."""
    with translation.override(LANGUAGE):
        return {code: str(text) for code, text in words.LANGUAGE_TEXTS}


def _all() -> Iterator[Term]:
    yield from _kinds()
    yield from _of_texts(Topic.TARGET_GROUPS, words.TARGET_TEXTS)
    yield from _of_texts(Topic.FORMS, FORM_TEXTS)
    yield from _of_texts(Topic.PROVIDERS, PROVIDER_TEXTS)
    yield from _of_texts(Topic.DAY_PARTS, words.PART_TEXTS)
    yield from _of_texts(Topic.ORGANISATION_KINDS, KIND_TEXTS)
    yield from (Term(Topic.ROOM, code, *about) for code, about in ABOUT_ROOM.items())
    yield from (Term(Topic.PROPERTIES, code, *about) for code, about in ABOUT_PROPERTIES.items())


def _kinds() -> Iterator[Term]:
    known = taxonomy.standard()
    for code, label in known.groups.items():
        name = str(words.GROUP_TEXTS.get(code, label))
        yield Term(Topic.KINDS, code, name, name, is_group=True)
    for kind in known.kinds:
        group = str(words.GROUP_TEXTS.get(kind.group, known.groups[kind.group]))
        yield Term(Topic.KINDS, kind.code, kind.label_nl, f"{kind.label_nl} ({group})", kind.group)


def _of_texts(topic: Topic, texts: Sequence[tuple[str, str | Promise]]) -> Iterator[Term]:
    yield from (Term(topic, code, str(text), str(text)) for code, text in texts)
