"""From what was filled in at the resident's door to a question that can be asked."""

from typing import Any
from uuid import UUID

from samenspel.helprequests.actions.asking import Asked, Side, Wishes
from samenspel.helprequests.forms.door import Draft, giver_of
from samenspel.helprequests.rules import Door, HelperWish, Urgency
from samenspel.helprequests.words import FOR_OTHER, KNOWS
from samenspel.networks.models import Network
from samenspel.people.actions.consent import Given
from samenspel.people.actions.persons import Details
from samenspel.people.rules import AgeBand, ConsentChannel, Giver, Relation, ToldBy


def question_of(
    network: Network, so_far: Draft, reached: dict[str, Any], *, draft_id: UUID | None, language: str
) -> Asked:
    """The question of somebody who asks for themselves, or of a carer who asks for another."""
    is_for_other = so_far.get("for_whom") == FOR_OTHER
    asker, helped = _asker(so_far, reached, language=language), _helped(so_far, reached, language=language)
    return Asked(
        once=reached["once"],
        network=network,
        door=Door.RESIDENT,
        person=helped if is_for_other else asker,
        carer=asker if is_for_other else None,
        relation=Relation(so_far.get("relation") or Relation.FAMILY),
        represents=is_for_other and bool(so_far.get("is_represented")),
        kinds=tuple(so_far.get("kinds", ())),
        urgency=Urgency(so_far.get("urgency") or Urgency.CAN_WAIT),
        wishes=_wishes(so_far),
        draft_id=draft_id,
    )


def _wishes(so_far: Draft) -> Wishes:
    return Wishes(
        days=tuple(so_far.get("wish_days", ())),
        languages=tuple(so_far.get("wish_languages", ())),
        form=so_far.get("wish_form", ""),
        helper=HelperWish(so_far.get("wish_helper", "")),
    )


def _asker(so_far: Draft, reached: dict[str, Any], *, language: str) -> Side:
    """Who fills it in; only when it is for themselves do age and neighbourhood belong to them."""
    is_own = so_far.get("for_whom") != FOR_OTHER
    details = Details(
        name=reached["name"],
        phone=reached["phone"],
        email=reached["email"],
        address=reached["address"],
        told_by=ToldBy(reached["told_by"]),
        language=language,
        band=AgeBand(so_far["age_band"]) if is_own else None,
        area_code=so_far.get("area") if is_own else None,
        is_represented=is_own and bool(so_far.get("is_represented")),
    )
    by = giver_of(so_far) if is_own else Giver.SELF
    return Side(details=details, agreed=Given(by=by, channel=ConsentChannel.ONLINE), words=so_far["words"])


def _helped(so_far: Draft, reached: dict[str, Any], *, language: str) -> Side:
    """For whom somebody else asks. On the carer's word that they know and agree; a parent agrees for a child (L9)."""
    details = Details(
        name=reached.get("other_name", ""),
        phone=reached.get("other_phone", ""),
        language=language,
        band=AgeBand(so_far["age_band"]),
        area_code=so_far.get("area"),
        is_represented=bool(so_far.get("is_represented")),
    )
    agreed = Given(by=giver_of(so_far), channel=ConsentChannel.ORAL)
    return Side(details=details, agreed=agreed if reached.get("other_knows") == KNOWS else None)
