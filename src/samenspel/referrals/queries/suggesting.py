"""Who could do this: offers that fit with the reasons in words, partners by name, and who was chosen so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import QuerySet

from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferProvider, OfferState
from samenspel.finding.answers import Answer, Loosened, Result
from samenspel.finding.cards import Row, row_of
from samenspel.finding.queries.search import search
from samenspel.finding.wanted import Wanted
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Organisation
from samenspel.networks.rules import Side
from samenspel.people.models import Consent
from samenspel.people.rules import Purpose
from samenspel.referrals.models import Referral
from samenspel.referrals.queries.asked import Asked
from samenspel.referrals.rules import OPEN

MOST_CHOSEN = 5
MOST_FOUND = 10
LEAST_LETTERS = 2


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An organisation to send to, by one of its offers or as a whole, and what must be known about it first.

    `consent` is what the person agreed to before, `already` the referral by which it is there now.
    """

    organisation: Organisation
    offer: Offer | None = None
    row: Row | None = None
    consent: Consent | None = None
    already: Referral | None = None

    @property
    def key(self) -> UUID:
        """What stands in the address for it."""
        return self.offer.pk if self.offer else self.organisation.pk

    @property
    def is_formal(self) -> bool:
        """Whether professionals are responsible there."""
        return self.organisation.side == Side.FORMAL


@dataclass(frozen=True)
class Suggested:
    """What fits, best first.

    `apart` are volunteers that may only be asked after consulting a professional (L26); `others` give help of another
    kind, shown when there is little of what was asked.
    """

    choices: list[Choice] = field(default_factory=list)
    apart: list[Choice] = field(default_factory=list)
    others: list[Choice] = field(default_factory=list)
    total: int = 0
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    loosened: list[Loosened] = field(default_factory=list)
    is_nearest: bool = False


def suggested(asked: Asked, wanted: Wanted, *, formal_first: bool) -> Suggested:
    """Offers of partners that fit; with `formal_first` those of professionals on top, the others apart."""
    answer = search(wanted)
    results = list(_results(answer))
    if formal_first:
        by_professionals = _results(search(_by_professionals(wanted)))
        results = list({one.offer.pk: one for one in [*by_professionals, *results]}.values())
    results += [] if formal_first else answer.others
    if asked.sender:
        results = [one for one in results if one.offer.organisation_id != asked.sender.pk]
    everybody = _choices(asked, [(one.offer.organisation, one) for one in results])
    wider = {one.offer.pk for one in answer.others}
    choices = [one for one in everybody if one.key not in wider]
    return Suggested(
        choices=[one for one in choices if one.is_formal or not formal_first],
        apart=[one for one in choices if formal_first and not one.is_formal],
        others=[one for one in everybody if one.key in wider],
        total=answer.total,
        counts=answer.counts,
        loosened=answer.loosened,
        is_nearest=not answer.results and bool(answer.nearest),
    )


def by_name(asked: Asked, name: str) -> list[Choice]:
    """Partners whose name holds these letters, also those without an offer; nothing for fewer than two letters."""
    if len(name.strip()) < LEAST_LETTERS:
        return []
    found = _partners(asked).filter(name__icontains=name.strip()).order_by("name")[:MOST_FOUND]
    return _choices(asked, [(one, None) for one in found])


def known_professionals(asked: Asked) -> list[Choice]:
    """The professionals this question came from: who asked it, and who referred it, the nearest first."""
    from_before = [asked.through.sender if asked.through else None, asked.request.asked_by]
    known = {one.pk: one for one in from_before if one and one.side == Side.FORMAL and one != asked.sender}
    return _choices(asked, [(one, None) for one in known.values()])


def chosen(asked: Asked, keys: Sequence[str]) -> list[Choice]:
    """Who was chosen, in that order and each organisation once; what does not exist (any more) is left out."""
    ids = [key for key in map(_uuid, dict.fromkeys(keys)) if key][: 2 * MOST_CHOSEN]
    if not ids:
        return []
    partners = _partners(asked)
    offers = Offer.objects.filter(pk__in=ids, state=OfferState.OPEN.value, organisation__in=partners.values("pk"))
    by_offer = {one.pk: one for one in offers.select_related("organisation")}
    by_organisation = {one.pk: one for one in partners.filter(pk__in=ids)}
    found: dict[UUID, tuple[Organisation, Offer | None]] = {}
    for key in ids:
        if offer := by_offer.get(key):
            found.setdefault(offer.organisation_id, (offer.organisation, offer))
        elif organisation := by_organisation.get(key):
            found.setdefault(key, (organisation, None))
    return _choices(asked, list(found.values()))[:MOST_CHOSEN]


def _results(answer: Answer) -> list[Result]:
    return answer.results or answer.nearest


def _by_professionals(wanted: Wanted) -> Wanted:
    return replace(wanted, provider=OfferProvider.PROFESSIONAL.value, page=1)


def _partners(asked: Asked) -> QuerySet[Organisation]:
    partners = Organisation.objects.filter(partnerships__network=asked.network, partnerships__ended_on=None).distinct()
    return partners.exclude(pk=asked.sender.pk) if asked.sender else partners


def _choices(asked: Asked, found: Sequence[tuple[Organisation, Result | Offer | None]]) -> list[Choice]:
    """With consent and what is there already, in two questions however many there are."""
    ids = [organisation.pk for organisation, _result in found]
    with acting_for(asked.network.pk):  # who does not know who it is cannot see what they agreed to, only that they did
        agreed = Consent.objects.filter(
            person=asked.request.person_id, purpose=Purpose.SHARE.value, organisation__in=ids, withdrawn_at=None
        )
        consents = {one.organisation_id: one for one in agreed}
        is_there = Referral.objects.filter(
            request=asked.request.pk, receiver__in=ids, state__in=[state.value for state in OPEN]
        )
        already = {one.receiver_id: one for one in is_there}
    return [
        Choice(
            organisation=organisation,
            offer=result.offer if isinstance(result, Result) else result,
            row=row_of(result) if isinstance(result, Result) else None,
            consent=consents.get(organisation.pk),
            already=already.get(organisation.pk),
        )
        for organisation, result in found
    ]


def _uuid(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None
