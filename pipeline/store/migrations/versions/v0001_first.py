"""The first version: collections, pieces, pages, vectors, findings, decisions, jobs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_GUARD = """
CREATE TRIGGER decisions_no_{verb} BEFORE {upper} ON decisions
WHEN NOT EXISTS (SELECT 1 FROM deleting WHERE collection = OLD.collection)
BEGIN SELECT RAISE(ABORT, 'decisions are kept for good'); END
"""


def _make_of_collection(name: str, *columns: sa.schema.SchemaItem, sqlite_autoincrement: bool = False) -> None:
    collection = sa.Column(
        "collection", sa.String, sa.ForeignKey("collections.id", ondelete="CASCADE"), nullable=False, index=True
    )
    number = sa.Column("id", sa.Integer, primary_key=True)
    op.create_table(name, number, collection, *columns, sqlite_autoincrement=sqlite_autoincrement)


def _make_once_a_collection(name: str, *columns: sa.schema.SchemaItem) -> None:
    key = sa.Column("collection", sa.String, sa.ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True)
    op.create_table(name, key, *columns)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def upgrade() -> None:
    """Make all tables, and the guard that keeps decisions for good."""
    op.create_table(
        "collections",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        _text("task"),
        _text("created"),
    )
    _make_work()
    _make_findings()
    op.create_table("deleting", sa.Column("collection", sa.String, primary_key=True))
    for verb in ("update", "delete"):
        op.execute(_GUARD.format(verb=verb, upper=verb.upper()))


def _make_work() -> None:
    _make_of_collection(
        "pieces", _text("code"), _text("stem"), _text("content_sha256"), sa.UniqueConstraint("collection", "code")
    )
    _make_of_collection(
        "pages",
        _text("piece"),
        _whole("number"),
        _text("source"),
        _text("source_sha256"),
        _whole("source_index"),
        _text("fingerprint"),
        sa.Column("reading", sa.Text),
        sa.UniqueConstraint("collection", "piece", "number"),
    )
    _make_of_collection(
        "refusals",
        _text("source_name"),
        _text("reason"),
        _text("hint"),
        sa.UniqueConstraint("collection", "source_name", "reason"),
    )


def _make_findings() -> None:
    _make_of_collection(
        "vectors",
        _text("fingerprint"),
        _text("key"),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("collection", "fingerprint", "key"),
    )
    _make_once_a_collection("findings", _text("inputs_sha256"), _text("findings"))
    _make_of_collection(
        "decisions",
        *(_text(name) for name in ("kind", "pattern", "value", "who", "at")),
        sa.Column("snapshot", sa.Text),
        sqlite_autoincrement=True,  # an id is never given twice, also after a delete
    )
    _make_once_a_collection(
        "jobs",
        *(_text(name) for name in ("token", "state", "message")),
        *(_whole(name) for name in ("pid", "pages_done", "pages_total", "stop_requested")),
        *(sa.Column(name, sa.Float, nullable=False) for name in ("pid_started", "started", "heartbeat")),
    )
