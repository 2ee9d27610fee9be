"""What the log says to people: events as Dutch sentences, ids as names.

The log is below the contexts that it tells about, so those tell it their words when the product starts
(`AppConfig.ready`). An event without words shows as its code; an id without a name shows as its first eight digits.
"""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.models import User, display_name
from samenspel.accounts.roles import ROLES
from samenspel.audit.rules import Action, Outcome

Names = Callable[[Collection[UUID]], Mapping[UUID, str]]

ACTION_TEXTS: dict[str, Promise] = {
    Action.CREATE.value: _("Toegevoegd"),
    Action.READ.value: _("Bekeken"),
    Action.UPDATE.value: _("Gewijzigd"),
    Action.DELETE.value: _("Verwijderd"),
    Action.EXECUTE.value: _("Uitgevoerd"),
}
OUTCOME_TEXTS: dict[str, Promise] = {
    Outcome.SUCCESS.value: _("Gelukt"),
    Outcome.REFUSED.value: _("Geweigerd"),
    Outcome.FAILED.value: _("Mislukt"),
}
EVENT_TEXTS: dict[str, str | Promise] = {
    "accounts.session.started": _("Ingelogd"),
    "accounts.session.refused": _("Inloggen is niet gelukt"),
    "accounts.session.ended": _("Uitgelogd"),
    "accounts.account.opened": _("Een account gemaakt"),
    "accounts.second-factor.added": _("Een tweede stap toegevoegd"),
    "accounts.second-factor.removed": _("Een tweede stap weggehaald"),
    "accounts.recovery-codes.made": _("Nieuwe reservecodes gemaakt"),
    "accounts.password.changed": _("Het wachtwoord gewijzigd"),
    "accounts.address.changed": _("Het e-mailadres gewijzigd"),
    "accounts.profile.changed": _("Naam of taal gewijzigd"),
    "accounts.organisation-sign-in.changed": _("De koppeling met een organisatie gewijzigd"),
    "audit.log.viewed": _("Het logboek bekeken"),
    "audit.log.exported": _("Het logboek als bestand opgehaald"),
    "audit.page.refused": _("Een pagina geweigerd"),
    "audit.page.failed": _("Er ging iets mis op een pagina"),
}
KIND_TEXTS: dict[str, str | Promise] = {"accounts.user": _("Account")}
_name_givers: dict[str, Names] = {}


def tell_events(texts: Mapping[str, str | Promise]) -> None:
    """A context says in words what its events mean."""
    EVENT_TEXTS.update(texts)


def tell_kinds(texts: Mapping[str, str | Promise]) -> None:
    """A context says what its things are called, by the name of their model such as `networks.partner`."""
    KIND_TEXTS.update(texts)


def tell_names(kind: str, names: Names) -> None:
    """A context says how ids of one kind (`organisation`, `network`) get their names."""
    _name_givers[kind] = names


def names_of(kind: str, ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Names of these ids, in at most one question to the database; what has no name is not in the answer."""
    giver = _name_givers.get(kind)
    return giver(ids) if giver and ids else {}


def event_text(event: str) -> str:
    """The event in words."""
    return str(EVENT_TEXTS.get(event, event))


def kind_text(kind: str) -> str:
    """What a line is about, in words; of a refused page this is the name of the page in the code."""
    return str(KIND_TEXTS.get(kind, kind))


def role_text(code: str) -> str:
    """The role in words; a role that no longer exists shows as its code."""
    role = ROLES.get(code)
    return str(role.name) if role else code


def _names_of_users(ids: Collection[UUID]) -> Mapping[UUID, str]:
    return {user.pk: display_name(user) for user in User.objects.filter(pk__in=ids)}


tell_names("user", _names_of_users)
