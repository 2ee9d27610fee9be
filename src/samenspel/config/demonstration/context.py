"""What every page of the demo says on top: that nothing here is real."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.design.parts import Link, SiteNotice


def practice(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 -- how Django calls it
    """The banner of the practice network, with the ways to another person and to the mail."""
    return {
        "site_notice": SiteNotice(
            text=_("Dit is een oefennetwerk. De mensen en de gegevens zijn verzonnen."),
            links=[
                Link(label=_("Andere persoon worden"), url=reverse("demonstration:cast")),
                Link(label=_("Post bekijken"), url=reverse("demonstration:letters")),
            ],
        )
    }
