"""The choices of one filter, drawn in one piece: there are some forty on the page, asked at every pause in typing."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString

from samenspel.finding.filters import Group, Option

register = template.Library()


@register.simple_tag
def choices(group: Group) -> SafeString:
    """Every choice of a filter with how many it leaves; names and values are codes of ours, labels are escaped."""
    return SafeString("".join(_choice(group, option) for option in group.options))


def _choice(group: Group, option: Option) -> str:
    empty = " filter--none" if option.is_empty else ""
    checked = " checked" if option.is_chosen else ""
    count = "" if option.count is None else f'<span class="filter__count number">{option.count}</span>'
    return (
        f'<label class="filter{empty}"><input type="{group.kind}" name="{group.name}" value="{option.value}"'
        f' id="f-{group.name}-{option.value}" form="zoekform"{checked}><span>{escape(option.label)}</span>'
        f"{count}</label>\n"
    )
