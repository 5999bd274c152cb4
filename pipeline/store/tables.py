"""The tables of the home as SQLAlchemy sees them; `migrations/` makes them."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

METADATA = MetaData()


def _of_collection() -> Column[str]:
    return Column("collection", ForeignKey("collections.id", ondelete="CASCADE"), nullable=False, index=True)


COLLECTIONS = Table(
    "collections",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("task", Text, nullable=False),
    Column("created", Text, nullable=False),
)
PIECES = Table(
    "pieces",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("code", Text, nullable=False),
    Column("stem", Text, nullable=False),
    Column("content_sha256", Text, nullable=False),
    UniqueConstraint("collection", "code"),
)
PAGES = Table(
    "pages",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("piece", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("source_sha256", Text, nullable=False),
    Column("source_index", Integer, nullable=False),
    Column("fingerprint", Text, nullable=False, default=""),
    Column("reading", Text),
    UniqueConstraint("collection", "piece", "number"),
)
REFUSALS = Table(
    "refusals",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("source_name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("hint", Text, nullable=False),
    UniqueConstraint("collection", "source_name", "reason"),
)
VECTORS = Table(
    "vectors",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("fingerprint", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    UniqueConstraint("collection", "fingerprint", "key"),
)
FINDINGS = Table(
    "findings",
    METADATA,
    Column("collection", ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    Column("inputs_sha256", Text, nullable=False),
    Column("findings", Text, nullable=False),
)
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("kind", Text, nullable=False),
    Column("pattern", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("snapshot", Text),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    sqlite_autoincrement=True,
)
JOBS = Table(
    "jobs",
    METADATA,
    Column("collection", ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    Column("token", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("pid_started", Float, nullable=False),
    Column("state", Text, nullable=False),
    Column("pages_done", Integer, nullable=False),
    Column("pages_total", Integer, nullable=False),
    Column("started", Float, nullable=False),
    Column("heartbeat", Float, nullable=False),
    Column("stop_requested", Integer, nullable=False),
    Column("message", Text, nullable=False),
)
DELETING = Table("deleting", METADATA, Column("collection", String, primary_key=True))
