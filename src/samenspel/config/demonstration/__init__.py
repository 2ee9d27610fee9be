"""The demo network: made by one generator with a seed and a size, and the doors by which its cast comes in."""

from samenspel.config.demonstration.doors import sign_in_addresses
from samenspel.config.demonstration.loading import load_once

__all__ = ["load_once", "sign_in_addresses"]
