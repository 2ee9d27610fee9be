"""The journal only grows, holds codes, and shows a network its own."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from samenspel.journal import actions as journal
from samenspel.journal.models import Event
from samenspel.lib import ids
from samenspel.lib.scope import acting_for

pytestmark = pytest.mark.django_db
HERE = ids.new_id()
ABOUT = journal.About(network_id=HERE, thread_id=ids.new_id(), area_code="BU99010101", kinds=("buddy",))


def test_a_step_is_one_line_that_its_network_reads() -> None:
    with acting_for(HERE):
        journal.write("referral.sent", about=ABOUT, detail="first")
        line = Event.objects.get()
    assert (line.what, line.area_code, line.kinds, line.detail) == ("referral.sent", "BU99010101", ["buddy"], "first")
    with acting_for(ids.new_id()):
        assert not Event.objects.exists()


@pytest.mark.parametrize(("what", "detail"), [("Mevrouw de Wit belde", ""), ("request.asked", "belt morgen terug")])
def test_a_sentence_is_refused(what: str, detail: str) -> None:
    with acting_for(HERE), pytest.raises(IntegrityError), transaction.atomic():
        journal.write(what, about=ABOUT, detail=detail)


def test_nothing_is_changed_or_removed() -> None:
    with acting_for(HERE):
        journal.write("request.asked", about=ABOUT)
        for change in (lambda: Event.objects.update(what="request.closed"), lambda: Event.objects.all().delete()):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                change()
