"""The question for which somebody is looked for: at the front door, or at an organisation that was asked itself."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from samenspel.helprequests.models import HelpRequest, Story
from samenspel.helprequests.rules import Light
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.people.models import Person
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import TAKEN, UNANSWERED, State


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request with who refers it: the front door, or `sender`, to whom it came by the referral `through`.

    `person` and `carer` are there when who refers may read them, and so can ask them.
    """

    request: HelpRequest
    network: Network
    sender: Organisation | None = None
    through: Referral | None = None
    person: Person | None = None
    carer: Person | None = None
    story: str = ""

    @property
    def is_passing_on(self) -> bool:
        """Whether it is given to another without having been taken; then nobody here knows who it is about."""
        return self.through is not None and State(self.through.state) in UNANSWERED

    @property
    def is_possible(self) -> bool:
        """Whether it can be referred from here now."""
        return self.through is None or State(self.through.state) in UNANSWERED | {State.ACCEPTED, State.STARTED}

    @property
    def is_beyond_volunteers(self) -> bool:
        """Whether the decision aid said that a volunteer cannot do this (L26, L27)."""
        return self.request.light == Light.RED.value


def at_front_door(network: Network, *, request_id: UUID) -> Asked:
    """A request of this network.

    Raises:
        Http404: no such request here.
    """
    request = HelpRequest.objects.select_related("area", "asked_by").filter(pk=request_id, network=network).first()
    if request is None:
        raise Http404
    return _with_persons(request, network=network)


def at_organisation(organisation: Organisation, *, referral_id: UUID) -> Asked:
    """The request behind a referral that came to this organisation.

    Raises:
        Http404: no such referral here.
    """
    through = (
        Referral.objects.select_related("network", "sender", "receiver", "area")
        .filter(pk=referral_id, receiver=organisation)
        .exclude(state=State.PLANNED.value)
        .first()
    )
    if through is None:
        raise Http404
    with acting_for(through.network_id):  # who did not say yes yet cannot see the request, only what was sent of it
        request = HelpRequest.objects.select_related("area", "asked_by").get(pk=through.request_id)
    if State(through.state) not in TAKEN:
        return Asked(request=request, network=through.network, sender=organisation, through=through)
    return _with_persons(request, network=through.network, sender=organisation, through=through)


def _with_persons(
    request: HelpRequest, *, network: Network, sender: Organisation | None = None, through: Referral | None = None
) -> Asked:
    readable = Person.objects.in_bulk([one for one in (request.person_id, request.carer_id) if one])
    return Asked(
        request=request,
        network=network,
        sender=sender,
        through=through,
        person=readable.get(request.person_id),
        carer=readable.get(request.carer_id) if request.carer_id else None,
        story="\n".join(str(told.words) for told in Story.objects.filter(request=request)),
    )
