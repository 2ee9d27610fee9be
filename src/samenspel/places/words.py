"""How places, distances and figures are said to people, in the language of the reader."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samenspel.places import rules


def distance_in_words(metres: float) -> str:
    """A distance as the crow flies: `350 m`, `1,5 km`, `12 km`."""
    value, unit = rules.rounded_distance(metres)
    return f"{written(value)} {unit}"


def written(value: float) -> str:
    """A number in the notation of the reader: `1.825` and `1,7` in Dutch, `1,825` and `1.7` in English."""
    whole = value == int(value)
    return number_format(int(value) if whole else round(value, 2), use_l10n=True, force_grouping=True)


def postcode_problem(typed: str, problem: rules.PostcodeProblem) -> str:
    """The sentence for somebody who typed something that is no postcode."""
    match problem:
        case rules.PostcodeProblem.LETTER_O:
            return _("In een postcode staan eerst vier cijfers. Bedoelt u %(meant)s, met een nul?") % {
                "meant": rules.repaired_postcode(typed)
            }
        case rules.PostcodeProblem.NEVER_ISSUED:
            return _("Deze postcode bestaat niet. Controleer de cijfers en letters.")
        case _:
            return _(
                "Dit is geen Nederlandse postcode. Een postcode heeft vier cijfers en twee letters, zoals 3743 AB."
            )


def share_of_postcode(share: float) -> str:
    """How much of a postcode lies in a neighbourhood; `share` is between 0 and 1."""
    percentage = round(100 * share)
    if percentage < 1:
        return _("minder dan 1 % van deze postcode")
    return _("%(share)s %% van deze postcode") % {"share": percentage}
