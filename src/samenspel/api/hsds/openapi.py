"""The read side described for programs, as OpenAPI 3.1: every path, every parameter, every answer."""

from samenspel.api.hsds.asked import LONGEST_SEARCH, MOST_PAGES, MOST_PER_PAGE, PER_PAGE
from samenspel.api.hsds.schemas import SCHEMAS, page_of, reference
from samenspel.api.hsds.terms import Json

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = {"name": "European Union Public Licence 1.2", "url": "https://joinup.ec.europa.eu/collection/eupl"}
ID = {"type": "string", "format": "uuid"}
FLAG = {"type": "boolean", "default": False}
PARAMETERS: dict[str, tuple[str, Json]] = {
    "page": ("The number of the page.", {"type": "integer", "minimum": 1, "maximum": MOST_PAGES, "default": 1}),
    "per_page": (
        "How many on a page; with minimal all of them, unless given.",
        {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
    ),
    "format": ("The only format.", {"type": "string", "enum": ["json"], "default": "json"}),
    "search": (
        "Words that must all occur.",
        {"type": "string", "maxLength": LONGEST_SEARCH, "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"},
    ),
    "modified_after": ("Only what changed at or after this moment.", {"type": "string", "format": "date-time"}),
    "taxonomy_term_id": ("Only what has this term, or a term below it.", ID),
    "taxonomy_id": ("Only what has a term of this taxonomy.", ID),
    "organization_id": ("Only of this organisation.", ID),
    "full": ("Give in the list what the address of each thing gives.", FLAG),
    "full_service": ("Give the services of an organisation in full.", FLAG),
    "minimal": ("Give only id and last_modified.", FLAG),
    "parent_id": ("Only terms below this one.", ID),
    "top_only": ("Only terms that stand below no other.", FLAG),
}
PAGING = ("page", "per_page", "format")
OFFERS = ("search", "modified_after", "taxonomy_term_id", "taxonomy_id", "organization_id", "full")
LISTS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "services": ("offers", (*OFFERS, "minimal"), ("ServiceInList", "Service", "ServiceMinimal")),
    "organizations": (
        "organisations",
        ("search", "taxonomy_term_id", "taxonomy_id", "full", "full_service"),
        ("OrganizationInList", "OrganizationWithServices"),
    ),
    "service_at_locations": ("offers at their place", OFFERS, ("ServiceAtLocationInList", "ServiceAtLocation")),
    "taxonomies": ("taxonomies", ("search",), ("Taxonomy",)),
    "taxonomy_terms": ("terms", ("search", "taxonomy_id", "parent_id", "top_only"), ("TaxonomyTerm",)),
}
"""Name of the list: what it holds, its own parameters, what may stand in it."""
SINGLE = {
    "services": "Service",
    "organizations": "OrganizationWithServices",
    "service_at_locations": "ServiceAtLocation",
    "taxonomies": "Taxonomy",
    "taxonomy_terms": "TaxonomyTerm",
}


def document(*, server: str, contact: str) -> Json:
    """The description of the doors below an address; `contact` is an e-mail address."""
    paths = {"/": {"get": _operation("about", "About this API.", (), reference("Api"), 304, 400)}}
    for name, (things, own, items) in LISTS.items():
        summary = f"All {things}, page by page."
        listing = _operation(f"list_{name}", summary, (*own, *PAGING), page_of(*items), 304, 400)
        listing["responses"]["200"]["links"] = {"first": _link_to_first(name)}
        paths[f"/{name}"] = {"get": listing}
        paths[f"/{name}/{{id}}"] = {"get": _single(name)}
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "Samenspel open data",
            "summary": "The directory in Open Referral HSDS 3.1, to read.",
            "version": "1.0.0",
            "license": LICENCE,
            "contact": {"email": contact},
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": SCHEMAS, "parameters": {name: _parameter(name) for name in PARAMETERS}},
    }


def _link_to_first(name: str) -> Json:
    """How a program that tests itself comes from a list to a thing that is there."""
    return {"operationId": f"get_{name}", "parameters": {"id": "$response.body#/contents/0/id"}}


def _single(name: str) -> Json:
    own = ("full_service",) if name == "organizations" else ()
    operation = _operation(f"get_{name}", f"One of {name}.", own, reference(SINGLE[name]), 304, 400, 404)
    in_path = {"name": "id", "in": "path", "required": True, "schema": ID}
    return operation | {"parameters": [in_path, *operation["parameters"]]}


def _operation(operation_id: str, summary: str, parameters: tuple[str, ...], schema: Json, *others: int) -> Json:
    return {
        "operationId": operation_id,
        "summary": summary,
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in parameters],
        "responses": {"200": _answer("What was asked.", "application/json", schema)}
        | {str(status): OTHER_ANSWERS[status] for status in others},
    }


def _parameter(name: str) -> Json:
    description, schema = PARAMETERS[name]
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _answer(description: str, media_type: str, schema: Json) -> Json:
    return {"description": description, "content": {media_type: {"schema": schema}}}


OTHER_ANSWERS: dict[int, Json] = {
    304: {"description": "It is still what the ETag says."},
    400: _answer("A parameter cannot be understood.", "application/problem+json", reference("Problem")),
    404: _answer("It is not here.", "application/problem+json", reference("Problem")),
}
