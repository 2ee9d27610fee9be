"""Networks that people can find."""

from django.db.models import QuerySet

from samenspel.networks.models import Network


def public_networks() -> QuerySet[Network]:
    """Networks whose front page is for everyone, by name."""
    return Network.objects.filter(is_public=True)
