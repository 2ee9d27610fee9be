"""Take over the fictional municipality of Meerlinden, for trying things out."""

from typing import Any

from django.core.management.base import BaseCommand

from samenspel.places import actions
from samenspel.places.management.importing import summary


class Command(BaseCommand):
    """Its files ship with the product and go through the same importers as real ones."""

    help = "Import the fictional municipality of Meerlinden; may be repeated."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        for outcome in actions.import_meerlinden():
            self.stdout.write(summary(outcome))
