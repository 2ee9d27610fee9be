"""The files that people take along: an empty sheet with an example and the words that may be used, their own offers."""

from collections.abc import Sequence
from itertools import zip_longest

from samenspel.directory.models import Offer
from samenspel.directory.sheets import choices, state
from samenspel.directory.sheets.columns import COLUMNS, EXAMPLE
from samenspel.directory.sheets.ground import Ground
from samenspel.lib.sheet_writing import Tab

LIST, WORDS = "Aanbod", "Woorden die mogen"
WORD_COLUMNS = (
    ("Soort hulp", "kinds"), ("Hoe", "form"), ("Door wie", "provider"), ("Voor wie", "target_groups"),
    ("Talen", "languages"), ("Plek", "capacity"), ("Open", "open"),
)  # fmt: skip
DAY_WORDS = ("ma", "di", "wo", "do", "vr", "za", "zo", "ma t/m vr", "weekend", "elke dag")
PART_WORDS = ("ochtend", "middag", "avond")


def empty(ground: Ground) -> list[Tab]:
    """The empty sheet: the columns with one row that shows how, and beside it the words that may be used."""
    example = [column.example for column in COLUMNS]
    return [Tab(LIST, [column.name for column in COLUMNS], [example]), _words(ground)]


def filled(offers: Sequence[Offer], ground: Ground) -> list[Tab]:
    """Offers as a list; reading it in again changes nothing."""
    rows = []
    for offer in offers:
        told = state.of(offer, where=ground.places_of.get(str(offer.pk), ""))
        cells = state.cells(told, areas=ground.areas, neighbourhoods=ground.neighbourhoods)
        rows.append([*(cells | {"mark": offer.own_mark or offer.slug}).values()])
    return [Tab(LIST, [column.name for column in COLUMNS], rows), _words(ground)]


def is_example(mark: str) -> bool:
    """Whether this is the row that shows how, left in by mistake."""
    return mark.lower() == EXAMPLE


def _words(ground: Ground) -> Tab:
    several = [list(choices.named(name).names.values()) for _heading, name in WORD_COLUMNS]
    several += [list(ground.areas.names.values()), list(DAY_WORDS), list(PART_WORDS)]
    headings = [*(heading for heading, _name in WORD_COLUMNS), "Gebied", "Dagen", "Deel van de dag"]
    return Tab(WORDS, headings, list(zip_longest(*several, fillvalue="")))
