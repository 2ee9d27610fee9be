"""Requests and referrals of the last months in Meerlinden, so that every page of the desk has something to show."""

from samenspel.config.demonstration.rows import Rows
from samenspel.networks.models import Network
from samenspel.referrals.actions import recording
from samenspel.referrals.simulating.year import Wish, simulate

MONTHS, REQUESTS = 4, 120


def add_requests(rows: Rows) -> None:
    """A simulated spring, summer or winter; the network with its partners and offers must be saved."""
    network = rows.get(Network, "meerlinden")
    simulate(network, Wish(months=MONTHS, requests=REQUESTS, seed=rows.seed.value), until=rows.now)
    recording.record_responses(now=rows.now)
