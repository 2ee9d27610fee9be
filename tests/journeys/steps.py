"""What a person does in a browser, in the words in which one would tell it; nothing here knows an address of a form.

A person clicks links by their text and fills in forms by their labels, so a page that gives no way on, or a label that
says something else, breaks the journey as it would break off for the person.
"""

from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from samenspel.accounts.models import User
from samenspel.lib.mail import Letter
from tests.cast import as_person
from tests.journeys.reading import Element, Form, read
from tests.mailbox import Mailbox
from tests.networks.joining_steps import link_in


class Person:
    """Somebody in front of a browser; each step looks at the page that the step before brought."""

    def __init__(self, client: Client | None = None) -> None:
        self.client = client or Client()
        self.client.handler.enforce_csrf_checks = True
        self.address = ""
        self.status = 0
        self.headers: dict[str, str] = {}
        self.html = ""

    @property
    def page(self) -> Element:
        """The page on the screen."""
        return read(self.html)

    def goes_to(self, address: str) -> "Person":
        """Types an address, or chooses a bookmark."""
        return self._arrive(self.client.get(address, follow=True))

    def clicks(self, words: str) -> "Person":
        """Follows the first link with exactly these words, or that begins with them."""
        links = [one for one in self.page.all("a") if one["href"]]
        found = [one for one in links if one.words == words] or [one for one in links if one.words.startswith(words)]
        assert found, f"no link {words!r} on {self.address}, only {[one.words for one in links]}"
        return self.goes_to(self._absolute(found[0]["href"]))

    def presses(self, button: str, answers: dict[str, Any] | None = None) -> "Person":
        """Fills in the form that has this button, by its labels, and sends it."""
        form = self.form(button)
        sent: dict[str, Any] = {**form.values(), **self._own_value(form, button)}
        for label, answer in (answers or {}).items():
            sent |= self._answered(form, label, answer)
        address = self._absolute(form.element["action"] or self.address)
        if form.element["method"] == "post":
            return self._arrive(self.client.post(address, sent, follow=True))
        return self._arrive(self.client.get(address.split("?")[0], sent, follow=True))

    def form(self, button: str) -> Form:
        """The form with this button on it."""
        page = self.page
        forms = [Form(one, page) for one in page.all("form")]
        found = [form for form in forms if button in form.buttons]
        assert found, f"no button {button!r} on {self.address}, only {[form.buttons for form in forms]}"
        return found[0]

    def typed(self, button: str, label: str) -> str:
        """What stands in a field of the form with this button."""
        form = self.form(button)
        return form.values()[form.labels()[label][0]["name"]][0]

    def sees(self, *sentences: str) -> "Person":
        """Reads each of these on the page, outside of the menus."""
        words = next(self.page.all("main"), self.page).words
        for sentence in sentences:
            assert sentence in words, f"{sentence!r} is not on {self.address}: {words}"
        return self

    def does_not_see(self, *sentences: str) -> "Person":
        """Finds none of these anywhere on the page, not even where it does not show."""
        for sentence in sentences:
            assert sentence not in self.html, f"{sentence!r} is on {self.address}"
        return self

    def finds_nothing_at(self, address: str) -> "Person":
        """The page is not there for this person."""
        answer = self.client.get(address, follow=True)
        assert answer.status_code == 404, f"{address} answers {answer.status_code}"
        return self

    def opens(self, letter: Letter) -> "Person":
        """Clicks the link in a mail."""
        return self.goes_to(link_in(letter))

    def _arrive(self, answer: Any) -> "Person":
        redirects = getattr(answer, "redirect_chain", [])
        asked = answer.request
        self.address = redirects[-1][0] if redirects else f"{asked['PATH_INFO']}?{asked['QUERY_STRING']}".rstrip("?")
        self.status, self.headers = answer.status_code, dict(answer.headers)
        self.html = answer.content.decode()
        assert self.status == 200, f"{self.address} answers {self.status}"
        return self

    def _absolute(self, href: str) -> str:
        assert href.startswith(("/", "?", "#")), f"{href} leaves the house"
        return href if href.startswith("/") else self.address.split("?")[0] + href

    def _answered(self, form: Form, label: str, answer: Any) -> dict[str, Any]:
        labels = form.labels()
        assert label in labels, f"no field {label!r} on {self.address}, only {list(labels)}"
        controls = labels[label]
        name = controls[0]["name"]
        kind = controls[0]["type"]
        if answer is True:
            return {name: controls[0].attributes.get("value", "on")}
        if controls[0].tag == "select" or kind in {"radio", "checkbox"}:
            words = answer if isinstance(answer, list) else [answer]
            return {name: [form.choice(controls, one) for one in words]}
        return {name: answer}

    @staticmethod
    def _own_value(form: Form, button: str) -> dict[str, str]:
        pressed = next(one for one in form.parts("button") if one.words == button)
        return {pressed["name"]: pressed["value"]} if pressed["name"] else {}


def somebody() -> Person:
    """Somebody without an account."""
    return Person()


def signed_in(user: User) -> Person:
    """One of the cast, signed in, on the page where the day begins."""
    return Person(as_person(user)).goes_to("/vandaag/")


def asks_for_a_code(person: Person, *, email: str, mailbox: Mailbox) -> Person:
    """Signs in with the code that comes by mail, from a page that asks to sign in."""
    person.presses("Stuur mij een code", {"E-mailadres": email})
    return person.presses("Verder", {"Code uit de mail": mailbox.code_to(email)})


def letter_about(mailbox: Mailbox, address: str, link: str) -> Letter:
    """The newest letter to this address whose link goes to such a page."""
    found = [letter for letter in mailbox.to(address) if link in letter.text]
    assert found, f"no letter to {address} with a link to {link}"
    return found[-1]


def code_of_the_app(secret: str) -> str:
    """The six digits that the app on the phone shows next; the ones before may have been used."""
    return str(format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1])))
