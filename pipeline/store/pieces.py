"""An intake plan comes in; its new pieces get codes and are kept. Names stay in one column, here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from pipeline.records.work import IntakePlan, Piece, PlannedPiece, SourcePage
from pipeline.store.away import list_away
from pipeline.store.codes import choose_code
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.names import write_name, write_path, write_region
from pipeline.store.refusals import forget_given_again, forget_opened, forget_removed, move_refusals
from pipeline.store.tables import DECISIONS, PAGES, PIECES


def add_pieces(home: Home, collection_id: str, plan: IntakePlan) -> tuple[str, ...]:
    """Keep the plan's pieces and return the codes of the new ones, in the plan's order.

    A piece with the page hashes and the stem of one that is there is that one: its source's place is refreshed, and
    pages of it that couldn't be read wait to be read again.
    """
    with writing(home.engine) as connection:
        sources = [source for piece in plan.pieces for source in piece.sources]
        for source in sources:
            forget_opened(connection, collection_id, source)
        forget_removed(connection, collection_id, {source.parent for source in sources})
        given = {*sources, *(refusal.source for refusal in plan.refusals if refusal.source)}
        forget_given_again(connection, collection_id, home.name_uploads(collection_id), given)
        before = set(_list_known(connection, collection_id).values())
        codes = insert_pieces(connection, collection_id, plan.pieces)
    return tuple(code for code in codes if code not in before)


def insert_pieces(connection: Connection, collection_id: str, pieces: Sequence[PlannedPiece]) -> tuple[str, ...]:
    """Keep the pieces that are not there yet, in a transaction of the caller's, and return the codes of all in order.

    Pages of those that are there get their source's place as it is now.
    """
    known = _list_known(connection, collection_id)
    taken = set(known.values())
    codes: dict[str, str] = {}
    for content, piece in sorted(((hash_content(piece), piece) for piece in pieces), key=_by_content):
        code = known.get((content, write_name(piece.stem)))
        if code is None:
            code = choose_code(content, taken)
            taken.add(code)
            _insert_piece(connection, collection_id, code, content, piece)
        else:
            _refresh_sources(connection, collection_id, code, piece)
        codes[piece.stem] = code
    return tuple(codes[piece.stem] for piece in pieces)


def find_codes(home: Home, collection_id: str, plan: IntakePlan) -> frozenset[str]:
    """Return the codes of the plan's pieces that are in the collection."""
    with reading(home.engine) as connection:
        known = _list_known(connection, collection_id)
    kept = ((hash_content(piece), write_name(piece.stem)) for piece in plan.pieces)
    return frozenset(known[one] for one in kept if one in known)


def list_unknown(home: Home, collection_id: str, plan: IntakePlan) -> tuple[PlannedPiece, ...]:
    """Return the plan's pieces that are not in the collection yet, in the plan's order."""
    with reading(home.engine) as connection:
        known = _list_known(connection, collection_id)
    return tuple(piece for piece in plan.pieces if (hash_content(piece), write_name(piece.stem)) not in known)


def list_pieces(home: Home, collection_id: str) -> tuple[Piece, ...]:
    """Return the collection's pieces in the order of their codes."""
    query = (
        select(PIECES.c.code, func.count(PAGES.c.id))
        .outerjoin(PAGES, (PAGES.c.collection == PIECES.c.collection) & (PAGES.c.piece == PIECES.c.code))
        .where(_counts(home, collection_id))
        .group_by(PIECES.c.code)
        .order_by(PIECES.c.code)
    )
    with reading(home.engine) as connection:
        return tuple(Piece(code, pages) for code, pages in connection.execute(query))


def list_stems(home: Home, collection_id: str) -> dict[str, str]:
    """Return each piece's stem by its code, who joined first first: file names, for this machine's eyes only."""
    query = select(PIECES.c.code, PIECES.c.stem).where(_counts(home, collection_id)).order_by(PIECES.c.id)
    with reading(home.engine) as connection:
        return {row.code: row.stem for row in connection.execute(query)}


def list_labels(home: Home, collection_id: str) -> dict[str, str]:
    """Return what came with each piece, by its code: a separator sheet's code or a platform's number."""
    query = select(PIECES.c.code, PIECES.c.label).where(_counts(home, collection_id), PIECES.c.label != "")
    with reading(home.engine) as connection:
        return {row.code: row.label for row in connection.execute(query)}


def list_joined(home: Home, collection_id: str) -> dict[str, int]:
    """Return by code the id of the last decision that was there when the piece joined, 0 for none."""
    query = select(PIECES.c.code, PIECES.c.joined_after).where(_counts(home, collection_id))
    with reading(home.engine) as connection:
        return {row.code: row.joined_after for row in connection.execute(query)}


def hash_content(piece: PlannedPiece) -> str:
    """Return a hash of the piece's pages in their order, and of the slips they are where they are some."""
    pages = "\n".join(f"{page.source_sha256}:{page.index}{_write_slip(page)}" for page in piece.pages)
    return hashlib.sha256(pages.encode()).hexdigest()


def _counts(home: Home, collection_id: str) -> ColumnElement[bool]:
    return (PIECES.c.collection == collection_id) & PIECES.c.code.not_in(list_away(home, collection_id))


def _write_slip(page: SourcePage) -> str:
    return f":{write_region(page.region)}" if page.region else ""


def _by_content(pair: tuple[str, PlannedPiece]) -> tuple[str, str]:
    return pair[0], pair[1].stem


def _list_known(connection: Connection, collection_id: str) -> dict[tuple[str, str], str]:
    rows = connection.execute(select(PIECES).where(PIECES.c.collection == collection_id))
    return {(row.content_sha256, row.stem): row.code for row in rows}


def _insert_piece(connection: Connection, collection_id: str, code: str, content: str, piece: PlannedPiece) -> None:
    last = select(func.coalesce(func.max(DECISIONS.c.id), 0)).where(DECISIONS.c.collection == collection_id)
    label = piece.label or (piece.handed.platform_id if piece.handed else "")
    connection.execute(
        insert(PIECES).values(
            collection=collection_id,
            code=code,
            stem=write_name(piece.stem),
            content_sha256=content,
            label=label,
            joined_after=connection.scalar(last),
        )
    )
    for number, page in enumerate(piece.pages):
        connection.execute(
            insert(PAGES).values(
                collection=collection_id,
                piece=code,
                number=number,
                source=write_path(page.source),
                source_sha256=page.source_sha256,
                source_index=page.index,
                source_region=write_region(page.region),
                fingerprint="",
            )
        )


def _refresh_sources(connection: Connection, collection_id: str, code: str, piece: PlannedPiece) -> None:
    """Keep where the files lie now; a page that couldn't be read is tried again, since somebody added it again."""
    mine = (PAGES.c.collection == collection_id) & (PAGES.c.piece == code)
    connection.execute(update(PAGES).where(mine & PAGES.c.reading.is_(None)).values(fingerprint=""))
    places = {number: write_path(page.source) for number, page in enumerate(piece.pages)}
    for row in connection.execute(select(PAGES).where(mine)).all():
        place = places[row.number]
        if place != row.source:
            move_refusals(connection, collection_id, row.source, place)
            connection.execute(update(PAGES).where(PAGES.c.id == row.id).values(source=place))
