"""Whom to call in acute danger, in plain words: the box that stands above everything else on the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.engine.danger import Flag, Route


@dataclass(frozen=True)
class Call:
    """Whom to call, with which number (empty for one's own GP), and when."""

    name: str | Promise
    number: str
    words: str | Promise


CALLS = {
    Route.EMERGENCY: Call(
        _("112"), "112", _("Is er nu gevaar? Bel 112. U krijgt meteen iemand: ambulance, politie of brandweer.")
    ),
    Route.SUICIDE_PREVENTION: Call(
        _("113 Zelfmoordpreventie"),
        "0800-0113",
        _("Denkt u aan zelfmoord, of iemand bij u in de buurt? Praat erover. Gratis, dag en nacht."),
    ),
    Route.SAFE_HOME: Call(
        _("Veilig Thuis"), "0800-2000", _("Is het thuis niet veilig, voor u of voor een kind? Gratis, dag en nacht.")
    ),
    Route.GP: Call(
        _("Uw huisarts"),
        "",
        _("Bel uw eigen huisarts. In de avond, de nacht en het weekend belt u de huisartsenpost."),
    ),
}


def calls(flags: Sequence[Flag]) -> list[Call]:
    """Whom to call for these signs of danger, 112 always first and one's own GP last; nothing without a sign."""
    if not flags:
        return []
    wanted = {route for flag in flags for route in flag.routes} | {Route.EMERGENCY, Route.GP}
    return [call for route, call in CALLS.items() if route in wanted]
