"""Networks and everything that belongs to them."""

from samenspel.networks.models.board import BoardPost, BoardReply
from samenspel.networks.models.joining import Invitation, JoinRequest
from samenspel.networks.models.message import Answer, Message
from samenspel.networks.models.network import Network, Organisation, Partner
from samenspel.networks.models.role import RoleGrant
from samenspel.networks.models.selfscan import SelfScan

__all__ = [
    "Answer",
    "BoardPost",
    "BoardReply",
    "Invitation",
    "JoinRequest",
    "Message",
    "Network",
    "Organisation",
    "Partner",
    "RoleGrant",
    "SelfScan",
]
