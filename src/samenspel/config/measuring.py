"""`./samenspel bench [NAME] [--json] [--quick]`: ratios against a named alternative, both measured in one run."""

import importlib
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def bench(arguments: list[str]) -> int:
    """Run one bench or all; each is a module `bench/NAME.py` with `run(*, quick)`."""
    sys.path.insert(0, str(ROOT))
    known = sorted(path.stem for path in (ROOT / "bench").glob("*.py") if _is_bench(path))
    names = [argument for argument in arguments if not argument.startswith("-")] or known
    if unknown := set(names) - set(known):
        print(f"Unknown bench: {', '.join(sorted(unknown))}. Known: {', '.join(known)}.", file=sys.stderr)  # noqa: T201
        return 2
    results = [importlib.import_module(f"bench.{name}").run(quick="--quick" in arguments) for name in names]
    print(json.dumps(results, indent=1) if "--json" in arguments else "\n\n".join(map(_as_table, results)))  # noqa: T201
    return 0


def _as_table(result: dict[str, Any]) -> str:
    lines = [result["name"]]
    lines += [f"  {row['what']:<60} {row['value']:>12.4g} {row['unit']}" for row in result["rows"]]
    lines += [f"  {what:<60} {ratio:>12.3g} x" for what, ratio in result["ratios"].items()]
    return "\n".join(lines)


def _is_bench(path: Path) -> bool:
    return "\ndef run(" in path.read_text()
