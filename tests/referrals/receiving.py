"""For the tests of receiving: a network with Henk at the organisation that gets a referral from Marjan's front door."""

from uuid import uuid4

from django.test import Client
from django.urls import reverse

from samenspel.lib.scope import acting_for
from samenspel.networks.models import Organisation
from samenspel.referrals import links
from samenspel.referrals.actions import sending
from samenspel.referrals.actions.sending import From, To
from samenspel.referrals.links import Purpose
from samenspel.referrals.models import Referral
from tests.cast import Cast
from tests.helprequests.making import make_request
from tests.mailbox import Mailbox

KNOWN_ADDRESS = "post@huisvriend.test"


def send_to(cast: Cast, receiver: Organisation, *, sender: Organisation | None = None, **rest: object) -> Referral:
    """A referral that the front door of Meerlinden sent to this organisation."""
    request = make_request(network=cast.meerlinden, share_with=(receiver,), **rest)
    by = From(sender=sender, user_id=cast.marjan.pk)
    with acting_for(cast.meerlinden.pk, *([sender.pk] if sender else [])):
        (referral,) = sending.send(request=request, to=[To(receiver)], by=by, once=uuid4())
    return referral


def page_of(referral: Referral) -> str:
    """Its page at the receiver."""
    return reverse("referrals:referral", args=[referral.receiver.slug, referral.pk])


def state_of(referral: Referral) -> str:
    """How far it is in the database."""
    with acting_for(referral.network_id):
        return Referral.objects.get(pk=referral.pk).state


def link_to(referral: Referral, purpose: Purpose = Purpose.DECIDE) -> str:
    """The address that stands in the mail."""
    return reverse("referrals:answer", args=[links.token(referral, purpose)])


def known_at(organisation: Organisation) -> None:
    """Give it a known address, without anybody who can sign in."""
    organisation.contact_email = KNOWN_ADDRESS
    organisation.save(update_fields=["contact_email"])


def through_the_door(browser: Client, address: str, mailbox: Mailbox) -> str:
    """Ask for a code, read it in the mail, and fill it in."""
    browser.post(address, {"do": "send"})
    return browser.post(address, {"do": "open", "code": mailbox.code_to(KNOWN_ADDRESS)}, follow=True).content.decode()
