"""Which networks serve the place where a visitor lives."""

from samenspel.networks import queries as networks
from samenspel.networks.models import Network
from samenspel.places import queries as places
from samenspel.places import rules as place_rules
from samenspel.places.models import Area


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
