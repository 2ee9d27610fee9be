"""Pages about one's own account."""

from django.http import HttpResponse
from django.shortcuts import render

from samenspel.accounts.access import PersonRequest, own_sign_in


@own_sign_in
def second_factor(request: PersonRequest) -> HttpResponse:
    """Why a second factor is needed and how to arrange it; shown to who may see care data and has none yet (L13)."""
    return render(request, "accounts/second_factor.html", {})
