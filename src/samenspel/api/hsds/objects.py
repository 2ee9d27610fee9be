"""Offers and organisations as objects of HSDS: flat as a list tells them, full as `/{id}` does.

Pure: give the offer with its organisation selected, and a `Frame` with what stands elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from samenspel.api.hsds import naming, parts
from samenspel.api.hsds.parts import told
from samenspel.api.hsds.terms import Json, Property, Topic
from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferState
from samenspel.lib import clock
from samenspel.networks import pictures
from samenspel.networks.models import Organisation

STATUS = {OfferState.OPEN.value: "active", OfferState.CLOSED.value: "inactive"}


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands beside the offers: names of areas by code, and where things have their page.

    `homes` is the address of the network in which people read an organisation. Without `site` (https://...) nothing
    is told that holds on this installation only.
    """

    areas: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[UUID, str] = field(default_factory=dict)
    site: str = ""

    def page_of(self, offer: Offer) -> str:
        """The full address of the page of an offer; empty when it has none here."""
        home = self.homes.get(offer.organisation_id)
        return self.site + reverse("directory:offer", args=[home, offer.slug]) if self.site and home else ""

    def picture(self, name: str | None) -> str:
        """The full address of a stored picture; empty without one."""
        return self.site + pictures.address(name) if self.site and name else ""


def minimal_service(*, pk: UUID, modified_at: datetime) -> Json:
    """Only what one needs to see what changed."""
    return {"id": str(pk), "last_modified": naming.moment(modified_at)}


def modified_at(offer: Offer) -> datetime | None:
    """When what is told here last changed; nothing for a draft."""
    moments = [at for at in (offer.confirmed_at, offer.capacity_changed_at) if at]
    return max(moments, default=None)


def flat_service(offer: Offer, frame: Frame) -> Json:
    """An offer with its single fields, and those of its organisation."""
    return _own_fields(offer, frame) | {"organization": flat_organization(offer.organisation, frame)}


def service(offer: Offer, frame: Frame) -> Json:
    """An offer with everything that belongs to it."""
    placed = [placed_part(offer)] if parts.is_placed(offer) else []
    return service_without_places(offer, frame) | told(service_at_locations=placed)


def service_without_places(offer: Offer, frame: Frame) -> Json:
    """The same as it stands inside a `service_at_location`."""
    return (
        _own_fields(offer, frame)
        | {"organization": organization(offer.organisation, frame)}
        | told(
            additional_urls=_pictures(offer, frame),
            phones=parts.phones(offer.pk, "service", offer.contact_phone),
            contacts=parts.contacts(offer.pk, "service", offer.contact_name),
            schedules=parts.schedules(offer),
            service_areas=parts.service_areas(offer, frame.areas),
            languages=parts.languages(offer),
            cost_options=parts.cost_options(offer),
            capacities=parts.capacities(offer),
            attributes=parts.attributes(offer),
        )
    )


def _own_fields(offer: Offer, frame: Frame) -> Json:
    changed, confirmed = modified_at(offer), offer.confirmed_at
    return told(
        id=str(offer.pk),
        organization_id=str(offer.organisation_id),
        name=offer.name,
        description=offer.description,
        url=frame.page_of(offer),
        email=offer.contact_email,
        status=STATUS[offer.state],
        application_process=offer.how_to_apply,
        fees_description=offer.cost,
        eligibility_description=offer.conditions,
        assured_date=clock.day_of(confirmed).isoformat() if confirmed else None,
        last_modified=naming.moment(changed) if changed else None,
    )


def _pictures(offer: Offer, frame: Frame) -> list[Json]:
    address = frame.picture(offer.picture.name)
    ids = {"id": naming.part_id(offer.pk, "picture"), "service_id": str(offer.pk)}
    return [ids | {"label": offer.picture_alt, "url": address}] if address else []


def placed_part(offer: Offer) -> Json:
    """The offer at its place, as it stands inside the service."""
    return _placed_ids(offer) | {"location": parts.location(offer)}


def flat_placed(offer: Offer, frame: Frame) -> Json:
    """The offer at its place, as a list tells it."""
    return _placed_ids(offer) | {"location": parts.flat_location(offer), "service": flat_service(offer, frame)}


def placed(offer: Offer, frame: Frame) -> Json:
    """The offer at its place, with everything that belongs to it."""
    return placed_part(offer) | {"service": service_without_places(offer, frame)}


def _placed_ids(offer: Offer) -> Json:
    return {
        "id": str(naming.placed_id(offer.pk)),
        "service_id": str(offer.pk),
        "location_id": naming.part_id(offer.pk, "location"),
    }


def flat_organization(one: Organisation, frame: Frame) -> Json:
    """An organisation with its single fields; HSDS wants a description, also when nobody wrote one."""
    return {"id": str(one.pk), "name": one.name, "description": one.what_we_do} | told(
        email=one.contact_email, website=one.website, logo=frame.picture(one.picture.name)
    )


def organization(one: Organisation, frame: Frame) -> Json:
    """An organisation with everything that belongs to it; what it offers can stand beside it."""
    values = {
        Property.SLUG: one.slug,
        Property.WHAT_WE_OFFER: one.what_we_offer,
        Property.WHAT_WE_NEED: one.what_we_need,
        Property.AREA: one.area_id or "",
    }
    return flat_organization(one, frame) | told(
        phones=parts.phones(one.pk, "organization", one.contact_phone),
        contacts=parts.contacts(one.pk, "organization", one.contact_name),
        organization_identifiers=_identifiers(one),
        attributes=[
            *parts.classified(one.pk, "organization", Topic.ORGANISATION_KINDS, [one.kind]),
            *parts.valued(one.pk, "organization", values),
        ],
    )


def _identifiers(one: Organisation) -> list[Json]:
    if not one.kvk:
        return []
    ids = {"id": naming.part_id(one.pk, "kvk"), "organization_id": str(one.pk)}
    scheme = {"identifier_scheme": "NL-KVK", "identifier_type": "KvK-nummer"}
    return [ids | scheme | {"identifier": one.kvk}]


def owned_service(offer: Offer, frame: Frame) -> Json:
    """An offer with everything, as it stands below its organisation."""
    return {name: part for name, part in service(offer, frame).items() if name != "organization"}


def named_service(offer: Offer, _frame: Frame) -> Json:
    """An offer as it stands below its organisation: enough to find it."""
    changed = modified_at(offer)
    return told(
        id=str(offer.pk),
        name=offer.name,
        status=STATUS[offer.state],
        last_modified=naming.moment(changed) if changed else None,
    )
