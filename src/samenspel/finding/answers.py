"""What a search answers: danger first, then guesses, results with reasons in words, and how many each filter leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samenspel.directory.models import Offer
from samenspel.directory.words import Card
from samenspel.engine.danger import Flag

PER_PAGE = 10


@dataclass(frozen=True)
class Guess:
    """A kind of help that may be meant; `because` holds the words of the text that point to it."""

    code: str
    label: str
    is_confirmed: bool
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """An offer with its organisation, where its pages are, and in words why it stands here, the most telling first.

    `metres` is how far it is as the crow flies; None by phone or online, or when one of the two has no place.
    """

    offer: Offer
    url: str
    organisation_url: str
    why: list[str]
    card: Card
    metres: float | None


@dataclass(frozen=True)
class Loosened:
    """A limit without which something is found: its name in the address, in words, and how many there are then."""

    name: str
    sentence: str
    total: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Everything the page of a search needs.

    `counts` says per filter and value, named as in the address (`("dag", "tue")`), how many there are when that value
    stands in place of the filter's own. When there are few of the kinds that a person confirmed, `others` holds the
    best of other kinds within all other limits. When nothing fits, `nearest` holds what comes closest and `loosened`
    the limits without which there is something, the first being the one of `nearest`; empty when only everything
    together could be let go. `is_understood` is False when no word of the text said anything; `was_cut` when the text
    was too long to read to the end.
    """

    danger: Sequence[Flag] = ()
    guesses: list[Guess] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    total: int = 0
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    others: list[Result] = field(default_factory=list)
    nearest: list[Result] = field(default_factory=list)
    loosened: list[Loosened] = field(default_factory=list)
    page: int = 1
    is_understood: bool = True
    was_cut: bool = False

    @property
    def pages(self) -> int:
        """How many pages of results there are; one when there is nothing."""
        return max(1, -(-self.total // PER_PAGE))
