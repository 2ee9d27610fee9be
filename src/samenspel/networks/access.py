"""Who may see and do what with networks and organisations.

Pages about one network or one organisation carry `for_network` or `for_organisation`. Both answer 404 when it does
not exist and when this person may not do this there, so that an outsider cannot tell the difference.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samenspel.accounts import access as accounts
from samenspel.accounts.access import PersonRequest, View
from samenspel.accounts.rules import Scope
from samenspel.lib.scope import set_scope
from samenspel.networks.models import Network, Organisation, Partner


def networks_visible_to(scope: Scope) -> QuerySet[Network]:
    """Networks with a public page, and those this person works in; whoever keeps the platform sees all."""
    if holds_everywhere(scope, "edit_network"):
        return Network.objects.all()
    return Network.objects.filter(Q(is_public=True) | Q(pk__in=scope.networks))


def organisations_visible_to(scope: Scope) -> QuerySet[Organisation]:
    """One's own organisations, and the present partners of every network one may see."""
    partner = Partner.objects.filter(
        organisation=OuterRef("pk"), ended_on=None, network__in=networks_visible_to(scope).values("pk")
    )
    return Organisation.objects.filter(Q(pk__in=scope.organisations) | Exists(partner))


def holds_everywhere(scope: Scope, permission: str) -> bool:
    """Whether a role for the whole platform gives this permission."""
    return any(
        permission in grant.permissions and not grant.organisation_id and not grant.network_id for grant in scope.grants
    )


def for_network(permission: str) -> Callable[[View], View]:
    """A page about one network, found by `slug`, for who holds this permission there; the view gets the network."""

    def decorate(view: View) -> View:
        @wraps(view)
        def about(request: PersonRequest, slug: str, **rest: Any) -> HttpResponse:
            network = get_object_or_404(networks_visible_to(request.scope), slug=slug)
            _require(request, permission, network_id=network.pk)
            return view(request, network, **rest)

        return accounts.guard(about, f"network:{permission}", accounts.sign_in_problem)

    return decorate


def for_organisation(permission: str) -> Callable[[View], View]:
    """A page about one organisation, found by `slug`, for who holds this permission there; the view gets it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def about(request: PersonRequest, slug: str, **rest: Any) -> HttpResponse:
            organisation = get_object_or_404(organisations_visible_to(request.scope), slug=slug)
            _require(request, permission, organisation_id=organisation.pk)
            return view(request, organisation, **rest)

        return accounts.guard(about, f"organisation:{permission}", accounts.sign_in_problem)

    return decorate


def for_platform(permission: str) -> Callable[[View], View]:
    """A page for who holds this permission for the whole platform; it does not exist for anybody else."""

    def decorate(view: View) -> View:
        @wraps(view)
        def about(request: PersonRequest, **rest: Any) -> HttpResponse:
            if not holds_everywhere(request.scope, permission):
                raise Http404
            return view(request, **rest)

        return accounts.guard(about, f"platform:{permission}", accounts.sign_in_problem)

    return decorate


def _require(
    request: PersonRequest, permission: str, *, network_id: UUID | None = None, organisation_id: UUID | None = None
) -> None:
    """Go on, or answer as if it did not exist.

    The keeper of the platform holds no place, so the database would show nothing; for this one page it does. The
    roles of a partner reach into its networks for reading together, never into the network's own post.
    """
    scope = request.scope
    if not scope.may(permission, network_id=network_id, organisation_id=organisation_id):
        raise Http404
    if holds_everywhere(scope, permission):
        set_scope({*scope.ids, *(one for one in (network_id, organisation_id) if one)})
