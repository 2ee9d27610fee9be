"""The words of the front door: who it is for, what people may wish, and what they agree to."""

from django.utils.translation import gettext_lazy as _

from samenspel.helprequests.rules import Channel, HelperWish
from samenspel.people.rules import ConsentChannel, Giver

STEP_NAMES = [_("Wat is er?"), _("Klopt dit?"), _("Voor wie?"), _("Wat hebt u liever?"), _("Hoe bereiken wij u?")]
FOR_MYSELF, FOR_OTHER = "zelf", "ander"
FOR_WHOM_TEXTS = [(FOR_MYSELF, _("Voor mijzelf")), (FOR_OTHER, _("Voor iemand anders"))]
KNOWS, NOT_YET = "ja", "nee"
KNOWS_TEXTS = [
    (KNOWS, _("Ja, en die vindt het goed dat ik dit vraag")),
    (NOT_YET, _("Nee, nog niet")),
]
KNOWS_TEXTS_COUNTER = [
    (KNOWS, _("Ja, en die vindt het goed")),
    (NOT_YET, _("Nee, nog niet")),
]
CALLER_TEXTS = [(FOR_MYSELF, _("Voor de beller zelf")), (FOR_OTHER, _("Voor iemand anders"))]
CHANNEL_TEXTS = [(Channel.PHONE.value, _("Aan de telefoon")), (Channel.COUNTER.value, _("Aan de balie of thuis"))]
HELPER_TEXTS = [
    (HelperWish.ANY.value, _("Maakt niet uit")),
    (HelperWish.WOMAN.value, _("Liever een vrouw")),
    (HelperWish.MAN.value, _("Liever een man")),
]
AGREE_TEXTS = {
    Giver.SELF: _(
        "Ik vind het goed dat %(network)s mijn vraag en mijn gegevens leest, om hulp te zoeken en mij te bellen of te "
        "mailen."
    ),
    Giver.PARENT: _(
        "Ik ben de ouder of voogd. Ik vind het goed dat %(network)s deze vraag en de gegevens van mijn kind leest, om "
        "hulp te zoeken."
    ),
    Giver.SELF_AND_PARENT: _(
        "Ik én mijn ouder of voogd vinden het goed dat %(network)s mijn vraag en mijn gegevens leest, om hulp te "
        "zoeken."
    ),
    Giver.REPRESENTATIVE: _(
        "Ik ben de wettelijk vertegenwoordiger. Ik vind het goed dat %(network)s deze vraag en de gegevens leest, om "
        "hulp te zoeken."
    ),
}
"""The tick box on the last step, by who has to agree (L9); never ticked beforehand (L5)."""
SPOKEN_TEXTS = [
    (ConsentChannel.ORAL.value, _("In een gesprek")),
    (ConsentChannel.WRITTEN.value, _("Op papier")),
]
SAID_YES_ERRORS = {
    Giver.PARENT: _("Voor een kind jonger dan 12 jaar beslist een ouder of voogd."),
    Giver.SELF_AND_PARENT: _("Van 12 tot en met 15 jaar beslissen het kind en een ouder of voogd samen."),
    Giver.SELF: _("Vanaf 16 jaar beslist iemand zelf, of de wettelijk vertegenwoordiger."),
}
"""What to say when the wrong one agreed (L9), by who has to."""
