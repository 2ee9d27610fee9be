"""Work of the worker for people."""

from uuid import UUID

from procrastinate.contrib.django import app

from samenspel.people.actions import telling


@app.task(name=telling.TASK)
def tell_by_mail(*, person_id: str) -> None:
    """Send the gathered news to one person."""
    telling.tell_by_mail(person_id=UUID(person_id))
