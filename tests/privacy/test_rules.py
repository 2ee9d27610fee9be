"""The register: complete, true, and readable; each fault is named."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from samenspel.privacy import rules
from samenspel.privacy.rules import Act, BadRegister, Register, StoredTable

TEXT = {"nl": "Tekst", "en": "Text"}
STORED = StoredTable("letters", frozenset({"id", "text", "sent_at"}), sealed=frozenset({"text"}), has_row_lock=True)


def raw(**changes: Any) -> dict[str, Any]:
    """A register with one table, in order."""
    table = {
        "name": "letters",
        "what": TEXT,
        "why": TEXT,
        "basis": "consent",
        "receivers": TEXT,
        "columns": [
            {"about": "person", "what": TEXT, "names": ["text"]},
            {"about": "none", "names": ["id", "sent_at"]},
        ],
        "rules": [{"act": "delete", "after": "sent_at", "days": 30, "says": TEXT}],
    }
    return {"bases": {"consent": TEXT}, "groups": [{"title": TEXT, "tables": [{**table, **changes}]}]}


def register(**changes: Any) -> Register:
    return rules.read(raw(**changes))


def wrong(of: Register | None = None, *, stored: StoredTable = STORED) -> list[str]:
    return list(rules.problems(of or register(), [stored]))


def test_a_complete_register_has_no_problems() -> None:
    assert wrong() == []


def a_rule(**changes: Any) -> list[Mapping[str, Any]]:
    return [{"act": "delete", "after": "sent_at", "days": 30, "says": TEXT, **changes}]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"name": "post"}, "post is in the register but there is no such table"),
        ({"columns": [{"about": "person", "names": ["text", "id"]}]}, "letters.sent_at has no purpose in the register"),
        (
            {"columns": [{"about": "person", "names": ["text", "id", "sent_at", "old"]}]},
            "letters.old is in the register but not in the table",
        ),
        (
            {"columns": [{"about": "person", "names": ["text", "id", "sent_at", "id"]}]},
            "letters.id is in the register twice",
        ),
        (
            {"columns": [{"about": "none", "names": ["text", "id", "sent_at"]}]},
            "letters.text is sealed, so it is about a person",
        ),
        ({"rules": []}, "letters has no term"),
        ({"basis": "habit"}, "letters has no known basis"),
        ({"why": {"nl": "Tekst"}}, "letters: why has no text in en"),
        ({"receivers": {}}, "letters: receivers has no text in nl"),
        ({"rules": a_rule(says={"en": "30 days"})}, "letters: rules has no text in nl"),
        ({"rules": a_rule(days=0)}, "letters: delete needs `after` and at least one day"),
        ({"rules": a_rule(after="closed_at")}, "letters: a rule names closed_at, which is no column"),
        ({"rules": a_rule(where={"state": "open"})}, "letters: a rule names state, which is no column"),
        ({"rules": a_rule(act="empty")}, "letters: empty needs `columns`"),
    ],
)
def test_each_fault_is_named(changes: dict[str, Any], problem: str) -> None:
    assert problem in wrong(register(**changes))


def test_a_table_that_is_not_in_the_register_is_named() -> None:
    found = list(rules.problems(register(), [STORED, StoredTable("secrets", frozenset({"id"}))]))
    assert found == ["secrets is not in the register: say why it is kept and how long"]


def test_a_table_may_be_in_the_register_once() -> None:
    twice = register()
    twice = replace(twice, groups=twice.groups * 2)
    assert "letters is in the register twice" in wrong(twice)


def test_data_about_a_person_without_a_second_lock_is_refused() -> None:
    assert wrong(stored=replace(STORED, has_row_lock=False)) == ["letters holds data about a person and has no RowLock"]


def test_data_about_an_account_without_a_second_lock_needs_a_reason() -> None:
    columns = [{"about": "account", "names": ["id", "text", "sent_at"]}]
    unlocked = replace(STORED, has_row_lock=False, sealed=frozenset())
    assert "say in `unlocked_because` why" in wrong(register(columns=columns), stored=unlocked)[0]
    assert wrong(register(columns=columns, unlocked_because="it decides"), stored=unlocked) == []
    assert wrong(register(columns=columns), stored=replace(unlocked, is_ours=False)) == []


@pytest.mark.parametrize(
    "break_it",
    [
        lambda register: register.pop("bases"),
        lambda register: register.pop("groups"),
        lambda register: register["groups"][0]["tables"][0].pop("columns"),
        lambda register: register["groups"][0]["tables"][0]["rules"][0].update(act="burn"),
        lambda register: register["groups"][0]["tables"][0]["columns"][0].update(about="pets"),
        lambda register: register["groups"][0]["tables"][0]["rules"][0].update(days="soon"),
    ],
)
def test_a_register_that_cannot_be_read_says_so(break_it: Callable[[dict[str, Any]], object]) -> None:
    broken = raw()
    break_it(broken)
    with pytest.raises(BadRegister, match="retention register"):
        rules.read(broken)


def test_the_limit_counts_back_from_now() -> None:
    rule = rules.Rule(Act.DELETE, TEXT, after="sent_at", days=30)
    assert rule.limit(datetime(2026, 11, 22, 3, 15, tzinfo=UTC)) == datetime(2026, 10, 23, 3, 15, tzinfo=UTC)


def test_a_rule_has_a_name_without_content() -> None:
    rule = rules.Rule(Act.DELETE, TEXT, after="sent_at", days=30, where={"state": "Jansen"})
    assert rule.name == "delete:sent_at+30d:state"
    assert replace(rule, act=Act.EMPTY, columns=("a", "b")).name == "empty:a+b:sent_at+30d"
