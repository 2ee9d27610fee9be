"""What a second import does: known things again, edits of people, what left the feed, who may say what."""

from pathlib import Path

import pytest

from samenspel.accounts import roles
from samenspel.api.models import HsdsOrigin
from samenspel.audit.models import Entry
from samenspel.directory.models import Offer
from samenspel.finding import offered
from samenspel.lib import clock
from samenspel.networks.models import Network, Organisation, Partner
from tests.api.importing.feeds import ORGANISATION_ID, feed_file, organization, run_import, service, uuid_of
from tests.factories import give_role, make_organisation, make_user

NAMED = ("--source-name", "Buurgids")


def test_a_uuid_becomes_our_own_id_and_another_word_gets_one_that_stays(network: Network, tmp_path: Path) -> None:
    told = [service(1), service(2, id="dienst/2"), service(3)]
    run_import(tmp_path, feed_file(tmp_path, *told), *NAMED)
    assert Offer.objects.filter(pk=uuid_of(1)).exists()
    made = HsdsOrigin.objects.get(foreign_id="dienst/2").offer_id
    assert made.version == 5 if made else False
    Offer.objects.all().delete()
    run_import(tmp_path, feed_file(tmp_path, *told), *NAMED)
    assert HsdsOrigin.objects.get(foreign_id="dienst/2").offer_id == made


def test_what_changed_in_the_feed_changes_here(network: Network, tmp_path: Path) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1), service(2)), *NAMED)
    before = Offer.objects.get(pk=uuid_of(2)).confirmed_at
    listed = [organization(description="Wij koken elke week.")]
    done = run_import(
        tmp_path, feed_file(tmp_path, service(1, fees="gratis"), service(2), organizations=listed), *NAMED
    )
    assert (done.code, done.counts) == (0, {"read": 2, "changed": 1, "unchanged": 1})
    assert Offer.objects.get(pk=uuid_of(1)).cost == "gratis"
    assert Organisation.objects.get().what_we_do == "Wij koken elke week."
    after = Offer.objects.get(pk=uuid_of(2)).confirmed_at
    assert before is not None
    assert after is not None
    assert after > before


def test_what_somebody_changed_here_stays(network: Network, tmp_path: Path) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1), service(2)), *NAMED)
    Offer.objects.filter(pk=uuid_of(1)).update(cost="2 euro")
    Organisation.objects.update(website="https://voorbeeld.test")
    listed = [organization(description="Iets anders.")]
    done = run_import(
        tmp_path, feed_file(tmp_path, service(1, fees="gratis"), service(2), organizations=listed), *NAMED
    )
    assert (done.code, done.counts) == (0, {"read": 2, "unchanged": 1, "kept": 1})
    assert Offer.objects.get(pk=uuid_of(1)).cost == "2 euro"
    assert Organisation.objects.get().website == "https://voorbeeld.test"
    assert done.report["counts"]["organizations"]["kept"] == 1


def test_what_left_the_feed_is_told_and_closed_only_when_asked(network: Network, tmp_path: Path) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1), service(2)), *NAMED)
    done = run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED)
    assert (done.code, done.counts) == (0, {"read": 1, "unchanged": 1, "disappeared": 1})
    assert Offer.objects.get(pk=uuid_of(2)).state == "open"
    done = run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED, "--close-missing")
    assert done.counts == {"read": 1, "unchanged": 1, "closed": 1}
    assert Offer.objects.get(pk=uuid_of(2)).closed_because == "owner"
    done = run_import(tmp_path, feed_file(tmp_path, service(1), service(2)), *NAMED)
    assert done.counts == {"read": 2, "unchanged": 1, "changed": 1}
    assert Offer.objects.get(pk=uuid_of(2)).state == "open"


def test_what_closed_because_nobody_answered_opens_when_the_feed_still_tells_it(
    network: Network, tmp_path: Path
) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED)
    Offer.objects.update(state="closed", closed_because="unanswered", closed_at=clock.now())
    done = run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED)
    assert done.counts == {"read": 1, "changed": 1}
    assert Offer.objects.get().state == "open"


def test_an_inactive_service_is_closed_and_a_draft_opens_once_it_is_whole(network: Network, tmp_path: Path) -> None:
    told = service(1, status="inactive"), service(2, description=None)
    done = run_import(tmp_path, feed_file(tmp_path, *told), *NAMED)
    assert done.counts == {"read": 2, "new": 2, "drafts": 1}
    assert set(Offer.objects.values_list("state", flat=True)) == {"closed", "draft"}
    run_import(tmp_path, feed_file(tmp_path, service(1), service(2)), *NAMED)
    assert set(Offer.objects.values_list("state", "slug")) == {
        ("open", "boodschappen-voor-ouderen-1"),
        ("open", "boodschappen-voor-ouderen-2"),
    }


@pytest.mark.parametrize("known_by", ["id", "kvk"])
def test_an_organisation_with_members_keeps_its_own_words(network: Network, tmp_path: Path, known_by: str) -> None:
    ours = make_organisation(name="Samen Eten")
    if known_by == "id":
        ours = Organisation.objects.create(id=ORGANISATION_ID, slug="eten", name="Samen Eten", kind="welfare")
    Organisation.objects.filter(pk=ours.pk).update(kvk="12345678")
    give_role(make_user(), roles.ADMINISTRATOR, organisation=ours)
    number = {"identifier_scheme": "NL-KVK", "identifier": "1234 5678"}
    listed = [organization(organization_identifiers=[number])]
    done = run_import(tmp_path, feed_file(tmp_path, service(1), organizations=listed))
    assert (done.code, done.codes(1)["/organization_id"]) == (3, "kept_by_members")
    ours.refresh_from_db()
    assert (ours.name, Offer.objects.count(), Partner.objects.count()) == ("Samen Eten", 0, 0)


def test_an_imported_organisation_that_gets_members_keeps_getting_offers_but_not_words(
    network: Network, tmp_path: Path
) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED)
    give_role(make_user(), roles.ADMINISTRATOR, organisation=Organisation.objects.get())
    listed = [organization(name="Een andere naam")]
    done = run_import(tmp_path, feed_file(tmp_path, service(1), service(2), organizations=listed), *NAMED)
    assert (done.code, done.counts) == (0, {"read": 2, "new": 1, "unchanged": 1})
    assert Organisation.objects.get().name == "Stichting Samen Eten"


def test_an_offer_of_our_own_with_the_same_id_is_not_taken_over(network: Network, tmp_path: Path) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED)
    HsdsOrigin.objects.all().delete()
    assert run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED).counts == {"read": 1, "unchanged": 1}
    done = run_import(tmp_path, feed_file(tmp_path, service(1, fees="gratis")), *NAMED)
    assert (done.code, done.codes(1)["/id"]) == (3, "elsewhere")


def test_who_left_the_network_is_not_brought_back(network: Network, tmp_path: Path) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED)
    HsdsOrigin.objects.filter(offer=None).delete()
    Partner.objects.update(ended_on=clock.today())
    done = run_import(tmp_path, feed_file(tmp_path, service(1)), *NAMED)
    assert "is weggegaan uit dit netwerk" in done.out
    assert not Partner.objects.filter(ended_on=None).exists()


def test_a_name_that_is_here_already_is_told(network: Network, tmp_path: Path) -> None:
    make_organisation(name="Samen Eten", network=network)
    done = run_import(tmp_path, feed_file(tmp_path, service(1)))
    assert "lijkt op een die er al is: Samen Eten." in done.out
    assert Organisation.objects.count() == 2


def test_an_import_leaves_a_line_in_the_log(network: Network, tmp_path: Path) -> None:
    run_import(tmp_path, feed_file(tmp_path, service(1), service(2, name=None)))
    line = Entry.objects.get(event="api.import.applied")
    assert (line.network_id, line.detail) == (network.pk, "new=1,changed=0,refused=1")
    assert Entry.objects.filter(event="api.organisation.imported").count() == 1


def test_a_place_abroad_is_kept_and_has_no_distance_when_somebody_searches(network: Network, tmp_path: Path) -> None:
    london = [{"id": "x", "location": {"location_type": "physical", "latitude": 51.5, "longitude": -0.12}}]
    done = run_import(tmp_path, feed_file(tmp_path, service(1, service_at_locations=london)))
    offer = Offer.objects.get()
    assert (done.code, offer.longitude, offer.latitude) == (0, -0.12, 51.5)
    assert "De plek ligt buiten Nederland. Het aanbod wordt zonder afstand getoond." in done.out
    rows = offered.open_ones([offer.pk], [])
    ((_key, facts),) = offered.facts(rows, centres={}, owners=offered.Numbers(), areas=offered.Numbers())
    assert facts.point is None
