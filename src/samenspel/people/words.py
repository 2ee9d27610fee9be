"""The words of consent, per purpose and version: what somebody agreed to can always be read back (L5).

A text that changed gets a new version beside the old one; nothing here is ever edited away.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.people.rules import Purpose

VERSION = "2026-1"
TEXTS: dict[tuple[Purpose, str], Promise] = {
    (Purpose.HANDLE, "2026-1"): _(
        "%(receiver)s mag mijn vraag en mijn gegevens lezen om hulp voor mij te zoeken en mij te bellen of mailen."
    ),
    (Purpose.SHARE, "2026-1"): _(
        "%(receiver)s mag mijn naam, mijn telefoonnummer en mijn vraag krijgen, als zij mij kunnen helpen."
    ),
    (Purpose.REPORT_BACK, "2026-1"): _("%(receiver)s mag horen of er hulp is gekomen en hoe het is afgelopen."),
}


def consent_text(purpose: Purpose, *, receiver: str, version: str = VERSION) -> str:
    """What is agreed to, with the name of the receiver in it.

    Raises:
        KeyError: there is no such version.
    """
    return str(TEXTS[purpose, version]) % {"receiver": receiver}
