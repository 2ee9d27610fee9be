"""Tables about people: who they are, what they agreed to, their own page, and what they are to be told."""

from samenspel.people.models.ownpage import NEWS_TEXTS, OwnPage, Telling
from samenspel.people.models.persons import (
    AGE_TEXTS,
    CHANNEL_TEXTS,
    GIVER_TEXTS,
    RELATION_TEXTS,
    TOLD_TEXTS,
    Bond,
    Consent,
    Person,
    Reading,
    read_by_scope,
)

__all__ = [
    "AGE_TEXTS",
    "CHANNEL_TEXTS",
    "GIVER_TEXTS",
    "NEWS_TEXTS",
    "RELATION_TEXTS",
    "TOLD_TEXTS",
    "Bond",
    "Consent",
    "OwnPage",
    "Person",
    "Reading",
    "Telling",
    "read_by_scope",
]
