"""'Wat mag ik?' and the list of all roles: the rules of access as they are in the code, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.accounts import access as accounts
from samenspel.accounts.access import PersonRequest, public, signed_in
from samenspel.networks.queries import roles


@signed_in
@require_safe
def what_may_i(request: PersonRequest) -> HttpResponse:
    """Every role of this person, what it allows and what not, and who can change it."""
    values = {"held": roles.what_may(request.scope), "second_factor": accounts.has_second_factor(request)}
    return render(request, "networks/roles_mine.html", values)


@public
@require_safe
def all_roles(request: HttpRequest) -> HttpResponse:
    """All roles that exist."""
    return render(request, "networks/roles_all.html", {"levels": roles.all_roles()})
