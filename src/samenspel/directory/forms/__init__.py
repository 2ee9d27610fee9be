"""What organisations fill in about their offers."""

from samenspel.directory.forms.describing import DescribeForm
from samenspel.directory.forms.room import RoomForm

__all__ = ["DescribeForm", "RoomForm"]
