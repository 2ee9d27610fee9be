"""Whatever happens in whatever order, the desk shows a name exactly as long as a consent stands."""

import random

import pytest
from django.test import Client

from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import Outcome
from samenspel.lib.scope import acting_for
from samenspel.people.models import Consent
from tests.cast import Cast, as_person
from tests.helprequests.making import a_side, make_request

pytestmark = pytest.mark.django_db
YES = {"given_by": "self", "channel": "oral", "read_out": "on"}
NAMES = {"person_id": "Truus Zilver", "carer_id": "Anja Goud"}


@pytest.mark.parametrize("seed", range(6))
def test_a_name_shows_exactly_as_long_as_its_consent_stands(cast: Cast, seed: int) -> None:
    chance, marjan = random.Random(seed), as_person(cast.marjan)  # noqa: S311 -- a test that can be run again
    carer = a_side(NAMES["carer_id"], words="Ik zorg voor haar.", phone="0611111111")
    request = make_request(network=cast.meerlinden, person=a_side(NAMES["person_id"], words="Help."), carer=carer)
    for _step in range(12):
        _anything(chance, marjan, request)
        page = marjan.get(_address(request)).content.decode()
        for who, name in NAMES.items():
            assert (name in page) == bool(_standing(request, who)), (seed, who)


def _address(request: HelpRequest, step: str = "") -> str:
    return f"/n/meerlinden/vragen/{request.pk}/{step}"


def _standing(request: HelpRequest, who: str) -> list[Consent]:
    with acting_for(getattr(request, who)):
        return list(Consent.objects.filter(person=getattr(request, who), withdrawn_at=None))


def _anything(chance: random.Random, browser: Client, request: HelpRequest) -> None:
    """One press on a random button by somebody who may be late."""
    who = chance.choice(list(NAMES))
    agreed = _standing(request, who)
    steps = [
        ("oppakken/", {}), ("teruggeven/", {}), ("heropenen/", {}), ("parkeren/", {"until": "2099-01-01"}),
        ("afsluiten/", {"outcome": Outcome.HELPED.value}), (f"stoppen/{getattr(request, who)}/", {}),
        (f"toestemming/{getattr(request, who)}/", YES), (f"toestemming/{getattr(request, who)}/", YES),
        *([(f"intrekken/{agreed[0].pk}/", {})] if agreed else []),
    ]  # fmt: skip
    step, sent = chance.choice(steps)
    assert browser.post(_address(request, step), sent).status_code in {200, 302, 409}
