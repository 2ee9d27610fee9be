"""Roles as code: what somebody may do, in words that the app shows on the page 'Wat mag ik?'.

A role is held at an organisation, at a network, or for the whole platform. Roles of evidence.md L14 get a place here
when there is something they can do.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """One thing that a role may do; the text is in `PERMISSION_TEXTS`."""

    EDIT_PROFILE = "edit_profile"
    MANAGE_MEMBERS = "manage_members"
    SEE_BOARD = "see_board"
    POST_ON_BOARD = "post_on_board"
    ANSWER_MESSAGES = "answer_messages"
    HANDLE_REQUESTS = "handle_requests"
    REFER = "refer"
    SAVE_SEARCHES = "save_searches"
    VET_PARTNERS = "vet_partners"
    EDIT_NETWORK = "edit_network"
    SEE_FIGURES = "see_figures"
    SEE_LOG = "see_log"
    SEE_RETENTION = "see_retention"


PERMISSION_TEXTS: dict[Permission, Promise] = {
    Permission.EDIT_PROFILE: _("Het profiel van de organisatie aanpassen"),
    Permission.MANAGE_MEMBERS: _("Collega's uitnodigen en hun rollen kiezen"),
    Permission.SEE_BOARD: _("Het prikbord van het netwerk lezen"),
    Permission.POST_ON_BOARD: _("Iets vragen of aanbieden op het prikbord"),
    Permission.ANSWER_MESSAGES: _("Berichten van bewoners en partners lezen en beantwoorden"),
    Permission.HANDLE_REQUESTS: _("Hulpvragen aan het netwerk lezen, uitzoeken en doorgeven"),
    Permission.REFER: _("Mensen naar een andere organisatie verwijzen, en verwijzingen beantwoorden"),
    Permission.SAVE_SEARCHES: _("Zoekvragen bewaren en bericht krijgen als er nieuw aanbod is"),
    Permission.VET_PARTNERS: _("Organisaties toelaten tot het netwerk"),
    Permission.EDIT_NETWORK: _("De pagina en de gegevens van het netwerk aanpassen"),
    Permission.SEE_FIGURES: _("Cijfers van het netwerk zien, zonder namen van mensen"),
    Permission.SEE_LOG: _("Het logboek bekijken: wie heeft wat gezien of gewijzigd"),
    Permission.SEE_RETENTION: _("Zien welke gegevens zijn opgeruimd en wanneer"),
}


class Level(StrEnum):
    """Where a role is held."""

    ORGANISATION = "organisation"
    NETWORK = "network"
    PLATFORM = "platform"


@dataclass(frozen=True)
class Role:
    """A role with its Dutch name and description; `sees_care_data` makes a second factor compulsory (L13)."""

    code: str
    level: Level
    name: Promise
    description: Promise
    permissions: frozenset[Permission]
    sees_care_data: bool


ADMINISTRATOR = Role(
    "administrator",
    Level.ORGANISATION,
    _("Beheerder van de organisatie"),
    _("U houdt het profiel van uw organisatie bij en bepaalt wie er namens uw organisatie meewerkt."),
    frozenset(
        {
            Permission.EDIT_PROFILE,
            Permission.MANAGE_MEMBERS,
            Permission.SEE_BOARD,
            Permission.POST_ON_BOARD,
            Permission.SAVE_SEARCHES,
        }
    ),
    sees_care_data=True,
)
COORDINATOR = Role(
    "coordinator",
    Level.ORGANISATION,
    _("Coördinator"),
    _("U helpt mensen die iets vragen, samen met de andere organisaties in het netwerk."),
    frozenset(
        {
            Permission.EDIT_PROFILE,
            Permission.SEE_BOARD,
            Permission.POST_ON_BOARD,
            Permission.ANSWER_MESSAGES,
            Permission.REFER,
            Permission.SAVE_SEARCHES,
        }
    ),
    sees_care_data=True,
)
PROFESSIONAL = Role(
    "professional",
    Level.ORGANISATION,
    _("Zorgprofessional"),
    _("U werkt bij een huisarts, in de wijkverpleging of in een wijkteam en zoekt hulp dichtbij voor uw cliënt."),
    frozenset(
        {
            Permission.SEE_BOARD,
            Permission.POST_ON_BOARD,
            Permission.ANSWER_MESSAGES,
            Permission.REFER,
            Permission.SAVE_SEARCHES,
        }
    ),
    sees_care_data=True,
)
FIGURES_READER = Role(
    "figures_reader",
    Level.ORGANISATION,
    _("Lezer van cijfers"),
    _("U ziet de cijfers van het netwerk, bijvoorbeeld voor de gemeente of een fonds. U ziet geen namen van mensen."),
    frozenset({Permission.SEE_FIGURES, Permission.SEE_BOARD, Permission.SAVE_SEARCHES}),
    sees_care_data=False,
)
NETWORK_COORDINATOR = Role(
    "network_coordinator",
    Level.NETWORK,
    _("Netwerkcoördinator"),
    _("U houdt het netwerk bij elkaar: u laat partners toe, houdt de pagina bij en beantwoordt vragen."),
    frozenset(
        {
            Permission.VET_PARTNERS,
            Permission.EDIT_NETWORK,
            Permission.ANSWER_MESSAGES,
            Permission.HANDLE_REQUESTS,
            Permission.SEE_BOARD,
            Permission.SEE_FIGURES,
        }
    ),
    sees_care_data=True,
)
LOG_KEEPER = Role(
    "log_keeper",
    Level.PLATFORM,
    _("Logbeheerder"),
    _("U controleert wie gegevens heeft gezien of gewijzigd. U ziet geen inhoud."),
    frozenset({Permission.SEE_LOG}),
    sees_care_data=True,
)
PRIVACY_OFFICER = Role(
    "privacy_officer",
    Level.PLATFORM,
    _("Functionaris gegevensbescherming"),
    _("U ziet erop toe dat gegevens op tijd verdwijnen en dat vragen van mensen over hun gegevens worden beantwoord."),
    frozenset({Permission.SEE_LOG, Permission.SEE_RETENTION}),
    sees_care_data=True,
)
PLATFORM_ADMINISTRATOR = Role(
    "platform_administrator",
    Level.PLATFORM,
    _("Platformbeheerder"),
    _("U maakt netwerken aan en helpt beheerders. U ziet geen gegevens van mensen die hulp vragen."),
    frozenset({Permission.EDIT_NETWORK, Permission.VET_PARTNERS}),
    sees_care_data=False,
)
ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        ADMINISTRATOR,
        COORDINATOR,
        PROFESSIONAL,
        FIGURES_READER,
        NETWORK_COORDINATOR,
        LOG_KEEPER,
        PRIVACY_OFFICER,
        PLATFORM_ADMINISTRATOR,
    )
}
