"""Networks that people can find."""

from collections.abc import Iterable

from django.db.models import QuerySet, Subquery

from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.networks.access import holds_everywhere
from samenspel.networks.models import Network, Organisation
from samenspel.places.models import Area


def public_networks() -> QuerySet[Network]:
    """Networks whose front page is for everyone, by name."""
    return Network.objects.filter(is_public=True)


def serving(areas: Iterable[Area]) -> QuerySet[Network]:
    """Public networks that work in one of these areas, or in the municipality or district around it."""
    codes = {code for area in areas for code in (area.pk, area.parent_id, area.municipality_id) if code}
    return public_networks().filter(area_id__in=codes)


def my_networks(scope: Scope, **added: Subquery) -> list[Network]:
    """The networks somebody coordinates or works in, with what a list of them tells, and what a page asks added."""
    found = Network.objects.filter(pk__in=scope.networks).only("slug", "name", "is_public", "started_on")
    return list(found.annotate(**added))


def not_open_yet(scope: Scope) -> QuerySet[Network]:
    """Networks whose page this person keeps and that only their partners see; the platform administrator keeps all."""
    hidden = Network.objects.filter(is_public=False)
    _organisations, networks = scope.places_where(Permission.EDIT_NETWORK)
    return hidden if holds_everywhere(scope, Permission.EDIT_NETWORK) else hidden.filter(pk__in=networks)


def my_organisations(scope: Scope) -> list[Organisation]:
    """The organisations somebody works for, with no more than their names."""
    return list(Organisation.objects.filter(pk__in=scope.organisations).only("slug", "name"))
