"""The tables of the home as SQLAlchemy sees them; `migrations/` makes them."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

METADATA = MetaData()


def _of_collection() -> Column[str]:
    return Column("collection", ForeignKey("collections.id", ondelete="CASCADE"), nullable=False, index=True)


def _of_class() -> Column[str]:
    return Column("class", ForeignKey("classes.id", ondelete="CASCADE"), nullable=False, index=True)


COLLECTIONS = Table(
    "collections",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("task", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("engine", Text, nullable=False, server_default=""),
    Column("model_answer", Text, nullable=False, server_default=""),
)
PIECES = Table(
    "pieces",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("code", Text, nullable=False),
    Column("stem", Text, nullable=False),
    Column("content_sha256", Text, nullable=False),
    Column("label", Text, nullable=False, default=""),
    Column("joined_after", Integer, nullable=False, default=0),
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
    Column("source_region", Text, nullable=False, default=""),
    Column("fingerprint", Text, nullable=False, default=""),
    Column("reading", Text),
    UniqueConstraint("collection", "piece", "number"),
)
PICTURE_READINGS = Table(
    "picture_readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("picture", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("reading", Text, nullable=False),
    UniqueConstraint("collection", "picture"),
)
REFUSALS = Table(
    "refusals",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("source_name", Text, nullable=False),
    Column("source", Text, nullable=False, default=""),
    Column("reason", Text, nullable=False),
    Column("hint", Text, nullable=False),
    UniqueConstraint("collection", "source_name", "source", "reason"),
)
CUTS = Table(
    "cuts",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("stack_sha256", Text, nullable=False),
    Column("cut", Text, nullable=False),
    UniqueConstraint("collection", "stack_sha256"),
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
CLASSES = Table(
    "classes",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)
CLASS_SETS = Table(
    "class_sets",
    METADATA,
    Column("collection", ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    _of_class(),
)
STUDENTS = Table(
    "students",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_class(),
    Column("code", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("is_listed", Integer, nullable=False),
    UniqueConstraint("class", "code"),
    sqlite_autoincrement=True,
)
NAMES = Table(
    "names",
    METADATA,
    Column("student", ForeignKey("students.id", ondelete="CASCADE"), primary_key=True),
    Column("given", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("ids", Text, nullable=False),
)
PIECE_STUDENTS = Table(
    "piece_students",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_collection(),
    Column("piece", Text, nullable=False),
    Column("student", ForeignKey("students.id", ondelete="CASCADE"), index=True),
    Column("how", Text, nullable=False),
    Column("batch", Text, nullable=False),
    Column("undoes", Text, nullable=False),
    sqlite_autoincrement=True,
)
DELETING_CLASSES = Table("deleting_classes", METADATA, Column("class", String, primary_key=True))
