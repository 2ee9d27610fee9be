"""The outside judges of a page: the HTML checker and the accessibility checker, both real programs."""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1] / "tools" / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"
VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = TOOLS / ".bin" / "html-validate"
AXE_RUN = """async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
  return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '));
}"""


def html_complaints(pages: Mapping[str, str]) -> list[str]:
    """What the HTML checker says of these pages, all in one run; needs Java, else uses a checker on Node.

    `pages` is name to HTML text.
    """
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(pages.items()):
            path = Path(folder) / f"{number}.html"
            path.write_text(html)
            names[path.name] = name
        lines = _vnu(folder) if shutil.which("java") and VNU.exists() else _html_validate(folder)
    return [re.sub(r"\S*?(\d+\.html)", lambda match: names.get(match[1], match[0]), line) for line in lines]


def can_check_html() -> bool:
    """Whether one of the HTML checkers is installed."""
    return (bool(shutil.which("java")) and VNU.exists()) or HTML_VALIDATE.exists()


def _vnu(folder: str) -> list[str]:
    command = ["java", "-Xss4m", "-jar", str(VNU), "--format", "json", "--errors-only", "--skip-non-html", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    return [
        f"{Path(one.get('url', '')).name}: {one['message']} [{one.get('extract', '').strip()[:120]}]" for one in found
    ]


def _html_validate(folder: str) -> list[str]:
    command = [str(HTML_VALIDATE), "--preset", "standard", "--formatter", "json", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{Path(file['filePath']).name}: {one['message']}"
        for file in json.loads(done.stdout)
        for one in file["messages"]
    ]
