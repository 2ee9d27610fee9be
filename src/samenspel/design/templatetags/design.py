"""The components of the look as template tags: `{% load design %}`.

Each is shown with its call on the style guide page. Tags without content draw a template from
design/parts/; tags with content (`{% card %}...{% endcard %}`) wrap what stands between them.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samenspel.design import messages, parts

register = template.Library()
_NO_MARKUP = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}
"""Signs that mean something to HTML or to old JavaScript, as JSON may write them too."""


def _draw(name: str, **values: object) -> SafeString:
    """Draw the template of one component."""
    return render_to_string(f"design/parts/{name}.html", values)


@cache
def _sprite() -> str:
    """The address of the file with all icons; asked once, because a list draws dozens of them."""
    return static("design/icons.svg")


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """Draw one of our own icons; always beside a word, so hidden for who listens."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        _sprite(),
        name,
    )


@register.simple_tag
def tag(label: str, accent: parts.Accent | parts.Tone = "plain") -> SafeString:
    """Draw a small label; who it is of or its state also shows as a shape."""
    mark = "" if accent == "plain" else icon(accent)
    return format_html('<span class="tag tag--{}">{}{}</span>', accent, mark, label)


@register.simple_tag
def link_button(label: str, url: str, kind: str = "primary", sign: str = "") -> SafeString:
    """Draw a link that looks like a button: kind is primary, secondary or subtle."""
    return format_html(
        '<a class="utrecht-button {}" href="{}">{}{}</a>',
        _button_class(kind),
        url,
        icon(sign) if sign else "",
        label,
    )


@register.simple_tag
def button(label: str, kind: str = "primary", sign: str = "", name: str = "", value: str = "") -> SafeString:
    """Draw a button that sends its form; name and value tell which of several was used."""
    naming = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html(
        '<button class="utrecht-button {}" type="submit"{}>{}{}</button>',
        _button_class(kind),
        naming,
        icon(sign) if sign else "",
        label,
    )


def _button_class(kind: str) -> str:
    """Translate our three kinds to the names of NL Design System."""
    danger = " utrecht-button--danger" if kind == "danger" else ""
    known = {"primary": "primary-action", "secondary": "secondary-action", "subtle": "subtle"}
    return f"utrecht-button--{known.get(kind, 'primary-action')}{danger}"


@register.simple_tag
def avatar(name: str, picture_url: str = "", accent: parts.Accent = "plain") -> SafeString:
    """Draw a picture, or the first letters of the name when there is none. The name stands beside it."""
    if picture_url:
        return format_html(
            '<img class="avatar avatar--{}" src="{}" alt="" width="56" height="56" loading="lazy">',
            accent,
            picture_url,
        )
    letters = "".join(word[0] for word in name.split() if word[0].isalnum())[:2].upper()
    return format_html('<span class="avatar avatar--{}" aria-hidden="true">{}</span>', accent, letters)


@register.simple_tag
def picture(address: str, alt: str, caption: str = "") -> SafeString:
    """Draw a picture that says something: alt tells what is on it to who cannot see it."""
    under = format_html("<figcaption>{}</figcaption>", caption) if caption else ""
    return format_html('<figure class="picture"><img src="{}" alt="{}" loading="lazy">{}</figure>', address, alt, under)


@register.simple_tag
def help_sentence(text: str) -> SafeString:
    """Draw one sentence of help beside what it explains."""
    return format_html('<p class="help-sentence">{}<span>{}</span></p>', icon("question"), text)


@register.simple_tag
def status_line(status: parts.Status) -> SafeString:
    """Draw where something is, whose turn it is, since when, and what happens if nothing happens."""
    return _draw("status_line", status=status)


@register.simple_tag
def timeline(moments: Sequence[parts.Moment]) -> SafeString:
    """Draw what happened, in the order given."""
    return _draw("timeline", moments=moments)


@register.simple_tag
def data_table(table: parts.Table) -> SafeString:
    """Draw a table that becomes a list of cards on a phone."""
    return _draw("data_table", table=table)


@register.simple_tag
def description_list(pairs: Sequence[tuple[str, object]]) -> SafeString:
    """Draw names with their values; an empty value says so instead of leaving a hole."""
    return _draw("description_list", pairs=pairs)


@register.simple_tag
def breadcrumb(trail: Sequence[parts.Link]) -> SafeString:
    """Draw the way back: every page above this one, the nearest last."""
    return _draw("breadcrumb", trail=trail)


@register.simple_tag
def steps_rail(steps: Sequence[parts.Step]) -> SafeString:
    """Draw where in a long form someone is."""
    return _draw("steps_rail", steps=steps)


@register.simple_tag(takes_context=True)
def pagination(context: Context, page: Page[Any]) -> SafeString:
    """Draw previous and next for a Django page, keeping the rest of the query; nothing for one page."""
    if page.paginator.num_pages < 2:  # noqa: PLR2004 -- one page needs no way to a next one
        return SafeString("")
    # Without the request as such: that would gather everything the frame of the page needs once more.
    return _draw("pagination", page=page, query=context["request"].GET)


@register.simple_tag
def tabs(links: Sequence[parts.Link], label: str) -> SafeString:
    """Draw the navigation between sibling pages; the label names it for who listens."""
    return _draw("tabs", links=links, label=label)


@register.simple_tag
def figure(value: object, label: str, of: str = "", since: str = "") -> SafeString:
    """Draw one number with its 'of how many' and 'since when'."""
    return _draw("figure", value=value, label=label, of=of, since=since)


@register.simple_tag
def filter_chips(chips: Sequence[parts.FilterChip], label: str) -> SafeString:
    """Draw filters with their counts as links, so they work without JavaScript."""
    return _draw("filter_chips", chips=chips, label=label)


@register.simple_tag
def phone_block(number: str, hours: str = "") -> SafeString:
    """Draw the phone number large, as the alternative to doing it on the screen."""
    return _draw("phone_block", number=number, hours=hours)


@register.simple_tag
def loading(text: str = "") -> SafeString:
    """Draw the sign that shows while a fragment is on its way (class htmx-indicator)."""
    return _draw("loading", text=text)


@register.inclusion_tag("design/parts/form_page.html", takes_context=True)
def form_page(
    context: Context, form: BaseForm, submit: str, cancel_url: str = "", action: str = ""
) -> dict[str, object]:
    """Draw a whole form: fields, the one primary button and a way out."""
    values = {"form": form, "submit": submit, "cancel_url": cancel_url, "action": action}
    return {**values, "csrf_token": context.get("csrf_token", "")}


@register.simple_block_tag
def card(
    content: SafeString,
    title: str = "",
    url: str = "",
    accent: parts.Accent = "plain",
    level: int = 3,
) -> SafeString:
    """Draw a calm block with a title (a link when it has an address); level is that of its heading."""
    # The level as text: a number would be written the Dutch way, which takes a quarter of the time of the card.
    return _draw("card", content=content, title=title, url=url, accent=accent, level=str(level))


@register.simple_block_tag
def notice(content: SafeString, tone: parts.Tone = "info", title: str = "") -> SafeString:
    """Draw a message with its word and its shape, never by colour alone."""
    return _draw("notice", content=content, tone=tone, title=title)


@register.simple_block_tag
def empty_state(content: SafeString, title: str) -> SafeString:
    """Draw an empty list: what will come here and how to begin."""
    return _draw("empty_state", content=content, title=title)


@register.simple_block_tag
def page_header(
    content: SafeString, title: str, lead: str = "", accent: parts.Accent = "plain", level: int = 1
) -> SafeString:
    """Draw the title of the page, its sentence, and between the tags its one primary action."""
    return _draw(
        "page_header", content=SafeString(content.strip()), title=title, lead=lead, accent=accent, level=str(level)
    )


@register.simple_block_tag
def hero(content: SafeString, title: str, lead: str = "") -> SafeString:
    """Draw the opening of a front page: one question, one box; belongs in the block `hero`."""
    return _draw("hero", content=SafeString(content.strip()), title=title, lead=lead)


@register.simple_block_tag
def why(content: SafeString, title: str = "") -> SafeString:
    """Draw 'Waarom?': the reasons of a suggestion or a refusal, one click away."""
    return _draw("why", content=content, title=title)


@register.filter
def linked_data(values: Mapping[str, Any]) -> SafeString:
    """Write what a page says to machines as a block of data; nothing in it can close the block or begin a tag."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":")).translate(_NO_MARKUP)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


@register.filter
def phone_address(number: str) -> str:
    """Turn a phone number as people write it into what follows `tel:`; the (0) after +31 is not dialled."""
    return re.sub(r"[^\d+]", "", number.replace("(0)", ""))


@register.filter
def undo_url(message: object) -> str:
    """Give the address that undoes what a message reports, or nothing."""
    return messages.undo_url(message)
