"""Who has nothing to do with it cannot tell whether it exists: the same 404 as for an address that never was."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.accounts import roles
from samenspel.lib.scope import acting_for
from samenspel.networks.actions import members, selfscan
from samenspel.networks.models import Network, Partner
from samenspel.networks.scanning import STATEMENTS
from tests.cast import Cast, as_person
from tests.factories import give_role, make_organisation, make_user
from tests.networks.joining_steps import ask_to_join, invitations_of

pytestmark = pytest.mark.django_db


def network_addresses(cast: Cast) -> list[str]:
    """Everything about Meerlinden that only its coordinator may open, with real ids."""
    asked = ask_to_join(cast.meerlinden)
    partner = Partner.objects.get(network=cast.meerlinden, organisation=cast.huisvriend)
    decisions = [f"aanvragen/{asked.pk}/{step}" for step in ("", "toelaten/", "weigeren/", "terug/")]
    changes = [f"partners/{partner.pk}/{step}/" for step in ("stoppen", "terug", "penvoerder", "beheerder")]
    pages = ["aanvragen/", "partners/", "zelfscan/", "zelfscan/invullen/", "gestart/", "coordinatoren/"]
    return [f"/n/meerlinden/{path}" for path in (*decisions, *changes, *pages)]


def organisation_addresses(cast: Cast) -> list[str]:
    """Everything about the people of Huisvriend, with real ids."""
    members.invite(organisation=cast.huisvriend, email="nora@huisvriend.test", roles=["coordinator"], by=cast.henk.pk)
    (invitation,) = invitations_of(cast.huisvriend)
    person = [f"{cast.henk.pk}/{step}" for step in ("", "stoppen/")]
    invited = [f"uitnodigingen/{invitation.pk}/{step}/" for step in ("opnieuw", "intrekken")]
    return [f"/o/{cast.huisvriend.slug}/mensen/{path}" for path in ("", "uitnodigen/", *person, *invited)]


def is_closed(client: Client, url: str) -> None:
    """404 for looking and for changing, and the page is the one of an address that never was."""
    for ask in (client.get, client.post):
        answer = ask(url)
        assert answer.status_code == 404, url
        body = answer.content.decode()
        for secret in ("Meerlinden", "Huisvriend", "Buurtkamer", "Henk", "nora@", "truus@"):
            assert secret not in body.replace(f'value="{url}"', ""), url


@pytest.mark.parametrize("name", ["karin", "ali"])
def test_people_of_oeverland_get_nothing_of_meerlinden(cast: Cast, name: str) -> None:
    person = as_person(cast.people[name])
    for url in [*network_addresses(cast), *organisation_addresses(cast)]:
        is_closed(person, url)
    with acting_for(cast.meerlinden.pk, cast.huisvriend.pk):
        assert cast.meerlinden.join_requests.get().state == "requested"
        assert cast.huisvriend.invitations.get().withdrawn_at is None


@pytest.mark.parametrize("name", ["henk", "samira", "tom", "ria", "fatma"])
def test_who_may_not_vet_gets_nothing_of_it(cast: Cast, name: str) -> None:
    person = as_person(cast.people[name])
    for url in network_addresses(cast):
        assert person.get(url).status_code == 404
        assert person.post(url).status_code == 404


@pytest.mark.parametrize("name", ["marjan", "samira", "bram", "ria"])
def test_only_administrators_of_the_organisation_see_its_people(cast: Cast, name: str) -> None:
    person = as_person(cast.people[name])
    for url in organisation_addresses(cast):
        assert person.get(url).status_code == 404
        assert person.post(url).status_code == 404


def test_a_visitor_is_asked_to_sign_in_whether_it_exists_or_not(cast: Cast) -> None:
    asked = f"/n/meerlinden/aanvragen/{uuid4()}/"
    for url in (*network_addresses(cast), asked, "/n/bestaat-niet/aanvragen/", "/o/bestaat-niet/mensen/"):
        answer = Client().get(url)
        assert answer.headers["Location"].startswith("/account/inloggen/")


def test_ids_of_meerlinden_do_not_open_under_oeverland(cast: Cast) -> None:
    karin = as_person(cast.karin)
    for url in network_addresses(cast):
        if any(sign.isdigit() for sign in url):
            there = url.replace("/n/meerlinden/", "/n/oeverland/")
            assert {karin.get(there).status_code, karin.post(there).status_code} <= {404, 405}


def test_the_keeper_of_the_platform_helps_a_network_without_coordinator(cast: Cast) -> None:
    ask_to_join(cast.meerlinden)
    assert "Buurtkamer Zuid" in as_person(cast.bram).get("/n/meerlinden/aanvragen/").content.decode()


def fill(cast: Cast) -> None:
    """One more of everything."""
    organisation = make_organisation(network=cast.meerlinden)
    ask_to_join(cast.meerlinden)
    give_role(make_user(), roles.COORDINATOR, organisation=cast.huisvriend)
    for place in (cast.huisvriend, organisation):
        members.invite(organisation=place, email="x@y.test", roles=["administrator"], by=cast.henk.pk)
    members.invite(network=cast.meerlinden, email="x@y.test", roles=["network_coordinator"], by=cast.marjan.pk)
    give_role(make_user(), roles.NETWORK_COORDINATOR, network=cast.meerlinden)
    selfscan.fill_in(network=cast.meerlinden, scores=dict.fromkeys(STATEMENTS, 3), by=cast.marjan.pk)
    give_role(cast.marjan, roles.FIGURES_READER, organisation=organisation)
    end_one(cast.meerlinden)


def end_one(network: Network) -> None:
    """One more partner that did take part before."""
    organisation = make_organisation(network=network)
    Partner.objects.filter(organisation=organisation).update(ended_on="2099-01-01")


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("marjan", lambda _cast: "/n/meerlinden/aanvragen/"),
        ("marjan", lambda _cast: "/n/meerlinden/partners/"),
        ("marjan", lambda _cast: "/n/meerlinden/zelfscan/"),
        ("marjan", lambda _cast: "/n/meerlinden/coordinatoren/"),
        ("henk", lambda cast: f"/o/{cast.huisvriend.slug}/mensen/"),
        ("henk", lambda cast: f"/o/{cast.huisvriend.slug}/mensen/uitnodigen/"),
        ("marjan", lambda _cast: "/wat-mag-ik/"),
    ],
)
def test_three_items_cost_no_more_questions_than_one(cast: Cast, name: str, url: Callable[[Cast], str]) -> None:
    person = as_person(cast.people[name])
    fill(cast)
    person.get(url(cast))  # the first page of a session also begins the session
    with CaptureQueriesContext(connection) as one:
        assert person.get(url(cast)).status_code == 200
    fill(cast)
    fill(cast)
    with CaptureQueriesContext(connection) as three:
        assert person.get(url(cast)).status_code == 200
    assert len(three) == len(one) <= 30
