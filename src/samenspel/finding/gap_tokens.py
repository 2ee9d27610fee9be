"""What a page without results hands to its own form: what was missed, signed, so that nobody counts what was not.

The token holds codes only. It goes from the page to the form and back, and is never kept.
"""

from dataclasses import asdict
from datetime import timedelta

from django.core import signing

from samenspel.finding.answers import Answer
from samenspel.finding.missing import Missed, missed
from samenspel.finding.wanted import Wanted

LASTS = timedelta(hours=2)
SALT = "finding.gap"
ROBOTS = ("bot", "crawl", "spider", "slurp", "headless", "monitor", "preview")
"""Words in the name that a machine gives itself; those that give none do not run scripts and press no buttons."""


def token(wanted: Wanted, answer: Answer) -> str:
    """The signed token of a search that missed something; empty when nothing has to be counted."""
    found = missed(wanted, answer)
    return signing.dumps(asdict(found), salt=SALT) if found else ""


def read(text: str) -> Missed | None:
    """What a token says; nothing when it is not ours, was changed, or is too old."""
    try:
        return Missed(**signing.loads(text, salt=SALT, max_age=LASTS))
    except (signing.BadSignature, TypeError):
        return None


def is_robot(agent: str) -> bool:
    """Whether a browser says of itself that it is a machine."""
    return any(word in agent.lower() for word in ROBOTS)
