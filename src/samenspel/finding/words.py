"""Why a result stands where it stands, in words: made from the factors of its score, the most telling first."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.directory.models import Offer
from samenspel.directory.rules import Capacity, OfferForm, OfferProvider
from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS, TARGET_TEXTS, kind_labels
from samenspel.engine.ranking import WEIGHTS, Factor
from samenspel.places.words import distance_in_words

MOST_REASONS = 4
WALKING_M = 500
TELLING = 0.3
"""A factor is a reason when it gives at least this part of its weight."""


@dataclass(frozen=True, kw_only=True)
class Fit:
    """How one offer fits: its points per factor, how far it is, and what of the question it meets.

    `kinds`, `targets`, `days` and `languages` are the codes that were asked for (said or guessed) and may be met.
    """

    points: Mapping[Factor, float]
    metres: float | None
    kinds: Collection[str] = ()
    targets: Collection[str] = ()
    days: Collection[str] = ()
    languages: Collection[str] = ()
    words: Collection[str] = ()
    asks_provider: bool = False
    place: str = ""
    """Where the asker is, by name, when that says more than metres: for help that comes to people."""


def reasons(offer: Offer, fit: Fit) -> list[str]:
    """At most four reasons; there is always one, for every offer says how it reaches somebody."""
    told = [
        (_share(fit, Factor.KIND) + 1, _kind(offer, fit)),
        (_share(fit, Factor.DISTANCE) + 0.9, _distance(offer, fit)),
        (0.6, _served(offer, fit)),
        (1.5, _days(offer, fit)),
        (1.6, _languages(offer, fit)),
        (_share(fit, Factor.CAPACITY) + 0.3, _room(offer)),
        (_share(fit, Factor.TEXT) + 0.8, _words(fit)),
        (_share(fit, Factor.TARGET) + 0.2, _targets(offer, fit)),
        (1.4 if fit.asks_provider else 0.1, _provider(offer, fit)),
    ]
    ranked = sorted((one for one in told if one[1]), key=lambda one: -one[0])
    return [text for _weight, text in ranked[:MOST_REASONS]] or [_form(offer)]


def distance(metres: float) -> str:
    """How far, as people say it: 'op loopafstand', '700 m', '2 km'."""
    return _("op loopafstand") if metres < WALKING_M else distance_in_words(metres)


def _share(fit: Fit, factor: Factor) -> float:
    return fit.points.get(factor, 0.0) / WEIGHTS[factor]


def _kind(offer: Offer, fit: Fit) -> str:
    met = [code for code in offer.kinds if code in fit.kinds]
    if not met or _share(fit, Factor.KIND) < TELLING:
        return ""
    return _("helpt met: %(kinds)s") % {"kinds": ", ".join(map(_inside, kind_labels(met[:2])))}


def _inside(label: str) -> str:
    """A label as it stands inside a sentence; 'GGZ' stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _distance(offer: Offer, fit: Fit) -> str:
    if offer.form == OfferForm.REMOTE:
        return _form(offer)
    return "" if fit.metres is None else distance(fit.metres)


def _served(offer: Offer, fit: Fit) -> str:
    """For whom it is by where they live; nothing when metres tell it already."""
    if not fit.place or fit.metres is not None or offer.form == OfferForm.REMOTE or not offer.area_codes:
        return ""
    return _("voor mensen in %(place)s") % {"place": fit.place}


def _form(offer: Offer) -> str:
    match offer.form:
        case OfferForm.REMOTE:
            return _("via de telefoon of online")
        case OfferForm.GROUP:
            return _("in een groep")
        case _one_to_one:
            return _("één op één")


def _days(offer: Offer, fit: Fit) -> str:
    met = [str(text) for code, text in DAY_TEXTS if code in offer.days and code in fit.days]
    return _("op %(days)s") % {"days": _listed(met)} if met else ""


def _languages(offer: Offer, fit: Fit) -> str:
    met = [str(text) for code, text in LANGUAGE_TEXTS if code in offer.languages and code in fit.languages]
    return _("spreekt %(languages)s") % {"languages": _listed(met)} if met else ""


def _room(offer: Offer) -> str:
    match offer.capacity:
        case Capacity.ROOM:
            return _("er is plek")
        case Capacity.WAITING if offer.waiting_weeks:
            weeks = offer.waiting_weeks
            return ngettext("plek over %(weeks)d week", "plek over %(weeks)d weken", weeks) % {"weeks": weeks}
        case _no_room:
            return ""


def _words(fit: Fit) -> str:
    if not fit.words:
        return ""
    return _("gaat over: %(words)s") % {"words": ", ".join(fit.words)}


def _targets(offer: Offer, fit: Fit) -> str:
    met = [str(text) for code, text in TARGET_TEXTS if code in offer.target_groups and code in fit.targets]
    return _("voor %(people)s") % {"people": _listed(met[:2])} if met else ""


def _provider(offer: Offer, fit: Fit) -> str:
    if not fit.asks_provider and _share(fit, Factor.PROVIDER) < 1 - TELLING:
        return ""
    match offer.provider:
        case OfferProvider.VOLUNTEER:
            return _("door vrijwilligers")
        case OfferProvider.PROFESSIONAL:
            return _("door beroepskrachten")
        case _both:
            return _("door vrijwilligers en beroepskrachten")


def _listed(names: list[str]) -> str:
    """'maandag', 'maandag en dinsdag', 'maandag, dinsdag en vrijdag'."""
    if len(names) < 2:  # noqa: PLR2004 -- one needs no 'and'
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
