"""A list by mail, to who typed their own address: names of offers and links. Nothing about who, or what was asked."""

from collections.abc import Sequence

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.finding.queries.selections import Entry
from samenspel.lib.mail import send_later


def send_list(*, to: str, code: str, entries: Sequence[Entry]) -> None:
    """Send it in the language in which the page was read."""
    site = settings.SITE_ADDRESS.rstrip("/")
    lines = [
        (one.card, site + reverse("directory:offer", args=[one.network, one.card.offer.slug]))
        for one in entries
        if one.card
    ]
    values = {"lines": lines, "link": site + reverse("finding:list", args=[code])}
    send_later(to=to, subject=_("Uw lijstje van Samenspel"), text=render_to_string("finding/mail/list.txt", values))
