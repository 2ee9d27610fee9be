"""What people read about an offer: room, when it was confirmed, and the names behind its codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from samenspel.design.parts import Tone
from samenspel.directory import responding
from samenspel.directory.models import Offer
from samenspel.directory.rules import Capacity, Day, DayPart, Freshness
from samenspel.engine import taxonomy
from samenspel.lib import clock

DAY_TEXTS = [
    (Day.MONDAY.value, gettext_lazy("maandag")),
    (Day.TUESDAY.value, gettext_lazy("dinsdag")),
    (Day.WEDNESDAY.value, gettext_lazy("woensdag")),
    (Day.THURSDAY.value, gettext_lazy("donderdag")),
    (Day.FRIDAY.value, gettext_lazy("vrijdag")),
    (Day.SATURDAY.value, gettext_lazy("zaterdag")),
    (Day.SUNDAY.value, gettext_lazy("zondag")),
]
PART_TEXTS = [
    (DayPart.MORNING.value, gettext_lazy("ochtend")),
    (DayPart.AFTERNOON.value, gettext_lazy("middag")),
    (DayPart.EVENING.value, gettext_lazy("avond")),
]
TARGET_TEXTS = [
    ("everyone", gettext_lazy("iedereen")),
    ("older", gettext_lazy("ouderen")),
    ("adults", gettext_lazy("volwassenen")),
    ("youth", gettext_lazy("jongeren")),
    ("children", gettext_lazy("kinderen")),
    ("parents", gettext_lazy("ouders")),
    ("carers", gettext_lazy("mantelzorgers")),
    ("young-carers", gettext_lazy("jonge mantelzorgers")),
    ("dementia", gettext_lazy("mensen met geheugenproblemen of dementie")),
    ("mental", gettext_lazy("mensen met psychische kwetsbaarheid")),
    ("disability", gettext_lazy("mensen met een beperking")),
    ("newcomers", gettext_lazy("nieuwkomers")),
    ("low-income", gettext_lazy("mensen met een laag inkomen")),
    ("chronic", gettext_lazy("langdurig zieken")),
    ("bereaved", gettext_lazy("nabestaanden")),
    ("terminal", gettext_lazy("mensen in de laatste levensfase")),
    ("men", gettext_lazy("mannen")),
    ("women", gettext_lazy("vrouwen")),
    ("lgbti", gettext_lazy("lhbti")),
]
LANGUAGE_TEXTS = [
    ("nl", gettext_lazy("Nederlands")),
    ("en", gettext_lazy("Engels")),
    ("ar", gettext_lazy("Arabisch")),
    ("tr", gettext_lazy("Turks")),
    ("pl", gettext_lazy("Pools")),
    ("uk", gettext_lazy("Oekraïens")),
    ("ti", gettext_lazy("Tigrinya")),
    ("fa", gettext_lazy("Farsi")),
    ("ber", gettext_lazy("Berbers")),
    ("pap", gettext_lazy("Papiaments")),
    ("fr", gettext_lazy("Frans")),
    ("de", gettext_lazy("Duits")),
    ("es", gettext_lazy("Spaans")),
    ("so", gettext_lazy("Somalisch")),
    ("bg", gettext_lazy("Bulgaars")),
    ("ro", gettext_lazy("Roemeens")),
]
GROUP_TEXTS: dict[str, Promise] = {
    "loneliness": gettext_lazy("Eenzaamheid en contact"),
    "early-dementia": gettext_lazy("Beginnende dementie"),
    "youth-mental-health": gettext_lazy("Jongeren en mentale gezondheid"),
    "parenting": gettext_lazy("Opvoeden en gezin"),
    "informal-carers": gettext_lazy("Mantelzorg en respijt"),
    "practical-help": gettext_lazy("Praktische hulp"),
    "sport-and-activities": gettext_lazy("Bewegen, sport en activiteiten"),
    "language": gettext_lazy("Taal en nieuw in Nederland"),
    "bereavement-and-palliative": gettext_lazy("Verlies, rouw en laatste levensfase"),
    "meeting-places": gettext_lazy("Ontmoeten en meedoen"),
    "mental-vulnerability": gettext_lazy("Psychische kwetsbaarheid"),
    "professional-only": gettext_lazy("Alleen door beroepskrachten"),
}
TONES: dict[str, Tone] = {Capacity.ROOM: "good", Capacity.WAITING: "wait", Capacity.FULL: "act"}


@dataclass(frozen=True)
class Card:
    """An offer in a list: whether there is room and when it was confirmed stand wherever it appears."""

    offer: Offer
    kinds: str
    room: str
    tone: Tone
    confirmed: str
    is_old: bool
    asks_to_confirm: bool
    answers: str = ""


def card(offer: Offer, *, today: date) -> Card:
    """The offer as a list shows it on this day."""
    fresh = offer.freshness(today=today)
    return Card(
        offer=offer,
        kinds=", ".join(kind_labels(offer.kinds)),
        room=room(offer),
        tone=TONES.get(offer.capacity, "info"),
        confirmed=confirmed(offer),
        is_old=fresh in {Freshness.OLD, Freshness.OVERDUE},
        asks_to_confirm=fresh != Freshness.FRESH,
        answers=responding.in_words(offer.response) if offer.response and offer.response.is_enough else "",
    )


def room(offer: Offer) -> str:
    """Whether there is room, in one short sentence."""
    match offer.capacity:
        case Capacity.ROOM.value if offer.free_places:
            places = offer.free_places
            return ngettext("Er is %(places)d plek vrij", "Er zijn %(places)d plekken vrij", places) % {
                "places": places
            }
        case Capacity.ROOM.value:
            return _("Er is plek")
        case Capacity.WAITING.value if offer.waiting_weeks:
            weeks = offer.waiting_weeks
            text = ngettext("Wachtlijst, ongeveer %(weeks)d week", "Wachtlijst, ongeveer %(weeks)d weken", weeks)
            return text % {"weeks": weeks}
        case Capacity.WAITING.value:
            return _("Er is een wachtlijst")
        case Capacity.FULL.value:
            return _("Nu vol")
        case _unknown:
            return _("Vraag of er plek is")


def confirmed(offer: Offer) -> str:
    """When the organisation last said that it is true; empty for a draft."""
    if offer.confirmed_at is None:
        return ""
    return _confirmed_on(clock.day_of(offer.confirmed_at), get_language())


@lru_cache(maxsize=2_000)
def _confirmed_on(day: date, language: str | None) -> str:  # noqa: ARG001 -- the text differs by language
    """Looked up once for a day: it stands on every card."""
    return _("Bevestigd op %(day)s") % {"day": date_format(day, "j F Y")}


def kind_labels(codes: Iterable[str]) -> list[str]:
    """The names of kinds in the language of the reader; a code that the taxonomy no longer knows is left out."""
    known = taxonomy.standard()
    english = (get_language() or "").startswith("en")
    kinds = [known.kinds[known.place(code)] for code in codes if known.knows(code)]
    return [kind.label_en if english else kind.label_nl for kind in kinds]


def kind_choices() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """All kinds to choose from, under the names of their groups."""
    known = taxonomy.standard()
    groups: dict[str, list[tuple[str, str]]] = {}
    for kind, label in zip(known.kinds, kind_labels(known.codes), strict=True):
        groups.setdefault(kind.group, []).append((kind.code, label))
    named = [(str(GROUP_TEXTS.get(code, known.groups[code])), kinds) for code, kinds in groups.items()]
    return [("", _("Kies een soort hulp")), *named]


def listed(codes: Sequence[str], texts: Sequence[tuple[str, str | Promise]]) -> str:
    """The names of codes with commas between them, in the order of the texts."""
    return ", ".join(str(text) for code, text in texts if code in codes)


def facts(offer: Offer, *, areas: Sequence[str], place: object = None) -> list[tuple[str, str]]:
    """What the page of an offer tells, name by name; what nobody filled in is left out.

    `place` is the neighbourhood where it happens, told when there is no address.
    """
    told = [
        (_("Soort hulp"), ", ".join(kind_labels(offer.kinds))),
        (_("Voor wie"), listed(offer.target_groups, TARGET_TEXTS)),
        (_("Hoe"), offer.get_form_display()),
        (_("Door wie"), offer.get_provider_display()),
        (_("In welk gebied"), ", ".join(areas)),
        (_("Waar"), offer.address or str(place or "")),
        (_("Dagen"), listed(offer.days, DAY_TEXTS)),
        (_("Deel van de dag"), listed(offer.day_parts, PART_TEXTS)),
        (_("Hoe laat"), offer.times),
        (_("Kosten"), offer.cost),
        (_("Talen"), listed(offer.languages, LANGUAGE_TEXTS)),
        (_("Wat moet"), offer.conditions),
        (_("Wat fijn is"), offer.wishes),
        (_("Hoe u zich aanmeldt"), offer.how_to_apply),
    ]
    return [(name, value) for name, value in told if value]
