"""What every page's frame needs: navigation for who is looking, the account menu, the links at the bottom."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.accounts.models import User, display_name
from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.design.parts import AccountMenu, Link
from samenspel.finding import keeping
from samenspel.networks import access
from samenspel.web.queries.mine import mine

KEEPING = ("requests", "partners", "coordinators", "selfscan", "edit")
"""The pages with which a coordinator keeps a network, the first as the way in."""


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation and menus; a page that acts for nobody (an error before sign-in is known) gets the bare frame."""
    here = request.path
    frame: dict[str, Any] = {"footer_links": _footer(here), "phone": settings.SITE_PHONE, "kept": keeping.kept(request)}
    scope: Scope | None = getattr(request, "scope", None)
    if scope is None or not scope.user_id:
        return frame | {"sign_in_url": reverse("account_login"), "navigation": []}
    return frame | {"navigation": _navigation(request, scope), "account": _account(request, scope)}


def _link(label: str, address: str, here: str) -> Link:
    return Link(label=label, url=address, current=here == address)


def _part(label: str, address: str, here: str) -> Link:
    """A link that also shows where somebody is on the pages below it."""
    return Link(label=label, url=address, current=here == address, inside=here.startswith(address))


def _navigation(request: HttpRequest, scope: Scope) -> list[Link]:
    here = request.path
    links = [_link(_("Vandaag"), reverse("web:today"), here)]
    if scope.may(Permission.ANSWER_MESSAGES):
        links.append(_part(_("Berichten"), reverse("networks:inbox"), here))
    for network in mine(request, scope).networks:
        links.append(_link(network.name, reverse("networks:network", args=[network.slug]), here))
        if scope.may(Permission.SEE_BOARD, network_id=network.pk):
            links.append(_part(_("Prikbord"), reverse("networks:board", args=[network.slug]), here))
        if scope.may(Permission.VET_PARTNERS, network_id=network.pk):
            keeping = [reverse(f"networks:{name}", args=[network.slug]) for name in KEEPING]
            inside = any(here.startswith(one) for one in keeping)
            links.append(Link(label=_("Netwerk beheren"), url=keeping[0], current=here == keeping[0], inside=inside))
    if access.holds_everywhere(scope, Permission.EDIT_NETWORK):
        links.append(_part(_("Netwerk starten"), reverse("networks:start"), here))
    if scope.may(Permission.SEE_LOG):
        links.append(_part(_("Logboek"), reverse("audit:log"), here))
    if scope.may(Permission.SEE_RETENTION):
        links.append(_link(_("Opgeruimd"), reverse("privacy:runs"), here))
    return links


def _account(request: HttpRequest, scope: Scope) -> AccountMenu:
    here = request.path
    links = [
        _link(_("Mijn account"), reverse("accounts:account"), here),
        _link(_("Wat mag ik?"), reverse("networks:what_may_i"), here),
    ]
    if scope.may(Permission.SAVE_SEARCHES):
        links.append(_part(_("Mijn zoekvragen"), reverse("finding:saved"), here))
    links += [
        _link(one.name, reverse("networks:organisation", args=[one.slug]), here)
        for one in mine(request, scope).organisations
    ]
    return AccountMenu(
        name=display_name(cast("User", request.user)),
        links=links,
        sign_out_url=reverse("account_logout"),
    )


def _footer(here: str) -> list[Link]:
    return [
        _link(_("Over Samenspel"), reverse("web:about"), here),
        _link(_("Mijn lijstje"), reverse("finding:my_list"), here),
        _link(_("Gebieden"), reverse("places:index"), here),
        _link(_("Privacy"), reverse("privacy:register"), here),
        _link(_("Toegankelijkheid"), reverse("web:accessibility"), here),
        _link(_("Cookies"), reverse("web:cookies"), here),
    ]
