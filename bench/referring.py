"""Sending a referral against a bare Django view in the same process, with many requests in the database.

Measures the action in process, not over HTTP: both stand under the same Django, with mail left to the worker.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from bench import serving

SIZES, QUICK_SIZES = (10_000, 100_000), (1_000, 10_000)
ORGANISATIONS, TIMES = 12, 60
EMPTY = "/bench/empty/"


def run(*, quick: bool) -> dict[str, Any]:
    """Milliseconds, medians, per number of requests in the database."""
    sizes = QUICK_SIZES if quick else SIZES
    found = {size: _apart(size) for size in sizes}
    first, last = found[sizes[0]], found[sizes[-1]]
    rows = [
        {"what": f"{what} at {size} requests", "value": value, "unit": "ms"}
        for size, values in found.items()
        for what, value in values.items()
    ]
    name = "referring: sending a referral in process, mail deferred, against a bare Django view"
    ratios = {
        f"sending / bare view at {sizes[0]} (at most 40)": first["sending p50"] / first["bare view p50"],
        f"sending at {sizes[-1]} / at {sizes[0]} (at most 1.5)": last["sending p50"] / first["sending p50"],
    }
    return {"name": name, "rows": rows, "ratios": ratios}


def _apart(requests: int) -> dict[str, float]:
    """In a process of its own: Django's settings may already point at the database of another size."""
    command = [sys.executable, "-m", "bench.referring", str(requests)]
    done = subprocess.run(command, cwd=serving.ROOT, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _at(requests: int) -> dict[str, float]:
    with serving.server(lambda: _fill(requests)):
        from django.test import Client

        client = Client(headers={"host": "127.0.0.1"})
        ways = list(_ways())
        bare, sending = [], []
        for way in ways:
            bare.append(_timed(lambda: client.get(EMPTY)))
            sending.append(_timed(way))
    return {"bare view p50": statistics.median(bare), "sending p50": statistics.median(sending)}


def _fill(requests: int) -> None:
    from samenspel.accounts import roles
    from samenspel.accounts.models import User
    from samenspel.directory.models import Offer
    from samenspel.lib import clock
    from samenspel.networks.models import Network, Organisation, Partner, RoleGrant
    from samenspel.referrals.simulating.shares import kinds_of_group
    from samenspel.referrals.simulating.year import Wish, simulate

    network = Network.objects.create(slug="bench", name="Netwerk Bench", phone="0300 123 456")
    user = User.objects.create_user("bench@voorbeeld.test", name="Bench")
    RoleGrant.objects.create(user=user, role=roles.NETWORK_COORDINATOR.code, network=network)
    told = {"state": "open", "description": "Hulp aan huis.", "confirmed_at": clock.now()}
    for number in range(ORGANISATIONS):
        kind = ("volunteer_care", "care_provider", "welfare")[number % 3]
        organisation = Organisation.objects.create(slug=f"bench-{number}", name=f"Organisatie {number}", kind=kind)
        Partner.objects.create(network=network, organisation=organisation, is_lead=number == 0)
        for group, codes in kinds_of_group().items():
            Offer.objects.create(
                organisation=organisation, slug=f"{group}-{number}", name=f"Hulp {number}", kinds=codes[:3], **told
            )
    simulate(network, Wish(months=12, requests=requests), until=clock.now())


def _ways() -> Any:
    """So many referrals that are ready to be sent, each from a request with consent that has none open."""
    from samenspel.helprequests.models import HelpRequest
    from samenspel.lib.scope import acting_for
    from samenspel.networks.models import Network, Organisation
    from samenspel.people.actions.consent import Given
    from samenspel.people.models import Person
    from samenspel.people.rules import AgeBand, ConsentChannel, Giver, givers_for
    from samenspel.referrals.actions import referring
    from samenspel.referrals.actions.referring import Agreed, Message
    from samenspel.referrals.actions.sending import From, To

    network = Network.objects.get(slug="bench")
    receiver = Organisation.objects.create(slug="ontvanger", name="Ontvanger", kind="welfare")
    with acting_for(network.pk):
        waiting = list(
            HelpRequest.objects.filter(network=network).exclude(state="closed").order_by("-asked_at")[:TIMES]
        )
        people = Person.objects.in_bulk({one.person_id for one in waiting})

    def send(request: HelpRequest, person: Person) -> None:
        giver: Giver = min(givers_for(AgeBand(person.age_band), is_represented=False))
        given = Given(by=giver, channel=ConsentChannel.ORAL)
        with acting_for(network.pk):
            referring.refer(
                request=request,
                to=[To(receiver)],
                agreed=[Agreed(person=person, to=receiver, given=given)],
                by=From(sender=None, user_id=None),
                message=Message(once=uuid4()),
            )

    for one in waiting:
        if one.person_id in people:
            yield lambda one=one: send(one, people[one.person_id])


def _timed(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    sys.path.insert(0, str(serving.ROOT / "src"))
    print(json.dumps(_at(int(sys.argv[1]))))
