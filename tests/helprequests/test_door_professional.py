"""The professional's door: known by their account or verified by mail, and the client's yes as an act (P4.2)."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.accounts import roles
from samenspel.audit.models import Entry
from samenspel.helprequests.actions import working
from samenspel.helprequests.models import HelpRequest, Referrer, Story, Unverified
from samenspel.helprequests.rules import Door, Outcome, number_of
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network
from samenspel.people.actions import consent as consents
from samenspel.people.models import Consent, Person
from samenspel.people.rules import Purpose
from samenspel.places.models import Area
from tests.cast import Cast, as_person
from tests.factories import give_role, make_organisation
from tests.mailbox import Mailbox
from tests.walk.stage import centre_of_meerlinden

pytestmark = pytest.mark.django_db
DOOR = "/n/meerlinden/voordeur/"
MAIL = "dokter@praktijk.test"
NAME = "Truus de Wit"


@pytest.fixture(autouse=True)
def _nobody_waits() -> None:
    """How often this machine asked in other tests does not count here."""
    cache.clear()


@pytest.fixture
def area(cast: Cast) -> Area:
    return centre_of_meerlinden()


def filled_in(page: Any, **rest: Any) -> dict[str, Any]:
    values = {
        "words": "Mevrouw is veel alleen en wil graag aanspraak.",
        "seen": ["kinds"],
        "kinds": ["social-visiting"],
        "where": "Centrum",
        "age_band": "oldest",
        "urgency": "week",
        "name": NAME,
        "phone": "0612345678",
        "given_by": "self",
        "consent_channel": "oral",
        "agrees": "on",
        "once": page.context["form"]["once"].value(),
    }
    return values | rest


def outsider(client: Client, **rest: Any) -> Any:
    page = client.get(DOOR)
    return client.post(DOOR, filled_in(page, organisation_name="Praktijk De Eik", email=MAIL) | rest)


def link_to(mailbox: Mailbox) -> str:
    text = mailbox.to(MAIL)[0].text
    return next(word for word in text.split() if "/voordeur/bevestigen/" in word).split("/", 3)[3]


def requests_of(network: Network) -> list[HelpRequest]:
    with acting_for(network.pk):
        return list(HelpRequest.objects.select_related("person", "asked_by"))


def test_a_gp_with_an_account_asks_on_one_page(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    page = samira.get(DOOR)
    assert {"organisation", "email"}.isdisjoint(page.context["form"].fields)
    assert samira.post(DOOR, filled_in(page)).headers["Location"] == f"{DOOR}verstuurd/"
    request = requests_of(cast.meerlinden)[0]
    assert (request.door, request.asked_by, request.person.name) == (Door.PROFESSIONAL.value, cast.practice, NAME)
    assert (request.kinds, request.area_id, request.age_band) == (["social-visiting"], area.code, "oldest")
    assert number_of(request.pk) in samira.get(f"{DOOR}verstuurd/").content.decode()


def test_consent_is_kept_as_an_act_for_reading_and_for_reporting_back(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    samira.post(DOOR, filled_in(samira.get(DOOR), consent_channel="written"))
    with acting_for(cast.meerlinden.pk, cast.practice.pk):
        given = {one.purpose: one for one in Consent.objects.all()}
        assert given.keys() == {Purpose.HANDLE.value, Purpose.REPORT_BACK.value}
        assert {(one.channel, one.asked_by, one.given_by) for one in given.values()} == {
            ("written", cast.samira.pk, "self")
        }
        assert given[Purpose.REPORT_BACK.value].organisation == cast.practice


def test_the_text_that_is_agreed_to_stands_on_the_page(cast: Cast) -> None:
    page = as_person(cast.samira).get(DOOR).content.decode()
    assert "Netwerk Meerlinden mag mijn vraag en mijn gegevens lezen" in page
    assert "Huisartsenpraktijk De Linde mag horen of er hulp is gekomen" in page


def test_the_organisation_of_a_professional_without_account_learns_nothing_before_the_client_said_yes(
    cast: Cast, area: Area
) -> None:
    samira = as_person(cast.samira)
    values = filled_in(samira.get(DOOR))
    del values["agrees"]
    page = samira.post(DOOR, values)
    assert set(page.context["form"].errors) == {"agrees"}
    assert NAME in page.content.decode()
    assert requests_of(cast.meerlinden) == []


@pytest.mark.parametrize(
    ("band", "giver", "is_right"),
    [
        ("child", "parent", True),
        ("child", "self", False),
        ("youth", "self_and_parent", True),
        ("youth", "parent", False),
        ("oldest", "parent", False),
        ("oldest", "representative", True),
        ("child", "representative", True),
    ],
)
def test_who_says_yes_follows_age_and_representative(
    cast: Cast, area: Area, band: str, giver: str, *, is_right: bool
) -> None:
    samira = as_person(cast.samira)
    page = samira.post(DOOR, filled_in(samira.get(DOOR), age_band=band, given_by=giver))
    assert (page.status_code == 302) == is_right
    made = requests_of(cast.meerlinden)
    assert len(made) == is_right
    assert all(one.person.is_represented == (giver == "representative") for one in made)


def test_the_kinds_are_asked_once_more_when_they_were_not_on_the_page(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    values = filled_in(samira.get(DOOR), seen=[], kinds=[])
    page = samira.post(DOOR, values)
    assert page.context["asks_again"]
    assert len(page.context["form"].fields["kinds"].choices) == 6
    assert requests_of(cast.meerlinden) == []
    assert samira.post(DOOR, values | {"seen": ["kinds"], "kinds": ["onbekend"]}).status_code == 302
    assert requests_of(cast.meerlinden)[0].kinds == []


def test_danger_comes_first_and_is_seen_before_the_question_goes(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    values = filled_in(samira.get(DOOR), words="Hij wil zelfmoord plegen, hij heeft pillen.")
    page = samira.post(DOOR, values).content.decode()
    assert page.index("0800-0113") < page.index("Wat is er aan de hand?")
    assert requests_of(cast.meerlinden) == []
    assert samira.post(DOOR, values | {"seen": ["kinds", "danger"]}).status_code == 302


def test_while_typing_the_kinds_come_by_themselves_and_nothing_is_kept(client: Client, cast: Cast) -> None:
    answer = client.post(f"{DOOR}soorten/", {"words": "zelfmoord", "kinds": ["transport"]})
    shown = answer.content.decode()
    assert "0800-0113" in shown
    assert 'value="transport"' in shown
    assert "<html" not in shown
    assert client.get(f"{DOOR}soorten/").status_code == 405


def test_a_neighbourhood_that_can_be_two_is_asked(cast: Cast, area: Area) -> None:
    Area.objects.create(
        code="BU99990102", kind="neighbourhood", name="Centrum", name_key="centrum",
        parent=area.parent, municipality=area.municipality, latest_year=2024,
    )  # fmt: skip
    samira = as_person(cast.samira)
    values = filled_in(samira.get(DOOR))
    page = samira.post(DOOR, values)
    assert page.context["place"].errors
    assert samira.post(DOOR, values | {"choice": "BU99990102"}).status_code == 302
    assert requests_of(cast.meerlinden)[0].area_id == "BU99990102"


def test_a_bsn_is_refused_and_the_rest_stays(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    page = samira.post(DOOR, filled_in(samira.get(DOOR), words="Haar nummer is 111222333."))
    assert set(page.context["form"].errors) == {"words"}
    assert NAME in page.content.decode()


def test_the_same_form_twice_is_one_request(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    values = filled_in(samira.get(DOOR))
    for _twice in range(2):
        assert samira.post(DOOR, values).status_code == 302
    assert len(requests_of(cast.meerlinden)) == 1


def test_without_an_account_nobody_reads_it_until_the_link_is_pressed(
    client: Client, cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    assert outsider(client).url == f"{DOOR}kijk-in-uw-mail/"
    assert requests_of(cast.meerlinden) == []
    with acting_for(cast.meerlinden.pk):
        assert not Unverified.objects.exists()
        assert not Person.objects.exists()
    link = link_to(mailbox)
    assert client.get(f"/{link}").status_code == 200
    assert requests_of(cast.meerlinden) == []
    assert client.post(f"/{link}").headers["Location"] == f"{DOOR}verstuurd/"
    request = requests_of(cast.meerlinden)[0]
    with acting_for(cast.meerlinden.pk):
        referrer = Referrer.objects.get(request=request)
        assert (referrer.organisation_name, referrer.email) == ("Praktijk De Eik", MAIL)
    assert (request.door, request.asked_by) == (Door.PROFESSIONAL.value, None)


def test_the_link_lets_in_once_and_a_forged_or_foreign_one_nothing(
    client: Client, cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    outsider(client)
    link = link_to(mailbox)
    client.post(f"/{link}".replace("meerlinden", "oeverland"))
    client.post(f"/{link[:-4]}xxx/")
    assert requests_of(cast.meerlinden) == requests_of(cast.oeverland) == []
    client.post(f"/{link}")
    assert "Deze vraag is al binnen" in client.post(f"/{link}").content.decode()
    assert len(requests_of(cast.meerlinden)) == 1


def test_sending_the_form_again_makes_no_second_mail_and_no_second_request(
    client: Client, cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    values = filled_in(client.get(DOOR), organisation_name="Praktijk De Eik", email=MAIL)
    client.post(DOOR, values)
    client.post(DOOR, values)
    assert len(mailbox.to(MAIL)) == 1
    client.post(f"/{link_to(mailbox)}")
    client.post(DOOR, values)
    assert len(requests_of(cast.meerlinden)) == 1
    assert len(mailbox.to(MAIL)) == 2


def test_only_the_front_door_knows_the_address_of_who_referred(
    client: Client, cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    outsider(client)
    client.post(f"/{link_to(mailbox)}")
    others = [cast.practice.pk, cast.oeverland.pk, requests_of(cast.meerlinden)[0].person_id]
    with acting_for(*others):
        assert not Referrer.objects.exists()


def let_in(client: Client, cast: Cast, mailbox: Mailbox) -> HelpRequest:
    outsider(client)
    client.post(f"/{link_to(mailbox)}")
    return requests_of(cast.meerlinden)[0]


def test_who_referred_without_account_hears_by_mail_what_came_of_it(
    client: Client, cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    request = let_in(client, cast, mailbox)
    with acting_for(cast.meerlinden.pk):
        working.take(request=request, by=cast.marjan.pk)
        working.close(request=request, outcome=Outcome.HELPED, by=cast.marjan.pk)
    letters = mailbox.to(MAIL)
    assert ["opgepakt" in one.text for one in letters[2:]] == [True, False]
    assert "Geholpen" in letters[-1].text
    assert all(number_of(request.pk) in one.subject for one in letters[1:])
    assert all(secret not in one.text + one.subject for one in letters for secret in (NAME, "0612345678", "alleen"))


def test_who_referred_with_an_account_hears_it_too_until_the_client_takes_it_back(
    cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    samira = as_person(cast.samira)
    samira.post(DOOR, filled_in(samira.get(DOOR)))
    request = requests_of(cast.meerlinden)[0]
    with acting_for(cast.meerlinden.pk):
        working.take(request=request, by=cast.marjan.pk)
        consents.withdraw(consent=Consent.objects.get(purpose=Purpose.REPORT_BACK.value), by=None)
        working.close(request=request, outcome=Outcome.HELPED, by=cast.marjan.pk)
    assert ["binnen" in one.subject for one in mailbox.to(cast.samira.email)] == [True, False]


def test_when_the_client_takes_it_back_no_more_mail_goes(
    client: Client, cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    request = let_in(client, cast, mailbox)
    with acting_for(cast.meerlinden.pk):
        consents.withdraw(consent=Consent.objects.get(purpose=Purpose.REPORT_BACK.value), by=None)
        working.take(request=request, by=cast.marjan.pk)
    assert len(mailbox.to(MAIL)) == 2


def test_nothing_about_the_client_is_in_an_address_or_the_log(
    client: Client, cast: Cast, area: Area, mailbox: Mailbox
) -> None:
    let_in(client, cast, mailbox)
    lines = str(list(Entry.objects.values()))
    assert all(secret not in lines + link_to(mailbox) for secret in (NAME, "0612345678", MAIL))
    with acting_for(cast.meerlinden.pk):
        assert "aanspraak" in Story.objects.get().words


def test_too_often_keeps_what_was_typed(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    answers = [samira.post(DOOR, filled_in(samira.get(DOOR))) for _often in range(11)]
    assert answers[-1].status_code == 429
    assert NAME in answers[-1].content.decode()


def test_a_session_that_ended_asks_who_it_is_and_loses_nothing(cast: Cast, area: Area) -> None:
    samira = as_person(cast.samira)
    values = filled_in(samira.get(DOOR))
    samira.logout()
    page = samira.post(DOOR, values)
    assert set(page.context["form"].errors) == {"organisation_name", "email"}
    assert NAME in page.content.decode()


def test_a_coordinator_of_two_organisations_chooses_for_which(cast: Cast, area: Area) -> None:
    give_role(cast.samira, roles.COORDINATOR, organisation=cast.nursing)
    samira = as_person(cast.samira)
    page = samira.get(DOOR)
    assert set(samira.post(DOOR, filled_in(page)).context["form"].errors) == {"organisation"}
    stranger = samira.post(DOOR, filled_in(page, organisation=str(cast.huisvriend.pk)))
    assert set(stranger.context["form"].errors) == {"organisation"}
    samira.post(DOOR, filled_in(page, organisation=str(cast.nursing.pk)))
    assert requests_of(cast.meerlinden)[0].asked_by == cast.nursing


def test_the_card_has_the_number_and_a_picture_that_scans(client: Client, cast: Cast) -> None:
    page = client.get(f"{DOOR}kaart/")
    assert cast.meerlinden.phone in page.content.decode()
    picture = client.get(page.context["shared"].qr_url)
    assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/svg+xml")
    assert client.get(client.get(DOOR).context["shared"].qr_url).status_code == 200


def test_the_page_asks_the_database_as_often_for_one_organisation_as_for_three(cast: Cast) -> None:
    samira, asked = as_person(cast.samira), []
    samira.get(DOOR)
    for _more in range(2):
        with CaptureQueriesContext(connection) as queries:
            samira.get(DOOR)
        asked.append(len(queries))
        for _organisation in range(2):
            give_role(cast.samira, roles.PROFESSIONAL, organisation=make_organisation(network=cast.meerlinden))
    assert asked[0] == asked[1] <= 12
