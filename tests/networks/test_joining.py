"""P0.1, P3.7: an organisation asks to join, follows its request, and a coordinator decides."""

import pytest
from django.test import Client

from samenspel.audit.models import Entry
from samenspel.networks.models import Organisation, Partner
from tests.cast import Cast, as_person
from tests.factories import make_partner
from tests.mailbox import Mailbox
from tests.networks.joining_steps import FORM, ask_to_join, invitations_of, link_in, requests_of

pytestmark = pytest.mark.django_db
FORM_URL = "/n/meerlinden/meedoen/"
LIST_URL = "/n/meerlinden/aanvragen/"


def form_data(**changes: str) -> dict[str, str]:
    return {**FORM, **changes}


def test_a_citizen_initiative_asks_and_gets_a_receipt_with_what_happens_next(cast: Cast, mailbox: Mailbox) -> None:
    answer = Client().post(FORM_URL, form_data(), follow=True)
    assert answer.redirect_chain[0][0].startswith("/aanvraag/")
    page = answer.content.decode()
    assert "De aanvraag is binnen." in page
    assert "Een coördinator leest uw aanvraag" in page
    (letter,) = mailbox.to("truus@buurtkamer.test")
    assert "Truus" not in letter.text + letter.subject
    assert "Buurtkamer" not in letter.text + letter.subject
    assert Client().get(link_in(letter)).status_code == 200
    assert Entry.objects.get(event="networks.joining.requested").network_id == cast.meerlinden.pk


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(cast: Cast) -> None:
    answer = Client().post(FORM_URL, form_data(kvk="1234", contact_name="Truus"))
    page = answer.content.decode()
    assert "Een KvK-nummer heeft 8 cijfers." in page
    assert "Schrijf uw voornaam en uw achternaam." in page
    assert "open huis voor wie alleen is" in page
    assert requests_of(cast.meerlinden) == []


def test_a_bsn_is_refused(cast: Cast) -> None:
    answer = Client().post(FORM_URL, form_data(motivation="Mijn nummer is 123456782."))
    assert "burgerservicenummer" in answer.content.decode()
    assert requests_of(cast.meerlinden) == []


def test_the_same_form_sent_twice_is_one_request(cast: Cast, mailbox: Mailbox) -> None:
    client = Client()
    mark = client.get(FORM_URL).context["form"]["mark"].value()
    for _again in range(2):
        assert client.post(FORM_URL, form_data(mark=mark)).status_code == 302
    assert len(requests_of(cast.meerlinden)) == 1
    assert len(mailbox.to("truus@buurtkamer.test")) == 1


def test_a_closed_network_has_no_form(cast: Cast) -> None:
    cast.meerlinden.is_public = False
    cast.meerlinden.save()
    assert Client().get(FORM_URL).status_code == 404


def test_the_coordinator_sees_how_long_somebody_waits_and_admits(cast: Cast, mailbox: Mailbox) -> None:
    asked = ask_to_join(cast.meerlinden)
    marjan = as_person(cast.marjan)
    assert "Buurtkamer Zuid" in marjan.get(LIST_URL).content.decode()
    detail = marjan.get(f"{LIST_URL}{asked.pk}/").content.decode()
    assert "truus@buurtkamer.test" in detail
    answer = marjan.post(f"{LIST_URL}{asked.pk}/toelaten/", follow=True)
    assert "Buurtkamer Zuid is toegelaten." in answer.content.decode()
    organisation = Organisation.objects.get(name="Buurtkamer Zuid")
    assert organisation.contact_name == "Truus de Boer"
    assert organisation.contact_email == ""
    assert Partner.objects.filter(network=cast.meerlinden, organisation=organisation, ended_on=None).exists()
    (invitation,) = invitations_of(organisation)
    assert invitation.roles == ["administrator"]
    assert "/uitnodiging/" in mailbox.to("truus@buurtkamer.test")[-1].text
    assert Entry.objects.filter(event="networks.joining.admitted", user_id=cast.marjan.pk).count() == 1


def test_a_refusal_has_a_reason_that_stands_behind_the_link_and_not_in_the_mail(cast: Cast, mailbox: Mailbox) -> None:
    asked = ask_to_join(cast.meerlinden)
    marjan = as_person(cast.marjan)
    empty = marjan.post(f"{LIST_URL}{asked.pk}/weigeren/", {"reason": ""})
    assert empty.status_code == 200
    assert requests_of(cast.meerlinden)[0].state == "requested"
    marjan.post(f"{LIST_URL}{asked.pk}/weigeren/", {"reason": "U werkt in een ander gebied."})
    letter = mailbox.to("truus@buurtkamer.test")[-1]
    assert "ander gebied" not in letter.text
    assert "U werkt in een ander gebied." in Client().get(link_in(letter)).content.decode()


def test_a_refusal_can_be_taken_back(cast: Cast) -> None:
    asked = ask_to_join(cast.meerlinden)
    marjan = as_person(cast.marjan)
    marjan.post(f"{LIST_URL}{asked.pk}/weigeren/", {"reason": "Vergissing."})
    marjan.post(f"{LIST_URL}{asked.pk}/terug/")
    (now,) = requests_of(cast.meerlinden)
    assert (now.state, now.reason, now.decided_by) == ("requested", "", None)


def test_a_double_is_shown_and_linked_instead_of_made(cast: Cast, mailbox: Mailbox) -> None:
    asked = ask_to_join(cast.oeverland, name="Huisvriend", kind="volunteer_care")
    karin = as_person(cast.karin)
    url = f"/n/oeverland/aanvragen/{asked.pk}/"
    assert "Ja, dit is Stichting Huisvriend" in karin.get(url).content.decode()
    karin.post(f"{url}toelaten/", {"organisation": str(cast.huisvriend.pk)})
    assert Partner.objects.filter(network=cast.oeverland, organisation=cast.huisvriend, ended_on=None).exists()
    assert Organisation.objects.filter(name__contains="uisvriend").count() == 1
    assert invitations_of(cast.huisvriend) == []
    assert "/aanvraag/" in mailbox.to("truus@buurtkamer.test")[-1].text


def test_an_organisation_that_is_not_alike_cannot_be_pointed_at(cast: Cast) -> None:
    asked = ask_to_join(cast.oeverland)
    url = f"/n/oeverland/aanvragen/{asked.pk}/toelaten/"
    as_person(cast.karin).post(url, {"organisation": str(cast.nursing.pk)})
    assert requests_of(cast.oeverland)[0].state == "requested"
    assert not Partner.objects.filter(network=cast.oeverland, organisation=cast.nursing).exists()


def test_a_second_organisation_with_the_same_kvk_number_is_not_made(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.huisvriend.pk).update(kvk="12345678")
    asked = ask_to_join(cast.oeverland, name="Heel anders", kvk="12345678")
    answer = as_person(cast.karin).post(f"/n/oeverland/aanvragen/{asked.pk}/toelaten/", follow=True)
    assert "Er is al een organisatie met dit KvK-nummer." in answer.content.decode()
    assert requests_of(cast.oeverland)[0].state == "requested"


def test_the_applicant_withdraws_once(cast: Cast) -> None:
    asked = Client().post(FORM_URL, form_data())
    answer = Client().post(f"{asked.url}intrekken/", follow=True)  # type: ignore[attr-defined]
    assert "Uw aanvraag is ingetrokken." in answer.content.decode()
    again = Client().post(f"{asked.url}intrekken/", follow=True)  # type: ignore[attr-defined]
    assert "Over uw aanvraag is al besloten." in again.content.decode()


def test_a_changed_link_opens_nothing(cast: Cast) -> None:
    url = Client().post(FORM_URL, form_data()).url  # type: ignore[attr-defined]
    assert Client().get(url[:-3] + "xx/").status_code == 404
    assert Client().get("/aanvraag/abc/").status_code == 404


def test_too_many_requests_are_asked_to_wait(cast: Cast) -> None:
    client = Client()
    statuses = [client.post(FORM_URL, form_data(name=f"Club {number}")).status_code for number in range(11)]
    assert statuses[9:] == [302, 429]


def test_the_coordinator_helps_an_organisation_that_waits_for_an_administrator(cast: Cast, mailbox: Mailbox) -> None:
    marjan = as_person(cast.marjan)
    page = marjan.get("/n/meerlinden/partners/").content.decode()
    assert page.count("wacht op beheerder") == 3
    tie = Partner.objects.get(organisation=cast.nursing)
    url = f"/n/meerlinden/partners/{tie.pk}/beheerder/"
    marjan.post(url, {"email": "teamleider@meerzorg.test"})
    assert "Meerzorg Wijkverpleging" in mailbox.to("teamleider@meerzorg.test")[0].text
    assert invitations_of(cast.nursing)[0].roles == ["administrator"]
    assert "Beheerder uitgenodigd op" in marjan.get("/n/meerlinden/partners/").content.decode()


def test_an_organisation_with_an_administrator_gets_no_second_one_from_outside(cast: Cast) -> None:
    tie = Partner.objects.get(organisation=cast.huisvriend)
    url = f"/n/meerlinden/partners/{tie.pk}/beheerder/"
    answer = as_person(cast.marjan).post(url, {"email": "marjan@elders.test"})
    assert answer.headers["Location"] == "/n/meerlinden/partners/"
    assert invitations_of(cast.huisvriend) == []


def test_the_list_of_partners_keeps_its_history(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    tie = Partner.objects.get(organisation=cast.huisvriend)
    lead = Partner.objects.get(organisation=cast.welzijn)
    url = "/n/meerlinden/partners/"
    assert "De penvoerder kan niet stoppen." in marjan.post(f"{url}{lead.pk}/stoppen/", follow=True).content.decode()
    page = marjan.post(f"{url}{tie.pk}/stoppen/", follow=True).content.decode()
    assert "Deden eerder mee" in page
    assert f"{url}{tie.pk}/terug/" in page
    marjan.post(f"{url}{tie.pk}/terug/")
    page = marjan.post(f"{url}{tie.pk}/penvoerder/", follow=True).content.decode()
    assert "Stichting Huisvriend is nu de penvoerder." in page
    assert "Penvoerder tot" in page
    again = marjan.post(f"{url}{tie.pk}/terug/", follow=True).content.decode()
    assert "De lijst was intussen veranderd." in again
    assert Entry.objects.filter(event__startswith="networks.partner.").count() == 3


def test_another_network_cannot_put_its_people_in_an_organisation_that_nobody_manages(cast: Cast) -> None:
    later = make_partner(network=cast.oeverland, organisation=cast.nursing)
    url = f"/n/oeverland/partners/{later.pk}/beheerder/"
    answer = as_person(cast.karin).post(url, {"email": "karin@voorbeeld.test"}, follow=True)
    assert b"Deze organisatie deed eerder mee in een ander netwerk." in answer.content
    assert invitations_of(cast.nursing) == []
