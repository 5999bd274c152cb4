"""Whose piece is whose comes in, batch by batch, kept for good; what holds now goes out. Undo is one more row."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from pipeline.records.roster import Match, MatchHow
from pipeline.store.decisions import NewDecision, insert_decision
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.tables import PIECE_STUDENTS

_UNDO = "undo"


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """What holds now, by piece; the pieces that were ever matched; and the last batch that was not taken back."""

    current: Mapping[str, Match]
    touched: frozenset[str]
    last: tuple[Match, ...]


def append_matches(home: Home, collection_id: str, matches: Sequence[Match]) -> None:
    """Keep matches as one batch, in place of earlier ones of the same pieces; raises UnknownCollection."""
    append_together(home, collection_id, matches, ())


def append_together(home: Home, collection_id: str, matches: Sequence[Match], decisions: Sequence[NewDecision]) -> None:
    """Keep matches as one batch, and decisions, all of them or none; raises UnknownCollection."""
    batch = secrets.token_hex(6)
    rows = [
        {"piece": match.piece, "student": match.student, "how": match.how.value, "batch": batch, "undoes": ""}
        for match in matches
    ]
    with writing(home.engine) as connection:
        _insert(connection, collection_id, rows)
        for decision in decisions:
            insert_decision(connection, collection_id, decision)


def undo_matches(home: Home, collection_id: str) -> None:
    """Take the last batch back; nothing happens where there is none."""
    last = load_matches(home, collection_id).last
    if last:
        row = {"piece": "", "student": None, "how": _UNDO, "batch": secrets.token_hex(6), "undoes": last[0].batch}
        with writing(home.engine) as connection:
            _insert(connection, collection_id, [row])


def load_matches(home: Home, collection_id: str) -> MatchRecord:
    """Return the collection's matches as they hold now."""
    query = select(PIECE_STUDENTS).where(PIECE_STUDENTS.c.collection == collection_id).order_by(PIECE_STUDENTS.c.id)
    with reading(home.engine) as connection:
        rows = connection.execute(query).all()
    undone = {row.undoes for row in rows}
    made = [row for row in rows if not row.undoes]
    held = [Match(row.piece, row.student, MatchHow(row.how), row.batch) for row in made if row.batch not in undone]
    last = tuple(match for match in held if match.batch == held[-1].batch)
    return MatchRecord({match.piece: match for match in held}, frozenset(row.piece for row in made), last)


def _insert(connection: Connection, collection_id: str, rows: Sequence[Mapping[str, object]]) -> None:
    for row in rows:
        connection.execute(insert(PIECE_STUDENTS).values(collection=collection_id, **row))
