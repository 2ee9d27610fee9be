"""Reading a piece of HTML by tag and attribute, so that tests ask for meaning and not for a line of text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass
class Element:
    """One element with its attributes and all the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    ancestors: list["Element"] = field(default_factory=list)


class Elements(HTMLParser):
    """All elements of a page in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, ancestors=list(self._open))
        self.found.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data


def all_of(html: str, tag: str = "", **attributes: str) -> list[Element]:
    """The elements with this tag and these attributes; `_` in a name stands for `-`, a last `_` is dropped."""
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [
        element
        for element in Elements(html).found
        if (not tag or element.tag == tag) and wanted.items() <= element.attributes.items()
    ]


def one(html: str, tag: str = "", **attributes: str) -> Element:
    """The only such element."""
    found = all_of(html, tag, **attributes)
    assert len(found) == 1, f"{len(found)} of <{tag} {attributes}>"
    return found[0]
