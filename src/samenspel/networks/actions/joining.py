"""An organisation comes into a network: it asks, a coordinator decides, the applicant hears it."""

from dataclasses import asdict, dataclass
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from samenspel.accounts import roles
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.actions import members
from samenspel.networks.emails import joining as emails
from samenspel.networks.models import JoinRequest, Network, Organisation, Partner
from samenspel.networks.queries.slugs import free_slug
from samenspel.networks.rules import JOIN_STEPS, JoinState


class AlreadyDecided(Exception):
    """Somebody else decided in the meantime, or the applicant withdrew."""


class OrganisationExists(Exception):
    """An organisation with this KvK number is here already: say that it is the same one instead of making a second."""


@dataclass(frozen=True, kw_only=True)
class Application:
    """What an organisation tells when it asks to join; a citizen initiative has no KvK number (P3.7)."""

    name: str
    kind: str
    motivation: str
    contact_name: str
    contact_email: str
    contact_phone: str = ""
    kvk: str = ""

    def request_id(self, mark: UUID) -> UUID:
        """The same for the same form sent twice, another one when the words were changed in between."""
        return uuid5(mark, "\n".join(asdict(self).values()))


@transaction.atomic
def ask(*, network: Network, application: Application, mark: UUID, by: UUID | None) -> JoinRequest:
    """Ask to become a partner; anyone can, without an account. The applicant gets a link to follow it.

    The same form sent twice (same `mark`, same words) is one request and one mail.
    """
    request = JoinRequest(pk=application.request_id(mark), network=network, **asdict(application))
    try:
        with transaction.atomic():
            request.save(force_insert=True)
    except IntegrityError:
        return request
    audit.record("networks.joining.requested", action=Action.CREATE, by=by, about=request, network_id=network.pk)
    emails.tell_applicant(request)
    emails.tell_coordinators_soon(network)
    return request


@transaction.atomic
def admit(*, request: JoinRequest, by: UUID) -> Organisation:
    """Make the applicant a new organisation and a partner, and invite its contact person as administrator.

    Raises:
        AlreadyDecided: see there; of two coordinators who press at once one gets this.
        OrganisationExists: see there.
    """
    _decide(request, JoinState.ADMITTED, by=by)
    organisation = _new_organisation(request)
    JoinRequest.objects.filter(pk=request.pk).update(organisation=organisation)
    Partner.objects.create(network=request.network, organisation=organisation)
    _record_admitted(request, organisation, by=by)
    members.invite(
        organisation=organisation,
        email=request.contact_email,
        name=request.contact_name,
        roles=[roles.ADMINISTRATOR.code],
        by=by,
    )
    return organisation


@transaction.atomic
def admit_as(*, request: JoinRequest, organisation: Organisation, by: UUID) -> None:
    """The applicant is an organisation that is here already: make that one a partner, and nobody its administrator.

    Who writes that they work somewhere does not get the keys of it by that; its own administrators invite colleagues.

    Raises:
        AlreadyDecided: see there.
    """
    _decide(request, JoinState.ADMITTED, by=by)
    JoinRequest.objects.filter(pk=request.pk).update(organisation=organisation)
    Partner.objects.get_or_create(network=request.network, organisation=organisation, ended_on=None)
    _record_admitted(request, organisation, by=by)
    emails.tell_applicant(request)


@transaction.atomic
def refuse(*, request: JoinRequest, reason: str, by: UUID) -> None:
    """Say no, with the reason that the applicant reads behind the link.

    Raises:
        AlreadyDecided: see there.
    """
    _decide(request, JoinState.REFUSED, by=by, reason=reason)
    audit.record("networks.joining.refused", action=Action.UPDATE, by=by, about=request, network_id=request.network_id)
    emails.tell_applicant(request)


@transaction.atomic
def undo_refusal(*, request: JoinRequest, by: UUID) -> None:
    """Take a refusal back: the request waits for a decision again.

    Raises:
        AlreadyDecided: it is not refused any more.
    """
    _step(request, JoinState.REQUESTED, decided_at=None, decided_by=None, reason="")
    audit.record(
        "networks.joining.refusal_undone", action=Action.UPDATE, by=by, about=request, network_id=request.network_id
    )
    emails.tell_applicant(request)


@transaction.atomic
def withdraw(*, request: JoinRequest) -> None:
    """The applicant, who holds the link, takes the request back.

    Raises:
        AlreadyDecided: a coordinator was first.
    """
    with acting_for(request.network_id):
        _step(request, JoinState.WITHDRAWN)
    audit.record(
        "networks.joining.withdrawn", action=Action.UPDATE, by=None, about=request, network_id=request.network_id
    )


def _decide(request: JoinRequest, to: JoinState, *, by: UUID, reason: str = "") -> None:
    _step(request, to, decided_at=clock.now(), decided_by=by, reason=reason)


def _step(request: JoinRequest, to: JoinState, **changes: object) -> None:
    """Take an allowed step with one conditional update, so that of two at the same moment only one succeeds."""
    allowed = [state.value for state, steps in JOIN_STEPS.items() if to in steps]
    changed = JoinRequest.objects.filter(pk=request.pk, state__in=allowed).update(state=to.value, **changes)
    if not changed:
        raise AlreadyDecided
    request.state = to.value


def _new_organisation(request: JoinRequest) -> Organisation:
    try:
        with transaction.atomic():
            return Organisation.objects.create(
                slug=free_slug(Organisation, request.name),
                name=request.name,
                kind=request.kind,
                kvk=request.kvk,
                contact_name=request.contact_name,
            )
    except IntegrityError as taken:
        raise OrganisationExists from taken


def _record_admitted(request: JoinRequest, organisation: Organisation, *, by: UUID) -> None:
    audit.record(
        "networks.joining.admitted",
        action=Action.UPDATE,
        by=by,
        about=request,
        organisation_id=organisation.pk,
        network_id=request.network_id,
    )
