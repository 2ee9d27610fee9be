"""What is said about one thing of a feed: why it was refused, why it is a draft, what was left out or guessed."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Weight(StrEnum):
    """What a note does: the thing is refused, it comes in as a draft, or it comes in and somebody should know."""

    REFUSES = "refused"
    DRAFT = "draft"
    TELLS = "note"


R, D, T = Weight.REFUSES, Weight.DRAFT, Weight.TELLS
SAYINGS: dict[str, tuple[Weight, Promise]] = {
    "type": (R, _("Hier hoort iets anders te staan, volgens HSDS: %(detail)s.")),
    "id_missing": (R, _("Er is geen id, of het is langer dan 200 tekens.")),
    "id_again": (R, _("Dit id kwam al eerder voor: %(detail)s. Alleen de eerste keer telt.")),
    "name_missing": (R, _("Er is geen naam.")),
    "status_unknown": (R, _("De status ‘%(detail)s’ bestaat niet in HSDS.")),
    "bsn": (R, _("Hier staat een getal dat op een burgerservicenummer (BSN) lijkt. Dat bewaren wij nooit.")),
    "organisation_missing": (R, _("Er staat niet bij welke organisatie het hoort.")),
    "organisation_unknown": (R, _("De organisatie met id %(detail)s staat niet in de bron.")),
    "organisation_refused": (R, _("De organisatie zelf is geweigerd: %(detail)s.")),
    "kept_by_members": (R, _("%(detail)s houdt het eigen aanbod hier zelf bij.")),
    "elsewhere": (R, _("Dit aanbod staat hier al en komt niet uit deze bron. Het wordt hier zelf bijgehouden.")),
    "circle": (R, _("De soorten verwijzen in een kring naar elkaar: %(detail)s.")),
    "database": (R, _("Dit past niet in wat wij kunnen bewaren (%(detail)s).")),
    "description_missing": (D, _("Er is geen beschrijving. Het is een concept geworden.")),
    "no_kind": (D, _("Wij herkennen niet welke soort hulp het is. Het is een concept geworden.")),
    "kind_guessed": (T, _("De soort hulp is geraden uit naam en beschrijving: %(detail)s.")),
    "kinds_left_out": (T, _("Meer dan drie soorten hulp; niet overgenomen: %(detail)s.")),
    "term_unknown": (T, _("De soort met id %(detail)s staat niet in de bron.")),
    "term_refused": (T, _("Deze soort is geweigerd: %(detail)s.")),
    "abroad": (T, _("De plek ligt buiten Nederland. Het aanbod wordt zonder afstand getoond.")),
    "no_point": (T, _("Dit is geen plek op aarde (%(detail)s). De plek is weggelaten.")),
    "places_left_out": (T, _("Er zijn meer plekken. Alleen de eerste is overgenomen.")),
    "area_unknown": (T, _("Het gebied ‘%(detail)s’ kennen wij niet. Het is weggelaten.")),
    "language_unknown": (T, _("De taal ‘%(detail)s’ kennen wij niet. Die is weggelaten.")),
    "times_unread": (T, _("Deze tijden konden wij niet lezen: %(detail)s.")),
    "email_wrong": (T, _("Dit is geen e-mailadres. Het is weggelaten.")),
    "phone_wrong": (T, _("Dit is geen telefoonnummer. Het is weggelaten.")),
    "url_wrong": (T, _("Dit is geen webadres. Het is weggelaten.")),
    "kvk_wrong": (T, _("Dit is geen KvK-nummer. Het is weggelaten.")),
    "capacity_wrong": (T, _("Dit aantal plekken kan niet. Er staat nu dat men naar plek moet vragen.")),
    "cut": (T, _("De tekst is langer dan %(detail)s tekens en is ingekort.")),
    "html": (T, _("De HTML is uit de tekst gehaald.")),
    "signs": (T, _("Onzichtbare tekens zijn uit de tekst gehaald.")),
    "id_ours": (T, _("Dit id was al in gebruik of is geen UUID. Hier kreeg het een eigen id.")),
    "id_shared": (T, _("Deze bron gebruikt één id voor meer dan één dienst. Daarom kreeg elke dienst een eigen id.")),
    "detail_missing": (T, _("De pagina van deze dienst gaf geen bruikbaar antwoord. De lijst is gebruikt.")),
    "edited_here": (T, _("Iemand heeft dit hier aangepast. Wij hebben het niet overschreven.")),
    "alike": (T, _("Deze organisatie lijkt op een die er al is: %(detail)s. Kijk of het dezelfde is.")),
    "left_network": (T, _("Deze organisatie is weggegaan uit dit netwerk. Wij melden haar niet opnieuw aan.")),
}  # fmt: skip


@dataclass(frozen=True)
class Note:
    """One remark about one field: where it stands (a JSON pointer), what it is, and what it is about."""

    at: str
    code: str
    detail: str = ""

    @property
    def weight(self) -> Weight:
        """What it does to the thing."""
        return SAYINGS[self.code][0]

    @property
    def sentence(self) -> str:
        """The remark in the language of the reader."""
        return str(SAYINGS[self.code][1]) % {"detail": self.detail}


class Notes:
    """The notes about one thing, while it is read."""

    def __init__(self) -> None:
        self.all: list[Note] = []

    def add(self, at: str, code: str, detail: object = "") -> None:
        """Say something about a field; the same is said once."""
        note = Note(at, code, str(detail)[:200])
        if note not in self.all:
            self.all.append(note)

    def has(self, weight: Weight) -> bool:
        """Whether one of them weighs this much."""
        return any(note.weight == weight for note in self.all)
