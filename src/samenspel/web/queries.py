"""What needs somebody today, gathered from the contexts below; and which networks serve a place."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.accounts.rules import Scope
from samenspel.design.parts import Accent
from samenspel.lib import clock
from samenspel.networks import queries as networks
from samenspel.networks.models import Network
from samenspel.networks.queries import joining, messages
from samenspel.places import queries as places
from samenspel.places import rules as place_rules
from samenspel.places.models import Area


@dataclass(frozen=True)
class ToDo:
    """One thing that waits for this person: what, for which place, since when, where to do it."""

    what: str
    where: str
    since: datetime
    url: str
    accent: Accent

    def waits(self, today: date) -> str:
        """Since when, in words."""
        days = (today - clock.day_of(self.since)).days
        if days == 0:
            return _("sinds vandaag")
        return ngettext("wacht %(days)d dag", "wacht %(days)d dagen", days) % {"days": days}

    @property
    def waiting(self) -> str:
        """How long it waits, today."""
        return self.waits(clock.today())


def todo(scope: Scope) -> list[ToDo]:
    """Everything that waits for this person, longest waiting first."""
    return sorted([*_messages(scope), *_join_requests(scope)], key=lambda one: one.since)


def _messages(scope: Scope) -> list[ToDo]:
    return [
        ToDo(
            what=_("Een bericht beantwoorden"),
            where=str(message.network or message.organisation),
            since=message.sent_at,
            url=reverse("networks:message", args=[message.pk]),
            accent="informal",
        )
        for message in messages.open_messages(scope)
    ]


def _join_requests(scope: Scope) -> list[ToDo]:
    return [
        ToDo(
            what=_("Beslissen of %(name)s mee mag doen") % {"name": request.name},
            where=request.network.name,
            since=request.requested_at,
            url=reverse("networks:request", args=[request.network.slug, request.pk]),
            accent="together",
        )
        for request in joining.requests_to_decide(scope)
    ]


def areas_meant(text: str) -> list[Area]:
    """The areas a visitor may mean with a postcode or a name; empty when nothing was typed or nothing fits."""
    postcode = place_rules.read_postcode(text)
    if isinstance(postcode, place_rules.Postcode):
        return [candidate.area for candidate in places.by_postcode(postcode)]
    return places.search(text)


def networks_near(text: str) -> list[Network]:
    """The networks that work where a visitor lives; all public networks when nothing was typed."""
    if not text.strip():
        return list(networks.public_networks())
    return list(networks.serving(areas_meant(text)))
