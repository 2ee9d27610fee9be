"""Opening and closing a person's own page: the link that still works, the code that goes with it, the one browser.

Whoever has only the link, or only the code, has nothing. A code is used once, is tried at most five times, and ends.
"""

import hmac
import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action, Outcome
from samenspel.lib import clock, lookup
from samenspel.lib.scope import acting_for
from samenspel.people import emails
from samenspel.people.models import OwnPage, Person
from samenspel.people.rules import CODE_DIGITS, MAIL_CODE_LASTS, MOST_TRIES, PAGE_OPEN_FOR


class NoAddress(Exception):
    """We have no mail address of this person, so a code has to come by phone or letter."""


class CodeWrong(Exception):
    """Not the code that was given."""


class CodeGone(Exception):
    """There is no code any more: used, too old, or tried too often."""


@transaction.atomic
def page_of(person: Person) -> OwnPage:
    """The page of this person, made when it is asked for the first time; the scope holds the person."""
    page, _made = OwnPage.objects.get_or_create(person=person, defaults={"network_id": person.network_id})
    return page


@transaction.atomic
def mail_code(*, page: OwnPage) -> None:
    """Mail a fresh code to the person's own address; an older code is void from now on.

    Raises:
        NoAddress: see there.
    """
    with acting_for(page.person_id):
        person = Person.objects.select_related("network").get(pk=page.person_id)
        if not person.email:
            raise NoAddress
        emails.code(person, digits=_new_code(page, lasts=MAIL_CODE_LASTS))
    _record("mailed", page, by=None)


@transaction.atomic
def code_to_hand_over(*, page: OwnPage, lasts: timedelta, by: UUID) -> str:
    """A fresh code that somebody at the front door reads out or prints; it is shown this once."""
    with acting_for(page.person_id):
        digits = _new_code(page, lasts=lasts)
    _record("handed_over", page, by=by)
    return digits


def open_with(*, page: OwnPage, digits: str) -> str:
    """Open the page in one browser, which gets the key that is returned; elsewhere it closes. A wrong try is counted.

    Counting and raising stand apart: what is raised inside a transaction would undo the counting.

    Raises:
        CodeWrong, CodeGone: see there.
    """
    key = secrets.token_urlsafe(32)
    match _tried(page, digits, key=key):
        case None:
            raise CodeGone
        case False:
            raise CodeWrong
    return key


@transaction.atomic
def _tried(page: OwnPage, digits: str, *, key: str) -> bool | None:
    """Use up one try; whether the code fitted, or nothing when there was none to try."""
    now = clock.now()
    with acting_for(page.pk):
        able = OwnPage.objects.filter(pk=page.pk, tries_left__gt=0, code_until__gt=now)
        if not able.update(tries_left=F("tries_left") - 1):
            return None
        wanted = OwnPage.objects.values_list("code_key", flat=True).get(pk=page.pk)
        given = _code_key(page, digits)
        fresh = {"open_key": _open_key(key), "open_until": now + PAGE_OPEN_FOR, **NO_CODE}
        fits = hmac.compare_digest(wanted, given)
        if not (fits and OwnPage.objects.filter(pk=page.pk, code_key=given).update(**fresh)):
            return False
    _record("opened", page, by=None)
    return True


def note_wrong(*, page: OwnPage) -> None:
    """A code that did not fit, as one line in the log (L22)."""
    _record("refused", page, by=None, outcome=Outcome.REFUSED)


def is_open(page: OwnPage, *, key: str) -> bool:
    """Whether the page is open now in the browser that holds this key."""
    if not (key and page.open_key and page.open_until):
        return False
    return clock.now() < page.open_until and hmac.compare_digest(page.open_key, _open_key(key))


@transaction.atomic
def close(*, page: OwnPage) -> None:
    """Close the page in this browser; the link goes on working, with a new code."""
    with acting_for(page.pk):
        OwnPage.objects.filter(pk=page.pk).update(**NOT_OPEN)
    _record("closed", page, by=None)


@transaction.atomic
def renew_link(*, page: OwnPage, by: UUID | None) -> OwnPage:
    """Make every link that was ever given void, and the code and the open browser with it; gives the page as it is."""
    with acting_for(page.pk):
        fresh = {"link_number": F("link_number") + 1, **NO_CODE, **NOT_OPEN}
        OwnPage.objects.filter(pk=page.pk).update(**fresh)
        page = OwnPage.objects.select_related("network").get(pk=page.pk)
    _record("link_renewed", page, by=by)
    return page


NO_CODE = {"code_key": "", "code_until": None, "tries_left": 0}
NOT_OPEN = {"open_key": "", "open_until": None}


def _new_code(page: OwnPage, *, lasts: timedelta) -> str:
    digits = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    until = clock.now() + lasts
    OwnPage.objects.filter(pk=page.pk).update(code_key=_code_key(page, digits), code_until=until, tries_left=MOST_TRIES)
    return digits


def _code_key(page: OwnPage, digits: str) -> str:
    return lookup.key_of("own-page-code", f"{page.pk}:{digits}")


def _open_key(key: str) -> str:
    return lookup.key_of("own-page-open", key)


def _record(verb: str, page: OwnPage, *, by: UUID | None, outcome: Outcome = Outcome.SUCCESS) -> None:
    audit.record(
        f"people.page.{verb}",
        action=Action.EXECUTE,
        by=by,
        about=page,
        outcome=outcome,
        network_id=page.network_id,
        subject_id=page.person_id,
    )
