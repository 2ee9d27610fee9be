"""Lines in the log for what the written networks did, as if it had been done on the pages.

Their moment is that of the loading: the log never says that something was recorded earlier than it was.
"""

from uuid import UUID

from samenspel.accounts.models import User
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.config.demonstration.cast import CAST
from samenspel.config.demonstration.rows import Rows
from samenspel.networks.models import Invitation, JoinRequest, Network, Partner


def record(rows: Rows) -> None:
    """One line per partner, request and invitation in the networks of the cast; the made-up crowd leaves none."""
    coordinators = {
        rows.get(Network, person.network).pk: rows.get(User, person.email).pk for person in CAST if person.network
    }
    for partner in rows.of(Partner):
        if partner.network_id in coordinators:
            _record_partner(partner, by=coordinators[partner.network_id])
    for request in rows.of(JoinRequest):
        audit.record(
            "networks.joining.requested", action=Action.CREATE, by=None, about=request, network_id=request.network_id
        )
    for invitation in rows.of(Invitation):
        audit.record(
            "networks.invitation.sent",
            action=Action.CREATE,
            by=invitation.invited_by,
            about=invitation,
            organisation_id=invitation.organisation_id,
        )


def _record_partner(partner: Partner, *, by: UUID) -> None:
    audit.record(
        "networks.joining.admitted",
        action=Action.CREATE,
        by=by,
        about=partner,
        organisation_id=partner.organisation_id,
        network_id=partner.network_id,
    )
