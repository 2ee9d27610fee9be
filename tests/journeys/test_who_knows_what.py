"""The mother who wants to know who knows what, and stops it."""

from uuid import uuid4

import pytest
from django.core.cache import cache

from samenspel.helprequests.models import Story
from samenspel.lib.scope import acting_for
from samenspel.people.actions import telling
from samenspel.people.models import Person
from samenspel.people.rules import ToldBy
from samenspel.referrals.actions import answering, sending
from samenspel.referrals.actions.sending import From, To
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.rules import Side
from tests.cast import Cast
from tests.helprequests.making import a_side, make_request
from tests.journeys.steps import signed_in, somebody
from tests.mailbox import Mailbox
from tests.networks.joining_steps import link_in

MAIL = "truus@voorbeeld.test"


@pytest.fixture
def helped(cast: Cast) -> Cast:
    """Truus asked; Huisvriend said yes."""
    cache.clear()
    person = a_side("Truus de Wit", words="Ik ben veel alleen.", email=MAIL, told_by=ToldBy.EMAIL)
    request = make_request(network=cast.meerlinden, person=person, share_with=(cast.huisvriend,))
    with acting_for(cast.meerlinden.pk):
        by = From(sender=None, user_id=cast.marjan.pk)
        (referral,) = sending.send(request=request, to=[To(cast.huisvriend)], by=by, once=uuid4())
    with acting_for(cast.huisvriend.pk):
        answering.accept(referral=referral, by=Actor(Side.RECEIVER, cast.henk.pk))
    telling.tell_by_mail(person_id=request.person_id)
    return cast


def test_the_mother_sees_who_knows_what_and_stops_it(helped: Cast, mailbox: Mailbox) -> None:
    henk = signed_in(helped.henk).goes_to(f"/o/{helped.huisvriend.slug}/verwijzingen/").clicks("Bij ons bezig")
    letter = mailbox.to(MAIL)[0]
    assert "Huisvriend" not in letter.text
    truus = somebody().goes_to(link_in(letter)).sees("Alleen u mag hier binnen.").does_not_see("Truus")
    truus.presses("Mail mij een code").sees("De code is onderweg")
    truus.presses("Open mijn pagina", {"Uw code": mailbox.code_to(MAIL)})
    truus.sees("Dag Truus de Wit", "Stichting Huisvriend wil helpen", "Leest uw gegevens sinds", "U zelf")

    truus.presses("Stop met delen met Stichting Huisvriend")
    truus.sees("Deze organisatie kan nu niets meer van u lezen.", "Leest niets meer van u")
    with acting_for(helped.huisvriend.pk):
        assert not Person.objects.exists()
        assert not Story.objects.exists()
    henk.goes_to(henk.address).does_not_see("Truus")


def test_she_wants_a_letter_from_now_on_and_the_front_door_knows(helped: Cast, mailbox: Mailbox) -> None:
    truus = somebody().goes_to(link_in(mailbox.to(MAIL)[0])).presses("Mail mij een code")
    truus.presses("Open mijn pagina", {"Uw code": mailbox.code_to(MAIL)})
    truus.clicks("Kiezen hoe ik nieuws hoor")
    truus.presses("Bewaar mijn gegevens", {"Hoe wilt u nieuws horen?": "Met een brief"})
    truus.sees("Vul uw adres in als u een brief wilt.")
    truus.presses("Bewaar mijn gegevens", {"Uw adres": "Dorpsstraat 1, Meerlinden"}).sees("Uw gegevens zijn verbeterd.")
    truus.clicks("Stoppen met alles delen").sees("Wij sluiten uw vraag.").presses("Stop met alles delen")
    truus.sees("Niemand mag nu iets van u lezen.")


def test_the_front_door_calls_who_has_no_mail(cast: Cast) -> None:
    make_request(network=cast.meerlinden, person=a_side("Jan Bos"))
    marjan = signed_in(cast.marjan).goes_to("/vandaag/").sees("Nieuws om te vertellen")
    marjan.clicks("Mensen om te bellen of te schrijven").does_not_see("Jan Bos").clicks("Iemand om te bellen").sees(
        "Jan Bos", "Uw vraag is goed bij ons aangekomen."
    )
    marjan.presses("Verteld").sees("Afgevinkt.", "Iedereen weet het nieuws")
