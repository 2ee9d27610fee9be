"""The commands behind `./samenspel`: each is a function in a module beside this one, loaded when it is asked for."""

import sys
from importlib import import_module

COMMANDS = {
    "demo": "demo.demo",
    "manage": "demo.manage",
    "test": "testing.test",
    "check": "checking.check",
    "bench": "measuring.bench",
    "eval": "evaluating.evaluate",
    "translations": "translations.translations",
    "start": "production.start",
}


def main(arguments: list[str]) -> int:
    """Run the named command with the rest of the arguments; its answer is the exit code."""
    place = COMMANDS.get(arguments[0])
    if place is None:
        print(f"Unknown command: {arguments[0]}. Known: {', '.join(COMMANDS)}.", file=sys.stderr)  # noqa: T201
        return 2
    module, function = place.split(".")
    return int(getattr(import_module(f"samenspel.config.{module}"), function)(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
