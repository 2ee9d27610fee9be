"""Mails to a person about their own page: never what they asked, who helps, or who they are."""

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from samenspel.lib.mail import send_later
from samenspel.people import links
from samenspel.people.models import OwnPage, Person


def code(person: Person, *, digits: str) -> None:
    """The code that opens the page, on a line of its own."""
    _send(person, "code", {"digits": digits})


def news(person: Person, *, page: OwnPage, is_receipt: bool = False) -> None:
    """That there is news, with the link; what it is stands behind the code. The receipt says what happens next."""
    kind = "receipt" if is_receipt else "news"
    _send(person, kind, {"address": links.address_of(page)})


def short_news(person: Person, *, page: OwnPage) -> str:
    """The same in one line, for a text message."""
    with translation.override("en" if person.language == "en" else "nl"):
        said = _("Er is nieuws voor u bij %(network)s: %(address)s")
        return said % {"network": person.network.name, "address": links.address_of(page)}


def _send(person: Person, kind: str, values: dict[str, str]) -> None:
    with translation.override("en" if person.language == "en" else "nl"):
        subjects = {
            "code": _("Uw code"),
            "news": _("Er is nieuws over uw vraag"),
            "receipt": _("Wij hebben uw vraag ontvangen"),
        }
        text = render_to_string(f"people/mail/{kind}.txt", {"network": person.network, **values})
        send_later(to=person.email, subject=subjects[kind], text=text)
