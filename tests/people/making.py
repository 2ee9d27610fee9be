"""Persons for tests, each written down on their own behalf."""

from uuid import UUID

from samenspel.lib import ids
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.people.actions import consent as consents
from samenspel.people.actions import persons
from samenspel.people.actions.persons import Details
from samenspel.people.models import Consent, Person
from samenspel.people.rules import AgeBand, ConsentChannel, Purpose


def make_person(*, network: Network, name: str = "Truus de Wit", **rest: object) -> Person:
    """Somebody at the front door of a network, to whom nobody has a key yet."""
    person_id = ids.new_id()
    details = Details(name=name, **({"band": AgeBand.OLDER} | rest))  # type: ignore[arg-type]
    with acting_for(person_id):
        return persons.add(details=details, network=network, by=None, person_id=person_id)


def agree(
    person: Person, *, to: Network | Organisation, purpose: Purpose = Purpose.SHARE, by: UUID | None = None
) -> Consent:
    """The person agrees online, and the receiver may read from now on."""
    given = consents.Given(channel=ConsentChannel.ONLINE, asked_by=by)
    with acting_for(person.pk):
        consent = consents.give(person=person, purpose=purpose, to=to, given=given)
        consents.let_read(consent=consent, by=by)
    return consent
