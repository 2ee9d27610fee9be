"""Networks and organisations in the words of schema.org, with no more than their pages show.

The name of a contact person stays on the page itself: whoever wants to reach an organisation needs its number.
"""

from typing import Any

from django.urls import reverse

from samenspel.design import linked
from samenspel.design.parts import Link
from samenspel.networks.models import Network, Organisation
from samenspel.networks.queries.profile import public_home_of
from samenspel.networks.rules import OrganisationKind

TYPES = {
    OrganisationKind.VOLUNTEER_CARE: "NGO",
    OrganisationKind.WELFARE: "NGO",
    OrganisationKind.MUNICIPALITY: "GovernmentOrganization",
}
"""What schema.org calls our kinds; the others are just organisations."""


def network_page(network: Network) -> dict[str, Any]:
    """What the front page of a network hands to the frame; nothing when the page is not for everybody."""
    if not network.is_public:
        return {}
    here = address_of(network)
    return {"canonical": here, "linked": linked.graph(as_network(network))}


def organisation_page(network: Network, organisation: Organisation, *, picture: str = "") -> dict[str, Any]:
    """What the page of a partner hands to the frame; in several networks the one where it is longest is its address."""
    home = public_home_of(organisation)
    if not network.is_public or home is None:
        return {}
    way = linked.breadcrumbs(
        [Link(label=home.name, url=reverse("networks:network", args=[home.slug]))],
        Link(label=organisation.name, url=profile_path(home, organisation)),
    )
    thing = {
        **as_organisation(organisation, home),
        "description": organisation.what_we_do,
        "contactPoint": linked.contact(phone=organisation.contact_phone, email=organisation.contact_email),
        "sameAs": organisation.website,
        "image": linked.absolute(picture) if picture else "",
        "areaServed": linked.area(organisation.area.name, organisation.area.pk) if organisation.area else None,
        "memberOf": {"@type": "Organization", "@id": address_of(home), "name": home.name},
    }
    return {"canonical": thing["@id"], "linked": linked.graph(thing, way)}


def as_network(network: Network) -> linked.Thing:
    """A network with its front door."""
    contact = linked.contact(
        phone=network.phone,
        email=network.email,
        page=linked.absolute(reverse("networks:contact", args=[network.slug])),
    )
    return {
        "@type": "Organization",
        "@id": address_of(network),
        "url": address_of(network),
        "name": network.name,
        "description": network.summary,
        "foundingDate": network.started_on.isoformat(),
        "areaServed": linked.area(network.area.name, network.area.pk) if network.area else None,
        "contactPoint": contact,
    }


def as_organisation(organisation: Organisation, network: Network) -> dict[str, Any]:
    """Who an organisation is, under the address it has in this network."""
    here = linked.absolute(profile_path(network, organisation))
    kind = TYPES.get(OrganisationKind(organisation.kind), "Organization")
    return {"@type": kind, "@id": here, "url": here, "name": organisation.name}


def address_of(network: Network) -> str:
    """The address of a network for the whole world."""
    return linked.absolute(reverse("networks:network", args=[network.slug]))


def profile_path(network: Network, organisation: Organisation) -> str:
    """The path of the page of a partner."""
    return reverse("networks:profile", args=[network.slug, organisation.slug])
