"""Texts of a feed as people may read them here: without HTML, without invisible signs, not longer than fits."""

import re
from html.parser import HTMLParser

from samenspel.lib import texts

LOOKS_LIKE_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
NOT_READ = frozenset({"script", "style", "template", "iframe", "object"})
NEW_LINE = frozenset({"br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
CUT = "…"


class _Words(HTMLParser):
    """Keeps what a person would read of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in NOT_READ
        if tag in NEW_LINE:
            self.read.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in NOT_READ))
        if tag in NEW_LINE and tag != "li":
            self.read.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.read.append(data)


def had_html(text: str) -> bool:
    """Whether a text carries marks of HTML."""
    return LOOKS_LIKE_HTML.search(text) is not None


def lines(text: str) -> str:
    """The text as plain lines: HTML read, invisible signs gone, at most one empty line in a row."""
    if had_html(text):
        words = _Words()
        words.feed(text)
        words.close()
        text = "".join(words.read)
    tidied = re.sub(r"[^\S\n]+", " ", texts.clean(text))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", tidied)).strip()


def line(text: str) -> str:
    """The same on one line."""
    return texts.clean_line(lines(text))


def cut(text: str, most: int) -> str:
    """The text up to a length, ended after a whole word; unchanged when it fits."""
    if len(text) <= most:
        return text
    begin = text[: most - len(CUT)]
    head, space, _rest = begin.rpartition(" ")
    return (head if space and len(head) > most // 2 else begin).rstrip() + CUT
