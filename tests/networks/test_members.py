"""P0.1: administrators decide who works for their organisation, and somebody always can."""

import re

import pytest
from django.test import Client

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.audit.models import Entry
from samenspel.networks.models import RoleGrant
from tests.cast import Cast, as_person
from tests.factories import give_role
from tests.mailbox import Mailbox
from tests.networks.joining_steps import invitations_of, link_in

pytestmark = pytest.mark.django_db
NEW = "nora@huisvriend.test"


def list_url(cast: Cast) -> str:
    return f"/o/{cast.huisvriend.slug}/mensen/"


def invite(client: Client, cast: Cast, email: str = NEW, role: str = "coordinator") -> None:
    client.post(f"{list_url(cast)}uitnodigen/", {"email": email, "roles": [role]})


def roles_of(user: User) -> set[str]:
    return set(RoleGrant.objects.filter(user=user).values_list("role", flat=True))


def test_an_administrator_sees_who_works_here_with_which_roles(cast: Cast) -> None:
    page = as_person(cast.henk).get(list_url(cast)).content.decode()
    assert "Henk Postma" in page
    assert "Beheerder van de organisatie" in page
    assert "Niemand is nu uitgenodigd" in page


def test_an_invitation_goes_by_mail_without_names(cast: Cast, mailbox: Mailbox) -> None:
    henk = as_person(cast.henk)
    form = henk.get(f"{list_url(cast)}uitnodigen/").content.decode()
    assert "U helpt mensen die iets vragen" in form
    invite(henk, cast)
    (letter,) = mailbox.to(NEW)
    assert "Stichting Huisvriend" in letter.text
    assert "Henk" not in letter.text + letter.subject
    assert NEW not in letter.text + link_in(letter)
    assert "wacht op antwoord" in henk.get(list_url(cast)).content.decode()
    assert Entry.objects.get(event="networks.invitation.sent").organisation_id == cast.huisvriend.pk


def test_who_is_here_or_invited_already_is_not_invited_again(cast: Cast) -> None:
    henk = as_person(cast.henk)
    url = f"{list_url(cast)}uitnodigen/"
    here = henk.post(url, {"email": "HENK@voorbeeld.test", "roles": ["coordinator"]})
    assert "Deze collega werkt hier al." in here.content.decode()
    invite(henk, cast)
    again = henk.post(url, {"email": NEW, "roles": ["coordinator"]})
    assert "Deze collega is al uitgenodigd." in again.content.decode()
    assert len(invitations_of(cast.huisvriend)) == 1


def test_roles_of_networks_and_platform_cannot_be_given_here(cast: Cast) -> None:
    henk = as_person(cast.henk)
    for role in ("network_coordinator", "platform_administrator", "privacy_officer", ""):
        invite(henk, cast, role=role)
    assert invitations_of(cast.huisvriend) == []


def test_sending_again_makes_a_new_link_and_ends_the_old_one(cast: Cast, mailbox: Mailbox) -> None:
    henk = as_person(cast.henk)
    invite(henk, cast)
    (invitation,) = invitations_of(cast.huisvriend)
    old = link_in(mailbox.to(NEW)[0])
    henk.post(f"{list_url(cast)}uitnodigingen/{invitation.pk}/opnieuw/")
    new = link_in(mailbox.to(NEW)[1])
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200


def test_a_withdrawn_invitation_says_so(cast: Cast, mailbox: Mailbox) -> None:
    henk = as_person(cast.henk)
    invite(henk, cast)
    (invitation,) = invitations_of(cast.huisvriend)
    url = f"{list_url(cast)}uitnodigingen/{invitation.pk}/"
    assert "De uitnodiging is ingetrokken." in henk.post(f"{url}intrekken/", follow=True).content.decode()
    page = Client().post(link_in(mailbox.to(NEW)[0]), {"name": "Nora Blom"}).content.decode()
    assert "Deze uitnodiging is ingetrokken." in page
    assert not User.objects.filter(email=NEW).exists()
    assert henk.post(f"{url}opnieuw/").status_code == 404


def test_an_administrator_changes_roles(cast: Cast) -> None:
    nora = give_role_to_nora(cast)
    henk = as_person(cast.henk)
    henk.post(f"{list_url(cast)}{nora.pk}/", {"roles": ["administrator", "figures_reader"]})
    assert roles_of(nora) == {"administrator", "figures_reader"}
    assert Entry.objects.filter(event="networks.member.roles_changed", object_id=nora.pk).count() == 1


def test_the_last_administrator_stays_and_is_told_why(cast: Cast) -> None:
    henk = as_person(cast.henk)
    changed = henk.post(f"{list_url(cast)}{cast.henk.pk}/", {"roles": ["coordinator"]})
    assert "Maak eerst een collega beheerder." in changed.content.decode()
    ended = henk.post(f"{list_url(cast)}{cast.henk.pk}/stoppen/", follow=True)
    assert "Maak eerst een collega beheerder." in ended.content.decode()
    assert roles_of(cast.henk) == {"administrator", "coordinator"}


def test_who_stops_loses_all_roles_here_and_only_here(cast: Cast) -> None:
    nora = give_role_to_nora(cast)
    give_role(nora, roles.PROFESSIONAL, organisation=cast.practice)
    as_person(cast.henk).post(f"{list_url(cast)}{nora.pk}/stoppen/")
    assert roles_of(nora) == {"professional"}
    assert Entry.objects.get(event="networks.member.ended").object_id == nora.pk


def test_who_gives_up_the_administration_does_not_land_on_a_closed_page(cast: Cast) -> None:
    give_role_to_nora(cast, role=roles.ADMINISTRATOR)
    answer = as_person(cast.henk).post(f"{list_url(cast)}{cast.henk.pk}/", {"roles": ["coordinator"]}, follow=True)
    assert answer.redirect_chain == [("/wat-mag-ik/", 302)]
    assert answer.status_code == 200


def test_a_colleague_of_elsewhere_is_nobody_here(cast: Cast) -> None:
    henk = as_person(cast.henk)
    for person in (cast.ali, cast.samira):
        assert henk.get(f"{list_url(cast)}{person.pk}/").status_code == 404
        assert henk.post(f"{list_url(cast)}{person.pk}/stoppen/").status_code == 404


def give_role_to_nora(cast: Cast, role: roles.Role = roles.COORDINATOR) -> User:
    nora = User.objects.create_user(NEW, name="Nora Blom")
    give_role(nora, role, organisation=cast.huisvriend)
    return nora


def test_roles_are_shown_as_they_are_in_the_code(cast: Cast) -> None:
    page = Client().get("/rollen/").content.decode()
    for role in roles.ROLES.values():
        assert str(role.name) in page
        assert str(role.description) in page


def test_what_may_i_names_the_roles_and_who_can_change_them(cast: Cast) -> None:
    page = as_person(cast.samira).get("/wat-mag-ik/").content.decode()
    assert "Huisartsenpraktijk De Linde" in page
    assert "Zorgprofessional" in page
    may, may_not = re.split("Dit mag u hier niet", page)
    assert "Het prikbord van het netwerk lezen" in may
    assert "Collega&#x27;s uitnodigen" in may_not
    henk = as_person(cast.henk).get("/wat-mag-ik/").content.decode()
    assert "Uw rol wijzigen? Dat kan: Henk Postma." in henk


def test_what_may_i_for_who_has_no_role(cast: Cast) -> None:
    page = as_person(cast.ria).get("/wat-mag-ik/").content.decode()
    assert "U hebt nog geen rol" in page


def test_what_may_i_for_the_platform(cast: Cast) -> None:
    page = as_person(cast.bram).get("/wat-mag-ik/").content.decode()
    assert "Heel Samenspel" in page
    assert "Platformbeheerder" in page


def test_a_coordinator_sees_and_invites_another_coordinator(cast: Cast, mailbox: Mailbox) -> None:
    marjan = as_person(cast.marjan)
    url = "/n/meerlinden/coordinatoren/"
    assert "Marjan de Wit" in marjan.get(url).content.decode()
    assert "Deze collega werkt hier al." in marjan.post(url, {"email": cast.marjan.email}).content.decode()
    marjan.post(url, {"email": cast.ria.email})
    (invitation,) = invitations_of(cast.meerlinden)
    marjan.post(f"{url}{invitation.pk}/opnieuw/")
    assert len(mailbox.to(cast.ria.email)) == 2
    as_person(cast.ria).post(link_in(mailbox.to(cast.ria.email)[1]))
    assert roles_of(cast.ria) == {"network_coordinator"}
    assert marjan.post(f"{url}{invitation.pk}/intrekken/").status_code == 404


def test_an_invitation_of_a_coordinator_can_be_withdrawn(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    marjan.post("/n/meerlinden/coordinatoren/", {"email": NEW})
    (invitation,) = invitations_of(cast.meerlinden)
    marjan.post(f"/n/meerlinden/coordinatoren/{invitation.pk}/intrekken/")
    assert invitations_of(cast.meerlinden)[0].withdrawn_at


def test_the_pages_of_a_coordinator_lead_to_each_other(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    front = marjan.get("/n/meerlinden/").content.decode()
    assert "/n/meerlinden/aanvragen/" in front
    page = marjan.get("/n/meerlinden/aanvragen/").content.decode()
    for other in ("partners", "coordinatoren", "zelfscan"):
        assert f"/n/meerlinden/{other}/" in page
    henk = as_person(cast.henk).get(f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/").content.decode()
    assert f"/o/{cast.huisvriend.slug}/mensen/" in henk
