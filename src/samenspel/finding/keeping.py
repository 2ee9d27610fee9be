"""Where a visitor's own list stays: in a signed cookie on their own device, with ids of offers and nothing else.

There is no account, no row in the database and nothing that tells one visitor from another. The cookie is there only
after somebody pressed 'Bewaar', and it is what that button is for: functional, so no consent is asked (P1.12).
"""

from datetime import timedelta
from functools import cache
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel.finding import mylist

COOKIE = "samenspel_lijst"
SALT = "samenspel.finding.list"
LASTS = timedelta(days=7)
"""After the last change. Long enough to come back in, short enough for a computer that others use too."""
FORM_ID = "bewaarform"
BUTTON = (
    '<button class="utrecht-button utrecht-button--subtle keep" type="submit" form="{form}" id="{{}}" name="{name}"'
    ' value="{{}}" data-hx-post="{url}" data-hx-target="this" data-hx-swap="outerHTML" data-hx-sync="this:drop">'
    '<svg class="icon" aria-hidden="true" focusable="false"><use href="{sprite}#{sign}"></use></svg>'
    '{label}<span class="visually-hidden">: {{}}</span></button>'
)


def kept(request: HttpRequest) -> mylist.Ids:
    """The list of who asks, in their own order; empty when there is none or somebody changed the cookie."""
    if COOKIE not in request.COOKIES:
        return ()
    code = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LASTS)
    try:
        return mylist.ids_in(code) if code else ()
    except mylist.BadCode:
        return ()


def remember(response: HttpResponse, ids: mylist.Ids) -> None:
    """Keep this list on the device of who asks; an empty list leaves no cookie behind."""
    if not ids:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_signed_cookie(
        COOKIE,
        mylist.code_of(ids),
        salt=SALT,
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def button(offer_id: UUID, name: str, *, is_kept: bool) -> SafeString:
    """The button 'Bewaar' or 'Haal weg' of one offer; sends the one form of the page (`finding/parts/keep_form.html`).

    Drawn without a template, because a page of results has ten of them and is asked at every pause in typing.
    """
    shape = _button(get_language() or "", is_kept=is_kept)
    return SafeString(shape.format(button_id(offer_id), offer_id, escape(name)))  # an id has nothing to escape


@cache
def _button(_language: str, *, is_kept: bool) -> str:
    """The button in one language with room for what differs per offer."""
    return format_html(
        BUTTON,
        form=FORM_ID,
        name="weg" if is_kept else "bewaar",
        url=reverse("finding:keep"),
        sprite=static("design/icons.svg"),
        sign="cross" if is_kept else "heart",
        label=_("Haal weg") if is_kept else _("Bewaar"),
    )


def button_id(offer_id: UUID) -> str:
    """The name of the button within the page, to come back to it."""
    return f"bewaar-{offer_id.hex}"
