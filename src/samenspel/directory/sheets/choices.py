"""Words that stand for one of a few things: found by their names, with a suggestion for what comes near."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from samenspel.directory import words
from samenspel.directory.models import FORM_TEXTS, PROVIDER_TEXTS
from samenspel.directory.rules import Capacity, OfferForm, OfferProvider
from samenspel.directory.sheets.columns import key
from samenspel.engine import taxonomy

NEAR = 0.75
PARTS = re.compile(r"[;\n|]")
FORM_WORDS = {
    OfferForm.ONE_TO_ONE.value: ("1 op 1", "1-op-1", "individueel", "een op een", "bij mensen thuis", "aan huis"),
    OfferForm.GROUP.value: ("groep", "groepsaanbod", "collectief", "groepsgewijs", "in groep"),
    OfferForm.REMOTE.value: ("telefoon", "online", "telefonisch", "digitaal", "telefoon of online", "beeldbellen"),
}
PROVIDER_WORDS = {
    OfferProvider.VOLUNTEER.value: ("vrijwilliger", "vrijwillig"),
    OfferProvider.PROFESSIONAL.value: ("beroepskracht", "professional", "professionals", "beroeps"),
    OfferProvider.BOTH.value: ("beide", "allebei", "beiden", "vrijwilligers en professionals"),
}
ROOM_TEXTS = (
    (Capacity.ROOM.value, "ja"),
    (Capacity.WAITING.value, "wachtlijst"),
    (Capacity.FULL.value, "vol"),
    (Capacity.UNKNOWN.value, "onbekend"),
)
ROOM_WORDS = {
    Capacity.ROOM.value: ("plek", "er is plek", "vrij", "beschikbaar", "j", "yes", "x", "1"),
    Capacity.WAITING.value: ("wachten", "er is een wachtlijst", "wachttijd"),
    Capacity.FULL.value: ("nee", "geen plek", "nu vol", "n", "no", "0"),
    Capacity.UNKNOWN.value: ("weet niet", "vraag of er plek is", "?", "niet bekend"),
}
YES_NO_TEXTS = (("yes", "ja"), ("no", "nee"))
YES_NO_WORDS = {
    "yes": ("j", "y", "true", "waar", "1", "x", "open", "actief"),
    "no": ("n", "false", "onwaar", "0", "gesloten", "dicht", "niet actief"),
}


class Unread(Exception):
    """A cell that we do not understand; the sentence says what is wrong and what would be right."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Choice:
    """The things to choose from: each code with its name in a sheet, and every word that stands for it."""

    names: Mapping[str, str]
    codes: Mapping[str, str]
    hints: Mapping[str, str]

    def one(self, text: str) -> str:
        """The code that a text stands for.

        Raises:
            Unread: none; with what comes nearest, or what there is to choose from.
        """
        code = self.codes.get(key(text))
        if code is None:
            raise Unread(self._complaint(text))
        return code

    def several(self, text: str) -> list[str]:
        """The codes in a cell, each once, in the order of the cell.

        Raises:
            Unread: for the first part that is none of them.
        """
        pieces = [piece for part in PARTS.split(text) for piece in self._pieces(part)]
        return list(dict.fromkeys(self.one(piece) for piece in pieces if key(piece)))

    def _pieces(self, part: str) -> list[str]:
        """A part that is one of the names as it is, else what stands between its commas and its 'en'."""
        if key(part) in self.codes:
            return [part]
        found = []
        for piece in part.split(","):
            smaller = piece.split(" en ")
            is_list = key(piece) not in self.codes and all(key(one) in self.codes for one in smaller)
            found += smaller if is_list else [piece]
        return found

    def _complaint(self, text: str) -> str:
        known = {**self.hints, **{word: self.names[code] for word, code in self.codes.items() if code in self.names}}
        near = get_close_matches(key(text), list(known), n=1, cutoff=NEAR)
        shown = text.strip()[:60]
        if near:
            return _("“%(found)s” kennen wij niet. Bedoelt u “%(near)s”?") % {"found": shown, "near": known[near[0]]}
        if len(self.names) <= len(FORM_WORDS) + 1:
            options = ", ".join(self.names.values())
            return _("“%(found)s” kennen wij niet. Kies uit: %(options)s.") % {"found": shown, "options": options}
        sentence = _("“%(found)s” kennen wij niet. Kies een woord van het tweede blad van ons voorbeeld.")
        return sentence % {"found": shown}


def of(
    texts: Iterable[tuple[str, str | Promise]],
    others: Mapping[str, Iterable[str]] | None = None,
    hints: Mapping[str, str] | None = None,
) -> Choice:
    """A choice from codes with their names; `others` are words that mean the same, `hints` only come near."""
    names = {code: str(name) for code, name in texts}
    codes = {key(code): code for code in names}
    codes |= {key(word): code for code, several in (others or {}).items() for word in several}
    codes |= {key(name): code for code, name in names.items()}
    return Choice(names, codes, hints or {})


@cache
def named(name: str) -> Choice:
    """One of the choices of a sheet, made once; always with Dutch names, because they stand in people's files."""
    with override("nl"):
        return MAKERS[name]()


def _kinds() -> Choice:
    known = taxonomy.standard().kinds
    hints = {key(word): kind.label_nl for kind in known for word in kind.words_nl}
    english = {kind.code: (kind.label_en,) for kind in known}
    return of([(kind.code, kind.label_nl) for kind in known], english, hints)


MAKERS: Mapping[str, Callable[[], Choice]] = {
    "form": lambda: of(FORM_TEXTS, FORM_WORDS),
    "provider": lambda: of(PROVIDER_TEXTS, PROVIDER_WORDS),
    "kinds": _kinds,
    "target_groups": lambda: of(words.TARGET_TEXTS),
    "languages": lambda: of(words.LANGUAGE_TEXTS),
    "capacity": lambda: of(ROOM_TEXTS, ROOM_WORDS),
    "open": lambda: of(YES_NO_TEXTS, YES_NO_WORDS),
}
"""The columns in which one of a few things stands."""
