"""The taxonomy as shipped, and faulty ones that are refused with a reason."""

from typing import Any

import pytest

from samenspel.engine import taxonomy


def raw(**changes: Any) -> dict[str, Any]:
    kind = {"code": "visit", "label_nl": "Bezoek", "synonyms_nl": ["visite"], "professional_only": False}
    return {"groups": [{"code": "contact", "label_nl": "Contact", "children": [{**kind, **changes}]}]}


def test_sixty_kinds_in_twelve_groups_all_with_words_in_two_languages() -> None:
    known = taxonomy.standard()
    assert (len(known.kinds), len(known.groups)) == (60, 12)
    assert [kind.code for kind in known.kinds if not kind.words_nl or not kind.words_en] == []
    assert [kind.code for kind in known.kinds if kind.label_en == kind.label_nl] == []
    assert known.place("youth-care") == 59
    assert not known.knows("nonsense")


def test_only_professionals_do_crisis_help() -> None:
    known = taxonomy.standard()
    assert known.kinds[known.place("crisis-care")].professional_only
    assert not known.kinds[known.place("walking")].professional_only


def test_lay_words_come_after_the_synonyms_of_the_taxonomy() -> None:
    kind = taxonomy.read(raw(), lay_words="visit: op de koffie, visite | tea").kinds[0]
    assert kind.words_nl == ("visite", "op de koffie")
    assert kind.words_en == ("tea",)


def circle() -> dict[str, Any]:
    """A kind that stands below itself, at some depth."""
    inner: dict[str, Any] = {"code": "visit", "label_nl": "Bezoek", "children": []}
    inner["children"].append({"code": "tea", "label_nl": "Thee", "children": [inner]})
    return {"groups": [{"code": "contact", "label_nl": "Contact", "children": [inner]}]}


@pytest.mark.parametrize(
    ("faulty", "sentence"),
    [
        (circle(), "circle: contact > visit > tea > visit"),
        ({}, "list 'groups'"),
        ([], "list 'groups'"),
        (raw(code=""), "'code' of a kind in 'contact' is missing"),
        (raw(label_nl=None), "'label_nl' of the kind 'visit' is missing"),
        (raw(synonyms_nl="visite"), "synonyms of 'visit'"),
        ({"groups": [*raw()["groups"], *raw()["groups"]]}, "The group 'contact' occurs twice"),
        ({"groups": [{"code": "a", "label_nl": "A", "children": 3}]}, "'a' has no list 'children'"),
    ],
)
def test_a_faulty_taxonomy_is_refused_with_a_reason(faulty: object, sentence: str) -> None:
    with pytest.raises(taxonomy.FaultyTaxonomy, match=sentence):
        taxonomy.read(faulty)


def test_a_kind_in_two_groups_and_lay_words_for_nobody_are_refused() -> None:
    twice = raw()["groups"] + [{**raw()["groups"][0], "code": "other"}]
    with pytest.raises(taxonomy.FaultyTaxonomy, match="'visit' occurs twice"):
        taxonomy.read({"groups": twice})
    with pytest.raises(taxonomy.FaultyTaxonomy, match="do not exist: flying"):
        taxonomy.read(raw(), lay_words="flying: vliegen")
