"""The seven stop questions of the limits of volunteer work in words, and what each answer means (L26, L27)."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.helprequests.rules import Answered, Light, StopQuestion

QUESTION_TEXTS: dict[StopQuestion, Any] = {
    StopQuestion.RESERVED_ACT: _(
        "Gaat het om een medische of risicovolle handeling, zoals een injectie, een katheter, een wond of een sonde?"
    ),
    StopQuestion.MEDICATION: _("Gaat het om medicijnen, en meer dan eraan herinneren?"),
    StopQuestion.LIFTING_WASHING: _("Moet iemand worden opgetild, verplaatst of gewassen?"),
    StopQuestion.MONEY: _("Gaat het om geld, schulden, een bankpas of belasting?"),
    StopQuestion.DANGER: _("Is er nu gevaar, zoals zelfmoord, geweld of ernstige verwardheid?"),
    StopQuestion.LONG_OR_MUCH: _("Gaat het om meer dan 4 uur per week, of langer dan een jaar?"),
    StopQuestion.REFUSES_HELP: _("Weigert iemand hulp van een professional die wel nodig is?"),
}
ANSWER_TEXTS = [
    (Answered.NO.value, _("Nee")),
    (Answered.YES.value, _("Ja")),
    (Answered.UNKNOWN.value, _("Dat weet ik niet")),
]
AGREED_TEXT = (Answered.AGREED.value, _("Ja, de helper is geschoold en het is op papier afgesproken"))
LIGHT_TEXTS: dict[Light, Promise] = {
    Light.GREEN: _("Groen: een vrijwilliger kan dit doen."),
    Light.ORANGE: _("Oranje: een vrijwilliger kan dit doen, als u eerst dit regelt."),
    Light.RED: _("Rood: niet via dit netwerk, tenzij aan deze voorwaarde is voldaan."),
}
REASON_TEXTS: dict[StopQuestion, Promise] = {
    StopQuestion.RESERVED_ACT: _(
        "Medische handeling: niet via dit netwerk, tenzij de wijkverpleging of de huisarts het doet. Een naaste die "
        "het kan, mag het soms zelf doen; een vrijwilliger vragen wij er niet voor."
    ),
    StopQuestion.MEDICATION: _(
        "Medicijnen klaarzetten of geven: niet via dit netwerk, tenzij de wijkverpleging het doet. Herinneren mag."
    ),
    StopQuestion.LIFTING_WASHING: _(
        "Tillen of wassen: niet via dit netwerk, tenzij de helper geschoold is en het op papier is afgesproken."
    ),
    StopQuestion.MONEY: _(
        "Geld of schulden: alleen via een organisatie met een vaste werkwijze daarvoor, en er kijkt altijd een tweede "
        "persoon mee."
    ),
    StopQuestion.DANGER: _(
        "Gevaar: geen vrijwilliger, tenzij het gevaar voorbij is. Bel nu 112, 113, de huisarts of de crisisdienst."
    ),
    StopQuestion.LONG_OR_MUCH: _("Veel of lang: spreek af wanneer u samen kijkt of het nog past."),
    StopQuestion.REFUSES_HELP: _(
        "Nodige hulp wordt geweigerd: overleg eerst met de huisarts. De coördinator blijft erbij."
    ),
}
AGREED_REASON = _("Tillen of wassen: alleen door wie geschoold is, en zoals het op papier staat.")
UNKNOWN_REASON = _("Dit weet u nog niet: %(question)s Zoek het uit voordat u een vrijwilliger vraagt.")
SOURCE = _("Bron: de stopvragen voor vrijwilligerswerk, naar Movisie, Humanitas en de Wet BIG. Regels: %(version)s.")


def reason(question: StopQuestion, answer: Answered) -> str:
    """Why an answer makes a request orange or red, and what would make it possible."""
    if answer is Answered.UNKNOWN:
        return str(UNKNOWN_REASON) % {"question": QUESTION_TEXTS[question]}
    if answer is Answered.AGREED:
        return str(AGREED_REASON)
    return str(REASON_TEXTS[question])


def reasons(kept: dict[str, object]) -> list[str]:
    """The reasons of an outcome as it was kept with the request, the gravest first."""
    answers, because = kept.get("answers"), kept.get("because")
    if not isinstance(answers, dict) or not isinstance(because, list):
        return []
    return [reason(StopQuestion(one), Answered(answers[one])) for one in because if one in answers]
