"""Opening somebody's own page in a test, as they would: the link, a code by mail, the page."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from samenspel.lib.scope import acting_for
from samenspel.people import links
from samenspel.people.actions import ownpage
from samenspel.people.models import OwnPage, Person
from samenspel.people.rules import MAIL_CODE_LASTS
from tests.factories import make_user


@dataclass(frozen=True)
class Own:
    """A page with a browser in which it may be open."""

    client: Client
    token: str

    def address(self, name: str = "mine") -> str:
        """One of the pages behind this link."""
        return reverse(f"referrals:{name}", args=[self.token])

    def page(self, name: str = "mine") -> str:
        """What stands on it."""
        return self.client.get(self.address(name)).content.decode()

    def send(self, name: str = "mine", /, **values: str) -> Any:
        """What a form there answers."""
        return self.client.post(self.address(name), values)


def page_row(person: Person) -> OwnPage:
    """The page of this person as it stands in the database."""
    with acting_for(person.pk):
        return OwnPage.objects.select_related("network").get(pk=ownpage.page_of(person).pk)


def link_of(person: Person) -> str:
    """The token of the link that works now."""
    return links.token_of(page_row(person))


def code_for(person: Person) -> str:
    """A fresh code, as it stands in the mail."""
    return ownpage.code_to_hand_over(page=page_row(person), lasts=MAIL_CODE_LASTS, by=make_user().pk)


def closed_page(person: Person) -> Own:
    """Somebody with the link alone."""
    return Own(Client(), link_of(person))


def open_page(person: Person) -> Own:
    """Somebody who gave link and code."""
    own = closed_page(person)
    answer = own.send(digits=code_for(person))
    assert answer.status_code == 302, answer.content.decode()
    return own
