"""The columns of a sheet with offers. Their names are Dutch in every language: they stand in people's own files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenspel.lib.sheets import Row
from samenspel.places.rules import name_key

LOOKED_AT = 6
"""So many rows from the top may hold a title before the headings come."""
FEWEST = 2
EXAMPLE = "voorbeeld"
"""The mark of the row that shows how; who leaves it in the file does not publish it."""
LONGEST_HEADING = 40


@dataclass(frozen=True)
class Column:
    """A column: our code for it, its name, other names people give it, and what could stand in it."""

    code: str
    name: str
    others: tuple[str, ...]
    example: str


COLUMNS = (
    Column("mark", "Kenmerk", ("id", "code", "nummer", "nr", "referentie", "eigen kenmerk"), EXAMPLE),
    Column("name", "Naam", ("titel", "aanbod", "naam aanbod", "naam van het aanbod", "activiteit"), "Bezoek aan huis"),
    Column(
        "description",
        "Omschrijving",
        ("beschrijving", "toelichting", "wat is het", "inhoud", "tekst"),
        "Een vaste vrijwilliger komt elke week een uur langs.",
    ),
    Column(
        "kinds",
        "Soort hulp",
        ("soort", "soorten", "soorten hulp", "categorie", "categorieen", "type", "onderwerp"),
        "Huisbezoek; Samen eten",
    ),
    Column("form", "Hoe", ("vorm", "hoe helpt u", "werkvorm", "individueel of groep"), "Eén op één"),
    Column("provider", "Door wie", ("wie helpen er", "wie helpt", "uitvoering", "uitvoerder"), "Vrijwilligers"),
    Column("target_groups", "Voor wie", ("doelgroep", "doelgroepen", "voor wie is het"), "ouderen; mantelzorgers"),
    Column("conditions", "Wat moet", ("voorwaarden", "voorwaarde", "eisen", "eis"), "U woont in deze gemeente."),
    Column("wishes", "Wat fijn is", ("wensen", "wens"), "U houdt van verhalen."),
    Column("languages", "Talen", ("taal",), "Nederlands; Turks"),
    Column("area_codes", "Gebied", ("gebieden", "werkgebied", "wijken", "wijk", "gemeente"), ""),
    Column("where", "Buurt", ("postcode", "postcode of buurt", "in welke buurt", "buurt of postcode"), ""),
    Column("address", "Adres", ("locatie", "plaats", "waar", "straat"), ""),
    Column("days", "Dagen", ("dag", "wanneer", "weekdagen", "dagen en tijden", "op welke dagen"), "di en do"),
    Column("day_parts", "Deel van de dag", ("dagdeel", "dagdelen"), "ochtend"),
    Column("times", "Tijden", ("tijd", "tijdstip", "hoe laat", "uren"), "9.00 - 12 uur"),
    Column("cost", "Kosten", ("prijs", "wat kost het", "eigen bijdrage"), "gratis"),
    Column("how_to_apply", "Aanmelden", ("aanmelding", "hoe aanmelden", "hoe u zich aanmeldt"), "Bel of mail ons."),
    Column("contact_name", "Contactpersoon", ("contact", "vraag naar", "contactpersoon naam"), "Ineke Bos"),
    Column(
        "contact_phone", "Telefoon", ("telefoonnummer", "tel", "telnr", "mobiel", "telefoon contact"), "0300 123 456"
    ),
    Column("contact_email", "E-mail", ("emailadres", "mail", "mailadres"), "info@voorbeeld.nl"),
    Column("capacity", "Plek", ("is er plek", "beschikbaar", "beschikbaarheid", "capaciteit", "ruimte"), "ja"),
    Column(
        "free_places",
        "Vrije plekken",
        ("aantal plekken", "plekken", "plekken vrij", "vrije plaatsen", "plaatsen vrij", "aantal plaatsen"),
        "3",
    ),
    Column("waiting_weeks", "Weken wachten", ("wachttijd", "wachtweken", "wachtlijst weken", "aantal weken"), ""),
    Column("open", "Open", ("actief", "zichtbaar", "geopend", "gepubliceerd"), "ja"),
)
NAMES: Mapping[str, str] = {column.code: column.name for column in COLUMNS}


class NoHeadings(Exception):
    """No row at the top names the columns."""


@dataclass(frozen=True)
class Headings:
    """Which column stands where, in which row they are named, and the headings that we do not know."""

    row: int
    places: Mapping[int, str]
    ignored: tuple[str, ...]


def key(text: str) -> str:
    """The form in which words are compared: no capitals, accents, signs or spaces."""
    return name_key(text).replace(" ", "")


CODES = {key(name): column.code for column in COLUMNS for name in (column.name, *column.others)}


def headings(rows: Sequence[Row]) -> Headings:
    """The headings: the first of the top rows that names most columns, the name among them.

    Raises:
        NoHeadings: no row does.
    """
    found = [_headings_in(row) for row in rows[:LOOKED_AT]]
    best = max(found, key=lambda one: len(one.places), default=None)
    if best is None or len(best.places) < FEWEST or "name" not in best.places.values():
        raise NoHeadings
    return best


def _headings_in(row: Row) -> Headings:
    places: dict[int, str] = {}
    ignored = []
    for place, text in enumerate(row.cells):
        code = CODES.get(key(text), "")
        if code and code not in places.values():
            places[place] = code
        elif text:
            ignored.append(text[:LONGEST_HEADING])
    return Headings(row.number, places, tuple(ignored))
