"""What every page's frame needs: navigation, phone number, footer."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Link:
    """A link in the navigation or the footer; `current` when the visitor is there."""

    label: str
    url: str
    current: bool = False


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation for who is looking, and the links at the bottom of every page."""
    return {
        "navigation": [],
        "footer_links": [
            Link(_("Privacy"), reverse("web:home")),
        ],
        "product_name": "Samenspel",
    }
