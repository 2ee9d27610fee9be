"""Names and sentences of people who do not exist."""

from random import Random

WOMEN = (
    "Truus", "Annie", "Riet", "Willy", "Greet", "Toos", "Corrie", "Nel", "Fatima", "Aicha", "Gerda", "Ineke", "Marijke",
    "Yvonne", "Sevda", "Linda", "Moniek", "Esra", "Sanne", "Lotte", "Chantal", "Naima", "Olga", "Petra", "Wilma",
    "Hanneke",
)  # fmt: skip
MEN = (
    "Jan", "Piet", "Cor", "Wim", "Henk", "Gerrit", "Arie", "Ahmed", "Mustafa", "Kees", "Rob", "Peter", "Hans", "Bilal",
    "Marco", "Dennis", "Thijs", "Daan", "Yusuf", "Rik", "Sander", "Frits", "Leo", "Theo", "Huub", "Stefan",
)  # fmt: skip
LAST = (
    "van Dalen", "Kramer", "Hoekstra", "Prins", "Yilmaz", "de Boer", "Schouten",
    "van Rijn", "Amrani", "Vermeer", "Blom",
    "Kuipers",
    "van der Wal", "Bakels", "Haddad", "Mulders", "Zijlstra", "Postema", "Oosterhuis", "Dekkers", "Tuinstra",
    "Ozdemir", "van Vliet", "Hartog", "Beukers",
    "Veldkamp", "Nagel", "Roelofs", "Sluiter", "Wouda", "Franken", "Berends",
)  # fmt: skip
STREETS = ("Lindelaan", "Kerkstraat", "Beukenhof", "Molenweg", "Singel", "Parkweg", "Havenstraat", "Merelstraat")

TOLD = {
    "loneliness": (
        "Sinds mijn man er niet meer is, spreek ik soms de hele dag niemand.",
        "Ik kom bijna de deur niet meer uit. Een praatje zou fijn zijn.",
        "De kinderen wonen ver weg en mijn vriendinnen zijn overleden.",
    ),
    "early-dementia": (
        "Hij vergeet steeds meer. Overdag alleen thuis gaat niet goed meer.",
        "Mijn vrouw heeft dementie. Ik wil graag weten wat er in de buurt is.",
    ),
    "youth-mental-health": (
        "Hij zit veel op zijn kamer en gaat niet graag naar school.",
        "Ik slaap slecht en wil met iemand praten die niet van school is.",
    ),
    "parenting": (
        "Met drie kleine kinderen kom ik nergens aan toe. Ik zoek iemand die meedenkt.",
        "Sinds de scheiding is het thuis onrustig.",
    ),
    "informal-carers": (
        "Ik zorg dag en nacht voor mijn moeder en ben zelf moe.",
        "Ik wil een middag in de week iets voor mijzelf doen.",
    ),
    "practical-help": (
        "Ik moet naar het ziekenhuis en kan niet met de bus.",
        "De boodschappen worden mij te zwaar.",
        "Er ligt een stapel post waar ik niet uit kom.",
    ),
    "sport-and-activities": ("Ik wil meer bewegen, maar niet alleen.", "Ik zoek iets creatiefs overdag."),
    "language": ("Ik wil beter Nederlands praten. In de les durf ik weinig te zeggen.",),
    "bereavement-and-palliative": (
        "Mijn broer is overleden en ik weet niet hoe ik verder moet.",
        "Mijn man is ernstig ziek en wil thuis blijven. De nachten zijn zwaar.",
    ),
    "meeting-places": ("Ik zoek een plek waar ik overdag kan binnenlopen.",),
    "mental-vulnerability": ("Ik heb een moeilijke tijd achter de rug en wil weer onder de mensen.",),
    "professional-only": (
        "Thuis lukt het wassen en aankleden niet meer.",
        "Er zijn schulden en ik durf de post niet open.",
    ),
}
ASKED_BACK = (
    "Is er een lift in het gebouw?",
    "Kan het ook op een andere dag?",
    "Spreekt mevrouw of meneer goed Nederlands?",
    "Is er iemand bij de eerste keer?",
)
ANSWERED = ("Ja, dat kan.", "Ik heb het gevraagd: dat is geen probleem.", "Nee, dat is er niet. Kan het zonder?")
SORRY = (
    "Er is nu niemand in de buurt die dit doet. Wij hebben gebeld om dit te vertellen en houden het in de gaten.",
    "Dit kan niemand in het netwerk nu doen. Wij hebben samen gekeken wat er wel kan.",
)
LEFT_OUT_OF_A_NAME = 3
"""One in so many is known by the last name only."""


def name(dice: Random, *, woman: bool, last: str = "") -> str:
    """A first and a last name; a family shares its last name."""
    last = last or dice.choice(LAST)
    if not dice.randrange(LEFT_OUT_OF_A_NAME):
        return f"{'Mevrouw' if woman else 'Meneer'} {last}"
    return f"{dice.choice(WOMEN if woman else MEN)} {last}"


def phone(dice: Random) -> str:
    """A number in an area that does not exist, so that nobody is called."""
    return f"0300 {dice.randint(100, 999)} {dice.randint(100, 999)}"


def email(dice: Random, person: str) -> str:
    """An address at a domain that cannot exist."""
    plain = "".join(sign for sign in person.lower() if sign.isascii() and sign.isalpha())
    return f"{plain}{dice.randrange(100)}@voorbeeld.example"


def told(dice: Random, group: str) -> str:
    """What somebody said at the front door."""
    return dice.choice(TOLD[group])
