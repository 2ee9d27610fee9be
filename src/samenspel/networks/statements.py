"""The words of the self-scan (P1.2): statements of our own, what a band means, and a first step per theme."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.networks.scanning import Band, ScanTheme

THEMES: dict[ScanTheme, Promise] = {
    ScanTheme.KNOWING: _("Elkaar kennen"),
    ScanTheme.AGREEMENTS: _("Afspraken"),
    ScanTheme.REFERRING: _("Doorverwijzen"),
    ScanTheme.RESIDENTS: _("Bewoners doen mee"),
    ScanTheme.MONEY: _("Geld en bewijs"),
}
STATEMENTS: dict[str, Promise] = {
    "knowing_1": _("Ik weet wat de andere organisaties in het netwerk doen en kunnen."),
    "knowing_2": _("Bij elke organisatie ken ik iemand die ik gewoon kan bellen."),
    "agreements_1": _("Wij hebben opgeschreven wat wij van elkaar mogen verwachten."),
    "agreements_2": _("Als iets anders loopt dan afgesproken, praten wij daar samen over."),
    "referring_1": _("Ik weet waar ik met een hulpvraag terechtkan die niet bij ons past."),
    "referring_2": _("Wie een vraag doorgeeft, hoort daarna hoe het is afgelopen."),
    "residents_1": _("Bewoners en mantelzorgers denken mee over wat het netwerk doet."),
    "residents_2": _("Een bewonersinitiatief kan bij ons makkelijk aansluiten."),
    "money_1": _("Wij weten waar het geld voor dit netwerk over twee jaar vandaan komt."),
    "money_2": _("Wij kunnen met cijfers en verhalen laten zien wat het netwerk oplevert."),
}
BANDS: dict[Band, Promise] = {
    Band.BEGINNING: _("Hier begint u net. Dat is een goed moment om klein te beginnen."),
    Band.ON_THE_WAY: _("Hier bent u onderweg. Er is een basis om op verder te bouwen."),
    Band.FIRM: _("Dit staat stevig. Houd het zo en vertel anderen hoe u het doet."),
    Band.UNKNOWN: _("Hier weet u het nog niet. Vraag het aan twee partners."),
}
BAND_NAMES: dict[Band, Promise] = {
    Band.BEGINNING: _("Begin"),
    Band.ON_THE_WAY: _("Onderweg"),
    Band.FIRM: _("Stevig"),
    Band.UNKNOWN: _("Onbekend"),
}
FIRST_STEPS: dict[ScanTheme, dict[Band, Promise]] = {
    ScanTheme.KNOWING: {
        Band.BEGINNING: _("Ga deze maand bij één partner op bezoek en laat u een gewone dag zien."),
        Band.ON_THE_WAY: _("Vraag elke partner om het profiel in te vullen: wat wij doen, bieden en nodig hebben."),
        Band.FIRM: _("Koppel elke nieuwe partner aan iemand die er al langer bij is."),
        Band.UNKNOWN: _("Bel twee partners en vraag wat zij van uw organisatie weten."),
    },
    ScanTheme.AGREEMENTS: {
        Band.BEGINNING: _("Kies één afspraak die meteen helpt, zoals: wij antwoorden binnen drie werkdagen."),
        Band.ON_THE_WAY: _("Leg de afspraken van nu naast elkaar en kijk welke partner nog ontbreekt."),
        Band.FIRM: _("Prik een dag waarop u samen kijkt of de afspraken nog kloppen."),
        Band.UNKNOWN: _("Vraag bij de penvoerder na welke afspraken er al zijn."),
    },
    ScanTheme.REFERRING: {
        Band.BEGINNING: _("Neem drie vragen van vorige maand en bespreek samen waar die hadden gepast."),
        Band.ON_THE_WAY: _("Spreek af dat wie een vraag aanneemt, binnen een week laat weten hoe het gaat."),
        Band.FIRM: _("Kijk samen naar de vragen die te lang bleven liggen. Waar zat het in?"),
        Band.UNKNOWN: _("Vraag een wijkverpleegkundige of huisarts hoe het doorgeven van een vraag nu gaat."),
    },
    ScanTheme.RESIDENTS: {
        Band.BEGINNING: _("Nodig twee bewoners uit voor de volgende bijeenkomst, en vraag eerst wat zij nodig hebben."),
        Band.ON_THE_WAY: _("Geef bewoners een vast punt op de agenda, en vertel wat u met hun ideeën deed."),
        Band.FIRM: _("Vraag een bewonersinitiatief om een bijeenkomst te leiden."),
        Band.UNKNOWN: _("Loop een ochtend mee in het buurthuis en vraag wat mensen van het netwerk merken."),
    },
    ScanTheme.MONEY: {
        Band.BEGINNING: _("Zet op één blad wie nu wat betaalt en tot wanneer."),
        Band.ON_THE_WAY: _("Kies drie cijfers en één verhaal die u elk halfjaar aan de gemeente laat zien."),
        Band.FIRM: _("Bespreek met de gemeente welk deel van het geld vast kan worden."),
        Band.UNKNOWN: _("Vraag de penvoerder om de begroting van dit jaar te laten zien."),
    },
}
ANSWERS: list[tuple[str, Promise]] = [
    ("1", _("Helemaal niet")),
    ("2", _("Een beetje")),
    ("3", _("Half")),
    ("4", _("Grotendeels")),
    ("5", _("Helemaal")),
    ("", _("Weet ik niet")),
]
