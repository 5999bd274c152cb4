"""Decisions come in and are kept for good; they go out in the order in which they were made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, insert, select

from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.patterns import Candidate
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.tables import DECISIONS

_CANDIDATE = TypeAdapter(Candidate)


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision about to be kept; see `records.decisions.Decision` for its fields."""

    kind: DecisionKind
    pattern: str = ""
    value: str = ""
    snapshot: Candidate | None = None
    who: str = "teacher"


def append_decision(home: Home, collection_id: str, new: NewDecision) -> Decision:
    """Keep a decision and return it with its id and time."""
    with writing(home.engine) as connection:
        return insert_decision(connection, collection_id, new)


def insert_decision(connection: Connection, collection_id: str, new: NewDecision) -> Decision:
    """Keep a decision in a transaction of the caller's, with what has to stand or fall with it."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    row = {
        "collection": collection_id,
        "kind": new.kind.value,
        "pattern": new.pattern,
        "value": new.value,
        "snapshot": _CANDIDATE.dump_json(new.snapshot).decode() if new.snapshot else None,
        "who": new.who,
        "at": at,
    }
    number = connection.execute(insert(DECISIONS).values(**row)).inserted_primary_key
    return Decision(
        int(number[0]) if number else 0, collection_id, new.kind, new.pattern, new.value, new.snapshot, new.who, at
    )


def list_decisions(home: Home, collection_id: str, kinds: Collection[DecisionKind] = ()) -> tuple[Decision, ...]:
    """Return a collection's decisions, the first first; where `kinds` are given, those and every undo."""
    query = select(DECISIONS).where(DECISIONS.c.collection == collection_id).order_by(DECISIONS.c.id)
    if kinds:
        query = query.where(DECISIONS.c.kind.in_([*(kind.value for kind in kinds), DecisionKind.UNDO.value]))
    with reading(home.engine) as connection:
        return tuple(_to_record(row) for row in connection.execute(query))


def _to_record(row: Row[tuple[object, ...]]) -> Decision:
    snapshot = _CANDIDATE.validate_json(row.snapshot) if row.snapshot else None
    return Decision(row.id, row.collection, DecisionKind(row.kind), row.pattern, row.value, snapshot, row.who, row.at)
