"""What each object of the read side holds, as JSON Schema: exactly the fields that we fill, and no others."""

from typing import Any

from samenspel.api.hsds.terms import Json

TEXT, FLAG, COUNT, NUMBER = ({"type": one} for one in ("string", "boolean", "integer", "number"))
ID = {"type": "string", "format": "uuid"}
MOMENT, DAY = {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}
EMAIL, ADDRESS = {"type": "string", "format": "email"}, {"type": "string", "format": "uri"}


def reference(name: str) -> Json:
    """A pointer to one of the schemas."""
    return {"$ref": f"#/components/schemas/{name}"}


def _several(name: str) -> Json:
    return {"type": "array", "items": reference(name)}


def _object(required: str, /, **fields: Any) -> Json:
    return {"type": "object", "properties": fields, "required": required.split(), "additionalProperties": False}


def _fields(schema: str, kind: Json) -> Json:
    return dict.fromkeys(schema.split(), kind)


OWN_FIELDS = {
    **_fields("id organization_id", ID),
    **_fields("name description application_process fees_description eligibility_description", TEXT),
    "status": {"enum": ["active", "inactive"]},
    "url": ADDRESS,
    "email": EMAIL,
    "assured_date": DAY,
    "last_modified": MOMENT,
}
PARTS = {
    "organization": reference("Organization"),
    "additional_urls": _several("Url"),
    "phones": _several("Phone"),
    "contacts": _several("Contact"),
    "schedules": _several("Schedule"),
    "service_areas": _several("ServiceArea"),
    "languages": _several("Language"),
    "cost_options": _several("CostOption"),
    "capacities": _several("ServiceCapacity"),
    "attributes": _several("Attribute"),
}
ORGANIZATION = {"id": ID, **_fields("name description", TEXT), "email": EMAIL, **_fields("website logo", ADDRESS)}
FULL_ORGANIZATION = ORGANIZATION | {
    "phones": _several("Phone"),
    "contacts": _several("Contact"),
    "organization_identifiers": _several("OrganizationIdentifier"),
    "attributes": _several("Attribute"),
}
TERM = {**_fields("id parent_id taxonomy_id", ID), **_fields("code name description taxonomy language", TEXT)}
LOCATION = {"id": ID, "location_type": {"const": "physical"}, "latitude": NUMBER, "longitude": NUMBER}
PLACED = {**_fields("id service_id location_id", ID)}
OWNERS = _fields("service_id organization_id", ID)
SERVICE = "id organization_id name description status last_modified organization"

SCHEMAS: dict[str, Json] = {
    "Api": _object("version profile openapi_url", version=TEXT, profile=ADDRESS, openapi_url=ADDRESS),
    "Problem": _object("title status detail", title=TEXT, status=COUNT, detail=TEXT, parameter=TEXT),
    "ServiceMinimal": _object("id last_modified", id=ID, last_modified=MOMENT),
    "ServiceInList": _object(SERVICE, **OWN_FIELDS, organization=reference("OrganizationInList")),
    "Service": _object(SERVICE, **OWN_FIELDS, **PARTS, service_at_locations=_several("PlaceOfService")),
    "ServiceWithoutPlaces": _object(SERVICE, **OWN_FIELDS, **PARTS),
    "ServiceNamed": _object("id name status", id=ID, name=TEXT, status=TEXT, last_modified=MOMENT),
    "OrganizationInList": _object("id name description", **ORGANIZATION),
    "Organization": _object("id name description", **FULL_ORGANIZATION),
    "OrganizationWithServices": _object(
        "id name description services",
        **FULL_ORGANIZATION,
        services={"type": "array", "items": {"anyOf": [reference("ServiceNamed"), reference("ServiceWithoutOwner")]}},
    ),
    "ServiceWithoutOwner": _object(
        "id name status",
        **OWN_FIELDS,
        **{name: part for name, part in PARTS.items() if name != "organization"},
        service_at_locations=_several("PlaceOfService"),
    ),
    "PlaceOfService": _object("id service_id location_id location", **PLACED, location=reference("Location")),
    "ServiceAtLocation": _object(
        "id service_id location_id location service",
        **PLACED,
        location=reference("Location"),
        service=reference("ServiceWithoutPlaces"),
    ),
    "ServiceAtLocationInList": _object(
        "id service_id location_id location service",
        **PLACED,
        location=reference("LocationInList"),
        service=reference("ServiceInList"),
    ),
    "LocationInList": _object("id location_type", **LOCATION),
    "Location": _object("id location_type", **LOCATION, addresses=_several("Address")),
    "Address": _object(
        "id address_1 city state_province postal_code country address_type",
        **_fields("id location_id", ID),
        **_fields("address_1 city state_province postal_code country address_type", TEXT),
    ),
    "Phone": _object("id number", id=ID, **OWNERS, number=TEXT, type=TEXT),
    "Contact": _object("id name", id=ID, **OWNERS, name=TEXT),
    "Schedule": _object(
        "id service_id", **_fields("id service_id", ID), **_fields("freq wkst byday description", TEXT)
    ),
    "ServiceArea": _object("id extent", **_fields("id service_id", ID), **_fields("name extent extent_type", TEXT)),
    "Language": _object("id code", **_fields("id service_id", ID), **_fields("code name", TEXT)),
    "CostOption": _object(
        "id amount_description",
        **_fields("id service_id", ID),
        **_fields("amount_description currency", TEXT),
        amount=NUMBER,
    ),
    "ServiceCapacity": _object(
        "id unit available updated",
        **_fields("id service_id", ID),
        unit=reference("Unit"),
        available=NUMBER,
        description=TEXT,
        updated=MOMENT,
        attributes=_several("Attribute"),
    ),
    "Unit": _object("id name", id=ID, name=TEXT),
    "Url": _object("id url", **_fields("id service_id", ID), label=TEXT, url=ADDRESS),
    "OrganizationIdentifier": _object(
        "id identifier_type identifier",
        **_fields("id organization_id", ID),
        **_fields("identifier_scheme identifier_type identifier", TEXT),
    ),
    "Attribute": _object(
        "id link_id taxonomy_term_id taxonomy_term",
        **_fields("id link_id taxonomy_term_id", ID),
        **_fields("link_type link_entity value", TEXT),
        taxonomy_term=reference("Term"),
    ),
    "Term": _object("id code name description taxonomy_id", **TERM),
    "TaxonomyTerm": _object(
        "id code name description taxonomy_id taxonomy_detail", **TERM, taxonomy_detail=reference("Taxonomy")
    ),
    "Taxonomy": _object("id name description", id=ID, **_fields("name description version", TEXT)),
}
"""Name to schema."""


def page_of(*names: str) -> Json:
    """The schema of a page of a list whose things are one of these."""
    items = reference(names[0]) if len(names) == 1 else {"anyOf": [reference(name) for name in names]}
    return _object(
        "total_items total_pages page_number size first_page last_page empty contents",
        **_fields("total_items total_pages page_number size", COUNT),
        **_fields("first_page last_page empty", FLAG),
        contents={"type": "array", "items": items},
    )
