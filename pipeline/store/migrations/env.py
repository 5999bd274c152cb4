"""Alembic's entry: the connection comes in by `config.attributes`, since a path with % would break a URL."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
