"""The pages on which somebody works, so that each is one step away."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.design.parts import Link
from samenspel.networks.models import Network, Organisation
from samenspel.web.queries.mine import Mine


@dataclass(frozen=True, kw_only=True)
class Shortcuts:
    """The pages of one network or organisation that this person works in."""

    name: str
    links: list[Link]


def shortcuts(scope: Scope, mine: Mine) -> list[Shortcuts]:
    """Where this person works: the networks they keep or take part in, and their organisations."""
    links = [_network_links(scope, one) for one in mine.networks]
    links += [_organisation_links(scope, one) for one in mine.organisations]
    return [*links, _finding_links(scope)]


def _finding_links(scope: Scope) -> Shortcuts:
    pages = [(_("Zoek hulp in de buurt"), "finding:find"), (_("Mijn lijstje"), "finding:my_list")]
    if scope.may(Permission.SAVE_SEARCHES):
        pages.append((_("Mijn zoekvragen"), "finding:saved"))
    return Shortcuts(name=_("Zoeken"), links=[Link(label=label, url=reverse(page)) for label, page in pages])


def _organisation_links(scope: Scope, organisation: Organisation) -> Shortcuts:
    pages = [(_("Ons profiel"), "networks:organisation")]
    if scope.may(Permission.REFER, organisation_id=organisation.pk):
        pages += [
            (_("Verwijzingen naar ons"), "referrals:inbox"),
            (_("Verwijzingen die wij verstuurden"), "referrals:outbox"),
        ]
    if scope.may(Permission.EDIT_PROFILE, organisation_id=organisation.pk):
        pages.append((_("Ons aanbod"), "directory:offers"))
    if scope.may(Permission.MANAGE_MEMBERS, organisation_id=organisation.pk):
        pages.append((_("Mensen"), "networks:members"))
    links = [Link(label=label, url=reverse(page, args=[organisation.slug])) for label, page in pages]
    return Shortcuts(name=organisation.name, links=links)


def _network_links(scope: Scope, network: Network) -> Shortcuts:
    pages = [(_("Netwerkpagina"), "networks:network")]
    if scope.may(Permission.HANDLE_REQUESTS, network_id=network.pk):
        pages += [
            (_("Hulpvragen"), "helprequests:requests"),
            (_("Verstuurde verwijzingen"), "referrals:network_outbox"),
            (_("Nieuws om te vertellen"), "referrals:tellings"),
        ]
    if scope.may(Permission.SEE_BOARD, network_id=network.pk):
        pages += [(_("Prikbord"), "networks:board"), (_("Overzicht van het aanbod"), "directory:review")]
    if scope.may(Permission.SEE_FIGURES, network_id=network.pk):
        pages += [(_("Wat wij niet konden vinden"), "finding:gaps"), (_("Wie verwijst naar wie"), "referrals:balance")]
    if scope.may(Permission.VET_PARTNERS, network_id=network.pk):
        pages += [
            (_("Aanvragen"), "networks:requests"),
            (_("Partners"), "networks:partners"),
            (_("Coördinatoren"), "networks:coordinators"),
            (_("Zelfscan"), "networks:selfscan"),
        ]
    links = [Link(label=label, url=reverse(name, args=[network.slug])) for label, name in pages]
    return Shortcuts(name=network.name, links=links)
