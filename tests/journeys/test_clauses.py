"""Which clauses of the mission a journey proves; `not_yet.txt` names the others and can only become shorter."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.journeys.clauses import CLAUSES

HERE = Path(__file__).parent
NOT_YET = HERE / "not_yet.txt"
REQUIREMENTS = ROOT.parent / "shared" / "mission" / "requirements.md"
ROW = re.compile(r"^\| (P\d\.\d+[a-f]?) \| (.+?) \|", re.MULTILINE)


def _marked(source: str) -> Iterator[str]:
    """The ids in every `@pytest.mark.clauses(...)` on a test of this file."""
    for test in ast.walk(ast.parse(source)):
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
            for mark in test.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.clauses":
                    yield from (ast.literal_eval(one) for one in mark.args)


def _listed() -> list[str]:
    return [line.split()[0] for line in NOT_YET.read_text().splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def proved() -> set[str]:
    """The ids that a journey claims."""
    return {one for path in HERE.glob("test_*.py") for one in _marked(path.read_text())}


def test_a_journey_claims_only_clauses_that_exist(proved: set[str]) -> None:
    assert proved - CLAUSES.keys() == set()


def test_every_clause_has_a_journey_or_stands_on_the_list(proved: set[str]) -> None:
    assert CLAUSES.keys() - proved - set(_listed()) == set(), "write the journey"


def test_a_clause_with_a_journey_leaves_the_list(proved: set[str]) -> None:
    assert proved & set(_listed()) == set(), "take these lines out of not_yet.txt"


def test_the_list_holds_each_clause_once_in_the_words_of_the_mission() -> None:
    lines = [f"{one} {CLAUSES[one]}" for one in CLAUSES if one in _listed()]
    assert [line for line in NOT_YET.read_text().splitlines() if not line.startswith("#")] == lines


def test_a_mark_is_read_from_a_test_and_from_nothing_else() -> None:
    source = "@pytest.mark.clauses('P0.1', 'P3.7')\ndef test_a(): ...\n@pytest.mark.clauses('P9')\ndef helper(): ...\n"
    assert list(_marked(source)) == ["P0.1", "P3.7"]


@pytest.mark.skipif(not REQUIREMENTS.exists(), reason="the requirements are not here (../shared/mission)")
def test_the_clauses_are_those_of_the_mission() -> None:
    assert dict(ROW.findall(REQUIREMENTS.read_text())) == CLAUSES
