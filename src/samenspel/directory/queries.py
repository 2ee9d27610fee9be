"""What the pages about offers ask."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils.text import slugify

from samenspel.accounts.models import User
from samenspel.accounts.roles import ROLES, Permission
from samenspel.directory.access import open_offers, own_offers
from samenspel.directory.models import Offer, ResponseRecord, SheetImport
from samenspel.directory.responding import LEAST, Response
from samenspel.directory.rules import OfferState
from samenspel.networks.models import Network, Organisation, Partner, RoleGrant
from samenspel.places import queries as places
from samenspel.places.models import Area

LONGEST_SLUG = 60
MOST_AREAS = 200
MOST_SHEETS = 10


def offers_of(organisation: Organisation) -> QuerySet[Offer]:
    """All offers of one's own organisation: drafts and open ones by name, then what was closed, the last first."""
    return own_offers(organisation).order_by(F("closed_at").desc(nulls_first=True), "name", "id")


def own_offer(organisation: Organisation, *, pk: UUID) -> Offer:
    """One offer of one's own organisation.

    Raises:
        Http404: it is of another organisation, or gone.
    """
    found = own_offers(organisation).filter(pk=pk).first()
    if found is None:
        raise Http404
    found.organisation = organisation
    return found


def public_offers(network: Network, *, organisation: Organisation) -> QuerySet[Offer]:
    """What everybody may read of one partner of a network."""
    return open_offers(network).filter(organisation=organisation)


def public_offer(network: Network, *, slug: str) -> Offer:
    """One open offer of a partner of this network, with its organisation.

    Raises:
        Http404: there is none, it is closed, or its organisation is no partner here.
    """
    found = open_offers(network).select_related("organisation").filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def to_confirm(*, pk: UUID) -> Offer | None:
    """The published offer that a link asks after, with its organisation; nothing when it is gone."""
    return Offer.objects.select_related("organisation").exclude(state=OfferState.DRAFT.value).filter(pk=pk).first()


def published_for_update(organisation: Organisation) -> QuerySet[Offer]:
    """The open offers of an organisation, held until the end of the transaction."""
    return own_offers(organisation).filter(state=OfferState.OPEN.value).select_for_update().order_by("name", "id")


def organisations_to_ask(*, now: datetime) -> QuerySet[Organisation]:
    """Organisations with an open offer that nobody confirmed for the settable term."""
    before = now - timedelta(days=settings.OFFER_CONFIRM_DAYS - 1)  # a day too early; the rule counts calendar days
    stale = Offer.objects.filter(organisation=OuterRef("pk"), state=OfferState.OPEN.value, confirmed_at__lte=before)
    return Organisation.objects.filter(Exists(stale))


def keepers_of(organisation: Organisation) -> QuerySet[User]:
    """Who may keep the offers of an organisation and can read mail."""
    keeping = [code for code, role in ROLES.items() if Permission.EDIT_PROFILE in role.permissions]
    grants = RoleGrant.objects.filter(organisation=organisation, role__in=keeping)
    return User.objects.filter(pk__in=grants.values("user"), is_active=True).order_by("pk")


def area_choices(organisation: Organisation) -> list[tuple[str, str]]:
    """Where an organisation can say that it works: the areas of its networks with all that lies in them."""
    networks = Partner.objects.filter(organisation=organisation, ended_on=None).values("network__area")
    inside = Q(pk__in=networks) | Q(municipality__in=networks) | Q(parent__in=networks) | Q(pk=organisation.area_id)
    found = Area.objects.filter(inside).order_by("kind", "name").distinct()[:MOST_AREAS]
    order = {"municipality": 0, "district": 1, "neighbourhood": 2}
    areas = sorted(found, key=lambda area: (order[area.kind], area.name))
    return [(area.code, f"{area.name} ({area.kind_label})") for area in areas]


def areas_for_sheet(organisation: Organisation, *, others: Collection[str]) -> list[Area]:
    """The areas that a sheet of an organisation can name: those of its networks, and those its offers name already."""
    networks = Partner.objects.filter(organisation=organisation, ended_on=None).values("network__area")
    inside = Q(pk__in=networks) | Q(municipality__in=networks) | Q(parent__in=networks) | Q(pk=organisation.area_id)
    return list(Area.objects.filter(inside | Q(pk__in=others)).order_by("code").distinct())


def sheet_offers(organisation: Organisation, *, locked: bool = False) -> list[Offer]:
    """The offers that a sheet can be about: all that were ever published; held until the end when `locked`."""
    found = own_offers(organisation).exclude(state=OfferState.DRAFT.value).order_by("name", "id")
    return list(found.select_for_update() if locked else found)


def sheet(organisation: Organisation, *, pk: UUID) -> SheetImport:
    """One sheet that this organisation sent in.

    Raises:
        Http404: it is of another organisation, or gone.
    """
    found = SheetImport.objects.filter(organisation=organisation, pk=pk).first()
    if found is None:
        raise Http404
    found.organisation = organisation
    return found


def recent_sheets(organisation: Organisation) -> list[SheetImport]:
    """The sheets of the last weeks, the newest first, without their rows."""
    found = SheetImport.objects.filter(organisation=organisation).defer("rows", "written")
    return list(found.order_by("-uploaded_at")[:MOST_SHEETS])


def offers_to_review(network: Network) -> list[Offer]:
    """All open offers of a network, with only what the overview counts."""
    counted = ("form", "kinds", "target_groups", "area_codes", "longitude", "latitude", "capacity")
    return list(open_offers(network).order_by("pk").only(*counted, "confirmed_at", "asked_at"))


def areas_of_network(network: Network) -> list[Area]:
    """The area of a network and what lies in it and still exists: from large to small, by name."""
    if network.area_id is None:
        return []
    inside = Q(pk=network.area_id) | Q(municipality=network.area_id) | Q(parent=network.area_id)
    found = list(Area.objects.filter(inside).order_by("name"))
    newest = max((area.latest_year for area in found), default=0)
    order = {"municipality": 0, "district": 1, "neighbourhood": 2}
    return sorted((area for area in found if area.latest_year == newest), key=lambda area: order[area.kind])


def area_names(codes: Sequence[str]) -> list[str]:
    """The names of areas, by name; one question for all."""
    return list(Area.objects.filter(pk__in=codes).order_by("name").values_list("name", flat=True)) if codes else []


def areas_of(offer: Offer) -> list[Area]:
    """The areas that an offer names, by name."""
    return list(Area.objects.filter(pk__in=offer.area_codes).order_by("name", "pk")) if offer.area_codes else []


def place_of(offer: Offer) -> Area | None:
    """The neighbourhood in which it happens; nothing without a point, or where we know no neighbourhood."""
    if offer.longitude is None or offer.latitude is None:
        return None
    return places.at_point(lon=offer.longitude, lat=offer.latitude)


def free_slug(name: str) -> str:
    """The name as it can stand in an address, with a number behind it when another offer has it."""
    begin = slugify(name)[:LONGEST_SLUG].strip("-") or "aanbod"
    taken = set(Offer.objects.filter(slug__startswith=begin).values_list("slug", flat=True))
    return next(slug for number in range(1, len(taken) + 2) if (slug := _numbered(begin, number)) not in taken)


def _numbered(begin: str, number: int) -> str:
    return begin if number == 1 else f"{begin}-{number}"


def response_of(organisation: Organisation, *, offer: Offer | None = None) -> Response | None:
    """How referrals are answered: to this offer when it has enough of its own, else to the organisation as a whole."""
    own = Q(offer=None) | Q(offer=offer, number__gte=LEAST) if offer else Q(offer=None)
    found = ResponseRecord.objects.filter(own, organisation=organisation).order_by(F("offer").asc(nulls_last=True))
    record = found.first()
    return record.response if record else None
