"""A class set knows what its pages are read with: "" for what the settings say, "none" where its teacher reads them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let every class set there is be read as the settings say."""
    op.add_column("collections", sa.Column("engine", sa.Text, nullable=False, server_default=""))
