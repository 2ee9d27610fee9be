"""What the two doors on one page share: what they draw, and what they make of an answer."""

from typing import Any

from samenspel.engine import danger
from samenspel.finding import danger_words
from samenspel.helprequests.forms.onepage import OnePageForm
from samenspel.places.forms import PlaceForm


def context_of(form: OnePageForm, place: PlaceForm | None) -> dict[str, Any]:
    """What the template needs; `asks_again` when all is well but the kinds or the danger were not seen yet."""
    is_fine = form.is_bound and not form.errors and (place is None or not place.errors)
    return {
        "form": form,
        "place": place,
        "calls": danger_words.calls(danger.flags(form.said)),
        "asks_again": is_fine and bool(form.unseen),
    }


def typed_of(form: OnePageForm, place: PlaceForm) -> dict[str, Any]:
    """The answer as plain values, with the code of the neighbourhood."""
    assert place.area  # noqa: S101 -- a valid form has one
    return form.plain() | {"area": place.area.code}
