"""Error pages that say what happened and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form that was open too long, or came from elsewhere: say so and keep the person on the way."""
    return render(request, "403_csrf.html", status=403)
