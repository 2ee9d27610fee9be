"""One mail about all saved searches of a person with something new: how much, and links.

Not the name or the words of a search: those may be about somebody.
"""

from collections.abc import Sequence

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from samenspel.accounts.models import User
from samenspel.finding import stoplinks
from samenspel.finding.models import SavedSearch
from samenspel.finding.queries.saved import saved_by
from samenspel.lib.mail import send_later


def tell(person: User, searches: Sequence[SavedSearch]) -> None:
    """Tell for how many searches there is something new; each by its number on the page."""
    site = settings.SITE_ADDRESS.rstrip("/")
    numbers = {one.search.pk: number for number, one in enumerate(saved_by(person.pk), start=1)}
    with translation.override(person.language):
        subject = ngettext(
            "Er is nieuw aanbod voor %(count)d van uw zoekvragen",
            "Er is nieuw aanbod voor %(count)d van uw zoekvragen",
            len(searches),
        )
        lines = [
            (numbers[one.pk], len(one.fresh), site + reverse("finding:saved_one", args=[one.pk])) for one in searches
        ]
        values = {"lines": lines, "link": site + reverse("finding:saved"), "stop": stoplinks.address(person.pk)}
        text = render_to_string("finding/mail/new_offers.txt", values)
        send_later(to=person.email, subject=subject % {"count": len(searches)}, text=text)
