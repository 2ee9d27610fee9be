"""What goes on in the networks: the board, messages, somebody who wants to join, somebody who is invited."""

from datetime import timedelta
from typing import Any

from samenspel.accounts.models import User
from samenspel.config.demonstration.cast import BY_KEY
from samenspel.config.demonstration.places import address_of
from samenspel.config.demonstration.reading import organisations, stories
from samenspel.config.demonstration.rows import DAYS_IN_A_MONTH, Rows
from samenspel.lib import clock
from samenspel.networks.models import (
    Answer,
    BoardPost,
    BoardReply,
    Invitation,
    JoinRequest,
    Message,
    Network,
    Organisation,
    SelfScan,
)
from samenspel.networks.rules import INVITATION_LASTS, JoinState, MessageState

DECIDED_AFTER = timedelta(days=4)
CLOSED_AFTER = timedelta(days=2)


def add_happenings(rows: Rows) -> None:
    """Everything that `stories.json` tells about the two networks."""
    for post in stories()["posts"]:
        _add_post(rows, post)
    for number, message in enumerate(stories()["messages"]):
        _add_message(rows, message, name=str(number))
    for request in stories()["join_requests"]:
        _add_join_request(rows, request)
    for invitation in stories()["invitations"]:
        _add_invitation(rows, invitation)
    for scan in stories()["self_scans"]:
        _add_self_scan(rows, scan)


def acts_for(rows: Rows, organisation: str) -> User:
    """The person who writes for an organisation: its contact, who is its administrator too."""
    told = next(one for one in organisations() if one.name == organisation)
    cast = next((person for person in BY_KEY.values() if person.name == told.contact), None)
    return rows.get(User, cast.email if cast else address_of(told.contact, told.domain))


def _add_post(rows: Rows, told: dict[str, Any]) -> None:
    posted_at = rows.ago(days=told["days_ago"])
    days_left = told["days_left"]
    post = rows.add(
        BoardPost,
        f"{told['network']}/{told['title']}",
        network=rows.get(Network, told["network"]),
        organisation=rows.get(Organisation, told["organisation"]),
        until_on=clock.day_of(rows.now + timedelta(days=days_left)) if days_left is not None else None,
        posted_at=posted_at,
        posted_by=acts_for(rows, told["organisation"]).pk,
        closed_at=posted_at + CLOSED_AFTER * 5 if told["outcome"] else None,
        **{name: told[name] for name in ("kind", "theme", "title", "text", "outcome")},
    )
    for number, reply in enumerate(told["replies"]):
        rows.add(
            BoardReply,
            f"{post.pk}/{number}",
            post=post,
            organisation=rows.get(Organisation, reply["organisation"]),
            text=reply["text"],
            replied_at=rows.ago(days=reply["days_ago"]),
            replied_by=acts_for(rows, reply["organisation"]).pk,
        )


def _add_message(rows: Rows, told: dict[str, Any], *, name: str) -> None:
    network = None if told["organisation"] else rows.get(Network, told["network"])
    organisation = rows.get(Organisation, told["organisation"]) if told["organisation"] else None
    sent_at = rows.ago(hours=told["hours_ago"])
    changed_at = max([sent_at, *(rows.ago(hours=answer["hours_ago"]) for answer in told["answers"])])
    is_closed = told["state"] == MessageState.CLOSED.value
    message = rows.add(
        Message,
        name,
        network=network,
        organisation=organisation,
        sender_name=told["name"],
        sender_email=told["email"],
        sender_phone=told["phone"],
        sent_at=sent_at,
        state_since=changed_at,
        taken_by=rows.get(User, BY_KEY[told["taken_by"]].email).pk if told["taken_by"] else None,
        closed_at=changed_at + CLOSED_AFTER if is_closed else None,
        close_reason="De vraag is beantwoord." if is_closed else "",
        **{name: told[name] for name in ("kind", "text", "state")},
    )
    for number, answer in enumerate(told["answers"]):
        rows.add(
            Answer,
            f"{name}/{number}",
            message=message,
            receiver_id=(network or rows.get(Organisation, told["organisation"])).pk,
            channel="mail" if told["email"] else "phone",
            text=answer["text"],
            by=rows.get(User, BY_KEY[answer["by"]].email).pk,
            answered_at=rows.ago(hours=answer["hours_ago"]),
        )


def _add_join_request(rows: Rows, told: dict[str, Any]) -> None:
    requested_at = rows.ago(days=told["days_ago"])
    is_open = told["state"] == JoinState.REQUESTED.value
    network = rows.get(Network, told["network"])
    decider = next(person for person in BY_KEY.values() if person.network == network.slug)
    rows.add(
        JoinRequest,
        told["name"],
        network=network,
        requested_at=requested_at,
        decided_at=None if is_open else requested_at + DECIDED_AFTER,
        decided_by=None if is_open else rows.get(User, decider.email).pk,
        **{name: told[name] for name in ("name", "kind", "motivation", "state", "reason")},
        **{name: told[name] for name in ("contact_name", "contact_email", "contact_phone")},
    )


def _add_invitation(rows: Rows, told: dict[str, Any]) -> None:
    invited_at = rows.ago(days=told["days_ago"])
    rows.add(
        Invitation,
        told["email"],
        organisation=rows.get(Organisation, told["organisation"]),
        roles=told["roles"],
        email=told["email"],
        name=told["name"],
        invited_by=acts_for(rows, told["organisation"]).pk,
        invited_at=invited_at,
        expires_at=invited_at + INVITATION_LASTS,
    )


def _add_self_scan(rows: Rows, told: dict[str, Any]) -> None:
    rows.add(
        SelfScan,
        f"{told['network']}/{told['months']}",
        network=rows.get(Network, told["network"]),
        scores=told["scores"],
        filled_in_at=rows.ago(days=told["months"] * DAYS_IN_A_MONTH),
        filled_in_by=rows.get(User, BY_KEY[told["by"]].email).pk,
    )
