"""Tables of finding."""

from samenspel.finding.models.changes import Change, ChangeKind
from samenspel.finding.models.gaps import Gap

__all__ = ["Change", "ChangeKind", "Gap"]
