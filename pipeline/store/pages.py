"""Pages that wait to be read go out; readings and page images come in, one page at a time, and go out by piece."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_pass

from pipeline.errors import UnknownCollection
from pipeline.records.reading import Reading
from pipeline.records.work import Refusal, SourcePage
from pipeline.store.engine import reading, writing
from pipeline.store.files import read_if_there, write_whole
from pipeline.store.home import Home
from pipeline.store.names import read_path, write_name
from pipeline.store.tables import PAGES, REFUSALS

THUMBNAIL_SIDE_PX = 320
_READING = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True)
class PendingPage:
    """A page that waits to be read by the engine of that fingerprint: page `number` (from 0) of `piece`."""

    piece: str
    number: int
    source: SourcePage
    fingerprint: str


def list_unread_pages(home: Home, collection_id: str, fingerprint: str) -> tuple[PendingPage, ...]:
    """Return the pages this engine has neither read nor refused yet, in the order of pieces and pages."""
    where = (PAGES.c.collection == collection_id) & (PAGES.c.fingerprint != fingerprint)
    with reading(home.engine) as connection:
        rows = connection.execute(select(PAGES).where(where).order_by(PAGES.c.piece, PAGES.c.number)).all()
    return tuple(
        PendingPage(
            row.piece, row.number, SourcePage(read_path(row.source), row.source_sha256, row.source_index), fingerprint
        )
        for row in rows
    )


def save_reading(
    home: Home, collection_id: str, page: PendingPage, reading_: Reading, image_webp: bytes | None
) -> None:
    """Keep a page's reading and its image: the image first, whole, then the row; raises UnknownCollection, DiskFull.

    The page counts as read by the engine it was listed for, also where a text layer was read instead.
    """
    if image_webp is not None:
        write_whole(_find_image(home, collection_id, page.piece, page.number), image_webp)
        _find_thumbnail(home, collection_id, page.piece, page.number).unlink(missing_ok=True)
    kept = {"fingerprint": page.fingerprint, "reading": _READING.dump_json(reading_).decode()}
    with writing(home.engine) as connection:
        done = connection.execute(update(PAGES).where(_is_page(collection_id, page)).values(**kept))
    if not done.rowcount:  # the class set was deleted meanwhile: its image goes too
        _find_image(home, collection_id, page.piece, page.number).unlink(missing_ok=True)
        raise UnknownCollection("The class set was deleted while it was read.")


def save_page_refusal(home: Home, collection_id: str, page: PendingPage, refusal: Refusal) -> None:
    """Keep that a page couldn't be read; it isn't tried again by this engine, and its piece is there without it."""
    row = {"source_name": write_name(refusal.source_name), "reason": refusal.reason, "hint": refusal.hint}
    with writing(home.engine) as connection:
        connection.execute(insert_or_pass(REFUSALS).values(collection=collection_id, **row).on_conflict_do_nothing())
        connection.execute(
            update(PAGES).where(_is_page(collection_id, page)).values(fingerprint=page.fingerprint, reading=None)
        )


def load_readings(home: Home, collection_id: str) -> dict[str, tuple[Reading, ...]]:
    """Return the readings of every piece whose pages are all done, by code, in page order.

    A refused page is an empty reading that needs eyes, so that the pages after it keep their numbers.
    """
    query = select(PAGES).where(PAGES.c.collection == collection_id).order_by(PAGES.c.piece, PAGES.c.number)
    with reading(home.engine) as connection:
        rows = connection.execute(query).all()
    unread = {row.piece for row in rows if not row.fingerprint}
    pieces: dict[str, list[Reading]] = defaultdict(list)
    for row in rows:
        if row.piece not in unread:
            pieces[row.piece].append(
                _READING.validate_json(row.reading) if row.reading else _read_none(row.fingerprint)
            )
    return {code: tuple(pages) for code, pages in pieces.items()}


def load_page_image(home: Home, collection_id: str, piece: str, number: int) -> bytes | None:
    """Return a page's upright image (WebP), or None where it has none (typed text)."""
    return read_if_there(_find_image(home, collection_id, piece, number))


def load_thumbnail(home: Home, collection_id: str, piece: str, number: int) -> bytes | None:
    """Return a page's thumbnail (WebP, longer side 320 px), made when first asked for; None where there is no image."""
    path = _find_thumbnail(home, collection_id, piece, number)
    kept = read_if_there(path)
    if kept is not None:
        return kept
    image = load_page_image(home, collection_id, piece, number)
    if image is None:
        return None
    thumbnail = _shrink(image)
    write_whole(path, thumbnail)
    return thumbnail


def _shrink(image_webp: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(image_webp)) as image:
        image.thumbnail((THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX))
        out = io.BytesIO()
        image.save(out, "WEBP", quality=70)
    return out.getvalue()


def _read_none(fingerprint: str) -> Reading:
    return Reading("none", fingerprint, 0, 0, (), 0.0, needs_eyes=True, cpu_seconds=0.0)


def _is_page(collection_id: str, page: PendingPage) -> ColumnElement[bool]:
    return (PAGES.c.collection == collection_id) & (PAGES.c.piece == page.piece) & (PAGES.c.number == page.number)


def _find_image(home: Home, collection_id: str, piece: str, number: int) -> Path:
    return home.name_folder(collection_id) / "pages" / f"{piece}-{number}.webp"


def _find_thumbnail(home: Home, collection_id: str, piece: str, number: int) -> Path:
    return home.name_folder(collection_id) / "thumbnails" / f"{piece}-{number}.webp"
