"""The demo's offers: every written one, complete, most of them confirmed, some with a waiting list."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from samenspel.config.demonstration import reading
from samenspel.config.demonstration.loading import build, load_once
from samenspel.config.demonstration.reading import organisations
from samenspel.directory.models import Offer
from samenspel.directory.queries import place_of
from samenspel.engine import taxonomy
from samenspel.networks.models import Organisation

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_every_written_offer_is_there_with_its_own_address() -> None:
    offers = build(organisations=37, seed=1, now=NOW, areas={}).of(Offer)
    assert len(offers) == sum(len(told.offers) for told in organisations()) == 150
    assert len({offer.slug for offer in offers}) == 150
    known = set(taxonomy.standard().codes)
    assert all(set(offer.kinds) <= known for offer in offers)


def test_there_is_something_of_everything() -> None:
    offers = build(organisations=37, seed=1, now=NOW, areas={}).of(Offer)
    capacities = Counter(offer.capacity for offer in offers)
    assert all(capacities[code] >= 5 for code in ("room", "waiting", "full", "unknown"))
    assert {offer.form for offer in offers} == {"one_to_one", "group", "remote"}
    assert 1 <= sum(offer.asked_at is not None for offer in offers) <= 20


@pytest.mark.django_db
def test_the_database_takes_them_and_everybody_reads_them() -> None:
    load_once(organisations=37)
    organisation = Organisation.objects.get(name="Stichting Huisvriend")
    page = Client().get(f"/n/meerlinden/organisaties/{organisation.slug}/aanbod/").content.decode()
    assert "Voorlezen aan huis" in page
    assert page.count("Bevestigd op") == 4


@pytest.mark.django_db
def test_a_group_meets_in_the_neighbourhood_that_its_text_names() -> None:
    load_once(organisations=37)
    here = {
        offer.name: place_of(offer)
        for offer in Offer.objects.filter(organisation__partnerships__network__slug="meerlinden")
    }
    groups = Offer.objects.filter(organisation__partnerships__network__slug="meerlinden", form="group")
    assert all(here[offer.name] for offer in groups)
    assert {str(here[name]) for name in ("Ontmoetingsgroep De Soos", "Wandelgroep Vogelbuurt")} == {
        "Vogelbuurt (Meerlinden)"
    }
    assert len({area.pk for area in here.values() if area}) >= 6
    assert not [name for name, area in here.items() if area and area.name == "Lindermeer"]


def test_the_demo_names_no_neighbourhood_that_its_map_does_not_know() -> None:
    told = " ".join(path.read_text() for path in Path(reading.__file__).parent.glob("*.json"))
    assert not [name for name in ("Vogelwijk", "Zandbroek", "Korenhout") if name in told]
