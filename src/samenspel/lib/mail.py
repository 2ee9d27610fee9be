"""Sending mail: later, by the worker, and only when what it tells about really happened.

A letter is put in the queue inside the transaction of the action, so a rolled-back action mails nothing, and a mail
server that does not answer is tried again. What is in the queue is sealed (see `sealed`): neither the table of jobs
nor the log of the worker shows an address or a text. A sent letter is deleted at once (`PROCRASTINATE_WORKER_DEFAULTS`
in the settings), one that could not be sent after `KEPT_HOURS`.
"""

import base64
import json
from dataclasses import asdict, dataclass

from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from samenspel.lib.sealed import seal, unseal

QUEUE = "mail"
SEALED_AS = "mail.letter"
KEPT_HOURS = 72
# After 4, 16, 64 ... seconds; the eighth time is most of a day later.
PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@dataclass(frozen=True)
class Letter:
    """A plain text mail to one address. The text holds no data about a person except a code or a link."""

    to: str
    subject: str
    text: str


def send_later(*, to: str, subject: str, text: str) -> None:
    """Put a letter in the queue, as part of the running transaction."""
    letter = Letter(to=to, subject=" ".join(subject.split()), text=text)
    send.defer(letter=folded(letter))


@app.task(queue=QUEUE, name="samenspel.lib.mail.send", retry=PATIENCE)
def send(*, letter: str) -> None:
    """Hand a sealed letter to the mail server; run by the worker."""
    opened = unfolded(letter)
    EmailMessage(subject=opened.subject, body=opened.text, to=[opened.to]).send()


@app.periodic(cron="17 4 * * *")
@app.task(queue=QUEUE, name="samenspel.lib.mail.forget", pass_context=False)
async def forget(timestamp: int) -> None:  # noqa: ARG001 -- the moment of the clock, which nobody needs
    """Delete letters that could not be sent; runs every night."""
    await app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS, queue=QUEUE, include_failed=True)


def folded(letter: Letter) -> str:
    """A letter as sealed text for the queue."""
    return base64.b64encode(seal(json.dumps(asdict(letter)), context=SEALED_AS)).decode()


def unfolded(letter: str) -> Letter:
    """The letter again.

    Raises:
        CannotOpen: it was sealed with a key we do not have.
    """
    return Letter(**json.loads(unseal(base64.b64decode(letter), context=SEALED_AS)))
