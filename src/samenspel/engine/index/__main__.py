"""`python -m samenspel.engine.index`: compile the index now, so that the first search after an update need not wait."""

from samenspel.engine.index.warming import warm

if __name__ == "__main__":
    warm()
