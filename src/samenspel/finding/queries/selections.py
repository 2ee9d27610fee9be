"""The offers of a list, as they are now, and where in the product each can be read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from samenspel.accounts.rules import Scope
from samenspel.directory import words
from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferState
from samenspel.directory.words import Card
from samenspel.finding.cards import days_in_words
from samenspel.networks.access import networks_visible_to
from samenspel.networks.models import Partner


@dataclass(frozen=True)
class Entry:
    """One line of a list. Without `card` the offer is gone, or stands in no network that this reader may see.

    An offer that is closed keeps its name, so that one sees which it was; how to reach it is no longer told.
    """

    id: UUID
    card: Card | None = None
    network: str = ""
    is_open: bool = False

    @property
    def phone(self) -> str:
        """The number of the offer, else of its organisation."""
        offer = self._open_offer
        return offer.contact_phone or offer.organisation.contact_phone if offer else ""

    @property
    def email(self) -> str:
        """The address of the offer, else of its organisation."""
        offer = self._open_offer
        return offer.contact_email or offer.organisation.contact_email if offer else ""

    @property
    def ask_for(self) -> str:
        """Whom to ask for."""
        offer = self._open_offer
        return offer.contact_name or offer.organisation.contact_name if offer else ""

    @property
    def days(self) -> str:
        """On which days, in words."""
        offer = self._open_offer
        return days_in_words(offer.days) if offer else ""

    @property
    def name(self) -> str:
        """What it is called; empty when it is gone."""
        return self.card.offer.name if self.card else ""

    @property
    def _open_offer(self) -> Offer | None:
        return self.card.offer if self.card and self.is_open else None


def entries(ids: Sequence[UUID], *, scope: Scope, today: date) -> list[Entry]:
    """The lines of a list in its own order, in two questions however long it is."""
    published = Offer.objects.select_related("organisation").filter(pk__in=ids).exclude(state=OfferState.DRAFT.value)
    offers = {offer.pk: offer for offer in published} if ids else {}
    networks = _networks({offer.organisation_id for offer in offers.values()}, scope=scope) if offers else {}
    return [_entry(one, offers.get(one), networks, today=today) for one in ids]


def _entry(pk: UUID, offer: Offer | None, networks: dict[UUID, str], *, today: date) -> Entry:
    if offer is None or offer.organisation_id not in networks:
        return Entry(pk)
    is_open = offer.state == OfferState.OPEN.value
    return Entry(pk, words.card(offer, today=today), networks[offer.organisation_id], is_open)


def _networks(organisations: Collection[UUID], *, scope: Scope) -> dict[UUID, str]:
    """Per organisation the network in which this reader sees it; a public one first, because the list may go on."""
    ties = (
        Partner.objects.filter(organisation__in=organisations, ended_on=None, network__in=networks_visible_to(scope))
        .order_by(F("network__is_public").asc(), "-network__slug")
        .values_list("organisation_id", "network__slug")
    )
    return dict(ties)  # of several the last stays
