"""A code that the front door hands over to somebody whom it may read: printed in a letter, or read out."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from samenspel.lib.scope import acting_for
from samenspel.people.actions import ownpage
from samenspel.people.models import OwnPage, Person


@transaction.atomic
def code(*, person: Person, lasts: timedelta, by: UUID) -> tuple[OwnPage, str]:
    """The page with its link, and a fresh code; an older code is void."""
    with acting_for(person.pk):
        page = ownpage.page_of(person)
        return page, ownpage.code_to_hand_over(page=page, lasts=lasts, by=by)
