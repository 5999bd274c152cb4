"""Sections said by hand become decisions, so that they can be taken back like any other."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Write what was said of each class set as one decision, and drop the table it stood in."""
    connection = op.get_bind()
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(sa.text("SELECT collection, piece, section FROM piece_sections ORDER BY id")):
        said[row.collection][row.piece] = row.section
    statement = sa.text(
        "INSERT INTO decisions (collection, kind, pattern, value, who, at)"
        " VALUES (:collection, 'say_section', '', :value, 'teacher', :at)"
    )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for collection, sections in said.items():
        value = json.dumps(sections, ensure_ascii=False)
        connection.execute(statement, {"collection": collection, "value": value, "at": at})
    op.drop_table("piece_sections")
