"""Mail to who keeps the offers of an organisation: one for all of a night, nobody's name, a link per offer."""

from collections.abc import Sequence

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.directory import links, queries
from samenspel.directory.models import Offer
from samenspel.directory.rules import CLOSED_AFTER
from samenspel.lib.mail import send_later
from samenspel.networks.models import Organisation


def ask(organisation: Organisation, offers: Sequence[Offer]) -> None:
    """Ask after these offers: does this still hold? Each has a link of its own."""
    lines = [(offer.name, links.address(offer)) for offer in offers]
    for address, language in _readers(organisation):
        with translation.override(language):
            subject = ngettext("Klopt uw aanbod nog?", "Kloppen deze %(count)d nog?", len(offers))
            values = {"organisation": organisation, "lines": lines, "days": CLOSED_AFTER.days}
            text = render_to_string("directory/mail/ask.txt", values)
            send_later(to=address, subject=subject % {"count": len(offers)}, text=text)


def tell_closed(organisation: Organisation, offers: Sequence[Offer]) -> None:
    """Tell that these offers closed because nobody answered, and how to open them again."""
    link = settings.SITE_ADDRESS.rstrip("/") + reverse("directory:offers", args=[organisation.slug])
    for address, language in _readers(organisation):
        with translation.override(language):
            values = {"organisation": organisation, "names": [offer.name for offer in offers], "link": link}
            text = render_to_string("directory/mail/closed.txt", values)
            send_later(to=address, subject=_("Uw aanbod is gesloten"), text=text)


def _readers(organisation: Organisation) -> list[tuple[str, str]]:
    """Address and language of who keeps the offers; without anybody the address of the organisation itself."""
    keepers = [(user.email, user.language) for user in queries.keepers_of(organisation)]
    own = [(organisation.contact_email, settings.LANGUAGE_CODE)] if organisation.contact_email else []
    return keepers or own
