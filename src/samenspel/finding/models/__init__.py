"""Tables of finding."""

from samenspel.finding.models.changes import Change, ChangeKind

__all__ = ["Change", "ChangeKind"]
