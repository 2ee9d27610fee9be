"""Foreign kinds of help: which of our own kinds a term means, and terms that run in a circle."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from samenspel.engine import folding, taxonomy

DEEPEST = 20


class Terms:
    """All terms of a feed by id, the circles among them taken out."""

    def __init__(self, terms: Iterable[Mapping[str, Any]]) -> None:
        self._by_id = {one["id"]: one for one in terms if _said(one.get("id"))}
        self.circles: dict[str, str] = {}
        for term_id in self._by_id:
            circle = self._circle_from(term_id)
            if circle:
                self.circles[term_id] = " > ".join(self._name(one) for one in circle)

    def knows(self, term_id: str) -> bool:
        """Whether the feed tells what this term is."""
        return term_id in self._by_id

    def kind_of(self, term: Mapping[str, Any]) -> str | None:
        """The kind that a term means: by code, else by its name; else by that of the term above it."""
        here: Mapping[str, Any] | None = term
        for _step in range(DEEPEST):
            if here is None or here.get("id") in self.circles:
                return None
            found = _meant(here)
            if found:
                return found
            here = self._by_id.get(here.get("parent_id") or "")
        return None

    def told(self, term_id: str) -> Mapping[str, Any]:
        """What the feed tells about a term; KeyError when it does not."""
        return self._by_id[term_id]

    def _circle_from(self, term_id: str) -> list[str]:
        """The way from a term up to itself again; empty when it ends somewhere."""
        path = [term_id]
        while isinstance(above := self._by_id.get(path[-1], {}).get("parent_id"), str) and above in self._by_id:
            if above in path:
                return [*path, above] if above == term_id else []
            path.append(above)
        return []

    def _name(self, term_id: str) -> str:
        name = self._by_id[term_id].get("name")
        return name if isinstance(name, str) and name.strip() else term_id


def _said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _meant(term: Mapping[str, Any]) -> str | None:
    code = term.get("code")
    if isinstance(code, str) and taxonomy.standard().knows(code):
        return code
    name = term.get("name")
    return _by_words().get(_folded(name)) if isinstance(name, str) else None


@cache
def _by_words() -> Mapping[str, str]:
    """Every label and synonym, folded, with its kind; a word that two kinds share says nothing."""
    found: dict[str, set[str]] = {}
    for kind in taxonomy.standard().kinds:
        for word in (kind.label_nl, kind.label_en, *kind.words_nl, *kind.words_en):
            found.setdefault(_folded(word), set()).add(kind.code)
    labels = {
        _folded(label): kind.code for kind in taxonomy.standard().kinds for label in (kind.label_nl, kind.label_en)
    }
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1} | labels


def _folded(text: str) -> str:
    return " ".join(folding.words(text))
