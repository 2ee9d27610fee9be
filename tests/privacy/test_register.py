"""The register of the product against the models and against the database itself."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import override_settings

from samenspel.privacy import checks, register
from samenspel.privacy.rules import About, Act


def test_the_register_is_complete_and_true() -> None:
    assert checks.everything_has_a_purpose_and_a_term() == []


@pytest.mark.django_db
def test_every_table_and_column_of_the_database_is_in_it() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'")
        stored = set(cursor.fetchall())
    known = {
        (table.name, name) for table in register.current().tables for group in table.columns for name in group.names
    }
    assert stored == known


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("groups: [", "retention.yaml"),
        ("bases: {}\ngroups: []\n", "is not in the register"),
        ("- een lijst\n", "retention register"),
    ],
)
def test_the_build_fails_on_a_register_with_a_hole(tmp_path: Path, text: str, told: str) -> None:
    broken = tmp_path / "retention.yaml"
    broken.write_text(text)
    with override_settings(RETENTION_REGISTER=broken):
        errors = checks.everything_has_a_purpose_and_a_term()
    assert told in str(errors[0])
    assert {error.id for error in errors} == {"samenspel.E020"}


def test_nothing_about_a_person_is_kept_without_end() -> None:
    endless = [
        table.name
        for table in register.current().tables
        if About.PERSON in table.abouts and not {rule.act for rule in table.rules} & {Act.DELETE, Act.FOLLOW}
    ]
    assert endless == []
