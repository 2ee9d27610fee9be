"""Networks that people can find."""

from collections.abc import Iterable

from django.db.models import QuerySet

from samenspel.accounts.rules import Scope
from samenspel.networks.models import Network, Organisation
from samenspel.places.models import Area


def public_networks() -> QuerySet[Network]:
    """Networks whose front page is for everyone, by name."""
    return Network.objects.filter(is_public=True)


def serving(areas: Iterable[Area]) -> QuerySet[Network]:
    """Public networks that work in one of these areas, or in the municipality or district around it."""
    codes = {code for area in areas for code in (area.pk, area.parent_id, area.municipality_id) if code}
    return public_networks().filter(area_id__in=codes)


def my_networks(scope: Scope) -> list[tuple[str, str]]:
    """Address name and name of the networks somebody coordinates or works in."""
    return list(Network.objects.filter(pk__in=scope.networks).values_list("slug", "name"))


def my_organisations(scope: Scope) -> list[tuple[str, str]]:
    """Address name and name of the organisations somebody works for."""
    return list(Organisation.objects.filter(pk__in=scope.organisations).values_list("slug", "name"))
