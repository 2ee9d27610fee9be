"""Commands, settings, roles, contexts, events and dependencies: in the docs and in the code alike."""

import ast
import re
import tomllib
from pathlib import Path

import yaml

from samenspel.accounts.roles import ROLES
from samenspel.config.checking import PARTS
from samenspel.config.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCES = [path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts]
SET_BY_DJANGO = {"DJANGO_SETTINGS_MODULE", "PYTHONPATH"}


def first_cells(document: str, heading: str) -> set[str]:
    """The code words in the first column of the tables under a heading."""
    text = (DOCS / document).read_text().split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([^`]+)`", text, re.MULTILINE))


def settings_read() -> set[str]:
    """Every name that the code asks of the environment."""
    asked: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            function = ast.unparse(node.func)
            names = node.args if function == "required" else node.args[:1]
            if function in {"optional", "required", "listed", "number", "yes_or_no", "host_names", "os.environ.get"}:
                asked |= {str(one.value) for one in names if isinstance(one, ast.Constant)}
    return asked - SET_BY_DJANGO


def our_management_commands() -> set[str]:
    found = (ROOT / "src").rglob("management/commands/*.py")
    return {path.stem for path in found if path.stem != "__init__"}


def test_every_command_is_described_and_every_described_command_exists() -> None:
    named = first_cells("settings.md", "Commands")
    ours = {name.removeprefix("./samenspel ") for name in named if name.startswith("./samenspel ")}
    assert ours == set(COMMANDS)
    assert {name for name in named if not name.startswith("./")} == our_management_commands()


def test_every_part_of_check_is_named() -> None:
    line = next(line for line in (DOCS / "settings.md").read_text().splitlines() if "./samenspel check" in line)
    assert [part for part in PARTS if part not in line] == []


def test_every_setting_is_described_and_every_described_setting_is_read() -> None:
    assert first_cells("settings.md", "Settings") == settings_read()


def test_every_role_is_described_and_every_described_role_exists() -> None:
    lines = re.findall(r"^\| `(\w+)` \| (.+?) \| (yes|no) \|$", (DOCS / "privacy.md").read_text(), re.MULTILINE)
    described = {(code, name, factor == "yes") for code, name, factor in lines}
    assert described == {(role.code, str(role.name), role.sees_care_data) for role in ROLES.values()}


def test_every_context_is_described_in_its_order() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    order = [name.strip() for layer in contracts[0]["layers"] for name in layer.split("|")]
    section = (DOCS / "architecture.md").read_text().split("## Contexts", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])] == order


def test_every_event_is_described_and_every_described_event_exists() -> None:
    told = {
        f"{path.parent.name}.{name}"
        for path in (ROOT / "src").rglob("events.py")
        for name in re.findall(r"^(\w+) = Signal\(\)", path.read_text(), re.MULTILINE)
    }
    assert first_cells("architecture.md", "Events") == told


def test_every_dependency_says_why_it_is_there() -> None:
    lines = re.findall(
        r'^  "[^"]+",.*$', (ROOT / "pyproject.toml").read_text().split("[tool.pytest", 1)[0], re.MULTILINE
    )
    assert [line for line in lines if "#" not in line] == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path.name}: {target}"
        for path in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
        for target in re.findall(r"\]\((?!http|/)([^)#]+)\)", path.read_text())
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_publiccode_names_the_licence_and_both_languages() -> None:
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    assert described["legal"]["license"] == "EUPL-1.2"
    assert set(described["description"]) == set(described["localisation"]["availableLanguages"]) == {"nl", "en"}
    assert described["softwareVersion"] == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    for text in described["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
