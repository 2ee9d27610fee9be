"""Passing on what stands on a page: the full address, and the same as a picture to scan."""

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlencode, urlsplit

import segno
from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from segno.encoder import DataOverflowError

SHARED_PAGES = {
    "finding:find",
    "finding:find_in_network",
    "finding:list",
    "helprequests:front_door",
    "helprequests:step",
    "web:home",
}
"""What a picture may lead to: our own pages that everybody may read."""
LONGEST = 1500


class NotShared(Exception):
    """This is no address of a page that can be passed on, or it is too long for a picture."""


@dataclass(frozen=True)
class Shared:
    """One page to pass on: its full address, and the address of its picture."""

    url: str
    qr_url: str


def shared(path: str) -> Shared:
    """How to pass on the page with this path and query."""
    return Shared(full(path), f"{reverse('finding:qr')}?{urlencode({'pad': path})}")


def full(path: str) -> str:
    """The address as it works from outside."""
    return settings.SITE_ADDRESS.rstrip("/") + path


def picture(path: str) -> bytes:
    """The QR code of one of our pages, as SVG; black on white, with the white border that scanners ask for.

    Raises:
        NotShared: see there.
    """
    if len(path) > LONGEST or not _leads_to_shared(path):
        raise NotShared
    try:
        code = segno.make_qr(full(path), error="l", boost_error=True)
    except DataOverflowError as wrong:
        raise NotShared from wrong
    drawn = BytesIO()
    code.save(drawn, kind="svg", scale=4, border=4, light="#fff", xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue()


def _leads_to_shared(path: str) -> bool:
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or not path.startswith("/"):
        return False
    try:
        return resolve(parts.path).view_name in SHARED_PAGES
    except Resolver404:
        return False
