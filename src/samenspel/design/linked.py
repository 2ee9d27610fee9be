"""What a page says to machines (JSON-LD with the words of schema.org), and the one address under which it is known.

A page hands `linked` (from `graph`) and `canonical` (from `absolute`) to the frame, which writes them in the head.
A block of data is not a script: browsers do not run it and the content security policy lets it stand. Contexts say
only what the page itself shows; names of people stay out, because a search machine keeps what it read.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings

from samenspel.design.parts import Link

Thing = Mapping[str, Any]
"""One thing in the words of schema.org; what is empty is left out when it is written."""
COUNTRY = "NL"


def absolute(path: str) -> str:
    """The address of a page as the whole world can use it; `path` begins with a slash."""
    return settings.SITE_ADDRESS.rstrip("/") + path


def graph(*things: Thing) -> dict[str, Any]:
    """Several things in one block, without the parts that nobody filled in."""
    return {"@context": "https://schema.org", "@graph": [_filled(thing) for thing in things]}


def breadcrumbs(trail: Sequence[Link], here: Link) -> Thing:
    """The way to a page: what `{% breadcrumb trail %}` draws, and the page itself."""
    steps = [
        {"@type": "ListItem", "position": place, "name": link.label, "item": absolute(link.url)}
        for place, link in enumerate([*trail, here], start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def contact(*, phone: str = "", email: str = "", page: str = "") -> Thing | None:
    """How to reach an organisation, as its page shows it; nothing when nothing is known."""
    if not (phone or email):
        return None
    return {"@type": "ContactPoint", "contactType": "customer service", "telephone": phone, "email": email, "url": page}


def area(name: str, code: str = "") -> Thing:
    """A municipality, district or neighbourhood with its official code."""
    known = {"@type": "PropertyValue", "propertyID": "CBS", "value": code} if code else None
    return {"@type": "AdministrativeArea", "name": name, "identifier": known}


def _filled(value: Any) -> Any:
    """The same without empty parts, at every depth."""
    if isinstance(value, Mapping):
        return {key: _filled(one) for key, one in value.items() if one not in (None, "", [], {})}
    return [_filled(one) for one in value] if isinstance(value, list | tuple) else value
