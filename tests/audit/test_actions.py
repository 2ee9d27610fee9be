"""What a line holds: who, as what, from where; and that it cannot hold content."""

import pytest
from django.db import IntegrityError, transaction
from django.dispatch import Signal
from django.http import HttpRequest
from django.test import RequestFactory

from samenspel.accounts import events, roles
from samenspel.accounts.access import PersonRequest
from samenspel.accounts.rules import Scope
from samenspel.audit import actions, circumstances
from samenspel.audit.models import Entry
from samenspel.audit.rules import Action, Outcome
from samenspel.lib import ids
from samenspel.networks import queries as networks
from tests.cast import Cast


def a_request(user: object = None, scope: Scope | None = None) -> PersonRequest:
    request: HttpRequest = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    request.user, request.scope = user, scope or Scope()  # type: ignore[assignment, attr-defined]
    return request  # type: ignore[return-value]


def line() -> Entry:
    return Entry.objects.get()


def test_background_work_has_no_person_and_no_address(db: None) -> None:
    actions.record("networks.partner.admitted", action=Action.CREATE, by=None)
    assert (line().user_id, line().roles, line().access_point_type, line().source) == (None, "", "", "background")


def test_during_a_request_roles_and_place_are_known(cast: Cast) -> None:
    with circumstances.during(a_request(cast.marjan, networks.scope_of(cast.marjan))):
        actions.record(
            "networks.partner.admitted",
            action=Action.CREATE,
            by=cast.marjan.pk,
            about=cast.huisvriend,
            network_id=cast.meerlinden.pk,
        )
    assert line().roles == roles.NETWORK_COORDINATOR.code
    assert (line().object_type, line().object_id) == ("networks.organisation", cast.huisvriend.pk)
    assert (line().source, line().access_point_type, len(line().access_point)) == ("web", "2", 32)
    assert "192" not in line().access_point


def test_the_same_address_gives_the_same_hash_and_afterwards_nothing_is_left(db: None) -> None:
    for _ in range(2):
        with circumstances.during(a_request()):
            actions.record("networks.partner.admitted", action=Action.CREATE, by=None)
    assert len(set(Entry.objects.values_list("access_point", flat=True))) == 1
    assert circumstances.current().access_point == ""


def test_somebody_else_does_not_get_the_roles_of_who_asks(cast: Cast) -> None:
    with circumstances.during(a_request(cast.marjan, networks.scope_of(cast.marjan))):
        actions.record("networks.partner.admitted", action=Action.CREATE, by=cast.henk.pk)
    assert line().roles == ""


def test_a_look_says_whose_row_it_was(cast: Cast) -> None:
    grant = networks.scope_of(cast.henk)
    invitation = cast.huisvriend.role_grants.get(role="coordinator")
    someone = ids.new_id()
    actions.look(
        a_request(cast.henk, grant), event="networks.message.read", about=invitation, subject_id=someone, purpose="help"
    )
    assert (line().action, line().organisation_id, line().subject_id) == ("R", cast.huisvriend.pk, someone)
    assert line().object_id == invitation.pk


def test_a_search_and_an_export_leave_a_line_without_what_was_typed(cast: Cast) -> None:
    request = a_request(cast.henk, networks.scope_of(cast.henk))
    actions.searched(request, event="networks.messages.searched", found=3)
    actions.exported(request, event="networks.messages.exported", form="csv")
    assert list(Entry.objects.values_list("action", "detail")) == [("E", "found=3"), ("E", "form=csv")]


def test_a_row_without_uuid_is_named_by_its_kind_alone(db: None) -> None:
    from samenspel.audit.models import Head

    actions.record("audit.head.seen", action=Action.READ, by=None, about=Head.objects.get())
    assert (line().object_type, line().object_id) == ("audit.head", None)


@pytest.mark.parametrize("column", ["purpose", "detail", "permission", "object_type"])
def test_the_log_cannot_hold_a_sentence(db: None, column: str) -> None:
    with pytest.raises(IntegrityError, match="is_a_code"), transaction.atomic():
        actions.record("a.b.c", action=Action.READ, by=None, **{column: "mevrouw Jansen"})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"action": "X"}, "audit_action_is_known"),
        ({"outcome": "9"}, "audit_outcome_is_known"),
        ({"source": "fax"}, "audit_source_is_known"),
        ({"event": "iets"}, "audit_event_has_three_words"),
        ({"event": "Een.heel.verhaal"}, "audit_event_has_three_words"),
        ({"access_point_type": "2", "access_point": "192.0.2.7"}, "audit_access_point_is_hashed"),
        ({"access_point": "a" * 32}, "audit_access_point_is_hashed"),
        ({"roles": "een rol"}, "audit_roles_is_a_code"),
    ],
)
def test_the_database_refuses_what_is_not_of_the_norm(db: None, changes: dict[str, str], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Entry.objects.create(**{"event": "a.b.c", "action": "C", "outcome": "0"} | changes)


def test_signing_in_and_failing_to_are_written_down(cast: Cast) -> None:
    events.signed_in.send(sender=None, user_id=cast.ria.pk, method="passkey")
    events.sign_in_failed.send(sender=None)
    seen = list(Entry.objects.values_list("event", "user_id", "outcome", "detail"))
    assert seen == [
        ("accounts.session.started", cast.ria.pk, Outcome.SUCCESS.value, "method=passkey"),
        ("accounts.session.refused", None, Outcome.REFUSED.value, ""),
    ]


@pytest.mark.parametrize(
    ("told", "about", "event", "detail"),
    [
        (events.second_factor_added, {"kind": "totp"}, "accounts.second-factor.added", "kind=totp"),
        (events.second_factor_removed, {"kind": "webauthn"}, "accounts.second-factor.removed", "kind=webauthn"),
        (events.password_changed, {}, "accounts.password.changed", ""),
        (events.signed_out, {"everywhere": True}, "accounts.session.ended", "everywhere=true"),
        (
            events.organisation_sign_in_changed,
            {"connected": False},
            "accounts.organisation-sign-in.changed",
            "connected=false",
        ),
    ],
)
def test_what_changes_about_an_account_is_written_down(
    cast: Cast, told: Signal, about: dict[str, object], event: str, detail: str
) -> None:
    told.send(sender=None, user_id=cast.ria.pk, **about)
    assert list(Entry.objects.values_list("event", "user_id", "object_id", "detail")) == [
        (event, cast.ria.pk, cast.ria.pk, detail)
    ]
