"""One request at the front door: who only when they agreed, every look in the log, and each step with its way back."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from samenspel.finding.models import Gap
from samenspel.helprequests.actions import working
from samenspel.helprequests.models import HelpRequest, Note
from samenspel.helprequests.rules import Light, Outcome, RequestState, StopQuestion
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.people.models import Consent, Person
from samenspel.people.rules import AgeBand, Relation, ToldBy
from tests.cast import Cast, as_person
from tests.helprequests.making import a_side, make_request
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def marjan(cast: Cast) -> Client:
    return as_person(cast.marjan)


def page_of(request: HelpRequest, step: str = "") -> str:
    return f"/n/meerlinden/vragen/{request.pk}/{step}"


def now(request: HelpRequest) -> HelpRequest:
    with acting_for(request.network_id):
        return HelpRequest.objects.get(pk=request.pk)


def for_her_mother(cast: Cast, *, agreed: bool = False, **mother: Any) -> HelpRequest:
    """A daughter asks; her mother agreed or did not yet."""
    daughter = a_side("Anja Zilver", words="Het wordt mij te veel met mijn moeder.", phone="0611111111")
    side = a_side("Truus Zilver", agreed=agreed, **mother)
    return make_request(network=cast.meerlinden, person=side, carer=daughter, relation=Relation.CHILD)


def test_the_page_tells_who_and_what_and_the_log_tells_who_looked(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    page = marjan.get(page_of(request)).content.decode()
    assert not [word for word in ("Truus de Wit", "0612345678", "Ik ben veel alleen.") if word not in page]
    line = Entry.objects.get(event="helprequests.request.seen")
    assert (line.user_id, line.subject_id, line.network_id) == (cast.marjan.pk, request.person_id, cast.meerlinden.pk)


def test_who_did_not_agree_is_not_named_and_the_look_is_logged_for_both(marjan: Client, cast: Cast) -> None:
    request = for_her_mother(cast)
    page = marjan.get(page_of(request)).content.decode()
    assert "Anja Zilver" in page
    assert "Nog geen toestemming" in page
    assert "Truus" not in page
    seen = Entry.objects.filter(event="helprequests.request.seen").values_list("subject_id", flat=True)
    assert set(seen) == {request.person_id, request.carer_id}


def test_consent_by_phone_is_written_down_with_who_how_and_which_text(marjan: Client, cast: Cast) -> None:
    request = for_her_mother(cast)
    values = {"given_by": "self", "channel": "oral", "read_out": "on"}
    marjan.post(page_of(request, f"toestemming/{request.person_id}/"), values)
    page = marjan.get(page_of(request)).content.decode()
    assert "Truus Zilver" in page
    with acting_for(request.person_id):
        consent = Consent.objects.get()
    assert (consent.channel, consent.given_by, consent.asked_by) == ("oral", "self", cast.marjan.pk)
    assert consent.text_version


@pytest.mark.parametrize("values", [{"given_by": "self", "channel": "oral"}, {"channel": "mail"}, {}])
def test_without_a_yes_nothing_opens(marjan: Client, cast: Cast, values: dict[str, str]) -> None:
    request = for_her_mother(cast)
    answer = marjan.post(page_of(request, f"toestemming/{request.person_id}/"), values)
    assert answer.status_code == 200
    assert "Truus" not in answer.content.decode()
    with acting_for(request.person_id):
        assert not Consent.objects.exists()


def test_for_a_child_a_parent_says_yes(marjan: Client, cast: Cast) -> None:
    request = for_her_mother(cast, band=AgeBand.CHILD)
    address = page_of(request, f"toestemming/{request.person_id}/")
    given = {"channel": "oral", "read_out": "on"}
    assert marjan.post(address, given | {"given_by": "self"}).context["agree_forms"][0]["form"].errors
    assert marjan.post(address, given | {"given_by": "parent"}).status_code == 302


def test_somebody_represented_by_law_cannot_say_yes_alone(marjan: Client, cast: Cast) -> None:
    request = for_her_mother(cast, is_represented=True)
    address = page_of(request, f"toestemming/{request.person_id}/")
    given = {"channel": "oral", "read_out": "on"}
    assert marjan.post(address, given | {"given_by": "self"}).status_code == 200
    assert marjan.post(address, given | {"given_by": "representative"}).status_code == 302


def test_consent_of_a_stranger_cannot_be_written_down_here(marjan: Client, cast: Cast) -> None:
    request, other = make_request(network=cast.meerlinden), make_request(network=cast.oeverland)
    values = {"given_by": "self", "channel": "oral", "read_out": "on"}
    assert marjan.post(page_of(request, f"toestemming/{other.person_id}/"), values).status_code == 404


def test_a_withdrawn_consent_hides_the_name_on_the_very_next_look(marjan: Client, cast: Cast) -> None:
    request = for_her_mother(cast, agreed=True, words="Ik slaap slecht.")
    with acting_for(request.person_id):
        consent = Consent.objects.get()
    assert "Truus Zilver" in marjan.get(page_of(request)).content.decode()
    marjan.post(page_of(request, f"intrekken/{consent.pk}/"))
    page = marjan.get(page_of(request)).content.decode()
    assert "Truus" not in page
    assert "Ik slaap slecht." not in page
    assert "ingetrokken op" in page


def test_everything_can_be_taken_back_at_once(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden, share_with=(cast.huisvriend, cast.welzijn))
    marjan.post(page_of(request, f"stoppen/{request.person_id}/"))
    with acting_for(request.person_id):
        assert Consent.objects.count() == 3
        assert not Consent.objects.filter(withdrawn_at=None).exists()


def test_a_consent_elsewhere_cannot_be_taken_back_here(marjan: Client, cast: Cast) -> None:
    request, other = make_request(network=cast.meerlinden), make_request(network=cast.oeverland)
    with acting_for(other.person_id):
        consent = Consent.objects.get()
    assert marjan.post(page_of(request, f"intrekken/{consent.pk}/")).status_code == 404


def test_taking_up_and_handing_back(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    marjan.post(page_of(request, "oppakken/"))
    assert now(request).taken_by == cast.marjan.pk
    marjan.post(page_of(request, "teruggeven/"))
    assert (now(request).state, now(request).taken_by) == ("new", None)


def test_of_two_who_take_at_once_the_second_is_told(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    for _twice in range(2):
        answer = marjan.post(page_of(request, "oppakken/"), follow=True)
    assert "Een collega was u net voor." in answer.content.decode()


def test_clarifying_offers_what_the_words_point_at(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden, kinds=(), person=a_side(words="Ik ben eenzaam en wil gezelschap."))
    form = marjan.get(page_of(request)).context["forms"]["clarify"]
    assert 0 < len(form.fields["kinds"].choices) <= 5
    first = form.fields["kinds"].choices[0][0]
    sent = {"kinds": [first], "other_kind": "respite-at-home", "urgency": "week", "complexity": ["memory"]}
    marjan.post(page_of(request, "verhelderen/"), sent)
    assert (now(request).kinds, now(request).urgency, now(request).complexity) == (
        [first, "respite-at-home"],
        "week",
        ["memory"],
    )


def test_the_stop_questions_say_red_with_the_condition_and_the_source(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    answers = {question.value: "no" for question in StopQuestion} | {"medication": "yes", "money": "unknown"}
    page = marjan.post(page_of(request, "grenzen/"), answers, follow=True).content.decode()
    assert now(request).light == Light.RED.value
    assert "niet via dit netwerk, tenzij" in page
    assert page.index("Medicijnen klaarzetten") < page.index("Dit weet u nog niet")
    assert "L27-2026-1" in page


def test_a_stop_question_that_was_skipped_gives_no_outcome_and_keeps_the_rest(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    answer = marjan.post(page_of(request, "grenzen/"), {"medication": "yes"})
    assert len(answer.context["forms"]["limits"].errors) == 6
    assert now(request).light == ""


@pytest.mark.parametrize("day", ["gisteren", "2020-01-01", "", "99999-01-01"])
def test_parking_needs_a_day_to_come(marjan: Client, cast: Cast, day: str) -> None:
    request = make_request(network=cast.meerlinden)
    assert marjan.post(page_of(request, "parkeren/"), {"until": day}).context["forms"]["park"].errors
    assert now(request).state == "new"


def test_parking_until_next_week(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    until = clock.today() + timedelta(days=7)
    marjan.post(page_of(request, "parkeren/"), {"until": until.isoformat()})
    assert now(request).parked_until == until


def test_a_note_is_kept_about_who_it_is_about(marjan: Client, cast: Cast) -> None:
    request = for_her_mother(cast)
    marjan.post(page_of(request, "aantekening/"), {"about": str(request.carer_id), "text": "Zij slaapt weinig."})
    page = marjan.get(page_of(request)).content.decode()
    assert "Zij slaapt weinig." in page
    assert "Marjan de Wit" in page
    answer = marjan.post(page_of(request, "aantekening/"), {"about": str(request.person_id), "text": "Zij is ziek."})
    assert answer.context["forms"]["note"].errors


def test_nobody_can_help_needs_words_and_nothing_typed_is_lost(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    answer = marjan.post(page_of(request, "afsluiten/"), {"outcome": "nobody", "words": ""})
    assert "words" in answer.context["forms"]["close"].errors
    assert now(request).state == "new"


def test_who_chose_mail_gets_the_words_by_mail_and_the_network_learns_of_the_gap(
    marjan: Client, cast: Cast, mailbox: Mailbox
) -> None:
    request = make_request(
        network=cast.meerlinden, person=a_side(email="truus@voorbeeld.test", told_by=ToldBy.EMAIL, words="Help.")
    )
    marjan.post(page_of(request, "afsluiten/"), {"outcome": "nobody", "words": "Wij vonden niemand."})
    letter = next(one for one in mailbox.to("truus@voorbeeld.test") if one.subject.startswith("Antwoord van"))
    assert "Wij vonden niemand." in letter.text
    assert "Truus" not in letter.text
    with acting_for(cast.meerlinden.pk):
        assert [(gap.kind, gap.nothing) for gap in Gap.objects.all()] == [("buddy", 1)]
    assert not marjan.get(page_of(request)).context["still_to_tell"]


def test_who_did_not_choose_mail_has_to_be_called_and_that_is_on_vandaag(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    marjan.post(page_of(request, "afsluiten/"), {"outcome": "elsewhere", "words": "Bel de wijkverpleging."})
    assert "Nog te vertellen" in marjan.get("/vandaag/").content.decode()
    assert "Bel de wijkverpleging." in marjan.get(page_of(request)).content.decode()
    marjan.post(page_of(request, "verteld/"))
    assert "Nog te vertellen" not in marjan.get("/vandaag/").content.decode()
    assert not marjan.get(page_of(request)).context["still_to_tell"]


def test_closing_and_taking_up_again_counts_a_gap_once(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    for _twice in range(2):
        marjan.post(page_of(request, "afsluiten/"), {"outcome": "nobody", "words": "Wij vonden niemand."})
        marjan.post(page_of(request, "heropenen/"))
    with acting_for(cast.meerlinden.pk):
        assert [gap.nothing for gap in Gap.objects.all()] == [1]
    assert now(request).state == "taken"


def test_when_only_the_carer_agreed_she_hears_it(marjan: Client, cast: Cast) -> None:
    request = for_her_mother(cast)
    marjan.post(page_of(request, "afsluiten/"), {"outcome": "nobody", "words": "Wij vonden niemand."})
    with acting_for(request.network_id):
        assert Note.objects.get().about_id == request.carer_id
    for one in (request.person_id, request.carer_id):
        assert one
        with acting_for(one):
            assert Person.objects.get(pk=one).closed_at


def test_when_nobody_may_be_read_any_more_it_can_still_be_closed(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    marjan.post(page_of(request, f"stoppen/{request.person_id}/"))
    assert marjan.post(page_of(request, "afsluiten/"), {"outcome": "nobody", "words": "x"}).status_code == 200
    assert marjan.post(page_of(request, "afsluiten/"), {"outcome": "withdrawn"}).status_code == 302
    with acting_for(request.person_id):
        assert Person.objects.get().closed_at


def test_somebody_who_asked_before_is_pointed_out_without_a_name(marjan: Client, cast: Cast) -> None:
    first, second = (make_request(network=cast.meerlinden) for _ in range(2))
    known = marjan.get(page_of(second)).context["known"]
    assert [line.pk for line in known] == [first.person_id]
    assert "Waarschijnlijk dezelfde" in known[0].why
    assert "Truus" not in f"{known[0]}"


def test_merging_is_a_choice_with_a_way_back(marjan: Client, cast: Cast) -> None:
    first, second = (make_request(network=cast.meerlinden) for _ in range(2))
    page = marjan.post(page_of(second, f"samen/{first.person_id}/"), follow=True)
    assert page_of(second, "apart/") in page.content.decode()
    with acting_for(cast.meerlinden.pk):
        assert Person.objects.get(pk=second.person_id).merged_into_id == first.person_id
    assert [line.is_merged for line in marjan.get(page_of(first)).context["known"]] == [True]
    marjan.post(page_of(second, "apart/"))
    with acting_for(cast.meerlinden.pk):
        assert Person.objects.get(pk=second.person_id).merged_into_id is None


def test_a_stranger_cannot_be_merged(marjan: Client, cast: Cast) -> None:
    request, other = make_request(network=cast.meerlinden), make_request(network=cast.oeverland)
    assert marjan.post(page_of(request, f"samen/{other.person_id}/")).status_code == 404


def test_words_of_danger_bring_whom_to_call_on_top(marjan: Client, cast: Cast) -> None:
    words = "Mijn zus wil zelfmoord plegen, ze heeft pillen."
    request = make_request(network=cast.meerlinden, person=a_side(words=words))
    page = marjan.get(page_of(request)).content.decode()
    assert page.index("0800-0113") < page.index("Wat er verteld is")


def test_the_page_costs_the_same_with_one_and_with_three_of_everything(marjan: Client, cast: Cast) -> None:
    request = make_request(network=cast.meerlinden)
    make_request(network=cast.meerlinden)

    before = _questions(marjan, request)
    for _twice in range(2):
        make_request(network=cast.meerlinden)
        _note(cast, request)
    assert _questions(marjan, request) == before


def _questions(browser: Client, request: HelpRequest) -> int:
    browser.get(page_of(request))
    with CaptureQueriesContext(connection) as asked:
        browser.get(page_of(request))
    return len(asked)


def _note(cast: Cast, request: HelpRequest) -> None:
    with acting_for(cast.meerlinden.pk):
        person = Person.objects.get(pk=request.person_id)
        working.note(request=now(request), about=person, text="Belde terug.", by=cast.marjan.pk)


@pytest.mark.parametrize("outcome", [Outcome.HELPED, Outcome.WITHDRAWN, Outcome.DOUBLE])
def test_other_endings_need_no_words(marjan: Client, cast: Cast, outcome: Outcome) -> None:
    request = make_request(network=cast.meerlinden)
    marjan.post(page_of(request, "afsluiten/"), {"outcome": outcome.value})
    assert now(request).outcome == outcome.value


def test_vandaag_has_what_is_new_what_is_due_and_what_came_back(marjan: Client, cast: Cast) -> None:
    make_request(network=cast.meerlinden)
    due, back = make_request(network=cast.meerlinden), make_request(network=cast.meerlinden)
    with acting_for(cast.meerlinden.pk):
        working.park(request=due, until=clock.today() + timedelta(days=1), by=cast.marjan.pk)
        HelpRequest.objects.filter(pk=due.pk).update(parked_until=clock.today())
        working.move(request=back, to=RequestState.REFERRED, by=None, verb="referred")
        working.move(request=back, to=RequestState.TAKEN, by=None, verb="came_back")
    titles = [group.title for group in marjan.get("/vandaag/").context["groups"]]
    assert titles[:3] == ["Teruggekomen", "Nieuwe hulpvragen", "Geparkeerd tot vandaag"]
    assert "Nieuwe hulpvragen" not in as_person(cast.henk).get("/vandaag/").content.decode()
