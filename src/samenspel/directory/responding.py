"""How an organisation answers referrals, in plain values and in words.

`Response` holds the last twelve months: the median of days until yes, no or passed on, the share that was accepted, and
of how many. An organisation with fewer than five has too few for a figure, and a figure would say something about
single people.
"""

from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LEAST = 5
"""From so many referrals on there is a figure."""


@dataclass(frozen=True, slots=True)
class Response:
    """How many referrals, days until an answer in the middle (None when none was answered), share accepted (0 to 1)."""

    number: int
    median_days: float | None
    accepted_share: float

    @property
    def is_enough(self) -> bool:
        """Whether there is a figure."""
        return self.number >= LEAST


def in_words(response: Response | None) -> str:
    """'Antwoordt meestal binnen 3 dagen, neemt 8 van de 10 aan (van 24 verwijzingen)'."""
    if response is None or not response.is_enough:
        return _("Nog te weinig verwijzingen om te zeggen hoe snel hier antwoord komt.")
    if response.median_days is None:
        return _("Antwoordde nog niet op verwijzingen (van %(number)d verwijzingen).") % {"number": response.number}
    days = max(1, ceil(response.median_days))
    within = ngettext("Antwoordt meestal binnen %(days)d dag", "Antwoordt meestal binnen %(days)d dagen", days)
    return _("%(within)s, neemt %(accepted)d van de 10 aan (van %(number)d verwijzingen).") % {
        "within": within % {"days": days},
        "accepted": round(10 * response.accepted_share),
        "number": response.number,
    }
