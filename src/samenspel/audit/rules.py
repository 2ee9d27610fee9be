"""The words of the log: kinds of action and outcome after NEN 7513 (L21)."""

from enum import StrEnum


class Action(StrEnum):
    """What was done with something (EventActionCode)."""

    CREATE = "C"
    READ = "R"
    UPDATE = "U"
    DELETE = "D"
    EXECUTE = "E"


class Outcome(StrEnum):
    """How it ended (EventOutcomeIndicator)."""

    SUCCESS = "0"
    REFUSED = "4"
    FAILED = "8"
