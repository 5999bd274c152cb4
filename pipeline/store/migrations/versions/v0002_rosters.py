"""The second version: classes, their students, the one table of names, whose piece is whose, and sections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of classes; what a collection has of them goes with it."""
    op.create_table("classes", sa.Column("id", sa.String, primary_key=True), _text("name", unique=True))
    op.create_table(
        "class_sets",
        sa.Column("collection", sa.String, sa.ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
        _of("class", "classes.id"),
    )
    _make_students()
    _make_pieces()
    op.create_table("deleting_classes", sa.Column("class", sa.String, primary_key=True))


def _make_students() -> None:
    op.create_table(
        "students",
        sa.Column("id", sa.Integer, primary_key=True),
        _of("class", "classes.id"),
        _text("code"),
        _text("section"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("is_listed", sa.Integer, nullable=False),
        sa.UniqueConstraint("class", "code"),
        sqlite_autoincrement=True,
    )
    student = sa.Column("student", sa.Integer, sa.ForeignKey("students.id", ondelete="CASCADE"), primary_key=True)
    op.create_table("names", student, _text("given"), _text("family"), _text("ids"))


def _make_pieces() -> None:
    op.create_table(
        "piece_students",
        sa.Column("id", sa.Integer, primary_key=True),
        _of("collection", "collections.id"),
        _text("piece"),
        sa.Column("student", sa.Integer, sa.ForeignKey("students.id", ondelete="CASCADE"), index=True),
        _text("how"),
        _text("batch"),
        _text("undoes"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "piece_sections",
        sa.Column("id", sa.Integer, primary_key=True),
        _of("collection", "collections.id"),
        _text("piece"),
        _text("section"),
        sa.UniqueConstraint("collection", "piece"),
    )


def _of(name: str, key: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(key, ondelete="CASCADE"), nullable=False, index=True)


def _text(name: str, *, unique: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, unique=unique)
