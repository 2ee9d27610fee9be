"""Tables of finding."""

from samenspel.finding.models.changes import Change, ChangeKind
from samenspel.finding.models.gaps import Gap
from samenspel.finding.models.selections import SavedSearch

__all__ = ["Change", "ChangeKind", "Gap", "SavedSearch"]
