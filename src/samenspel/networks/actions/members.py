"""Who works for an organisation or a network: invite, accept, change roles, end.

An organisation that is a partner and had an administrator keeps one: checked here for a clear sentence, kept by the
database for certain (migration 0002). What is written about people of a place is written while acting for that place.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction

from samenspel.accounts import actions as accounts
from samenspel.accounts import roles as known_roles
from samenspel.accounts.models import User
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.emails import members as emails
from samenspel.networks.models import Invitation, Network, Organisation, RoleGrant
from samenspel.networks.rules import INVITATION_LASTS


class InvitationClosed(Exception):
    """The invitation was used, withdrawn, or is too old."""


class LastAdministrator(Exception):
    """Without this person nobody could manage the organisation any more (peers #8152)."""


@transaction.atomic
def invite(
    *,
    email: str,
    roles: Sequence[str],
    by: UUID,
    name: str = "",
    organisation: Organisation | None = None,
    network: Network | None = None,
) -> Invitation:
    """Ask somebody by mail to act for an organisation or a network; the link works once, for `INVITATION_LASTS`."""
    now = clock.now()
    invitation = Invitation(
        organisation=organisation,
        network=network,
        email=email.lower(),
        name=name,
        roles=list(roles),
        invited_by=by,
        invited_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    with acting_for(invitation.place_id):
        invitation.save(force_insert=True)
    _record("networks.invitation.sent", Action.CREATE, invitation, by=by)
    emails.invite(invitation)
    return invitation


@transaction.atomic
def resend(*, invitation: Invitation, by: UUID) -> None:
    """Send a new link; the old one stops working.

    Raises:
        InvitationClosed: it was used or withdrawn in the meantime.
    """
    now = clock.now()
    _change_open(invitation, invited_at=now, expires_at=now + INVITATION_LASTS)
    invitation.invited_at, invitation.expires_at = now, now + INVITATION_LASTS
    _record("networks.invitation.sent_again", Action.UPDATE, invitation, by=by)
    emails.invite(invitation)


@transaction.atomic
def withdraw(*, invitation: Invitation, by: UUID) -> None:
    """The link stops working; the page behind it says so.

    Raises:
        InvitationClosed: it was used or withdrawn in the meantime.
    """
    _change_open(invitation, withdrawn_at=clock.now())
    _record("networks.invitation.withdrawn", Action.UPDATE, invitation, by=by)


@transaction.atomic
def accept(*, invitation: Invitation, user: User) -> None:
    """Give the invited person the roles; works once, whoever presses first.

    Raises:
        InvitationClosed: see there.
    """
    now = clock.now()
    _change_open(invitation, accepted_at=now, fresh=True)
    for role in invitation.roles:
        RoleGrant.objects.get_or_create(
            user=user,
            role=role,
            organisation=invitation.organisation,
            network=invitation.network,
            defaults={"given_by": invitation.invited_by, "given_at": now},
        )
    _record("networks.invitation.accepted", Action.UPDATE, invitation, by=user.pk)


@transaction.atomic
def accept_as_newcomer(*, invitation: Invitation, name: str) -> User:
    """Make an account for the invited address and give it the roles; the link proved that the address is theirs.

    Raises:
        InvitationClosed: also when an account with this address was made in the meantime; it can then sign in.
    """
    try:
        with transaction.atomic():
            user = User.objects.create_user(invitation.email, name=name)
    except IntegrityError as taken:
        raise InvitationClosed from taken
    accounts.confirm_address(user=user, email=user.email)
    accept(invitation=invitation, user=user)
    return user


@transaction.atomic
def set_roles(*, organisation: Organisation, user: User, roles: Sequence[str], by: UUID) -> None:
    """Let a colleague hold exactly these roles at the organisation; no roles means that they stop there.

    Raises:
        LastAdministrator: see there; of two administrators who remove each other at once the second gets this.
    """
    # Whoever changes roles here waits for whoever is changing them now.
    Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation.pk)
    held = RoleGrant.objects.filter(organisation=organisation, user=user)
    held.exclude(role__in=roles).delete()
    present = set(held.values_list("role", flat=True))
    RoleGrant.objects.bulk_create(
        RoleGrant(organisation=organisation, user=user, role=role, given_by=by) for role in roles if role not in present
    )
    if not RoleGrant.objects.filter(organisation=organisation, role=known_roles.ADMINISTRATOR.code).exists():
        raise LastAdministrator
    audit.record(
        "networks.member.roles_changed" if roles else "networks.member.ended",
        action=Action.UPDATE if roles else Action.DELETE,
        by=by,
        about=user,
        organisation_id=organisation.pk,
    )


def end(*, organisation: Organisation, user: User, by: UUID) -> None:
    """A colleague stops working for the organisation: all roles there end at once.

    Raises:
        LastAdministrator: see there.
    """
    set_roles(organisation=organisation, user=user, roles=(), by=by)


def _change_open(invitation: Invitation, *, fresh: bool = False, **changes: object) -> None:
    """Change an invitation that nobody used or withdrew, and with `fresh` that is not too old, in one update."""
    with acting_for(invitation.place_id):
        still_open = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
        if fresh:
            still_open = still_open.filter(expires_at__gt=clock.now())
        if not still_open.update(**changes):
            raise InvitationClosed


def _record(event: str, action: Action, invitation: Invitation, *, by: UUID) -> None:
    audit.record(
        event,
        action=action,
        by=by,
        about=invitation,
        organisation_id=invitation.organisation_id,
        network_id=invitation.network_id,
    )
