"""What stands out in the counts, in sentences, and the counts themselves in words and tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.design.parts import Column, Table
from samenspel.directory import words
from samenspel.directory.reviewing.counting import EVERYONE, Counts
from samenspel.directory.reviewing.overview import Overview
from samenspel.directory.rules import OfferForm
from samenspel.engine import taxonomy
from samenspel.lib.sheet_writing import Tab
from samenspel.places.models import Area

MOST_NAMED = 4
MOST_SENTENCES = 8
MOST_NEAR = 3


@dataclass(frozen=True)
class Group:
    """The kinds of one group, each with its counts in words; `empty` says of how many kinds there is nothing."""

    title: str
    rows: list[tuple[str, str]]
    empty: int


def sentences(where: str, seen: Overview) -> list[str]:
    """What stands out in an area, the most telling first; never more than somebody reads."""
    areas, kinds, targets = seen.areas, seen.kinds, seen.targets
    told = [*_one_form_only(where, targets), *_one_form_near(seen), *_nothing_near(areas), *_without_room(where, kinds)]
    return [*told[: MOST_SENTENCES - 2], *_kinds_without(where, kinds), *_old(where, seen.old)]


def _one_form_only(where: str, targets: Mapping[str, Counts]) -> Iterable[str]:
    texts = {
        OfferForm.GROUP.value: _("In %(where)s is voor %(whom)s alleen groepsaanbod (%(count)d)."),
        OfferForm.ONE_TO_ONE.value: _("In %(where)s is voor %(whom)s alleen hulp één op één (%(count)d)."),
        OfferForm.REMOTE.value: _("In %(where)s is voor %(whom)s alleen hulp via telefoon of online (%(count)d)."),
    }
    names = {code: str(text) for code, text in words.TARGET_TEXTS}
    for code, counts in targets.items():
        if counts.only_form and code != EVERYONE:
            yield texts[counts.only_form] % {"where": where, "whom": names[code], "count": counts.total}


def _one_form_near(seen: Overview) -> Iterable[str]:
    """Where the help of the neighbourhood itself comes in one form only; said when the whole area does not tell it."""
    texts = {
        OfferForm.GROUP.value: _("Vlakbij, in %(where)s, is voor %(whom)s alleen groepsaanbod (%(count)d)."),
        OfferForm.ONE_TO_ONE.value: _("Vlakbij, in %(where)s, is voor %(whom)s alleen hulp één op één (%(count)d)."),
    }
    names = {code: str(text) for code, text in words.TARGET_TEXTS}
    found = [
        (counts.total, area.name, names[code], counts.only_form)
        for area, targets in seen.near_targets
        for code, counts in targets.items()
        if code != EVERYONE and counts.only_form in texts and not seen.targets[code].only_form
    ]
    for count, area, whom, form in sorted(found, key=lambda one: (-one[0], one[1:]))[:MOST_NEAR]:
        yield texts[form] % {"where": area, "whom": whom, "count": count}


def _nothing_near(areas: Sequence[tuple[Area, Counts]]) -> Iterable[str]:
    bare = [area.name for area, counts in areas if not counts.near]
    if bare and len(bare) < len(areas):
        yield _("Niets speciaal voor de buurt of wijk zelf: %(names)s.") % {"names": _some(bare)}


def _without_room(where: str, kinds: Mapping[str, Counts]) -> Iterable[str]:
    full = words.kind_labels(code for code, counts in kinds.items() if counts.is_full)
    if full:
        yield _("In %(where)s is nergens plek voor: %(names)s.") % {"where": where, "names": _some(full)}


def _kinds_without(where: str, kinds: Mapping[str, Counts]) -> Iterable[str]:
    known = taxonomy.standard()
    free = [code for code in known.codes if not known.kinds[known.place(code)].professional_only]
    none = words.kind_labels(code for code in free if code in kinds and not kinds[code].total)
    if none:
        text = ngettext(
            "In %(where)s is niets van %(count)d soort hulp: %(names)s.",
            "In %(where)s is niets van %(count)d soorten hulp: %(names)s.",
            len(none),
        )
        yield text % {"where": where, "count": len(none), "names": _some(none)}


def _old(where: str, old: int) -> Iterable[str]:
    if old:
        text = ngettext(
            "In %(where)s is %(count)d aanbod lang niet bevestigd.",
            "In %(where)s is %(count)d keer aanbod lang niet bevestigd.",
            old,
        )
        yield text % {"where": where, "count": old}


def _some(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - MOST_NAMED
    begin = ", ".join(names[:MOST_NAMED])
    return begin if more <= 0 else _("%(names)s en nog %(more)d") % {"names": begin, "more": more}


def in_words(counts: Counts) -> str:
    """The counts of one kind or target group as a short text; the empty ones stand out."""
    if not counts.total:
        return _("Nog niets")
    one, group, remote = counts.by_form
    parts = [
        (one, _("%(count)d één op één")),
        (group, _("%(count)d in een groep")),
        (remote, _("%(count)d via telefoon of online")),
        (counts.room, _("%(count)d met plek")),
        (counts.old, _("%(count)d lang niet bevestigd")),
    ]
    told = [text % {"count": count} for count, text in parts if count]
    return " · ".join(told if counts.room else [*told, _("nu nergens plek")] if counts.is_full else told)


def groups(kinds: Mapping[str, Counts]) -> list[Group]:
    """All kinds under the groups of the taxonomy, also those of which there is nothing."""
    known = taxonomy.standard()
    found = []
    for code, title in words.GROUP_TEXTS.items():
        inside = [kind.code for kind in known.kinds if kind.group == code]
        rows = [(words.kind_labels([kind])[0], in_words(kinds[kind])) for kind in inside]
        found.append(Group(str(title), rows, sum(1 for kind in inside if not kinds[kind].total)))
    return found


def target_rows(targets: Mapping[str, Counts]) -> list[tuple[str, str]]:
    """All target groups with their counts in words."""
    return [(str(text), in_words(targets[code])) for code, text in words.TARGET_TEXTS]


def area_table(areas: Sequence[tuple[Area, Counts]]) -> Table:
    """The neighbourhoods with their numbers."""
    labels = [
        _("Buurt"), _("Eén op één"), _("In een groep"), _("Telefoon of online"), _("Samen"),
        _("Van de buurt of wijk zelf"), _("Met plek"), _("Lang niet bevestigd"),
    ]  # fmt: skip
    rows = [[area.name, *counts.by_form, counts.total, counts.near, counts.room, counts.old] for area, counts in areas]
    columns = [Column(label=label, number=place > 0) for place, label in enumerate(labels)]
    return Table(caption=_("Aanbod per buurt"), columns=columns, rows=rows)


def tabs(seen: Overview) -> list[Tab]:
    """The same as sheets to take along: per neighbourhood, per kind, for whom."""
    labels = [column.label for column in area_table(seen.areas).columns]
    numbers = [*labels[1:5], *labels[6:]]
    per_area: list[list[str | int]] = [
        [area.name, *counts.by_form, counts.total, counts.near, counts.room, counts.old] for area, counts in seen.areas
    ]
    per_kind = [[label, *_numbers(seen.kinds[code])] for code in seen.kinds for label in words.kind_labels([code])]
    per_target = [[str(text), *_numbers(seen.targets[code])] for code, text in words.TARGET_TEXTS]
    return [
        Tab(_("Per buurt"), labels, per_area),
        Tab(_("Per soort hulp"), [_("Soort hulp"), *numbers], per_kind),
        Tab(_("Voor wie"), [_("Voor wie"), *numbers], per_target),
    ]


def _numbers(counts: Counts) -> list[str | int]:
    return [*counts.by_form, counts.total, counts.room, counts.old]
