"""Where a message or a post stands, in words for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.design.parts import FilterChip, Link, Status, Tone
from samenspel.lib import clock
from samenspel.networks.models import Message
from samenspel.networks.queries.pages import PER_PAGE
from samenspel.networks.rules import MessageKind, MessageState, is_late


@dataclass(frozen=True)
class InboxRow:
    """One line of the inbox: for which place, how long it waits, where it stands. No name and no text."""

    url: str
    title: str
    receiver: str
    waits: str
    state: str
    tone: Tone


def inbox_row(message: Message) -> InboxRow:
    """A message as a line of the inbox."""
    today = clock.today()
    sent_on = clock.day_of(message.sent_at)
    late = message.state in {MessageState.NEW, MessageState.TAKEN} and is_late(sent_on=sent_on, today=today)
    return InboxRow(
        url=reverse("networks:message", args=[message.pk]),
        title=_("Gesprek met een adviseur") if message.kind == MessageKind.ADVISER else _("Vraag"),
        receiver=message.receiver_name,
        waits=waiting((today - sent_on).days),
        state=_("Te laat") if late else state_name(message.state),
        tone="act" if late else TONES[MessageState(message.state)],
    )


TONES: dict[MessageState, Tone] = {
    MessageState.NEW: "wait",
    MessageState.TAKEN: "info",
    MessageState.ANSWERED: "good",
    MessageState.CLOSED: "info",
}


def state_name(state: str) -> str:
    """What a state is called."""
    return {
        MessageState.NEW: _("Nieuw"),
        MessageState.TAKEN: _("Opgepakt"),
        MessageState.ANSWERED: _("Beantwoord"),
        MessageState.CLOSED: _("Gesloten"),
    }[MessageState(state)]


def waiting(days: int) -> str:
    """How long ago it came in."""
    if days <= 0:
        return _("kwam vandaag")
    return ngettext("kwam %(days)d dag geleden", "kwam %(days)d dagen geleden", days) % {"days": days}


def state_chips(counts: Mapping[str, int], *, chosen: str, url: str) -> list[FilterChip]:
    """The filters of the inbox: what waits first, then each state."""
    waiting_now = counts.get(MessageState.NEW, 0) + counts.get(MessageState.TAKEN, 0)
    known = chosen in set(MessageState)
    chips = [FilterChip(label=_("Wacht op antwoord"), url=url, count=waiting_now, chosen=not known)]
    for state in MessageState:
        address = f"{url}?{urlencode({'stand': state.value})}"
        chips.append(
            FilterChip(label=state_name(state), url=address, count=counts.get(state, 0), chosen=chosen == state)
        )
    return chips


def side_chips(totals: Mapping[str, int], *, chosen: str, url: str) -> list[FilterChip]:
    """Volunteers or care: filters for a network that does not fit on one page; none for a small one."""
    total = sum(totals.values())
    if total <= PER_PAGE:
        return []
    names = {"informal": _("Vrijwilligers, welzijn en bewoners"), "formal": _("Zorg en gemeente")}
    return [FilterChip(label=_("Allemaal"), url=url, count=total, chosen=not chosen)] + [
        FilterChip(label=name, url=f"{url}?{urlencode({'kant': side})}", count=totals[side], chosen=side == chosen)
        for side, name in names.items()
        if totals[side]
    ]


def message_status(message: Message, *, taken_by: str, mine: bool) -> Status:
    """Where a message is, whose turn it is, and what happens if nobody acts."""
    state = MessageState(message.state)
    turn = {
        MessageState.NEW: _("Wie pakt het op?"),
        MessageState.TAKEN: _("U bent aan zet.") if mine else _("%(name)s is aan zet.") % {"name": taken_by},
        MessageState.ANSWERED: _("U hoeft niets te doen."),
        MessageState.CLOSED: _("U hoeft niets te doen."),
    }[state]
    if state in {MessageState.NEW, MessageState.TAKEN}:
        promised = _("Wie schreef verwacht binnen 3 werkdagen antwoord.")
        late = is_late(sent_on=clock.day_of(message.sent_at), today=clock.today())
        return Status(
            where=state_name(state) + ".",
            turn=turn,
            since=message.state_since,
            otherwise=_("Dit antwoord is te laat.") if late else promised,
            tone="act" if late else TONES[state],
        )
    return Status(where=state_name(state) + ".", turn=turn, since=message.state_since, tone=TONES[state])


def inbox_trail() -> list[Link]:
    """The way back to the inbox."""
    return [Link(label=_("Berichten"), url=reverse("networks:inbox"))]
