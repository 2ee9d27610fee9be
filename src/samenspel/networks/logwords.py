"""What the log says about networks: the names of places, and each event as a Dutch sentence (L23)."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.audit import words
from samenspel.networks.models import Network, Organisation

EVENT_TEXTS: dict[str, str | Promise] = {
    "networks.invitation.accepted": _("Een uitnodiging aangenomen"),
    "networks.invitation.sent": _("Een collega uitgenodigd"),
    "networks.invitation.sent_again": _("Een uitnodiging opnieuw gestuurd"),
    "networks.invitation.withdrawn": _("Een uitnodiging ingetrokken"),
    "networks.joining.admitted": _("Een organisatie toegelaten"),
    "networks.joining.refusal_undone": _("Een weigering teruggedraaid"),
    "networks.joining.refused": _("Een organisatie niet toegelaten"),
    "networks.joining.requested": _("Gevraagd om mee te doen"),
    "networks.joining.seen": _("Een aanvraag om mee te doen bekeken"),
    "networks.joining.withdrawn": _("Een aanvraag om mee te doen ingetrokken"),
    "networks.member.ended": _("Een medewerker doet niet meer mee"),
    "networks.member.roles_changed": _("Rollen van een medewerker gewijzigd"),
    "networks.message.answered": _("Een bericht beantwoord"),
    "networks.message.closed": _("Een bericht gesloten"),
    "networks.message.handed_back": _("Een bericht aan collega's teruggegeven"),
    "networks.message.read": _("Een bericht gelezen"),
    "networks.message.reopened": _("Een bericht weer geopend"),
    "networks.message.sent": _("Een bericht verstuurd"),
    "networks.message.taken": _("Een bericht opgepakt"),
    "networks.network.edited": _("De gegevens van het netwerk gewijzigd"),
    "networks.network.started": _("Een netwerk gestart"),
    "networks.organisation.edited": _("Het profiel van de organisatie gewijzigd"),
    "networks.partner.ended": _("Een organisatie doet niet meer mee"),
    "networks.partner.leads": _("Een andere penvoerder aangewezen"),
    "networks.partner.resumed": _("Een organisatie doet weer mee"),
    "networks.post.closed": _("Iets van het prikbord gehaald"),
    "networks.post.edited": _("Iets op het prikbord aangepast"),
    "networks.post.posted": _("Iets op het prikbord gezet"),
    "networks.post.reopened": _("Iets teruggezet op het prikbord"),
    "networks.post.replied": _("Op het prikbord gereageerd"),
    "networks.selfscan.filled_in": _("Een zelfscan ingevuld"),
}
KIND_TEXTS: dict[str, str | Promise] = {
    "networks.boardpost": _("Iets op het prikbord"),
    "networks.boardreply": _("Reactie op het prikbord"),
    "networks.invitation": _("Uitnodiging"),
    "networks.joinrequest": _("Aanvraag om mee te doen"),
    "networks.message": _("Bericht"),
    "networks.network": _("Netwerk"),
    "networks.organisation": _("Organisatie"),
    "networks.partner": _("Partner"),
    "networks.rolegrant": _("Rol"),
    "networks.selfscan": _("Zelfscan"),
}


def tell() -> None:
    """Hand the words to the log; when the product starts."""
    words.tell_events(EVENT_TEXTS)
    words.tell_kinds(KIND_TEXTS)
    words.tell_names("organisation", _organisations)
    words.tell_names("network", _networks)


def _organisations(ids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(Organisation.objects.filter(pk__in=ids).values_list("pk", "name"))


def _networks(ids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(Network.objects.filter(pk__in=ids).values_list("pk", "name"))
