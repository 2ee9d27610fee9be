"""P1.2: a network is started in four short steps, and its coordinator sees where cooperation stands."""

from datetime import timedelta

import pytest
from django.test import Client

from samenspel.audit.models import Entry
from samenspel.networks.models import Network, Organisation, Partner, SelfScan
from samenspel.networks.scanning import STATEMENTS
from tests.cast import Cast, as_person
from tests.mailbox import Mailbox
from tests.networks.joining_steps import invitations_of

pytestmark = pytest.mark.django_db
STEPS = "/netwerk-starten/"
NAME = {"name": "Netwerk Dorpsrand", "summary": "Samen voor elkaar.", "municipality": "Dorpsrand"}
LEAD = {"lead_name": "Welzijn Dorpsrand", "lead_kind": "welfare", "lead_kvk": "87654321"}
CONTACT = {"phone": "0300 765 432", "phone_hours": "", "contact_name": "Els Mol", "contact_role": "coördinator"}
SCAN = "/n/meerlinden/zelfscan/"


def walk(client: Client, *forms: dict[str, str]) -> None:
    for number, form in enumerate(forms, start=1):
        answer = client.post(f"{STEPS}{number}/", form)
        assert answer.status_code == 302, answer.content.decode()


def test_the_platform_administrator_starts_a_network(cast: Cast, mailbox: Mailbox) -> None:
    bram = as_person(cast.bram)
    walk(bram, NAME, LEAD, CONTACT)
    overview = bram.get(f"{STEPS}4/").content.decode()
    assert "Welzijn Dorpsrand" in overview
    answer = bram.post(f"{STEPS}4/", {"email": "els@dorpsrand.test"}, follow=True)
    assert "Netwerk Dorpsrand is er" in answer.content.decode()
    network = Network.objects.get(name="Netwerk Dorpsrand")
    assert not network.is_public
    assert Partner.objects.get(network=network, is_lead=True).organisation.name == "Welzijn Dorpsrand"
    assert invitations_of(network)[0].roles == ["network_coordinator"]
    assert "Els" not in mailbox.to("els@dorpsrand.test")[0].text
    assert Entry.objects.get(event="networks.network.started").user_id == cast.bram.pk
    assert bram.get(f"{STEPS}4/").headers["Location"] == f"{STEPS}1/"


def test_a_step_cannot_be_skipped_and_going_back_keeps_what_was_typed(cast: Cast) -> None:
    bram = as_person(cast.bram)
    assert bram.get(f"{STEPS}4/").headers["Location"] == f"{STEPS}1/"
    walk(bram, NAME)
    assert bram.get(f"{STEPS}3/").headers["Location"] == f"{STEPS}2/"
    assert "Samen voor elkaar." in bram.get(f"{STEPS}1/").content.decode()
    assert bram.get(f"{STEPS}0/").status_code == 404
    assert bram.get(f"{STEPS}9/").status_code == 302


def test_a_lead_partner_that_is_here_already_is_found_by_its_number(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.welzijn.pk).update(kvk="87654321")
    bram = as_person(cast.bram)
    walk(bram, NAME, LEAD, CONTACT, {"email": "els@dorpsrand.test"})
    assert Partner.objects.get(network__name="Netwerk Dorpsrand").organisation == cast.welzijn


def test_two_networks_of_one_name_get_an_address_each(cast: Cast) -> None:
    for _twice in range(2):
        walk(as_person(cast.bram), NAME, {**LEAD, "lead_kvk": ""}, CONTACT, {"email": "els@dorpsrand.test"})
    slugs = Network.objects.filter(name="Netwerk Dorpsrand").values_list("slug", flat=True)
    assert set(slugs) == {"netwerk-dorpsrand", "netwerk-dorpsrand-2"}


def test_what_is_missing_is_said_at_the_field(cast: Cast) -> None:
    answer = as_person(cast.bram).post(f"{STEPS}1/", {**NAME, "name": ""})
    assert answer.status_code == 200
    assert "Samen voor elkaar." in answer.content.decode()


def test_anybody_reads_what_a_network_needs_and_nobody_else_starts_one(cast: Cast) -> None:
    assert "Wat hebt u nodig?" in Client().get(STEPS).content.decode()
    for person in (cast.marjan, cast.henk, cast.ria):
        assert as_person(person).get(f"{STEPS}1/").status_code == 404
    assert Client().get(f"{STEPS}1/").headers["Location"].startswith("/account/inloggen/")


def test_before_the_first_scan_the_page_says_how_to_begin(cast: Cast) -> None:
    assert "Nog niet ingevuld" in as_person(cast.marjan).get(SCAN).content.decode()


def test_the_coordinator_fills_in_the_scan_and_sees_where_to_begin(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    filled = dict.fromkeys(STATEMENTS, "4") | {"residents_1": "1", "residents_2": "2", "money_1": "", "money_2": ""}
    page = marjan.post(f"{SCAN}invullen/", filled, follow=True).content.decode()
    assert "4,0 van 5" in page
    assert "0 van 2 zinnen beantwoord" in page
    assert page.index("Begin hier:") > page.index("Bewoners doen mee")
    assert SelfScan.objects.get().scores["money_1"] is None
    assert Entry.objects.get(event="networks.selfscan.filled_in").network_id == cast.meerlinden.pk


def test_a_second_scan_shows_the_change(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    marjan.post(f"{SCAN}invullen/", dict.fromkeys(STATEMENTS, "2"))
    first = SelfScan.objects.get()
    first.filled_in_at -= timedelta(days=365)
    first.save()
    page = marjan.post(f"{SCAN}invullen/", dict.fromkeys(STATEMENTS, "4"), follow=True).content.decode()
    assert "2,0 hoger dan de vorige keer" in page
    assert "Eerder ingevuld" in page


def test_another_answer_than_asked_is_refused(cast: Cast) -> None:
    answer = as_person(cast.marjan).post(f"{SCAN}invullen/", dict.fromkeys(STATEMENTS, "9"))
    assert answer.status_code == 200
    assert not SelfScan.objects.exists()


def test_there_is_a_way_to_where_a_network_is_started(cast: Cast) -> None:
    assert f'href="{STEPS}"' in Client().get("/over/").content.decode()
    assert f'href="{STEPS}"' in as_person(cast.bram).get("/wat-mag-ik/").content.decode()
    assert f'href="{STEPS}"' not in as_person(cast.henk).get("/wat-mag-ik/").content.decode()
