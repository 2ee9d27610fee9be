"""What every page about one network hands to the frame around it."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.design.parts import Link
from samenspel.networks.models import Network


def about(network: Network, *, trail: bool = True) -> dict[str, Any]:
    """Name and phone in the header, and the way back to the front page of the network."""
    home = reverse("networks:network", args=[network.slug])
    return {
        "network": network,
        "network_name": network.name,
        "phone": network.phone,
        "home_url": home,
        "trail": [Link(label=network.name, url=home)] if trail else [],
    }


def page_number(request: HttpRequest) -> int:
    """The page somebody asks for.

    Raises:
        Http404: not a number.
    """
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 10):  # noqa: PLR2004 -- longer than any list
        raise Http404(_("Deze pagina is er niet."))
    return int(asked)
