"""An engine comes in; its database is at our newest version afterwards."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from pipeline.errors import HomeTooNew
from pipeline.store.engine import reading, writing


def migrate(engine: Engine) -> None:
    """Bring the database up to date; raises HomeTooNew where a newer Patternwork has written it."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with reading(engine) as connection:
        version = _find_version(connection)
    if version == scripts.get_current_head():
        return
    if version is not None and version not in {script.revision for script in scripts.walk_revisions()}:
        raise HomeTooNew("This home was written by a newer Patternwork.")
    with writing(engine) as connection:
        # Another process may have migrated while we waited for the lock: Alembic then finds nothing to do.
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _find_version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
