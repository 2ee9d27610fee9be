"""What kinds of organisation there are, and the steps of joining, asking and answering."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """Kinds of organisation that work together in a network (P0.1); values are stored."""

    VOLUNTEER_CARE = "volunteer_care"
    WELFARE = "welfare"
    MUNICIPALITY = "municipality"
    CARE_PROVIDER = "care_provider"
    CITIZEN_INITIATIVE = "citizen_initiative"
    NATIONAL_BODY = "national_body"


class Side(StrEnum):
    """The side of the network a kind stands on; the colour code of the whole product."""

    INFORMAL = "informal"
    FORMAL = "formal"


SIDE_OF: dict[OrganisationKind, Side] = {
    OrganisationKind.VOLUNTEER_CARE: Side.INFORMAL,
    OrganisationKind.WELFARE: Side.INFORMAL,
    OrganisationKind.CITIZEN_INITIATIVE: Side.INFORMAL,
    OrganisationKind.NATIONAL_BODY: Side.INFORMAL,
    OrganisationKind.MUNICIPALITY: Side.FORMAL,
    OrganisationKind.CARE_PROVIDER: Side.FORMAL,
}


class JoinState(StrEnum):
    """Where a request to join stands."""

    REQUESTED = "requested"
    ADMITTED = "admitted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


JOIN_STEPS: dict[JoinState, frozenset[JoinState]] = {
    JoinState.REQUESTED: frozenset({JoinState.ADMITTED, JoinState.REFUSED, JoinState.WITHDRAWN}),
    JoinState.REFUSED: frozenset({JoinState.REQUESTED}),  # undoing a mistake
    JoinState.ADMITTED: frozenset(),
    JoinState.WITHDRAWN: frozenset(),
}


class MessageKind(StrEnum):
    """Why somebody writes: a question, or a talk with an adviser without obligation (P3.10)."""

    QUESTION = "question"
    ADVISER = "adviser"


class MessageState(StrEnum):
    """Where a message stands; it is never closed silently."""

    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"


MESSAGE_STEPS: dict[MessageState, frozenset[MessageState]] = {
    MessageState.NEW: frozenset({MessageState.TAKEN, MessageState.ANSWERED, MessageState.CLOSED}),
    MessageState.TAKEN: frozenset({MessageState.NEW, MessageState.ANSWERED, MessageState.CLOSED}),
    MessageState.ANSWERED: frozenset({MessageState.CLOSED, MessageState.TAKEN}),
    MessageState.CLOSED: frozenset({MessageState.TAKEN}),
}


class PostKind(StrEnum):
    """The board holds what organisations need and what they can offer each other (P3.8)."""

    NEED = "need"
    OFFER = "offer"


class PostTheme(StrEnum):
    """What a need or an offer is about; needs and offers of one theme are shown beside each other."""

    ROOM = "room"
    TRANSPORT = "transport"
    VOLUNTEERS = "volunteers"
    TRAINING = "training"
    KNOWLEDGE = "knowledge"
    MATERIAL = "material"
    PUBLICITY = "publicity"
    MONEY = "money"
    OTHER = "other"
