"""Choosing who could help and sending: from the front door, or from an organisation that was asked itself."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages as warnings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.design.parts import Link
from samenspel.helprequests.rules import Urgency
from samenspel.networks.access import for_network, for_organisation
from samenspel.networks.frame import about
from samenspel.networks.models import Network, Organisation
from samenspel.people.actions.consent import Given
from samenspel.people.models import Person
from samenspel.people.rules import ConsentChannel
from samenspel.referrals import choosing, sentwords
from samenspel.referrals.actions import answering, referring, sending
from samenspel.referrals.actions.referring import Agreed, AlreadyClosed, Message
from samenspel.referrals.actions.sending import AlreadySent, From, NoConsent, To
from samenspel.referrals.actions.stepping import Actor, StepNotPossible
from samenspel.referrals.choosing import Desk
from samenspel.referrals.forms.send import SendForm
from samenspel.referrals.models import Referral
from samenspel.referrals.queries import asked as queries
from samenspel.referrals.queries import suggesting
from samenspel.referrals.queries.asked import Asked
from samenspel.referrals.queries.suggesting import Choice
from samenspel.referrals.rules import Side

MOVES = (choosing.ADD, choosing.DROP, choosing.SOONER)


@for_network(Permission.HANDLE_REQUESTS)
@never_cache
def send(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Pass on a request at the front door: to one organisation, or to several in order of preference."""
    return _page(request, queries.at_front_door(network, request_id=pk))


@for_organisation(Permission.REFER)
@never_cache
def onward(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Give what came in to another organisation, or, once taken, ask another one to help as well."""
    return _page(request, queries.at_organisation(organisation, referral_id=pk))


@for_organisation(Permission.REFER)
@require_POST
def escalate(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """From a volunteer to a professional: at once where the person agreed already, else by choosing and asking."""
    asked = queries.at_organisation(organisation, referral_id=pk)
    known = suggesting.known_professionals(asked) if asked.person and asked.is_possible else []
    ready = [one for one in known if one.consent and not one.already]
    if not ready:
        return redirect(f"{reverse('referrals:onward', args=[organisation.slug, pk])}?{choosing.UP}=1")
    to, by = [To(ready[0].organisation)], From(sender=organisation, user_id=request.user.pk, through=asked.through)
    message = Message(once=uuid4(), is_escalation=True)
    try:
        made = referring.refer(request=asked.request, to=to, agreed=[], by=by, message=message)
    except (AlreadySent, AlreadyClosed, NoConsent):
        return redirect(f"{reverse('referrals:onward', args=[organisation.slug, pk])}?{choosing.UP}=1")
    return _done(request, asked, made)


def _page(request: PersonRequest, asked: Asked) -> HttpResponse:
    data = request.POST if request.method == "POST" else request.GET
    keys = choosing.moved(data, only_one=asked.is_passing_on)
    desk = choosing.desk(asked, request.GET, keys)
    is_sent = request.method == "POST" and not any(name in data for name in MOVES)
    if not is_sent or not asked.is_possible or not desk.choices:
        typed = {name: data[name] for name in data} if request.method == "POST" else {}
        form = SendForm(asked=asked, choices=desk.choices, initial=typed)
        return _show(request, desk, form, nothing_chosen=is_sent and not desk.choices)
    if choosing.ASK_FIRST in data and asked.is_passing_on:
        return _ask_first(request, asked, desk.choices[0])
    form = SendForm(data, asked=asked, choices=desk.choices)
    return _send(request, desk, form)


def _send(request: PersonRequest, desk: Desk, form: SendForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, desk, form)
    try:
        made = _referred(request, desk, form)
    except AlreadySent as there:
        text = _("%(name)s heeft deze vraag al. Haal %(name)s weg, of kijk hoe het daar staat.")
        form.add_error(None, text % {"name": there.receiver.name})
    except NoConsent as missing:
        text = _("De persoon zei nog geen ja tegen %(name)s. Vraag het eerst, of haal %(name)s weg.")
        form.add_error(None, text % {"name": missing.receiver.name})
    except AlreadyClosed:
        form.add_error(None, _("Deze vraag is afgesloten. Pak hem eerst weer op."))
    except StepNotPossible:
        form.add_error(None, _("Een collega was u net voor. Kijk bij de verwijzing hoe het nu staat."))
    else:
        return _done(request, desk.asked, made)
    fresh = choosing.desk(desk.asked, request.GET, [str(one.key) for one in desk.choices])
    return _show(request, fresh, form, status=409)


def _referred(request: PersonRequest, desk: Desk, form: SendForm) -> list[Referral]:
    asked, user_id = desk.asked, request.user.pk
    to = [To(one.organisation, one.offer) for one in desk.choices]
    once = form.cleaned_data["once"]
    if asked.is_passing_on and asked.through and asked.sender:
        by = Actor(Side.RECEIVER, user_id)
        return [
            sending.pass_on(
                referral=asked.through, to=to[0], by=by, sender=asked.sender, once=once, words=form.full_words()
            )
        ]
    message = Message(
        once=once,
        words=form.full_words(),
        urgency=Urgency(form.cleaned_data["urgency"]),
        is_escalation=desk.is_escalation,
    )
    by_whom = From(sender=asked.sender, user_id=user_id, through=asked.through)
    return referring.refer(
        request=asked.request, to=to, agreed=_agreed(asked, form, user_id), by=by_whom, message=message
    )


def _agreed(asked: Asked, form: SendForm, user_id: UUID) -> list[Agreed]:
    channel = ConsentChannel(form.cleaned_data.get("channel") or ConsentChannel.ORAL)
    both: list[tuple[Person | None, list[Choice], Given]] = [
        (asked.person, form.agreed_to(), Given(by=form.giver, channel=channel, asked_by=user_id)),
        (asked.carer, form.carer_agreed_to(), Given(channel=channel, asked_by=user_id)),
    ]
    return [
        Agreed(person=person, to=one.organisation, given=given)
        for person, ones, given in both
        if person
        for one in ones
    ]


def _ask_first(request: PersonRequest, asked: Asked, choice: Choice) -> HttpResponse:
    """The receiver does not know who it is, so the sender asks whether another organisation may know."""
    assert asked.through  # noqa: S101 -- passing on is of a referral
    assert asked.sender  # noqa: S101 -- by an organisation
    text = _("Wij denken dat %(name)s beter past. Wilt u de persoon vragen of wij de vraag mogen doorgeven?")
    by = Actor(Side.RECEIVER, request.user.pk)
    try:
        answering.ask(referral=asked.through, text=text % {"name": choice.organisation.name}, by=by)
    except StepNotPossible:
        warnings.warning(request, _("Er staat al een vraag open, of een collega was u net voor."))
    else:
        messages.done(request, _("Uw vraag is gesteld. U hoort het als er antwoord is."))
    return redirect("referrals:onward", asked.sender.slug, asked.through.pk)


def _done(request: PersonRequest, asked: Asked, made: list[Referral]) -> HttpResponse:
    first, name = made[0], made[0].receiver.name
    slug = asked.sender.slug if asked.sender else asked.network.slug
    undo = reverse("referrals:withdraw" if asked.sender else "referrals:network_withdraw", args=[slug, first.pk])
    if asked.is_passing_on:
        messages.done(request, _("Doorgegeven aan %(name)s. De eerste afzender ziet dat.") % {"name": name})
        return redirect("referrals:outbox", slug)
    text = _("Verstuurd aan %(name)s. U hoort het als er antwoord is.") % {"name": name}
    messages.done(request, text, undo_url=f"{undo}?alles=1")
    if asked.sender:
        return redirect("referrals:referral", slug, first.pk)
    return redirect("referrals:request_path", slug, asked.request.pk)


def _show(
    request: PersonRequest, desk: Desk, form: SendForm, *, nothing_chosen: bool = False, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        **about(desk.asked.network),
        "desk": desk,
        "asked": desk.asked,
        "form": form,
        "nothing_chosen": nothing_chosen,
        "facts": sentwords.facts(desk.asked.request),
        "names": {"to": choosing.TO, "search": choosing.SEARCH, "up": choosing.UP},
        "trail": _trail(desk.asked),
    }
    return render(request, "referrals/send.html", context, status=status)


def _trail(asked: Asked) -> list[Link]:
    if asked.sender:
        return [
            Link(label=asked.sender.name, url=reverse("networks:organisation", args=[asked.sender.slug])),
            Link(label=_("Verstuurd"), url=reverse("referrals:outbox", args=[asked.sender.slug])),
        ]
    return [
        Link(label=asked.network.name, url=reverse("networks:network", args=[asked.network.slug])),
        Link(label=_("Verstuurde verwijzingen"), url=reverse("referrals:network_outbox", args=[asked.network.slug])),
    ]
