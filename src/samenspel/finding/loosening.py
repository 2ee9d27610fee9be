"""When nothing fits: which single limit stands in the way, and what there is without it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.directory.models import FORM_TEXTS, PROVIDER_TEXTS
from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS, kind_labels, listed
from samenspel.finding.answers import Loosened
from samenspel.finding.wanted import Wanted


def without_one(wanted: Wanted) -> Iterator[tuple[str, str, Wanted]]:
    """Every limit that can be let go by itself, the least painful first: its name, in words, and what is left."""
    named = {
        "km": _("binnen %(km)d km") % {"km": wanted.within_km} if wanted.within_km else "",
        "dag": _("alleen op %(days)s") % {"days": listed(wanted.days, DAY_TEXTS)} if wanted.days else "",
        "plaats": _("alleen waar nu plek is") if wanted.with_room else "",
        "door": listed([wanted.provider], PROVIDER_TEXTS),
        "vorm": listed([wanted.form], FORM_TEXTS),
        "taal": listed(wanted.languages, LANGUAGE_TEXTS),
        "soort": ", ".join(kind_labels(wanted.kinds)),
        "buurt": wanted.area.name if wanted.area else "",
    }
    for name, limit in named.items():
        if limit:
            yield name, limit, _without(wanted, name)


def _without(wanted: Wanted, name: str) -> Wanted:
    """The same search without the limit of this name."""
    gone: dict[str, dict[str, Any]] = {
        "km": {"within_km": None},
        "dag": {"days": ()},
        "plaats": {"with_room": False},
        "door": {"provider": ""},
        "vorm": {"form": ""},
        "taal": {"languages": ()},
        "soort": {"kinds": ()},
        "buurt": {"area": None},
    }
    return replace(wanted, page=1, **gone[name])


def without_any(wanted: Wanted) -> Wanted:
    """Only the words, the place to measure from and the network are left."""
    return Wanted(text=wanted.text, point=wanted.point, network=wanted.network)


def loosened(wanted: Wanted, count: Callable[[Wanted], int]) -> list[tuple[Loosened, Wanted]]:
    """The limits without which there is something, with how much, and the search without them."""
    found = []
    for name, limit, left in without_one(wanted):
        if total := count(left):
            found.append((Loosened(name, _sentence(limit, total), total), left))
    return found


def _sentence(limit: str, total: int) -> str:
    return ngettext("Zonder “%(limit)s” is er %(total)d.", "Zonder “%(limit)s” zijn er %(total)d.", total) % {
        "limit": limit,
        "total": total,
    }
