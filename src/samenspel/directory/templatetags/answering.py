"""How an organisation answers referrals, as one line on its page and on the pages of its offers."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samenspel.design.templatetags.design import icon
from samenspel.directory import queries, responding
from samenspel.directory.models import Offer
from samenspel.networks.models import Organisation

register = template.Library()


@register.simple_tag
def answering(organisation: Organisation, offer: Offer | None = None) -> SafeString:
    """The line; of the offer when it has enough referrals of its own, else of the organisation."""
    found = queries.response_of(organisation, offer=offer)
    return format_html('<p class="small">{} {}</p>', icon("together"), responding.in_words(found))
