"""The stage on which the walker walks: the cast, and one of everything that has a page.

What outsiders must not read holds the word `SECRET`, so that a leak shows itself on any page.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.directory.models import Offer, SheetImport
from samenspel.engine import taxonomy
from samenspel.finding.actions import gaps
from samenspel.finding.missing import Missed
from samenspel.finding.models import Gap, SavedSearch
from samenspel.helprequests.models import HelpRequest
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import (
    BoardPost,
    BoardReply,
    Invitation,
    JoinRequest,
    Message,
    Network,
    Organisation,
    Partner,
    SelfScan,
)
from samenspel.networks.rules import JoinState, MessageState, PostKind
from samenspel.people.rules import Relation
from samenspel.places.models import Area
from samenspel.referrals.actions import answering, handing
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import Calls, Side
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.factories import make_edition, make_organisation
from tests.helprequests.making import a_side, make_request
from tests.referrals.receiving import send_to

SECRET = "kanariegeel"
LONG_WORD = "arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkers"


def meerlinden_area() -> Area:
    """The municipality of the example addresses."""
    area, _made = Area.objects.get_or_create(
        code="GM9999",
        defaults={"kind": "municipality", "name": "Meerlinden", "name_key": "meerlinden", "latest_year": 2024},
    )
    return area


def centre_of_meerlinden() -> Area:
    """The neighbourhood of the example addresses, in a district of that municipality."""
    municipality = meerlinden_area()
    inside = {"municipality": municipality, "latest_year": 2024}
    district, _made = Area.objects.get_or_create(
        code="WK999901",
        defaults={"kind": "district", "name": "Binnenstad", "name_key": "binnenstad", "parent": municipality, **inside},
    )
    area, _made = Area.objects.get_or_create(
        code="BU99990101",
        defaults={"kind": "neighbourhood", "name": "Centrum", "name_key": "centrum", "parent": district, **inside},
    )
    return area


@dataclass
class Stage:
    """The cast with one example of each thing, all in Meerlinden."""

    cast: Cast
    area: Area = field(default_factory=meerlinden_area)
    neighbourhood: Area = field(default_factory=centre_of_meerlinden)
    message: Message | None = None
    join_request: JoinRequest | None = None
    invitation: Invitation | None = None
    post: BoardPost | None = None
    scan: SelfScan | None = None
    partner: Partner | None = None
    member: User | None = None
    offer: Offer | None = None
    saved: SavedSearch | None = None
    sheet: SheetImport | None = None
    help_request: HelpRequest | None = None
    referral: Referral | None = None

    def network_id(self, slug: str | None) -> UUID:
        """The network behind an address."""
        return Network.objects.get(slug=slug).pk

    def organisation_id(self, slug: str | None) -> UUID:
        """The organisation behind an address."""
        return Organisation.objects.get(slug=slug).pk


def fill(cast: Cast, *, items: int) -> Stage:
    """Put so many of everything in Meerlinden; a second call adds more."""
    stage = Stage(cast=cast)
    Network.objects.filter(pk=cast.meerlinden.pk).update(area=stage.area)
    if not stage.neighbourhood.editions.exists():
        make_edition(area=stage.neighbourhood)
    for _item in range(items):
        newcomer = make_organisation(name=f"Stichting {LONG_WORD}", network=cast.meerlinden)
        stage.partner = newcomer.partnerships.get()
        stage.member = cast.henk
        with acting_for(*(one.pk for one in (cast.meerlinden, cast.huisvriend, cast.welzijn))):
            _add_what_is_private(stage)
        _add_to_the_board(stage)
        _add_offers(stage)
        _miss_something(stage)
        _keep_a_search(stage)
        _ask_for_help(stage)
        _refer(stage)
    return stage


def _keep_a_search(stage: Stage) -> None:
    henk, words = stage.cast.henk, f"bezoek {SECRET}"
    with acting_for(henk.pk):
        stage.saved = SavedSearch.objects.create(
            owner=henk, title=words, query=urlencode({"q": words}), network=stage.cast.meerlinden
        )


def _refer(stage: Stage) -> None:
    """Two referrals to Huisvriend: one that waits for a word, and one that was accepted, with everybody's names."""
    cast = stage.cast
    father = a_side(f"Gerrit {SECRET}", words=f"Ik val {SECRET} vaak.", area_code=stage.area.pk)
    send_to(cast, cast.huisvriend, person=father)
    stage.referral = send_to(cast, cast.huisvriend, person=father)
    with acting_for(cast.huisvriend.pk):
        by = Actor(Side.RECEIVER, cast.henk.pk)
        answering.ask(referral=stage.referral, text=f"Kan {SECRET} de trap op? {LONG_WORD}", by=by)
        answering.accept(referral=stage.referral, by=by)
        handing.agree(referral=stage.referral, plan=handing.Plan(Calls.TOGETHER, clock.today()), by=by)


def _ask_for_help(stage: Stage) -> None:
    """A daughter for her mother: both agreed that the front door reads it."""
    mother = a_side(f"Truus {SECRET}", words=f"Ik ben {SECRET} veel alleen. {LONG_WORD}", area_code=stage.area.pk)
    daughter = a_side(f"Anja {SECRET}", words=f"Mijn moeder is {SECRET} veel alleen.", phone="0611111111")
    stage.help_request = make_request(
        network=stage.cast.meerlinden, person=mother, carer=daughter, relation=Relation.CHILD
    )


def _miss_something(stage: Stage) -> None:
    """Each time another kind, so that the report grows."""
    kind = taxonomy.standard().codes[Gap.objects.count()]
    what = Missed(kind=kind, area=stage.neighbourhood.pk, network=stage.cast.meerlinden.slug, is_wider=False)
    gaps.count(missed=what, networks=[stage.cast.meerlinden], today=clock.today())


def _add_what_is_private(stage: Stage) -> None:
    cast, now = stage.cast, clock.now()
    private = {"sender_name": f"Truus {SECRET}", "sender_phone": "0300 111 222", "text": f"Mijn vader is {SECRET}."}
    stage.message = Message.objects.create(network=cast.meerlinden, **private)
    Message.objects.create(organisation=cast.huisvriend, state=MessageState.TAKEN.value, **private)
    stage.join_request = JoinRequest.objects.create(
        network=cast.meerlinden,
        name="De Brug",
        kind="welfare",
        motivation=f"Wij willen {SECRET} meedoen.",
        contact_name=f"Kees {SECRET}",
        contact_email="kees@voorbeeld.test",
        state=JoinState.REQUESTED.value,
    )
    stage.invitation = Invitation.objects.create(
        organisation=cast.huisvriend,
        roles=[roles.COORDINATOR.code],
        email=f"{SECRET}@voorbeeld.test",
        name=f"Noor {SECRET}",
        invited_by=cast.henk.pk,
        expires_at=now + timedelta(days=14),
    )
    statements = {f"{number}": 3 for number in range(1, 11)}
    stage.scan = SelfScan.objects.create(network=cast.meerlinden, scores=statements, filled_in_by=cast.marjan.pk)


def _add_to_the_board(stage: Stage) -> None:
    cast = stage.cast
    for kind, organisation in ((PostKind.NEED, cast.huisvriend), (PostKind.OFFER, cast.practice)):
        stage.post = BoardPost.objects.create(
            network=cast.meerlinden,
            organisation=organisation,
            kind=kind.value,
            theme="room",
            title=f"Een ruimte op dinsdag, {SECRET}",
            text=f"Voor twaalf mensen. {LONG_WORD}",
            posted_by=cast.henk.pk,
        )
        BoardReply.objects.create(
            post=stage.post, organisation=cast.welzijn, text=f"Dat kan bij ons, {SECRET}.", replied_by=cast.marjan.pk
        )


def _add_offers(stage: Stage) -> None:
    cast, now = stage.cast, clock.now()
    where = {"area_codes": [stage.area.pk], "address": "Dorpsstraat 1, 1211 AB Meerlinden"}
    stage.offer = make_offer(cast.huisvriend, name=f"Bezoek aan huis {LONG_WORD}", **where)
    make_offer(cast.huisvriend, state="closed", closed_at=now, closed_because="owner", name=f"Gesloten {SECRET}")
    make_offer(
        cast.huisvriend, state="draft", name="", confirmed_at=None,
        unsaved={"name": [f"Concept {SECRET}"]}, unsaved_at=now,
    )  # fmt: skip
    with acting_for(cast.huisvriend.pk):
        stage.sheet = SheetImport.objects.create(
            organisation=cast.huisvriend,
            rows=[{"number": 2, "cells": {"name": f"Koken {SECRET}", "kinds": LONG_WORD}, "bsn": []}],
        )
