"""The commands behind `./samenspel`: each is a function here or in a module beside this one."""

import sys
from collections.abc import Callable

from samenspel.config import checking, demo, evaluating, measuring, production, testing, translations

COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo.demo,
    "manage": demo.manage,
    "test": testing.test,
    "check": checking.check,
    "bench": measuring.bench,
    "eval": evaluating.evaluate,
    "translations": translations.translations,
    "start": production.start,
}


def main(arguments: list[str]) -> int:
    """Run the named command with the rest of the arguments; its answer is the exit code."""
    command = COMMANDS.get(arguments[0])
    if command is None:
        print(f"Unknown command: {arguments[0]}. Known: {', '.join(COMMANDS)}.", file=sys.stderr)  # noqa: T201
        return 2
    return command(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
