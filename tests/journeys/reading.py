"""Reads a page as a person sees it: its words, its links by their text, its forms by their labels."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

UNSEEN = {"head", "script", "style", "template", "svg"}
CONTROLS = {"input", "select", "textarea"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
IN_A_SENTENCE = {"a", "b", "code", "em", "i", "span", "strong", "time"}
Attributes = dict[str, str | None]


@dataclass
class Element:
    """One element of the page, with what stands in it."""

    tag: str
    attributes: Attributes = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        """An attribute; empty when it is not there."""
        return self.attributes.get(name) or ""

    def all(self, *tags: str) -> Iterator["Element"]:
        """Every element of these kinds inside, in the order of the page."""
        for one in self.inside:
            if isinstance(one, Element):
                if one.tag in tags:
                    yield one
                yield from one.all(*tags)

    @property
    def words(self) -> str:
        """What can be read in it, with single spaces."""
        return " ".join("".join(self._pieces()).split())

    @property
    def raw(self) -> str:
        """Its text as it was typed, as in a text box."""
        return "".join(one for one in self.inside if isinstance(one, str)).removeprefix("\r\n").removeprefix("\n")

    def _pieces(self) -> Iterator[str]:
        for one in self.inside:
            if isinstance(one, str):
                yield one
            elif one.tag not in UNSEEN | CONTROLS:
                yield "" if one.tag in IN_A_SENTENCE else " "
                yield from one._pieces()
                yield "" if one.tag in IN_A_SENTENCE else " "


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("page")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(made)
        if tag not in EMPTY:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag in {one.tag for one in self._open}:
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def read(html: str) -> Element:
    """The page behind the text of an answer."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


@dataclass
class Form:
    """A form as a person fills it in: by the labels; what is not touched is sent as it stands.

    With its `page` also what stands elsewhere and says by `form=` that it belongs here, as a browser has it.
    """

    element: Element
    page: Element | None = None

    def parts(self, *tags: str) -> list[Element]:
        """The controls, labels or buttons of this form, in the order of the page."""
        inside = list(self.element.all(*tags))
        known = {id(one) for one in inside}
        others = self.page.all(*tags) if self.page and self.element["id"] else ()
        return inside + [one for one in others if id(one) not in known and self._is_for(one)]

    def _is_for(self, element: Element) -> bool:
        held = [element, *element.all(*CONTROLS)]
        return any(one["form"] == self.element["id"] for one in held)

    @property
    def buttons(self) -> list[str]:
        """The words on the buttons."""
        return [one.words for one in self.parts("button")]

    def labels(self) -> dict[str, list[Element]]:
        """The controls behind each label: one, or all choices of a question."""
        by_id = {one["id"]: one for one in self.parts(*CONTROLS)}
        found = {_bare(one): _behind(one, by_id) for one in self.parts("label")}
        for group in self.parts("fieldset"):
            for legend in group.all("legend"):
                found[_bare(legend)] = list(group.all(*CONTROLS))
        return {words: controls for words, controls in found.items() if controls}

    def values(self) -> dict[str, list[str]]:
        """What a browser sends when nothing is touched."""
        sent: dict[str, list[str]] = {}
        for control in self.parts(*CONTROLS):
            for value in _sent(control):
                sent.setdefault(control["name"], []).append(value)
        return sent

    def choice(self, controls: list[Element], words: str) -> str:
        """The value behind the words of a choice.

        Raises:
            AssertionError: with the choices there are.
        """
        ids = {one["id"]: one for one in controls}
        choices: dict[str, str] = {option.words: option["value"] for one in controls for option in one.all("option")}
        for label in self.parts("label"):
            for control in _behind(label, ids):
                if any(control is one for one in controls):
                    choices[label.words] = control["value"]
        found = [value for label, value in choices.items() if label.startswith(words)]
        assert found, f"no choice {words!r} among {list(choices)}"
        return found[0]


def _bare(label: Element) -> str:
    return label.words.removesuffix("(niet verplicht)").removesuffix("(optional)").strip()


def _behind(label: Element, by_id: dict[str, Element]) -> list[Element]:
    return [by_id[label["for"]]] if label["for"] in by_id else list(label.all(*CONTROLS))


def _sent(control: Element) -> list[str]:
    kind = control["type"]
    if not control["name"] or "disabled" in control.attributes or kind in {"file", "submit"}:
        return []
    if control.tag == "textarea":
        return [control.raw]
    if control.tag == "select":
        options = list(control.all("option"))
        chosen = [one for one in options if "selected" in one.attributes] or options[:1]
        return [one["value"] for one in chosen]
    if kind in {"radio", "checkbox"}:
        return [control.attributes.get("value", "on") or ""] if "checked" in control.attributes else []
    return [control["value"]]
