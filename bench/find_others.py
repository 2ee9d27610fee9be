"""Other engines on the same offers: text with a geographic filter, a thousand offers to be put in order afterwards.

Each answers with the rows of its best `MOST`; putting those in our order is not counted in its time. They get what our
engine has: the kinds of an offer stand as words in its text, and the kinds guessed from a question in the question.
The filter lets through what lies in a box around the asker, and help by phone or online.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from samenspel.config import database
from samenspel.engine import kinds, stopwords, taxonomy
from samenspel.engine.offers import OfferFacts
from samenspel.engine.questions import Question

ROOT = Path(__file__).resolve().parents[1]
MOST, BOX_M = 1_000, 15_000
NOWHERE = (-1_000_000.0, -1_000_000.0)
MOST_WORDS = 20
Ask = Callable[[Sequence[str], tuple[float, float]], list[int]]


def words(text: str, question: Question) -> list[str]:
    """The telling words of a question, and its likeliest kinds as words."""
    found = dict.fromkeys(re.findall(r"[a-z]+", text.lower()))
    likely = np.argsort(-question.kinds, kind="stable")[: kinds.SHOWN]
    told = [word for word in found if word not in stopwords.STOP][:MOST_WORDS] or ["hulp"]
    return told + [_kind_word(int(kind)) for kind in likely if question.kinds[kind]]


def _kind_word(kind: int) -> str:
    """A kind as a word that no text has and no stemmer changes."""
    return f"xq{kind}"


def _body(one: OfferFacts) -> str:
    known = taxonomy.standard()
    return " ".join((one.name, one.description, *(_kind_word(known.place(kind)) for kind in one.kinds)))


def box(point: tuple[float, float]) -> tuple[int, int, int, int]:
    """West, east, south and north of the filter."""
    east, north = int(point[0]), int(point[1])
    return east - BOX_M, east + BOX_M, north - BOX_M, north + BOX_M


def _rows(facts: Sequence[OfferFacts]) -> Iterator[tuple[int, str, int, int, int]]:
    for number, one in enumerate(facts):
        point = one.point or NOWHERE
        yield number, _body(one), int(point[0]), int(point[1]), int(one.remote)


@contextmanager
def with_tantivy(facts: Sequence[OfferFacts]) -> Iterator[Ask]:
    """An index of tantivy in memory, Dutch stems, one segment."""
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("number", fast=True, stored=True)
    schema.add_text_field("body", tokenizer_name="nl_stem")
    for field in ("x", "y", "remote"):
        schema.add_integer_field(field, fast=True, indexed=True)
    built = schema.build()
    index = tantivy.Index(built)
    steps = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    index.register_tokenizer("nl_stem", steps.filter(tantivy.Filter.stemmer("dutch")).build())
    writer = index.writer(heap_size=500_000_000, num_threads=1)
    for number, body, x, y, remote in _rows(facts):
        writer.add_document(tantivy.Document(number=number, body=body, x=x, y=y, remote=remote))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(said: Sequence[str], point: tuple[float, float]) -> list[int]:
        west, east, south, north = box(point)
        kind, must, either = tantivy.FieldType.Integer, tantivy.Occur.Must, tantivy.Occur.Should
        within = [(must, tantivy.Query.range_query(built, "x", kind, west, east))]
        within += [(must, tantivy.Query.range_query(built, "y", kind, south, north))]
        remote = tantivy.Query.term_query(built, "remote", 1)
        near = tantivy.Query.boolean_query([(either, tantivy.Query.boolean_query(within)), (either, remote)])
        # The filter may not add to the score.
        parts = [(must, index.parse_query(" ".join(said), ["body"])), (must, tantivy.Query.const_score_query(near, 0))]
        hits = searcher.search(tantivy.Query.boolean_query(parts), MOST, count=False).hits
        found: list[Any] = searcher.fast_field_values("number", [address for _, address in hits])
        return found

    yield ask


@contextmanager
def with_sqlite(facts: Sequence[OfferFacts]) -> Iterator[Ask]:
    """SQLite FTS5 in memory with its own ranking, the place in a table beside it."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE body USING fts5(text, content='')")
    connection.execute("CREATE TABLE place (number INTEGER PRIMARY KEY, x INTEGER, y INTEGER, remote INTEGER)")
    connection.executemany("INSERT INTO body (rowid, text) VALUES (?, ?)", (row[:2] for row in _rows(facts)))
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", ((row[0], *row[2:]) for row in _rows(facts)))
    connection.execute("INSERT INTO body (body) VALUES ('optimize')")
    query = (
        "SELECT number FROM body JOIN place ON number = body.rowid WHERE body MATCH ?"
        f" AND (remote OR x BETWEEN ? AND ? AND y BETWEEN ? AND ?) ORDER BY bm25(body) LIMIT {MOST}"
    )

    def ask(said: Sequence[str], point: tuple[float, float]) -> list[int]:
        return [row[0] for row in connection.execute(query, (" OR ".join(said), *box(point)))]

    yield ask
    connection.close()


@contextmanager
def with_postgres(facts: Sequence[OfferFacts]) -> Iterator[Ask]:
    """PostgreSQL full text in Dutch, ordered by text and distance together."""
    postgres = database.start_embedded(ROOT / "var" / "bench-find-postgres", for_tests=True)
    name = f"bench_{os.getpid()}"
    postgres.create_database(name)
    try:
        with postgres.superuser(name) as connection:
            yield _postgres(connection, facts)
    finally:
        postgres.drop_database(name)
        postgres.stop()


def _postgres(connection: Any, facts: Sequence[OfferFacts]) -> Ask:
    connection.execute("SET max_parallel_workers_per_gather = 0")
    connection.execute("CREATE TABLE offer (number int PRIMARY KEY, x int, y int, remote bool, body tsvector)")
    connection.execute("CREATE TEMP TABLE raw (number int, body text, x int, y int, remote int)")
    with connection.cursor().copy("COPY raw FROM STDIN") as copy:
        for row in _rows(facts):
            copy.write_row(row)
    connection.execute("INSERT INTO offer SELECT number, x, y, remote = 1, to_tsvector('dutch', body) FROM raw")
    connection.execute("CREATE INDEX ON offer USING gin (body)")
    connection.execute("VACUUM ANALYZE offer")
    query = (
        "SELECT number FROM offer, to_tsquery('dutch', %s) asked WHERE body @@ asked"
        " AND (remote OR x BETWEEN %s AND %s AND y BETWEEN %s AND %s)"
        " ORDER BY 1.2 * ts_rank(body, asked) + 1.2 * 3000"
        " / (3000 + CASE WHEN remote THEN 0 ELSE sqrt((x - %s::float) ^ 2 + (y - %s::float) ^ 2) END) DESC"
        f" LIMIT {MOST}"
    )

    def ask(said: Sequence[str], point: tuple[float, float]) -> list[int]:
        return [row[0] for row in connection.execute(query, (" | ".join(said), *box(point), *point))]

    return ask


OTHERS = {"tantivy": with_tantivy, "SQLite FTS5": with_sqlite, "PostgreSQL": with_postgres}
AIMS = {"tantivy": 8, "SQLite FTS5": 60, "PostgreSQL": 100}
APART = {"PostgreSQL"}
"""Those that work in processes of their own."""
