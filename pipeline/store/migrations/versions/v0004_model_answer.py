"""A class set may have a model answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the model answer's text, empty where there is none."""
    op.add_column("collections", sa.Column("model_answer", sa.Text, nullable=False, server_default=""))
