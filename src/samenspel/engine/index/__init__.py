"""The index: the best ten of very many offers, in the same order as `ranking.rank` gives over all of them."""

from samenspel.engine.index.answers import WITHIN_M, Counts, Found
from samenspel.engine.index.index import Index

__all__ = ["WITHIN_M", "Counts", "Found", "Index"]
