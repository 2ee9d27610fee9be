"""All addresses of the product."""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from samenspel.accounts.access import own_sign_in, public
from samenspel.accounts.sign_in_urls import urlpatterns as sign_in_patterns
from samenspel.accounts.views import switch_language
from samenspel.design import urls as design
from samenspel.places import urls as places


def guarded(
    access: Callable[[Any], Any], patterns: Sequence[URLPattern | URLResolver]
) -> list[URLPattern | URLResolver]:
    """The same addresses, each view behind this access decorator; for libraries and contexts below accounts."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = access(pattern.callback)
        else:
            guarded(access, pattern.url_patterns)
    return list(patterns)


handler429 = "samenspel.accounts.limits.too_often"
urlpatterns = [
    path("", include("samenspel.web.urls")),
    path("", include("samenspel.api.urls")),
    path("", include("samenspel.referrals.urls")),
    path("", include("samenspel.helprequests.urls")),
    path("", include("samenspel.finding.urls")),
    path("", include("samenspel.directory.urls")),
    path("", include("samenspel.networks.urls")),
    path("taal/", switch_language, name="set_language"),
    path("stijlgids/", include((guarded(public, design.urlpatterns), design.app_name))),
    path("gebieden/", include((guarded(public, places.urlpatterns), places.app_name))),
    path("account/", include("samenspel.accounts.urls")),
    path("logboek/", include("samenspel.audit.urls")),
    path("privacy/", include("samenspel.privacy.urls")),
    path("account/", include(guarded(own_sign_in, sign_in_patterns))),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("samenspel.config.demonstration.urls")))
