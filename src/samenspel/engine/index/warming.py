"""Compiling everything before somebody waits for it: what was compiled is kept for the processes that come later."""

from samenspel.engine import questions
from samenspel.engine.index.index import Index
from samenspel.engine.offers import OfferFacts

ENOUGH_TO_CUT_LEAVES = 150
SOMEWHERE = (155_000.0, 463_000.0)


def warm() -> None:
    """Build, find, count, add and take out once with offers that do not exist."""
    one = OfferFacts(name="Samen wandelen", kinds=("walking",), point=SOMEWHERE)
    index = Index.build([(bytes(16), one)])
    for number in range(ENOUGH_TO_CUT_LEAVES):
        index.put(number.to_bytes(16, "big"), one)
    question = questions.ask("wandelen", point=SOMEWHERE, limits=questions.Limits(served=(1,), within_m=2_000.0))
    index.find(question)
    index.count(question)
    index.drop(bytes(16))
