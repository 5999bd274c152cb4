"""What couldn't be opened is known by its file's place, so that it can be forgotten once the file opens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_KEPT = "id, collection, source_name, reason, hint"


def upgrade() -> None:
    """Make the table anew, for SQLite can't change what has to be unique; of what is there the place is not known."""
    op.drop_index("ix_refusals_collection", "refusals")
    op.rename_table("refusals", "refusals_before")
    collection = sa.ForeignKey("collections.id", ondelete="CASCADE")
    op.create_table(
        "refusals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("collection", sa.String, collection, nullable=False, index=True),
        sa.Column("source_name", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False, server_default=""),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("hint", sa.Text, nullable=False),
        sa.UniqueConstraint("collection", "source_name", "source", "reason"),
    )
    op.execute(f"INSERT INTO refusals ({_KEPT}) SELECT {_KEPT} FROM refusals_before")  # noqa: S608 our own columns
    op.drop_table("refusals_before")
