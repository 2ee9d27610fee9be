"""The offers on one page of results, with their organisations: one question, however many there are.

Written with the columns by hand and not through the query builder, because this is asked at every pause in somebody's
typing and the builder takes longer to think than the database to answer.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

from samenspel.directory.models import Offer, ResponseRecord
from samenspel.directory.responding import Response
from samenspel.directory.rules import OfferState
from samenspel.networks.models import Organisation

LEFT_OUT = {
    Offer: {"unsaved", "unsaved_at", "published_mark", "own_mark", "how_to_apply", "closed_at", "closed_because"},
    Organisation: {"kvk", "rsin", "what_we_do", "what_we_offer", "what_we_need", "website"},
}
"""What no list shows."""
RECORD = ["r.number", "r.median_days", "r.accepted_share"]
"""How the organisation answers referrals."""


def offers(keys: Sequence[bytes]) -> dict[UUID, Offer]:
    """The offers of these keys that are still open."""
    if not keys:
        return {}
    statement, of_offer, of_organisation = _statement()
    with connection.cursor() as cursor:
        cursor.execute(statement, [[UUID(bytes=key) for key in keys], OfferState.OPEN.value])
        rows = cursor.fetchall()
    found = (_offer(row, of_offer, of_organisation) for row in rows)
    return {offer.pk: offer for offer in found}


def _offer(row: tuple[Any, ...], of_offer: list[str], of_organisation: list[str]) -> Offer:
    offer = Offer.from_db(connection.alias, of_offer, row[: len(of_offer)])
    offer.organisation = Organisation.from_db(connection.alias, of_organisation, row[len(of_offer) : -len(RECORD)])
    number, median_days, accepted_share = row[-len(RECORD) :]
    offer.response = Response(number, median_days, accepted_share) if number else None
    return offer


@cache
def _statement() -> tuple[str, list[str], list[str]]:
    """The SQL, and which columns are whose."""
    of_offer, of_organisation = _columns(Offer), _columns(Organisation)
    columns = [f'o."{name}"' for name in of_offer] + [f'g."{name}"' for name in of_organisation] + RECORD
    statement = (
        f"SELECT {', '.join(columns)} FROM {Offer._meta.db_table} o"  # noqa: S608 -- the names are those of our tables
        f" JOIN {Organisation._meta.db_table} g ON g.id = o.organisation_id"
        f" LEFT JOIN {ResponseRecord._meta.db_table} r ON r.organisation_id = g.id AND r.offer_id IS NULL"
        " WHERE o.id = ANY(%s) AND o.state = %s"
    )
    return statement, of_offer, of_organisation


def _columns(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if field.attname not in LEFT_OUT[model]]
