"""Mail goes out by the worker, once what it tells about has happened."""

import pytest
from django.core import mail as outgoing
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.lib import mail
from tests.mailbox import Mailbox


def write() -> None:
    mail.send_later(to="ria@voorbeeld.test", subject="Uw\ncode", text="Uw code is 123-456.")


@pytest.mark.django_db
def test_a_rolled_back_action_mails_nothing(mailbox: Mailbox) -> None:
    with transaction.atomic():
        write()
        assert len(mailbox.letters()) == 1
        transaction.set_rollback(True)
    assert mailbox.letters() == []


@pytest.mark.django_db
def test_the_queue_shows_no_address_and_no_text() -> None:
    write()
    stored = str(ProcrastinateJob.objects.values().get())
    assert "ria" not in stored
    assert "123-456" not in stored


@pytest.mark.usefixtures("committed_db")
def test_the_worker_sends_and_forgets() -> None:
    write()
    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, queues=[mail.QUEUE], install_signal_handlers=False, listen_notify=False)
    assert [(one.to, one.subject) for one in outgoing.outbox] == [(["ria@voorbeeld.test"], "Uw code")]
    assert not ProcrastinateJob.objects.filter(task_name=mail.send.name).exists()
