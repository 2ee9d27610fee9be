"""No organisation without an administrator (peers #8152): held by the action, and by the database for certain."""

import threading

import pytest
from django.db import IntegrityError, connections, transaction

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.audit.models import Entry
from samenspel.lib.scope import acting_for
from samenspel.networks.actions import members
from samenspel.networks.models import Invitation, Organisation, Partner, RoleGrant
from tests.cast import Cast, make_cast
from tests.factories import give_role, make_organisation, make_user
from tests.networks.joining_steps import checked_at_the_end


def administrators(organisation: Organisation) -> list[User]:
    return [one.user for one in RoleGrant.objects.filter(organisation=organisation, role="administrator")]


def second_administrator(cast: Cast) -> User:
    nora = make_user(name="Nora Blom")
    give_role(nora, roles.ADMINISTRATOR, organisation=cast.huisvriend)
    return nora


@pytest.mark.usefixtures("committed_db")
def test_two_administrators_who_remove_each_other_at_once_leave_one() -> None:
    cast = make_cast()
    nora = second_administrator(cast)
    outcomes: list[str] = []
    at_once = threading.Barrier(2)

    def remove(user: User, by: User) -> None:
        try:
            at_once.wait(10)
            members.end(organisation=cast.huisvriend, user=user, by=by.pk)
            outcomes.append("removed")
        except members.LastAdministrator:
            outcomes.append("refused")
        finally:
            connections.close_all()

    both = [threading.Thread(target=remove, args=pair) for pair in ((cast.henk, nora), (nora, cast.henk))]
    for one in both:
        one.start()
    for one in both:
        one.join(20)
    assert sorted(outcomes) == ["refused", "removed"]
    assert len(administrators(cast.huisvriend)) == 1


@pytest.mark.usefixtures("committed_db")
def test_the_database_alone_also_leaves_one() -> None:
    """The same race past the action: both delete, both want to commit, one is refused."""
    cast = make_cast()
    nora = second_administrator(cast)
    refused: list[str] = []
    at_once = threading.Barrier(2)

    def delete(user: User) -> None:
        try:
            with transaction.atomic():
                RoleGrant.objects.filter(user=user, organisation=cast.huisvriend).delete()
                at_once.wait(10)
        except IntegrityError as problem:
            refused.append(str(problem))
        finally:
            connections.close_all()

    both = [threading.Thread(target=delete, args=(user,)) for user in (cast.henk, nora)]
    for one in both:
        one.start()
    for one in both:
        one.join(20)
    assert len(refused) == 1
    assert "keeps an administrator" in refused[0]
    assert len(administrators(cast.huisvriend)) == 1


@pytest.mark.django_db
def test_the_database_keeps_the_last_administrator(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="keeps an administrator"), checked_at_the_end():
        RoleGrant.objects.filter(organisation=cast.huisvriend, role="administrator").delete()
    with pytest.raises(IntegrityError, match="keeps an administrator"), checked_at_the_end():
        RoleGrant.objects.filter(organisation=cast.huisvriend, role="administrator").update(role="figures_reader")
    with pytest.raises(IntegrityError, match="keeps an administrator"), checked_at_the_end():
        cast.henk.delete()


@pytest.mark.django_db
def test_an_organisation_in_no_network_may_be_left_and_removed(cast: Cast) -> None:
    Partner.objects.filter(organisation=cast.huisvriend).delete()
    with checked_at_the_end():
        RoleGrant.objects.filter(organisation=cast.huisvriend).delete()
    with checked_at_the_end():
        cast.oeverhulp.delete()
    assert not Organisation.objects.filter(pk=cast.oeverhulp.pk).exists()


@pytest.mark.django_db
def test_a_fresh_organisation_waits_for_its_administrator(cast: Cast) -> None:
    with checked_at_the_end():
        fresh = make_organisation(network=cast.meerlinden)
        give_role(cast.ria, roles.FIGURES_READER, organisation=fresh)
        RoleGrant.objects.filter(organisation=fresh).delete()
    assert administrators(fresh) == []


@pytest.mark.django_db
def test_a_refused_change_changes_nothing_and_logs_nothing(cast: Cast) -> None:
    with pytest.raises(members.LastAdministrator):
        members.set_roles(organisation=cast.huisvriend, user=cast.henk, roles=["professional"], by=cast.henk.pk)
    held = set(RoleGrant.objects.filter(user=cast.henk).values_list("role", flat=True))
    assert held == {"administrator", "coordinator"}
    assert not Entry.objects.filter(event="networks.member.roles_changed").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"roles": []}, {"network": "meerlinden"}, {"organisation": None}, {"both": True}], ids=str
)
def test_the_database_refuses_an_invitation_that_cannot_be(cast: Cast, wrong: dict[str, object]) -> None:
    members.invite(organisation=cast.huisvriend, email="nora@huisvriend.test", roles=["coordinator"], by=cast.henk.pk)
    now = cast.henk.created_at
    changes: dict[str, object] = {"accepted_at": now, "withdrawn_at": now} if "both" in wrong else dict(wrong)
    if "network" in changes:
        changes["network"] = cast.meerlinden
    with (
        acting_for(cast.huisvriend.pk, cast.meerlinden.pk),
        pytest.raises(Exception, match=r"invitation_|row-level security"),
        transaction.atomic(),
    ):
        Invitation.objects.update(**changes)


@pytest.mark.usefixtures("committed_db")
def test_a_link_pressed_twice_at_once_makes_one_account() -> None:
    cast = make_cast()
    email = "nora@huisvriend.test"
    asked = members.invite(organisation=cast.huisvriend, email=email, roles=["coordinator"], by=cast.henk.pk)
    outcomes: list[str] = []
    at_once = threading.Barrier(2)

    def press() -> None:
        try:
            at_once.wait(10)
            members.accept_as_newcomer(invitation=asked, name="Nora Blom")
            outcomes.append("welcome")
        except members.InvitationClosed:
            outcomes.append("closed")
        finally:
            connections.close_all()

    both = [threading.Thread(target=press) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(20)
    assert sorted(outcomes) == ["closed", "welcome"]
    assert RoleGrant.objects.filter(user__email=email).count() == 1


@pytest.mark.django_db
def test_a_newcomer_whose_address_has_an_account_by_now_signs_in_instead(cast: Cast) -> None:
    asked = members.invite(
        organisation=cast.huisvriend, email="RIA@voorbeeld.test", roles=["coordinator"], by=cast.henk.pk
    )
    with pytest.raises(members.InvitationClosed):
        members.accept_as_newcomer(invitation=asked, name="Iemand Anders")
    cast.ria.refresh_from_db()
    assert cast.ria.name == "Ria Jansen"
    assert not RoleGrant.objects.filter(user=cast.ria).exists()


@pytest.mark.django_db
def test_an_invitation_that_was_used_is_not_sent_again_or_withdrawn(cast: Cast) -> None:
    asked = members.invite(organisation=cast.huisvriend, email=cast.ria.email, roles=["coordinator"], by=cast.henk.pk)
    members.accept(invitation=asked, user=cast.ria)
    for change in (members.resend, members.withdraw):
        with pytest.raises(members.InvitationClosed):
            change(invitation=asked, by=cast.henk.pk)
    with pytest.raises(members.InvitationClosed):
        members.accept(invitation=asked, user=cast.ali)
    assert not RoleGrant.objects.filter(user=cast.ali, organisation=cast.huisvriend).exists()
