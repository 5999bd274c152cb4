"""A stack that was read and its new pieces come in; they are kept with all that was read, and the old ones put away.

Nothing is removed: pieces that make room keep their pages, so that one more decision brings them back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from pipeline.decide import write_recut
from pipeline.errors import InputError
from pipeline.records.decisions import DecisionKind
from pipeline.records.stack import MovedPage, Recut, Stack, StackCut
from pipeline.records.work import PlannedPiece
from pipeline.store.away import list_away
from pipeline.store.decisions import NewDecision, insert_decision
from pipeline.store.engine import reading, writing
from pipeline.store.files import name_failure
from pipeline.store.home import Home
from pipeline.store.names import read_path
from pipeline.store.pages import find_image
from pipeline.store.pieces import hash_content, insert_pieces
from pipeline.store.tables import PAGES, PIECES

_Page = Row[Any]


def keep_recut(home: Home, collection_id: str, stack: Stack, cut: StackCut, pieces: Sequence[PlannedPiece]) -> Recut:
    """Put the pieces of `cut` in place of those that the stack's pages are in, and return what changed.

    A page's reading and picture go with it. Raises InputError where nothing would change or where a piece holds pages
    of other files too, and DiskFull or HomeError; all of it happens or nothing.
    """
    away = list_away(home, collection_id)
    with writing(home.engine) as connection:
        before = [row for row in _list_pages(connection, collection_id) if row.piece not in away]
        there = {row.piece for row in before}
        codes = insert_pieces(connection, collection_id, _name_as_before(connection, collection_id, pieces))
        gone = sorted(_list_stack_pieces(before, stack) - set(codes))
        came = [code for code in codes if code not in there]
        if not gone and not came:
            raise InputError("The stack is cut that way already.", "Change the cut, or go back.")
        old = {_name_page(row): row for row in before}
        new = [row for row in _list_pages(connection, collection_id) if row.piece in set(came)]
        moved = [MovedPage(r.piece, r.number, o.piece, o.number) for r in new if (o := old.get(_name_page(r)))]
        _carry_readings(home, connection, collection_id, new, old)
        recut = Recut(stack.sha256, cut, tuple(gone), tuple(came), tuple(moved))
        insert_decision(connection, collection_id, NewDecision(DecisionKind.CUT_ANEW, value=write_recut(recut)))
    return recut


def has_pages_of(home: Home, collection_id: str, stack: Stack) -> bool:
    """Whether pages of this stack are in the collection."""
    sides = {(side.source_sha256, side.index) for side in stack.sides}
    with reading(home.engine) as connection:
        rows = _list_pages(connection, collection_id)
    return any((row.source_sha256, row.source_index) in sides for row in rows)


def list_long_sources(home: Home, collection_id: str, fewest_pages: int) -> tuple[Path, ...]:
    """Return the files of which at least so many pages are in the collection, in the order of their paths."""
    count = func.count(PAGES.c.id) >= fewest_pages
    query = select(PAGES.c.source).where(PAGES.c.collection == collection_id).group_by(PAGES.c.source).having(count)
    with reading(home.engine) as connection:
        return tuple(sorted(read_path(row.source) for row in connection.execute(query)))


def _list_pages(connection: Connection, collection_id: str) -> Sequence[_Page]:
    query = select(PAGES).where(PAGES.c.collection == collection_id).order_by(PAGES.c.piece, PAGES.c.number)
    return connection.execute(query).all()


def _name_as_before(
    connection: Connection, collection_id: str, pieces: Sequence[PlannedPiece]
) -> tuple[PlannedPiece, ...]:
    """Return the pieces, those of the same pages as one that is there named as that one: they are it."""
    rows = connection.execute(select(PIECES).where(PIECES.c.collection == collection_id))
    stems = {row.content_sha256: row.stem for row in rows}
    return tuple(replace(piece, stem=stems.get(hash_content(piece), piece.stem)) for piece in pieces)


def _list_stack_pieces(pages: Sequence[_Page], stack: Stack) -> set[str]:
    sides = {(side.source_sha256, side.index) for side in stack.sides}
    inside = {row.piece for row in pages if (row.source_sha256, row.source_index) in sides}
    outside = {row.piece for row in pages if (row.source_sha256, row.source_index) not in sides}
    if inside & outside:
        raise InputError(
            "A piece holds pages of this stack and of another file.", "Such a stack can only be cut in a new class set."
        )
    return inside


def _name_page(row: _Page) -> tuple[str, int, str]:
    return row.source_sha256, row.source_index, row.source_region


def _carry_readings(
    home: Home,
    connection: Connection,
    collection_id: str,
    new: Sequence[_Page],
    old: Mapping[tuple[str, int, str], _Page],
) -> None:
    for row in new:
        was = old.get(_name_page(row))
        if was is None or not was.fingerprint:
            continue
        kept = {"fingerprint": was.fingerprint, "reading": was.reading}
        connection.execute(update(PAGES).where(PAGES.c.id == row.id).values(**kept))
        _share_file(
            find_image(home, collection_id, was.piece, was.number),
            find_image(home, collection_id, row.piece, row.number),
        )


def _share_file(old: Path, new: Path) -> None:
    """Give a picture a second name; where the disk knows no links it is copied."""
    if not old.is_file() or new.exists():
        return
    with suppress(OSError):
        os.link(old, new)
        return
    try:
        shutil.copyfile(old, new)
    except OSError as error:
        raise name_failure(error, "A page image can't be kept in the home.") from error
