"""The generator makes the same believable networks from the same seed, at every size."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import models

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.config.demonstration.cast import CAST
from samenspel.config.demonstration.loading import build
from samenspel.config.demonstration.reading import organisations
from samenspel.config.demonstration.rows import ORDER, Rows
from samenspel.lib import numbers
from samenspel.networks.models import BoardPost, BoardReply, Network, Organisation, Partner, RoleGrant

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAMES_ON_OUR_MAP = {"Vogelwijk": "Vogelbuurt", "Zandbroek": "Zandhoek", "Korenhout": "'t Meereind"}
OFFERS = Path(__file__).resolve().parents[3] / "shared" / "data" / "collection" / "offers.jsonl"


def made(*, size: int = 37, seed: int = 1) -> Rows:
    return build(organisations=size, seed=seed, now=NOW, areas={})


def values(rows: Rows) -> list[tuple[Any, ...]]:
    """Every row of every model with all its values, in the order of making."""
    fields = {model: [field.attname for field in model._meta.concrete_fields] for model in ORDER}
    return [tuple(getattr(row, name) for name in fields[model]) for model in ORDER for row in rows.of(model)]


def texts(rows: Rows) -> list[str]:
    """Everything that somebody could read."""
    kinds = (models.CharField, models.TextField, models.BinaryField)
    return [
        str(getattr(row, field.attname))
        for model in ORDER
        for row in rows.of(model)
        for field in model._meta.concrete_fields
        if isinstance(field, kinds)
    ]


def test_the_same_seed_makes_the_same_rows() -> None:
    assert values(made(size=120)) == values(made(size=120))


def test_another_seed_makes_other_ids() -> None:
    one, other = ({row.pk for row in made(seed=seed).of(Organisation)} for seed in (1, 2))
    assert not one & other


def test_a_larger_demo_keeps_every_row_of_the_smaller() -> None:
    assert set(map(str, values(made(size=37)))) <= set(map(str, values(made(size=120))))


@pytest.mark.parametrize(("size", "expected"), [(37, 48), (60, 60), (5000, 5000)])
def test_the_demo_has_the_size_that_was_asked(size: int, expected: int) -> None:
    rows = made(size=size)
    assert len(rows.of(Organisation)) == len(rows.of(Partner)) == expected
    assert len({one.slug for one in rows.of(Organisation)}) == expected


def test_every_organisation_has_an_administrator_and_a_named_contact() -> None:
    rows = made(size=200)
    looked_after = {grant.organisation_id for grant in rows.of(RoleGrant) if grant.role == roles.ADMINISTRATOR.code}
    assert looked_after == {one.pk for one in rows.of(Organisation)}
    assert all(one.contact_name and one.contact_phone.startswith("0300 ") for one in rows.of(Organisation))


def test_every_network_has_one_lead_partner_and_a_coordinator() -> None:
    rows = made(size=200)
    networks = {network.pk for network in rows.of(Network)}
    leads = Counter(partner.network_id for partner in rows.of(Partner) if partner.is_lead)
    coordinated = {one.network_id for one in rows.of(RoleGrant) if one.role == roles.NETWORK_COORDINATOR.code}
    assert leads == dict.fromkeys(networks, 1)
    assert coordinated == networks


def test_needs_on_the_board_meet_offers_of_the_same_theme() -> None:
    posts = [post for post in made().of(BoardPost) if not post.closed_at]
    meerlinden = [post for post in posts if post.network.slug == "meerlinden"]
    needed = {post.theme for post in meerlinden if post.kind == "need"}
    offered = {post.theme for post in meerlinden if post.kind == "offer"}
    assert {"room", "transport", "volunteers", "training", "knowledge", "material"} <= needed & offered


def test_replies_come_after_the_post_and_from_the_same_network() -> None:
    rows = made()
    partners = {(one.network_id, one.organisation_id) for one in rows.of(Partner)}
    for reply in rows.of(BoardReply):
        assert reply.post.posted_at <= reply.replied_at <= NOW
        assert (reply.post.network_id, reply.organisation_id) in partners
        assert reply.organisation_id != reply.post.organisation_id


def test_mail_and_websites_lead_to_nobody_real() -> None:
    rows = made(size=60)
    addresses = [user.email for user in rows.of(User)] + [one.contact_email for one in rows.of(Organisation)]
    assert all(address.endswith((".example", ".test")) for address in addresses)
    assert all(one.website.endswith(".example/") for one in rows.of(Organisation))


def test_no_text_holds_a_bsn() -> None:
    assert not [text for text in texts(made(size=60)) if numbers.find_bsn(text)]


def test_the_cast_works_in_both_networks() -> None:
    assert [person.key for person in CAST] == [
        "marjan", "henk", "samira", "joke", "tom", "ria", "fatma", "bram", "karin", "ali",
    ]  # fmt: skip
    assert {one.network for one in organisations()} == {"meerlinden", "oeverland"}


def test_all_organisations_of_the_collection_are_there_with_their_offers() -> None:
    if not OFFERS.exists():
        pytest.skip("shared data is not on this machine: ../shared/data/collection")
    told = OFFERS.read_text()
    for theirs, ours in NAMES_ON_OUR_MAP.items():
        told = told.replace(theirs, ours)
    collected = Counter(json.loads(line)["organisation"] for line in told.splitlines())
    assert {one.name: len(one.offers) for one in organisations() if one.offers} == collected
