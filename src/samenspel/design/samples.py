"""Believable content for the style guide, all about the fictional municipality of Meerlinden."""

import re
from datetime import UTC, datetime
from pathlib import Path

from django.utils.translation import gettext as _

from samenspel.design import parts, sampleform

# Fixed, so that the style guide looks the same on every day.
_SENT_AT = datetime(2026, 11, 17, 9, 40, tzinfo=UTC)
_READ_AT = datetime(2026, 11, 18, 13, 5, tzinfo=UTC)
_MET_AT = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)

COLOURS = (
    ("ground", "card", "sunk", "line", "line-strong", "ink", "ink-soft"),
    ("formal", "formal-strong", "formal-soft", "informal", "informal-strong", "informal-soft"),
    ("together", "together-strong", "together-soft"),
    ("good", "good-soft", "wait", "wait-soft", "act", "act-soft", "info", "info-soft"),
)
_SPRITE = Path(__file__).parent / "static/design/icons.svg"
ICONS = re.findall(r'<symbol id="([^"]+)"', _SPRITE.read_text(encoding="utf-8"))


def everything() -> dict[str, object]:
    """Give all samples by the name the style guide template uses."""
    return {
        "colours": COLOURS,
        "icons": ICONS,
        "statuses": statuses(),
        "moments": moments(),
        "steps": steps(),
        "table": table(),
        "no_picture": "",
        **links(),
        **forms(),
    }


def statuses() -> list[parts.Status]:
    """Give a status line of each tone."""
    return [
        parts.Status(
            where=_("Verstuurd naar Buurtmaatjes Meerlinden."),
            turn=_("Zij zijn nu aan zet."),
            since=_SENT_AT,
            otherwise=_("Horen wij niets voor vrijdag, dan belt de coördinator."),
            tone="wait",
        ),
        parts.Status(where=_("Er is een vrijwilliger gevonden."), since=_MET_AT, tone="good"),
        parts.Status(
            where=_("Er is nog geen antwoord."),
            turn=_("U bent aan zet."),
            otherwise=_("Doet u niets, dan vragen wij morgen een andere organisatie."),
            tone="act",
        ),
        parts.Status(where=_("Deze vraag is een concept."), turn=_("Alleen u ziet hem.")),
    ]


def moments() -> list[parts.Moment]:
    """Give a history in which formal and informal care both act."""
    return [
        parts.Moment(
            at=_SENT_AT,
            what=_("Vraag gesteld door de wijkverpleegkundige."),
            who=_("Thuiszorg De Linde"),
            accent="formal",
        ),
        parts.Moment(
            at=_READ_AT,
            what=_("Vraag gelezen en aangenomen."),
            who=_("Buurtmaatjes Meerlinden"),
            accent="informal",
        ),
        parts.Moment(at=_MET_AT, what=_("Samen kennisgemaakt aan de keukentafel."), accent="together"),
    ]


def steps() -> list[parts.Step]:
    """Give a five-step form halfway."""
    return [
        parts.Step(label=_("Uw vraag"), url="#stappen", state="done"),
        parts.Step(label=_("Voor wie"), url="#stappen", state="done"),
        parts.Step(label=_("Wanneer"), state="now"),
        parts.Step(label=_("Contact")),
        parts.Step(label=_("Nakijken")),
    ]


def table() -> parts.Table:
    """Give a table with words, a long name and numbers."""
    return parts.Table(
        caption=_("Organisaties in het netwerk"),
        columns=[
            parts.Column(label=_("Organisatie")),
            parts.Column(label=_("Soort")),
            parts.Column(label=_("Vrijwilligers"), number=True),
        ],
        rows=[
            ["Buurtmaatjes Meerlinden", _("Vrijwilligerszorg"), 48],
            ["Mantelzorgondersteuningsorganisatie Meerlinden-Noord", _("Welzijn"), 7],
            ["Huisartsenpraktijk De Brug", _("Zorgaanbieder"), "-"],
        ],
    )


def links() -> dict[str, object]:
    """Give the ways through a site: trail, tabs, filters, facts."""
    return {
        "trail": [
            parts.Link(label=_("Netwerk Meerlinden"), url="#kruimelpad"),
            parts.Link(label=_("Organisaties"), url="#kruimelpad"),
        ],
        "tabs": [
            parts.Link(label=_("Wat wij doen"), url="#tabbladen", current=True),
            parts.Link(label=_("Wat wij nodig hebben"), url="#tabbladen"),
            parts.Link(label=_("Mensen"), url="#tabbladen"),
        ],
        "chips": [
            parts.FilterChip(label=_("Gezelschap"), url="#filters", count=12, chosen=True),
            parts.FilterChip(label=_("Vervoer"), url="#filters", count=5),
            parts.FilterChip(label=_("Klussen in huis"), url="#filters", count=0),
        ],
        "facts": [
            (_("Adres"), "Kerkplein 4, Meerlinden"),
            (_("Openingstijden"), _("maandag tot en met donderdag, 9.00 tot 16.00 uur")),
            (_("Website"), ""),
        ],
    }


def forms() -> dict[str, object]:
    """Give the sample form empty, and as it comes back after mistakes."""
    wrong = {"name": "", "email": "jan.jansen", "about": "x" * 401, "when": "nooit"}
    return {
        "form": sampleform.SampleForm(auto_id="voorbeeld_%s"),
        "refused_form": sampleform.SampleForm(wrong, auto_id="fout_%s"),
    }
