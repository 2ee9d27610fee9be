"""The living style guide: every token, component and state, drawn by the real thing."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenspel.design import samples


def style_guide(request: HttpRequest) -> HttpResponse:
    """Show the whole look on one page. The form is a sample: it is never sent anywhere."""
    page = Paginator(range(75), 25).page(2)
    return render(request, "design/style_guide.html", {**samples.everything(), "page": page})
