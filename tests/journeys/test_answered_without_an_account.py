"""A volunteer organisation without an account answers from a mail, and who asked hears it (part of P0.6)."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.referrals import emails, tasks
from samenspel.referrals.models import Referral
from tests.cast import Cast
from tests.journeys.steps import Person, signed_in
from tests.mailbox import Mailbox
from tests.networks.joining_steps import link_in
from tests.referrals.receiving import KNOWN_ADDRESS, known_at, send_to


@pytest.fixture
def referral(cast: Cast) -> Referral:
    """From the front door to an organisation where nobody has an account to refer with."""
    known_at(cast.municipality)
    return send_to(cast, cast.municipality, kinds=("walking",))


def the_worker_comes_by() -> None:
    """Send the mails that were put ready."""
    waiting = list(ProcrastinateJob.objects.filter(task_name=emails.TELL_TASK).order_by("id"))
    ProcrastinateJob.objects.filter(pk__in=[one.pk for one in waiting]).delete()
    for one in waiting:
        tasks.tell(**one.args)


@pytest.mark.usefixtures("referral")
def test_volunteers_without_an_account_answer_from_the_mail_and_the_sender_hears(cast: Cast, mailbox: Mailbox) -> None:
    the_worker_comes_by()
    volunteer = Person().goes_to(link_in(mailbox.to(KNOWN_ADDRESS)[-1]))
    volunteer.sees("Gemeente Meerlinden").does_not_see("Truus de Wit")
    volunteer.presses("Stuur mij een code")
    volunteer.presses("Open de verwijzing", {"De code uit de mail": mailbox.code_to(KNOWN_ADDRESS)})
    volunteer.sees("Wandelen", "65 tot en met 79 jaar", "Netwerk Meerlinden").does_not_see("Truus de Wit")
    volunteer.presses("Stel de vraag", {"Wat wilt u eerst weten?": "Is er een lift?"}).sees("Is er een lift?")

    the_worker_comes_by()
    assert "nieuws over 1 verwijzing" in mailbox.to(cast.marjan.email)[-1].subject
    marjan = signed_in(cast.marjan).goes_to("/vandaag/").sees("Vragen over wat u verwees")
    marjan.clicks("Wandelen").sees("Is er een lift?")
    marjan.presses("Verstuur het antwoord", {"Uw antwoord": "Ja, tot de derde verdieping."})

    volunteer.goes_to(volunteer.address).sees("Ja, tot de derde verdieping.").presses("Aannemen")
    volunteer.sees("Truus de Wit", "0612345678", "Ik ben veel alleen.")
    the_worker_comes_by()
    marjan.goes_to(marjan.address).sees("Aangenomen")
