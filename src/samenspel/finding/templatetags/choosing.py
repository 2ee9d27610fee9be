"""The choices of one filter, drawn in one piece: there are some forty on the page, asked at every pause in typing."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samenspel.finding.filters import Group, Option

register = template.Library()
CHOICE = (
    '<label class="filter{}"><input type="{}" name="{}" value="{}" id="f-{}-{}" form="zoekform"{}>'
    "<span>{}</span>{}</label>\n"
)
COUNT = '<span class="filter__count number">{}</span>'


@register.simple_tag
def choices(group: Group) -> SafeString:
    """Every choice of a filter with how many it leaves."""
    return format_html_join("", CHOICE, (_parts(group, option) for option in group.options))


def _parts(group: Group, option: Option) -> tuple[object, ...]:
    return (
        " filter--none" if option.is_empty else "",
        group.kind,
        group.name,
        option.value,
        group.name,
        option.value,
        " checked" if option.is_chosen else "",
        option.label,
        "" if option.count is None else format_html(COUNT, option.count),
    )
