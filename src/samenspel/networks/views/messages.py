"""The inbox of who answers for a network or an organisation: read, take, answer, close."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages as warnings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, with_permission
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.networks import wording
from samenspel.networks.actions import messages as actions
from samenspel.networks.forms.messages import AnswerForm, CloseForm
from samenspel.networks.models import Message
from samenspel.networks.queries import messages as queries
from samenspel.networks.rules import AnswerChannel, MessageState

PER_PAGE = 25
answers_messages = with_permission(Permission.ANSWER_MESSAGES)


@answers_messages
@require_safe
def inbox(request: PersonRequest) -> HttpResponse:
    """Everything that came in for this person's places, what waits longest on top."""
    state = request.GET.get("stand", "")
    counts = queries.counts_by_state(request.scope)
    found = queries.messages_for(request.scope)
    chosen = found.filter(state=state) if state in set(MessageState) else found.filter(state__in=queries.WAITING)
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [wording.inbox_row(message) for message in page],
        "chips": wording.state_chips(counts, chosen=state, url=reverse("networks:inbox")),
        "state": state,
    }
    return render(request, "networks/messages_inbox.html", context)


@answers_messages
@require_safe
def message(request: PersonRequest, message_id: UUID) -> HttpResponse:
    """One message with what was answered; reading it is written in the log."""
    found = queries.message_for(request.scope, message_id=message_id)
    actions.look(message=found, by=request.user.pk)
    return _show(request, found, AnswerForm(message=found), CloseForm())


def _show(
    request: PersonRequest, found: Message, answer_form: AnswerForm, close_form: CloseForm, *, status: int = 200
) -> HttpResponse:
    taken_by = queries.name_of(found.taken_by)
    context = {
        "message": found,
        "status": wording.message_status(found, taken_by=taken_by, mine=found.taken_by == request.user.pk),
        "answers": queries.answers_to(found),
        "answer_form": answer_form,
        "close_form": close_form,
        "is_waiting": found.state in queries.WAITING,
        "trail": wording.inbox_trail(),
    }
    return render(request, "networks/messages_message.html", context, status=status)


@answers_messages
@require_POST
def take(request: PersonRequest, message_id: UUID) -> HttpResponse:
    """Look after it oneself."""
    return _one_step(request, message_id, actions.take, _("U hebt dit bericht opgepakt."), "networks:message_hand_back")


@answers_messages
@require_POST
def hand_back(request: PersonRequest, message_id: UUID) -> HttpResponse:
    """Let a colleague look after it."""
    return _one_step(request, message_id, actions.hand_back, _("Een collega kan dit bericht nu oppakken."))


@answers_messages
@require_POST
def reopen(request: PersonRequest, message_id: UUID) -> HttpResponse:
    """Take a closed message up again."""
    return _one_step(request, message_id, actions.reopen, _("Het bericht staat weer open. U hebt het opgepakt."))


def _one_step(
    request: PersonRequest, message_id: UUID, step: Callable[..., None], text: str, undo: str = ""
) -> HttpResponse:
    found = queries.message_for(request.scope, message_id=message_id)
    try:
        step(message=found, by=request.user.pk)
    except actions.StepNotPossible:
        _too_late(request)
    else:
        messages.done(request, text, undo_url=reverse(undo, args=[message_id]) if undo else "")
    return redirect("networks:message", message_id)


def _too_late(request: PersonRequest) -> None:
    warnings.warning(request, _("Een collega was u net voor. Kijk hieronder hoe het nu staat."))


@answers_messages
@require_POST
def answer(request: PersonRequest, message_id: UUID) -> HttpResponse:
    """Write back, or note a call."""
    found = queries.message_for(request.scope, message_id=message_id)
    form = AnswerForm(request.POST, message=found)
    if not form.is_valid():
        return _show(request, found, form, CloseForm())
    channel = AnswerChannel(form.cleaned_data["channel"])
    try:
        actions.answer(
            message=found,
            text=form.cleaned_data["text"],
            channel=channel,
            once=form.cleaned_data["once"],
            by=request.user.pk,
        )
    except actions.StepNotPossible:
        _too_late(request)
        now = queries.message_for(request.scope, message_id=message_id)
        return _show(request, now, form, CloseForm(), status=409)  # what was typed stays on the page
    by_mail = channel == AnswerChannel.MAIL
    messages.done(request, _("Uw antwoord is verstuurd.") if by_mail else _("Uw notitie is bewaard."))
    return redirect("networks:message", message_id)


@answers_messages
@require_POST
def close(request: PersonRequest, message_id: UUID) -> HttpResponse:
    """Put it away: with an answer given, or with a reason."""
    found = queries.message_for(request.scope, message_id=message_id)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _show(request, found, AnswerForm(message=found), form)
    try:
        actions.close(message=found, reason=form.cleaned_data["reason"], by=request.user.pk)
    except actions.ClosedSilently:
        form.add_error("reason", _("Er is nog geen antwoord gegeven. Schrijf op waarom u het bericht toch sluit."))
        return _show(request, found, AnswerForm(message=found), form)
    except actions.StepNotPossible:
        _too_late(request)
    else:
        undo = reverse("networks:message_reopen", args=[message_id])
        messages.done(request, _("Het bericht is gesloten."), undo_url=undo)
    return redirect("networks:message", message_id)
