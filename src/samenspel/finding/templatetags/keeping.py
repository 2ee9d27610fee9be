"""The button 'Bewaar' for a page that shows an offer: `{% load keeping %}`."""

from collections.abc import Collection
from uuid import UUID

from django import template
from django.utils.safestring import SafeString

from samenspel.finding import keeping

register = template.Library()


@register.simple_tag
def keep_button(offer_id: UUID, name: str, kept: Collection[UUID] | str = ()) -> SafeString:
    """Draw 'Bewaar', or 'Haal weg' when the offer stands on the list of who looks (`kept`)."""
    return keeping.button(offer_id, name, is_kept=bool(kept) and offer_id in kept)
