"""Stacks that were cut: the cuts, the slip a page is, and the code of the separator sheet before a piece."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of cuts, and a column each to pieces and pages that is empty for what is there."""
    op.create_table(
        "cuts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "collection", sa.String, sa.ForeignKey("collections.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("stack_sha256", sa.Text, nullable=False),
        sa.Column("cut", sa.Text, nullable=False),
        sa.UniqueConstraint("collection", "stack_sha256"),
    )
    op.add_column("pieces", sa.Column("label", sa.Text, nullable=False, server_default=""))
    op.add_column("pages", sa.Column("source_region", sa.Text, nullable=False, server_default=""))
