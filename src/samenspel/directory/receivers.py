"""What happens elsewhere when an offer goes: its picture goes along, however the row was removed."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from samenspel.directory.models import Offer
from samenspel.networks import pictures


@receiver(post_delete, sender=Offer, dispatch_uid="directory.picture_goes_along")
def picture_goes_along(instance: Offer, using: str, **_more: Any) -> None:
    """Delete the files once the row is really gone; also when the keeping term was over."""
    name = instance.picture.name or ""
    if name:
        transaction.on_commit(lambda: pictures.forget(name), using=using)
