"""Make up a year of requests and referrals in a network, to look at the product and to measure it."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samenspel.helprequests.models import HelpRequest
from samenspel.lib import clock
from samenspel.lib.progress import Progress
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network
from samenspel.referrals.actions import recording
from samenspel.referrals.simulating.town import NobodyAtTheDoor, NoPartners
from samenspel.referrals.simulating.year import Wish, simulate

MOST_REQUESTS, MOST_MONTHS = 1_000_000, 60


class Command(BaseCommand):
    """Adds to what is there; what it makes cannot be told apart afterwards from what people did."""

    help = "Make up months of requests and referrals in a network; only for trying out and measuring."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--network", required=True, help="slug of the network")
        parser.add_argument("--months", type=int, default=12, help="how far back, at most 60")
        parser.add_argument("--requests", type=int, default=5000, help="how many requests in all")
        parser.add_argument("--seed", type=int, default=1, help="the same number gives the same story")
        parser.add_argument("--yes", action="store_true", help="also where real requests are; nobody can undo this")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        network = Network.objects.filter(slug=options["network"]).first()
        if network is None:
            raise CommandError(_("Er is geen netwerk %(slug)s.") % {"slug": options["network"]})
        self._refuse_nonsense(options["months"], options["requests"])
        if not options["yes"] and not settings.DEMO and _has_requests(network):
            raise CommandError(
                _("In dit netwerk staan hulpvragen van mensen. Verzonnen vragen komen daartussen. Zet --yes erbij.")
            )
        wish = Wish(months=options["months"], requests=options["requests"], seed=options["seed"])
        bar = Progress(wish.requests)
        try:
            made = simulate(network, wish, until=clock.now(), show=lambda done: bar.show(done, _("hulpvragen")))
        except NobodyAtTheDoor as wrong:
            raise CommandError(_("Dit netwerk heeft nog niemand die hulpvragen behandelt.")) from wrong
        except NoPartners as wrong:
            raise CommandError(_("Dit netwerk heeft nog geen organisaties.")) from wrong
        bar.finish()
        recording.record_responses(now=clock.now())
        self.stdout.write(
            _("%(requests)d hulpvragen en %(referrals)d verwijzingen verzonnen in %(network)s.")
            % {"requests": made.requests, "referrals": made.referrals, "network": network.name}
        )

    def _refuse_nonsense(self, months: int, requests: int) -> None:
        if not 1 <= months <= MOST_MONTHS or not 1 <= requests <= MOST_REQUESTS:
            raise CommandError(_("Kies 1 tot en met 60 maanden en minstens 1 hulpvraag."))


def _has_requests(network: Network) -> bool:
    with acting_for(network.pk):
        return HelpRequest.objects.filter(network=network).exists()
