"""Pages that get a better picture are read by picture, and a piece knows which decisions were there before it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the readings of pictures, and when a piece joined: those that are there joined before any decision."""
    op.add_column("pieces", sa.Column("joined_after", sa.Integer, nullable=False, server_default="0"))
    collection = sa.ForeignKey("collections.id", ondelete="CASCADE")
    op.create_table(
        "picture_readings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("collection", sa.String, collection, nullable=False, index=True),
        sa.Column("picture", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.UniqueConstraint("collection", "picture"),
    )
