"""What somebody reads on their own page: steps, states and who looked, in plain words and without names of staff."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.design.parts import Moment, Status, Tone
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import RequestState
from samenspel.people.rules import News
from samenspel.referrals.models import Passed, Referral
from samenspel.referrals.rules import Because, Step

STEP_TEXTS = {
    Step.SEND: gettext_lazy("Wij vroegen om hulp bij %(who)s. Zij zien nog geen naam."),
    Step.SEE: gettext_lazy("%(who)s heeft de vraag gelezen, zonder naam."),
    Step.ASK: gettext_lazy("%(who)s heeft eerst nog een vraag aan ons."),
    Step.ANSWER: gettext_lazy("Wij hebben de vraag van %(who)s beantwoord."),
    Step.ACCEPT: gettext_lazy("%(who)s wil helpen. Zij mogen nu uw naam en telefoonnummer zien."),
    Step.DECLINE: gettext_lazy("%(who)s kan nu niet helpen."),
    Step.PASS_ON: gettext_lazy("%(who)s gaf de vraag door aan iemand die beter past."),
    Step.START: gettext_lazy("De hulp van %(who)s is begonnen."),
    Step.END: gettext_lazy("De hulp van %(who)s is gestopt."),
    Step.REPORT: gettext_lazy("%(who)s vertelde ons hoe het ging. Zij lezen niets meer van u."),
    Step.WITHDRAW: gettext_lazy("De vraag aan %(who)s is teruggenomen. Zij lezen niets meer van u."),
    Step.EXPIRE: gettext_lazy("%(who)s gaf te lang geen antwoord. Wij zoeken verder."),
}
BECAUSE_TEXTS = {
    Because.NO_ROOM: gettext_lazy("Er is nu geen plek."),
    Because.NOT_OUR_AREA: gettext_lazy("Zij werken niet in uw buurt."),
    Because.NOT_OUR_KIND: gettext_lazy("Zij geven deze hulp niet."),
    Because.BEYOND_LIMITS: gettext_lazy("Dit kan een vrijwilliger niet doen."),
    Because.NO_VOLUNTEER: gettext_lazy("Zij vonden geen vrijwilliger die past."),
}
"""Reasons that say something to the person; the others are about them, and a colleague tells those."""
STATUS_TEXTS: dict[RequestState, tuple[str | Promise, str | Promise, Tone]] = {
    RequestState.NEW: (
        gettext_lazy("Uw vraag is binnen."), gettext_lazy("Een medewerker gaat hem lezen."), "info",
    ),
    RequestState.TAKEN: (
        gettext_lazy("Een medewerker werkt aan uw vraag."), gettext_lazy("Wij zoeken hulp die past."), "info",
    ),
    RequestState.PARKED: (
        gettext_lazy("Uw vraag ligt even stil."), gettext_lazy("Wij pakken hem vanzelf weer op."), "wait",
    ),
    RequestState.REFERRED: (
        gettext_lazy("Wij vroegen om hulp."), gettext_lazy("De organisatie is nu aan de beurt."), "wait",
    ),
    RequestState.HELPED: (gettext_lazy("Er is hulp."), "", "good"),
    RequestState.CLOSED: (gettext_lazy("Uw vraag is afgesloten."), "", "good"),
}  # fmt: skip
NEWS_TEXTS = {
    News.RECEIVED: gettext_lazy("Uw vraag is goed bij ons aangekomen. Een medewerker gaat hem lezen."),
    News.SENT: gettext_lazy("Wij vroegen om hulp bij %(who)s. Wij wachten op antwoord."),
    News.ACCEPTED: gettext_lazy("Goed nieuws: %(who)s wil helpen, en neemt contact op."),
    News.NOBODY_YET: gettext_lazy("Wij vonden nog niemand. Wij zoeken verder."),
    News.STARTED: gettext_lazy("De hulp van %(who)s is begonnen."),
    News.ENDED: gettext_lazy("De hulp van %(who)s is gestopt."),
    News.CLOSED: gettext_lazy("Uw vraag is afgesloten."),
}
ABOUT_ME_TEXTS = {
    "people.person.added": gettext_lazy("schreef uw gegevens op"),
    "people.person.corrected": gettext_lazy("verbeterde uw gegevens"),
    "people.person.seen": gettext_lazy("bekeek uw gegevens"),
    "people.person.delete_asked": gettext_lazy("vroeg om uw gegevens te wissen"),
    "people.person.merged": gettext_lazy("voegde uw gegevens samen: u stond er twee keer in"),
    "people.person.parted": gettext_lazy("haalde samengevoegde gegevens weer uit elkaar"),
    "people.bond.tied": gettext_lazy("schreef op wie voor wie zorgt"),
    "people.consent.given": gettext_lazy("schreef op dat u toestemming gaf"),
    "people.consent.withdrawn": gettext_lazy("trok uw toestemming in"),
    "people.reading.began": gettext_lazy("mag uw gegevens lezen vanaf nu"),
    "people.reading.ended": gettext_lazy("mag uw gegevens niet meer lezen"),
    "people.page.mailed": gettext_lazy("vroeg een code voor deze pagina"),
    "people.page.handed_over": gettext_lazy("gaf u een code voor deze pagina"),
    "people.page.opened": gettext_lazy("opende deze pagina met een code"),
    "people.page.refused": gettext_lazy("vulde een verkeerde code in"),
    "people.page.closed": gettext_lazy("sloot deze pagina"),
    "people.page.link_renewed": gettext_lazy("maakte oude links naar deze pagina ongeldig"),
    "people.page.seen": gettext_lazy("bekeek deze pagina"),
    "people.page.downloaded": gettext_lazy("haalde uw gegevens op"),
    "people.news.told": gettext_lazy("vertelde u hoe het gaat"),
    "people.news.seen": gettext_lazy("keek wat u nog moest horen"),
    "people.letter.made": gettext_lazy("maakte een brief voor u"),
    "helprequests.request.asked": gettext_lazy("stelde de vraag"),
    "helprequests.request.seen": gettext_lazy("bekeek uw vraag"),
    "helprequests.request.taken": gettext_lazy("pakte uw vraag op"),
    "helprequests.request.noted": gettext_lazy("maakte een aantekening"),
    "helprequests.request.closed": gettext_lazy("sloot uw vraag af"),
}
"""The log in the words of who it is about; what is not here shows with the words of the log itself."""


def status(request: HelpRequest) -> Status:
    """Where a question is now and whose turn it is."""
    where, turn, tone = STATUS_TEXTS[RequestState(request.state)]
    if request.state == RequestState.CLOSED.value:
        turn = str(request.get_outcome_display()) + "."
    return Status(where=str(where), turn=str(turn), since=request.state_since, tone=tone)


def moment(passed: Passed, referral: Referral) -> Moment:
    """One step of a referral, as the person reads it."""
    said = str(STEP_TEXTS[Step(passed.step)]) % {"who": referral.receiver.name}
    if passed.step == Step.DECLINE.value and referral.because in BECAUSE_TEXTS:
        said = f"{said} {BECAUSE_TEXTS[Because(referral.because)]}"
    return Moment(at=passed.at, what=said)


def news(code: str, *, organisation: str) -> str:
    """A piece of news as somebody says or writes it to the person."""
    return str(NEWS_TEXTS[News(code)]) % {"who": organisation or _("een organisatie")}
