"""A home written by an earlier version keeps what was said in it."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from pipeline.records.work import Refusal
from pipeline.store import migrations
from pipeline.store.collections import create_collection
from pipeline.store.engine import writing
from pipeline.store.home import DATABASE, open_home
from pipeline.store.refusals import list_refusals
from pipeline.store.sections import load_said_sections, say_sections


def test_sections_of_an_earlier_home_become_decisions(tmp_path: Path) -> None:
    """They stood in a table of their own; said again by hand, they count on."""
    home = open_home(tmp_path / "home")
    collection = create_collection(home, "Mirrors", "").id
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with writing(home.engine) as connection:
        columns = [
            sa.Column("id", sa.Integer),
            *(sa.Column(name, sa.Text) for name in ("collection", "piece", "section")),
        ]
        table = sa.Table("piece_sections", sa.MetaData(), *columns)
        table.create(connection)
        connection.execute(table.insert().values(id=1, collection=collection, piece="A11", section="Period 1"))
        config.attributes["connection"] = connection
        command.stamp(config, "0007")
    home = open_home(tmp_path / "home")
    assert load_said_sections(home, collection) == {"A11": "Period 1"}
    say_sections(home, collection, {"A11": "Period 2"})
    assert load_said_sections(home, collection) == {"A11": "Period 2"}


def test_what_an_earlier_home_could_not_open_is_said_on(tmp_path: Path) -> None:
    """Where the file lay was not kept then."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with sa.create_engine(f"sqlite:///{tmp_path / DATABASE}").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0008")
        connection.execute(
            sa.text("INSERT INTO collections VALUES ('a1', 'Mirrors', '', '2026-11-23T10:00:00', '', '')")
        )
        connection.execute(sa.text("INSERT INTO refusals VALUES (1, 'a1', 'ann.pdf', 'It is empty.', 'Scan it.')"))
    assert list_refusals(open_home(tmp_path), "a1") == (Refusal("ann.pdf", "It is empty.", "Scan it."),)
