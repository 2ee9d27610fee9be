"""Who may open a page. Every page carries one of these decorators; a page without one cannot be mounted.

Each decorator marks the view (`view.access`), sets for whom the database connection acts, and sends somebody whose
roles see care data but who has no second factor to the page where that is arranged (L13).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samenspel.accounts.models import User
from samenspel.accounts.rules import Scope
from samenspel.lib.scope import set_scope


class PersonRequest(HttpRequest):
    """A request of which is known for whom it acts."""

    scope: Scope
    user: User


View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """Anyone may open this page, signed in or not; roles that need a second factor count only for who has one."""
    return guard(view, "public", _without_waiting_roles)


def signed_in(view: View) -> View:
    """Anyone with an account may open this page; it shows only what is theirs."""
    return guard(view, "signed_in", sign_in_problem)


def account_holder(view: View) -> View:
    """Anyone with an account, also somebody who still has to arrange a second factor; for one's own account only."""
    return guard(view, "account_holder", _not_signed_in)


def with_permission(permission: str) -> Callable[[View], View]:
    """Only somebody who holds this permission somewhere; the page itself narrows down where."""

    def decorate(view: View) -> View:
        def problem(request: PersonRequest) -> HttpResponse | None:
            answer = sign_in_problem(request)
            if answer is None and not request.scope.may(permission):
                raise PermissionDenied
            return answer

        return guard(view, f"permission:{permission}", problem)

    return decorate


def own_sign_in(view: View) -> View:
    """A page of the sign-in library, which decides itself who may open it; our scope stays the person's own."""
    return guard(view, "own_sign_in", lambda _request: None)


def guard(view: View, label: str, problem: Callable[[PersonRequest], HttpResponse | None]) -> View:
    """Put an access rule on a view; contexts above build their own rules with it.

    `label` is what the guard of the pages reads; `problem` gives the answer instead of the page, or None to go on.
    The connection acts for the person's scope from here on.
    """

    @wraps(view)
    def guarded(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        set_scope(request.scope.ids)
        answer = problem(request)
        return answer if answer is not None else view(request, *args, **kwargs)

    guarded.access = label  # type: ignore[attr-defined]
    return guarded


def sign_in_problem(request: PersonRequest) -> HttpResponse | None:
    """Where somebody has to go first: to sign in, or to arrange the second factor (L13); None when all is well."""
    answer = _not_signed_in(request)
    if answer is None and request.scope.sees_care_data and not has_second_factor(request):
        return _elsewhere("accounts:second_factor", request)
    return answer


def _without_waiting_roles(request: PersonRequest) -> None:
    """Show a public page as everybody sees it to who still has to arrange the second factor (L13)."""
    if request.user.is_authenticated and request.scope.sees_care_data and not has_second_factor(request):
        request.scope = Scope(user_id=request.user.pk)
        set_scope(request.scope.ids)


def _not_signed_in(request: PersonRequest) -> HttpResponse | None:
    return None if request.user.is_authenticated else _elsewhere(settings.LOGIN_URL, request)


def _elsewhere(name: str, request: HttpRequest) -> HttpResponse:
    """To another page first, which brings the person back to where they were going."""
    return redirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this person has a second factor; the sign-in itself then asks for it (L13)."""
    if settings.DEMO and request.session.get("demo_second_factor"):
        return True
    return bool(is_mfa_enabled(request.user, ["totp", "webauthn"]))
