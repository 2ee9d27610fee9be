"""Accepting an invitation: one link, one person, once; new people, known people, other people."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import signing
from django.test import Client

from samenspel.accounts.models import User
from samenspel.audit.models import Entry
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.actions import members
from samenspel.networks.models import Invitation, RoleGrant
from samenspel.networks.queries import links
from tests.cast import Cast, as_person
from tests.networks.joining_steps import invitations_of

pytestmark = pytest.mark.django_db
NEW = "nora@huisvriend.test"


def invite(cast: Cast, email: str = NEW, role: str = "coordinator") -> str:
    """Henk invites somebody; the path of the link."""
    invitation = members.invite(organisation=cast.huisvriend, email=email, roles=[role], by=cast.henk.pk)
    return f"/uitnodiging/{links.invitation_token(invitation)}/"


def test_a_newcomer_says_yes_with_a_name_and_is_signed_in(cast: Cast) -> None:
    url = invite(cast, role="figures_reader")
    client = Client()
    page = client.get(url).content.decode()
    assert "Henk Postma nodigt u uit." in page
    assert "Lezer van cijfers" in page
    answer = client.post(url, {"name": "Nora Blom"}, follow=True)
    assert "Welkom bij Stichting Huisvriend." in answer.content.decode()
    nora = User.objects.get(email=NEW)
    assert nora.name == "Nora Blom"
    assert not nora.has_usable_password()
    assert EmailAddress.objects.get(user=nora).verified
    assert RoleGrant.objects.get(user=nora).given_by == cast.henk.pk
    assert Entry.objects.get(event="networks.invitation.accepted").user_id == nora.pk


def test_who_will_see_care_data_arranges_a_second_factor_first(cast: Cast) -> None:
    answer = Client().post(invite(cast), {"name": "Nora Blom"}, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/tweede-stap/")


def test_looking_changes_nothing(cast: Cast) -> None:
    url = invite(cast)
    for _look in range(3):
        assert Client().get(url).status_code == 200
    assert not User.objects.filter(email=NEW).exists()
    assert invitations_of(cast.huisvriend)[0].accepted_at is None


def test_the_link_works_once(cast: Cast) -> None:
    url = invite(cast)
    Client().post(url, {"name": "Nora Blom"})
    page = Client().post(url, {"name": "Iemand Anders"}).content.decode()
    assert "Deze uitnodiging is al gebruikt." in page
    assert RoleGrant.objects.filter(organisation=cast.huisvriend).exclude(user=cast.henk).count() == 1


def test_an_old_link_says_that_it_is_too_old(cast: Cast) -> None:
    url = invite(cast)
    with acting_for(cast.huisvriend.pk):
        Invitation.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    page = Client().post(url, {"name": "Nora Blom"}).content.decode()
    assert "Deze uitnodiging is te oud." in page
    assert not User.objects.filter(email=NEW).exists()


def test_an_expired_invitation_is_also_refused_by_the_action(cast: Cast) -> None:
    invite(cast, email=cast.ria.email)
    (invitation,) = invitations_of(cast.huisvriend)
    with acting_for(cast.huisvriend.pk):
        Invitation.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    with pytest.raises(members.InvitationClosed):
        members.accept(invitation=invitation, user=cast.ria)
    assert not RoleGrant.objects.filter(user=cast.ria).exists()


def test_a_changed_link_opens_nothing(cast: Cast) -> None:
    url = invite(cast)
    for wrong in (url[:-4] + "abc/", "/uitnodiging/abc/", "/uitnodiging/abc:def:ghi/"):
        assert Client().get(wrong).status_code == 404
    token = signing.dumps(["0" * 32, "1" * 32, 0], salt=links.INVITATION_SALT)
    assert Client().get(f"/uitnodiging/{token}/").status_code == 404


def test_a_link_of_another_kind_does_not_open_an_invitation(cast: Cast) -> None:
    token = signing.dumps(["0" * 32, "1" * 32, 0], salt=links.APPLICATION_SALT)
    assert Client().get(f"/uitnodiging/{token}/").status_code == 404


def test_somebody_with_an_account_signs_in_first_and_then_says_yes(cast: Cast) -> None:
    url = invite(cast, email=cast.ria.email)
    page = Client().get(url).content.decode()
    assert "Log eerst in." in page
    assert f"/account/inloggen/?next={url}" in page
    assert Client().post(url, {"name": "Ria"}).status_code == 200
    assert not RoleGrant.objects.filter(user=cast.ria).exists()
    as_person(cast.ria).post(url)
    assert RoleGrant.objects.get(user=cast.ria).organisation == cast.huisvriend


def test_a_different_person_is_told_so_and_gets_nothing(cast: Cast) -> None:
    url = invite(cast, email=cast.ria.email)
    ali = as_person(cast.ali)
    for page in (ali.get(url).content.decode(), ali.post(url).content.decode()):
        assert "Deze uitnodiging is voor iemand anders" in page
        assert cast.ria.email not in page
    assert RoleGrant.objects.filter(organisation=cast.huisvriend).exclude(user=cast.henk).count() == 0


def test_a_missing_name_is_asked_for(cast: Cast) -> None:
    answer = Client().post(invite(cast), {"name": " "})
    assert answer.status_code == 200
    assert answer.context["form"].errors["name"]
    assert not User.objects.filter(email=NEW).exists()


def test_the_link_shows_no_address_and_no_name(cast: Cast) -> None:
    url = invite(cast)
    assert "nora" not in url.lower()
    assert "huisvriend" not in url.lower()
