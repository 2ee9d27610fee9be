"""Who sees which offers: everybody the open ones, an organisation also its own drafts and closed ones."""

from django.db.models import QuerySet

from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferState
from samenspel.networks.models import Network, Organisation, Partner


def own_offers(organisation: Organisation) -> QuerySet[Offer]:
    """Everything of one organisation; only for who may keep its profile."""
    return Offer.objects.filter(organisation=organisation)


def open_offers(network: Network) -> QuerySet[Offer]:
    """What the present partners of a network offer to everybody."""
    partners = Partner.objects.filter(network=network, ended_on=None).values("organisation")
    return Offer.objects.filter(organisation__in=partners, state=OfferState.OPEN.value)
