"""What would be mailed: the letters in the queue, opened.

`mailbox.to("henk@voorbeeld.test")` gives the letters to an address, oldest first; `mailbox.code_to(...)` the code in
the newest. Works inside the test's transaction and on a committed database.
"""

import re
from dataclasses import dataclass

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.lib import mail

CODE = re.compile(r"^\s*([0-9A-Z]{3,}(?:-[0-9A-Z]{3,})*)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Mailbox:
    """All letters that wait for the worker."""

    def letters(self) -> list[mail.Letter]:
        """Every letter, oldest first."""
        jobs = ProcrastinateJob.objects.filter(task_name=mail.send.name).order_by("id")
        return [mail.unfolded(job.args["letter"]) for job in jobs]

    def to(self, address: str) -> list[mail.Letter]:
        """The letters to one address, oldest first."""
        return [letter for letter in self.letters() if letter.to == address]

    def code_to(self, address: str) -> str:
        """The code that stands on a line of its own in the newest letter to an address."""
        found = CODE.search(self.to(address)[-1].text)
        assert found, "the newest letter holds no code"
        return found.group(1)


@pytest.fixture
def mailbox() -> Mailbox:
    """The letters of this test; needs a database."""
    return Mailbox()
