"""What is new in a neighbourhood as an Atom feed (RFC 4287), for readers of feeds and for sites of others."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel.design.linked import absolute
from samenspel.directory import words
from samenspel.directory.models import Offer
from samenspel.lib import clock
from samenspel.networks.models import Network
from samenspel.places.models import Area


def atom(network: Network, area: Area, offers: Iterable[Offer], *, now: datetime) -> str:
    """The feed as text. An entry keeps its id for ever, and is new again each time somebody says that it is true.

    An organisation is the author of its offers; no name of a person is in it.
    """
    here = [network.slug, area.slug]
    feed = Atom1Feed(
        title=_("Nieuw in %(area)s") % {"area": area.name},
        subtitle=_("Hulp en activiteiten in %(area)s, van %(network)s") % {"area": area, "network": network.name},
        link=absolute(reverse("finding:neighbourhood", args=here)),
        feed_url=absolute(reverse("finding:neighbourhood_feed", args=here)),
        description="",
        language=get_language(),
        author_name=network.name,
    )
    today = clock.day_of(now)
    for offer in offers:
        card = words.card(offer, today=today)
        feed.add_item(
            title=offer.name,
            link=absolute(reverse("directory:offer", args=[network.slug, offer.slug])),
            description=f"{offer.description}\n\n{card.room}. {card.confirmed}.",
            unique_id=f"urn:uuid:{offer.pk}",
            unique_id_is_permalink=False,
            author_name=offer.organisation.name,
            pubdate=offer.created_at,
            updateddate=offer.confirmed_at or offer.created_at,
            categories=words.kind_labels(offer.kinds),
        )
    return str(feed.writeString("utf-8"))
