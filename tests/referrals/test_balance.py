"""The two-way balance: each way counted, small numbers hidden, and no more questions for more organisations."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from samenspel.directory.responding import Response
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.referrals.actions import answering
from samenspel.referrals.actions.sending import From, To, send
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.queries.balance import balance
from samenspel.referrals.rules import Side
from tests.cast import Cast, as_person
from tests.factories import make_organisation
from tests.helprequests.making import make_request

pytestmark = pytest.mark.django_db


def refer(network: Network, sender: Organisation | None, receiver: Organisation, *, times: int = 1) -> None:
    """So many referrals, each accepted at once."""
    for _number in range(times):
        request = make_request(network=network, share_with=(receiver,))
        with acting_for(network.pk):
            (made,) = send(
                request=request,
                to=[To(receiver)],
                by=From(sender=sender, user_id=None),
                once=request.pk,
            )
        with acting_for(receiver.pk):
            answering.accept(referral=made, by=Actor(Side.RECEIVER))


def test_each_way_is_counted(cast: Cast) -> None:
    network, formal, informal = cast.meerlinden, cast.practice, cast.huisvriend
    refer(network, formal, informal, times=3)
    refer(network, informal, formal)
    refer(network, None, informal, times=2)
    found = balance(network, now=clock.now())
    assert [(pair.number, {pair.there.number, pair.back.number}) for pair in found.pairs] == [(4, {1, 3})]
    assert [(one.pk, response.number) for one, response in found.from_door] == [(informal.pk, 2)]
    assert (found.to_informal.number, found.to_formal.number) == (3, 1)
    assert isinstance(found.to_formal, Response)


def test_small_numbers_are_for_the_coordinator(cast: Cast) -> None:
    refer(cast.meerlinden, cast.practice, cast.huisvriend, times=3)
    address = f"/n/{cast.meerlinden.slug}/samenwerking/"
    assert "10 van de 10 ja" in as_person(cast.marjan).get(address).content.decode()
    tom = as_person(cast.tom).get(address).content.decode()
    assert "minder dan 5" in tom
    assert "10 van de 10 ja" not in tom
    file = as_person(cast.marjan).get(f"{address}bestand.csv")
    assert "minder dan 5" in file.content.decode("utf-8-sig")
    assert Entry.objects.filter(event="referrals.balance.exported").count() == 1


def test_no_more_questions_for_more_organisations(cast: Cast) -> None:
    marjan, address = as_person(cast.marjan), f"/n/{cast.meerlinden.slug}/samenwerking/"
    refer(cast.meerlinden, cast.practice, cast.huisvriend)
    marjan.get(address)
    with CaptureQueriesContext(connection) as few:
        marjan.get(address)
    for _number in range(3):
        refer(cast.meerlinden, cast.practice, make_organisation(network=cast.meerlinden))
    with CaptureQueriesContext(connection) as more:
        marjan.get(address)
    assert len(few) == len(more)


def test_only_who_may_see_figures(cast: Cast, client: Client) -> None:
    address = f"/n/{cast.meerlinden.slug}/samenwerking/"
    assert client.get(address).status_code == 302
    assert as_person(cast.henk).get(address).status_code in {403, 404}
    assert "Nog geen verwijzingen" in as_person(cast.marjan).get(address).content.decode()
