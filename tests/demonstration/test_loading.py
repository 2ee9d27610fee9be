"""The demo network in the database: once, within the row locks, with its map and its lines in the log."""

import time

import pytest

from samenspel.accounts.models import User
from samenspel.audit.models import Entry
from samenspel.config.demonstration import load_once
from samenspel.lib.scope import acting_for
from samenspel.networks import queries
from samenspel.networks.models import JoinRequest, Message, Network, Organisation

pytestmark = pytest.mark.django_db


def test_loads_once() -> None:
    assert load_once(organisations=37)
    assert not load_once(organisations=37)
    assert Organisation.objects.count() == 48


def test_messages_are_sealed_and_open_only_for_their_network() -> None:
    load_once(organisations=37)
    meerlinden, oeverland = Network.objects.get(slug="meerlinden"), Network.objects.get(slug="oeverland")
    assert not Message.objects.exists()
    with acting_for(oeverland.pk):
        assert [message.sender_name for message in Message.objects.all()] == ["Wietske Jonker", "Harm de Boer"]
    with acting_for(meerlinden.pk):
        assert {message.state for message in Message.objects.all()} == {"new", "taken", "answered", "closed"}
        assert JoinRequest.objects.filter(state="requested").count() == 2


def test_the_network_lies_in_the_made_up_municipality() -> None:
    load_once(organisations=37)
    meerlinden = Network.objects.get(slug="meerlinden")
    assert meerlinden.area
    assert meerlinden.area.code == "GM9901"
    kade = Organisation.objects.get(name="Buurthuis De Kade")
    assert kade.area
    assert kade.area.name == "Havenkwartier"


def test_the_cast_holds_the_roles_that_the_demo_promises() -> None:
    load_once(organisations=37)
    scopes = {user.email.split("@")[0]: queries.scope_of(user) for user in User.objects.filter(email__contains="voorb")}
    assert scopes["marjan"].may("vet_partners")
    assert scopes["henk"].may("manage_members")
    assert scopes["samira"].sees_care_data
    assert not scopes["tom"].sees_care_data
    assert scopes["ria"].grants == ()
    assert not scopes["karin"].networks & scopes["marjan"].networks


def test_the_log_tells_who_came_into_the_networks() -> None:
    load_once(organisations=37)
    assert Entry.objects.filter(event="networks.joining.admitted").count() == 48
    assert Entry.objects.filter(event="networks.invitation.sent").count() == 2


def test_five_thousand_organisations_load_in_half_a_minute() -> None:
    start = time.monotonic()
    load_once(organisations=5000)
    assert time.monotonic() - start < 30
    assert Organisation.objects.count() == 5000
