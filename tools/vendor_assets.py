"""Copy third-party CSS, scripts and fonts from node_modules into the repository.

Run after `npm ci` when a version in package.json changed:

    python3 tools/vendor_assets.py

The result is committed, so neither running nor testing Samenspel needs npm. From NL Design System
only the components are taken that our templates use, and of its example tokens only those that
these components ask for: the rest of 200 kB would travel to every phone for nothing.
"""

import json
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src/samenspel/design/static/vendor"

COMPONENTS = (
    "button",
    "textbox",
    "textarea",
    "select",
    "checkbox",
    "radio-button",
    "form-label",
    "form-field-description",
    "form-field-error-message",
    "skip-link",
)
FONT = "@fontsource/atkinson-hyperlegible-next"
TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT_FILES = tuple(
    f"atkinson-hyperlegible-next-{script}-{weight}-normal.woff2"
    for script in ("latin", "latin-ext")
    for weight in (400, 700)
)
# Source in node_modules -> place under vendor/.
FILES = {
    f"{FONT}/LICENSE": "atkinson-hyperlegible-next/LICENSE",
    **{f"{FONT}/files/{name}": f"atkinson-hyperlegible-next/{name}" for name in FONT_FILES},
    "@utrecht/component-library-css/LICENSE.md": "nl-design-system/LICENSE.md",
    "htmx.org/LICENSE": "htmx/LICENSE",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "leaflet/LICENSE": "leaflet/LICENSE",
    "leaflet/dist/leaflet.css": "leaflet/leaflet.css",
    "leaflet/dist/leaflet.js": "leaflet/leaflet.js",
    "leaflet/dist/images/layers.png": "leaflet/images/layers.png",
    "leaflet/dist/images/layers-2x.png": "leaflet/images/layers-2x.png",
    "leaflet/dist/images/marker-icon.png": "leaflet/images/marker-icon.png",
    "leaflet/dist/images/marker-icon-2x.png": "leaflet/images/marker-icon-2x.png",
    "leaflet/dist/images/marker-shadow.png": "leaflet/images/marker-shadow.png",
}


def main() -> None:
    """Write vendor/ anew, so that a file no longer named here disappears."""
    if not NODE_MODULES.is_dir():
        message = "node_modules is missing: run `npm ci` first."
        raise SystemExit(message)
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in FILES.items():
        copy(NODE_MODULES / source, VENDOR / target)
    write(VENDOR / "nl-design-system/nl-design-system.css", nl_design_system())


def copy(source: Path, target: Path) -> None:
    """Copy one file; text loses its pointer to a source map that is not shipped."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".js", ".css"}:
        text = re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "\n", source.read_text(encoding="utf-8"))
        target.write_text(text, encoding="utf-8")
    else:
        shutil.copyfile(source, target)


def nl_design_system() -> str:
    """Give tokens and components as one file, because a phone pays for every request."""
    components = joined_components()
    licence = "/* @license EUPL-1.2, NL Design System, Frameless B.V. and Gemeente Utrecht; see LICENSE.md */"
    return "\n".join([licence, needed_tokens(components), components])


def joined_components() -> str:
    """Give the minified CSS of the used components as one file, each with its name and version."""
    parts = []
    for name in COMPONENTS:
        folder = NODE_MODULES / f"@utrecht/{name}-css"
        css = (folder / "dist/index.min.css").read_text(encoding="utf-8")
        version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
        parts.append(f"/* {name} {version} */\n{without_comments(css)}")
    return "\n".join([*parts, ""])


def without_comments(css: str) -> str:
    """Drop the licence block each component repeats: it stands once at the head of our file."""
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).strip()


def needed_tokens(components: str) -> str:
    """Give the example tokens the components refer to, and what those tokens refer to in turn."""
    theme = (NODE_MODULES / TOKENS / "dist/theme.css").read_text(encoding="utf-8")
    values = dict(re.findall(r"^\s*(--[\w-]+):\s*(.+?);$", theme, flags=re.MULTILINE))
    wanted = references(components) & values.keys()
    queue = list(wanted)
    while queue:
        new = (references(values[queue.pop()]) & values.keys()) - wanted
        wanted |= new
        queue += new
    lines = [f"  {name}: {values[name]};" for name in values if name in wanted]
    version = json.loads((NODE_MODULES / TOKENS / "package.json").read_text(encoding="utf-8"))["version"]
    return "\n".join([f"/* voorbeeld-design-tokens {version} */", ":root {", *lines, "}"])


def references(css: str) -> set[str]:
    """Name every custom property a piece of CSS reads."""
    return set(re.findall(r"var\(\s*(--[\w-]+)", css))


def write(path: Path, text: str) -> None:
    """Write a generated file, making its folder when needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
