"""An offer in the words of schema.org (Service): who gives it, where, in which languages, and how to reach it."""

from typing import Any

from django.urls import reverse

from samenspel.design import linked
from samenspel.design.parts import Link
from samenspel.directory import words
from samenspel.directory.models import Offer
from samenspel.networks import linked as networks
from samenspel.networks.models import Network
from samenspel.networks.queries.profile import public_home_of
from samenspel.places.models import Area

FREE = {"gratis", "kosteloos", "geen kosten", "0", "0 euro", "free"}
"""Costs that say no more and no less than nothing; 'gratis voor leden' is not among them."""


def offer_page(network: Network, offer: Offer, areas: list[Area]) -> dict[str, Any]:
    """What the page of an offer hands to the frame; nothing in a network that is not open to everybody.

    An offer with pages in several networks has one address for the world: that of its organisation's longest one.
    """
    home = public_home_of(offer.organisation)
    if not network.is_public or home is None:
        return {}
    path = reverse("directory:offer", args=[home.slug, offer.slug])
    trail = [
        Link(label=home.name, url=reverse("networks:network", args=[home.slug])),
        Link(label=offer.organisation.name, url=networks.profile_path(home, offer.organisation)),
    ]
    way = linked.breadcrumbs(trail, Link(label=offer.name, url=path))
    return {"canonical": linked.absolute(path), "linked": linked.graph(_as_service(offer, home, areas, path), way)}


def _as_service(offer: Offer, home: Network, areas: list[Area], path: str) -> linked.Thing:
    here = linked.absolute(path)
    return {
        "@type": "Service",
        "@id": here,
        "url": here,
        "name": offer.name,
        "description": offer.description,
        "serviceType": words.kind_labels(offer.kinds),
        "provider": networks.as_organisation(offer.organisation, home),
        "areaServed": [linked.area(area.name, area.pk) for area in areas],
        "audience": {"@type": "Audience", "audienceType": words.listed(offer.target_groups, words.TARGET_TEXTS)},
        "availableChannel": _channel(offer, here),
        "offers": {"@type": "Offer", "price": "0", "priceCurrency": "EUR"}
        if offer.cost.strip().lower().rstrip(".") in FREE
        else None,
    }


def _channel(offer: Offer, here: str) -> linked.Thing:
    """How somebody comes to the help: by phone or page, and the place when it happens at one."""
    organisation = offer.organisation
    point = {"@type": "GeoCoordinates", "latitude": offer.latitude, "longitude": offer.longitude}
    place = {"@type": "Place", "address": offer.address, "geo": point if offer.latitude is not None else None}
    return {
        "@type": "ServiceChannel",
        "serviceUrl": here,
        "servicePhone": linked.contact(phone=offer.contact_phone or organisation.contact_phone),
        "availableLanguage": offer.languages,
        "serviceLocation": place if offer.address or offer.latitude is not None else None,
    }
