"""Pages that wait to be read go out; readings and page images come in, one page at a time, and go out by piece."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, func, select, update

from pipeline.errors import UnknownCollection
from pipeline.imaging import decode_image, encode_webp, mask_boxes
from pipeline.records.boxes import PageBox
from pipeline.records.reading import Reading
from pipeline.records.work import Refusal, SourcePage
from pipeline.store.away import list_away
from pipeline.store.boxes import list_masks
from pipeline.store.engine import reading, writing
from pipeline.store.files import read_if_there, write_whole
from pipeline.store.home import Home
from pipeline.store.names import read_path, read_region
from pipeline.store.pictures import find_picture, load_changed, load_picture_readings, save_picture_reading
from pipeline.store.refusals import forget_opened, insert_refusals
from pipeline.store.tables import PAGES

THUMBNAIL_SIDE_PX = 320
MASKED_QUALITY = 85
_READING = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True)
class PendingPage:
    """A page that waits to be read by the engine of that fingerprint: page `number` (from 0) of `piece`.

    `picture`: the name of the upright picture that stands in for the page's own, "" where none does.
    """

    piece: str
    number: int
    source: SourcePage
    fingerprint: str
    picture: str = ""


def list_unread_pages(
    home: Home, collection_id: str, fingerprint: str, *, is_by_hand: bool = False
) -> tuple[PendingPage, ...]:
    """Return the pages this engine has neither read nor refused yet, in the order of pieces and pages.

    `is_by_hand`: only those that no engine has looked at, so that what was read before is kept.
    """
    unread = PAGES.c.fingerprint == "" if is_by_hand else PAGES.c.fingerprint != fingerprint
    where = _counts(home, collection_id) & unread
    with reading(home.engine) as connection:
        rows = connection.execute(select(PAGES).where(where).order_by(PAGES.c.piece, PAGES.c.number)).all()
    changed = load_changed(home, collection_id)
    own = [
        PendingPage(row.piece, row.number, read_source(row), fingerprint)
        for row in rows
        if (row.piece, row.number) not in changed
    ]
    return (*own, *_list_unread_pictures(home, collection_id, changed, fingerprint))


def read_source(row: Row[Any]) -> SourcePage:
    """Return the source that a row of the table of pages names."""
    return SourcePage(read_path(row.source), row.source_sha256, row.source_index, read_region(row.source_region))


def _list_unread_pictures(
    home: Home, collection_id: str, changed: Mapping[tuple[str, int], str], fingerprint: str
) -> Iterator[PendingPage]:
    read = load_picture_readings(home, collection_id)
    for (piece, number), picture in sorted(changed.items()):
        if read.get(picture, ("", ""))[0] != fingerprint:
            source = SourcePage(find_picture(home, collection_id, picture), picture, 0)
            yield PendingPage(piece, number, source, fingerprint, picture)


def save_reading(
    home: Home, collection_id: str, page: PendingPage, reading_: Reading, image_webp: bytes | None
) -> None:
    """Keep a page's reading and its image: the image first, whole, then the row; raises UnknownCollection, DiskFull.

    The page counts as read by the engine it was listed for, also where a text layer was read instead.
    """
    if page.picture:
        written = _READING.dump_json(reading_).decode()
        save_picture_reading(home, collection_id, page.picture, page.fingerprint, written)
        return
    if image_webp is not None:
        write_whole(find_image(home, collection_id, page.piece, page.number), image_webp)
        _find_thumbnail(home, collection_id, page.piece, page.number).unlink(missing_ok=True)
    kept = {"fingerprint": page.fingerprint, "reading": _READING.dump_json(reading_).decode()}
    with writing(home.engine) as connection:
        done = connection.execute(update(PAGES).where(_is_page(collection_id, page)).values(**kept))
        forget_opened(connection, collection_id, page.source.source)
    if not done.rowcount:  # the class set was deleted meanwhile: its image goes too
        find_image(home, collection_id, page.piece, page.number).unlink(missing_ok=True)
        raise UnknownCollection("The class set was deleted while it was read.")


def save_page_refusal(home: Home, collection_id: str, page: PendingPage, refusal: Refusal) -> None:
    """Keep that a page couldn't be read; it isn't tried again by this engine, and its piece is there without it."""
    if page.picture:
        nothing = _READING.dump_json(_read_none(page.fingerprint)).decode()
        save_picture_reading(home, collection_id, page.picture, page.fingerprint, nothing)
    with writing(home.engine) as connection:
        insert_refusals(connection, collection_id, [refusal])
        if page.picture:
            return
        connection.execute(
            update(PAGES).where(_is_page(collection_id, page)).values(fingerprint=page.fingerprint, reading=None)
        )


def load_readings(home: Home, collection_id: str) -> dict[str, tuple[Reading, ...]]:
    """Return the readings of every piece whose pages are all done, by code, in page order.

    A refused page is an empty reading that needs eyes, so that the pages after it keep their numbers.
    """
    query = select(PAGES).where(_counts(home, collection_id)).order_by(PAGES.c.piece, PAGES.c.number)
    with reading(home.engine) as connection:
        rows = connection.execute(query).all()
    changed, pictures = load_changed(home, collection_id), load_picture_readings(home, collection_id)
    own = {(row.piece, row.number): (row.fingerprint, row.reading) for row in rows}
    there = own | {place: pictures.get(name, ("", "")) for place, name in changed.items() if place in own}
    unread = {piece for (piece, _), (fingerprint, _) in there.items() if not fingerprint}
    pieces: dict[str, list[Reading]] = defaultdict(list)
    for (piece, _), (fingerprint, written) in there.items():
        if piece not in unread:
            pieces[piece].append(_READING.validate_json(written) if written else _read_none(fingerprint))
    return {code: tuple(pages) for code, pages in pieces.items()}


def count_broken_pages(home: Home, collection_id: str) -> tuple[int, int]:
    """Return how many pages read so far are scans whose strokes came apart, and how many pages are read."""
    broken = func.sum(func.coalesce(func.json_extract(PAGES.c.reading, "$.is_broken"), 0))
    query = select(broken, func.count(PAGES.c.reading)).where(_counts(home, collection_id))
    with reading(home.engine) as connection:
        row = connection.execute(query).one()
    return int(row[0] or 0), int(row[1])


def list_file_kinds(home: Home, collection_id: str) -> dict[str, str]:
    """Return the kind of file ("pdf", "jpg") each piece's first page came from, by code."""
    query = select(PAGES).where(PAGES.c.collection == collection_id).order_by(PAGES.c.piece, PAGES.c.number.desc())
    with reading(home.engine) as connection:
        rows = connection.execute(query).all()
    kinds = {row.piece: read_path(row.source).suffix.lower().removeprefix(".") for row in rows}
    return {piece: {"jpeg": "jpg", "tiff": "tif"}.get(kind, kind) for piece, kind in kinds.items()}


def list_pictured_pages(home: Home, collection_id: str) -> tuple[tuple[str, int], ...]:
    """Return the pages that have an image, as piece and number (from 0), in their order."""
    query = select(PAGES.c.piece, PAGES.c.number).where(_counts(home, collection_id))
    with reading(home.engine) as connection:
        rows = connection.execute(query.order_by(PAGES.c.piece, PAGES.c.number)).all()
    changed = load_changed(home, collection_id)
    places = [(row.piece, row.number) for row in rows]
    return tuple(p for p in places if p in changed or find_image(home, collection_id, *p).is_file())


def load_whole_image(home: Home, collection_id: str, piece: str, number: int) -> bytes | None:
    """Return a page's upright image (WebP) with the names on it: for its owner's eyes; None where it has none."""
    picture = load_changed(home, collection_id).get((piece, number))
    place = find_picture(home, collection_id, picture) if picture else find_image(home, collection_id, piece, number)
    return read_if_there(place)


def load_page_pixels(home: Home, collection_id: str, piece: str, number: int) -> NDArray[np.uint8] | None:
    """Return a page's upright image (RGB, uint8, (height, width, 3)), nothing left under name boxes; None: typed."""
    image = load_whole_image(home, collection_id, piece, number)
    return mask_boxes(decode_image(image), list_masks(home, collection_id, piece, number)) if image else None


def load_thumbnail(home: Home, collection_id: str, piece: str, number: int) -> bytes | None:
    """Return a page's thumbnail (WebP, longer side 320 px), made when first asked for; None where there is no image.

    Nothing is left under the name boxes.
    """
    picture = load_changed(home, collection_id).get((piece, number), "")
    path = _find_thumbnail(home, collection_id, piece, number, picture[:16])
    thumbnail = read_if_there(path)
    if thumbnail is None:
        image = load_whole_image(home, collection_id, piece, number)
        if image is None:
            return None
        thumbnail = _shrink(image)
        write_whole(path, thumbnail)
    return _mask_image(thumbnail, list_masks(home, collection_id, piece, number))


def _mask_image(image_webp: bytes, masks: Sequence[PageBox]) -> bytes:
    return encode_webp(mask_boxes(decode_image(image_webp), masks), MASKED_QUALITY) if masks else image_webp


def _shrink(image_webp: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(image_webp)) as image:
        image.thumbnail((THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX))
        out = io.BytesIO()
        image.save(out, "WEBP", quality=70)
    return out.getvalue()


def _counts(home: Home, collection_id: str) -> ColumnElement[bool]:
    return (PAGES.c.collection == collection_id) & PAGES.c.piece.not_in(list_away(home, collection_id))


def _read_none(fingerprint: str) -> Reading:
    return Reading("none", fingerprint, 0, 0, (), 0.0, needs_eyes=True, cpu_seconds=0.0)


def _is_page(collection_id: str, page: PendingPage) -> ColumnElement[bool]:
    return (PAGES.c.collection == collection_id) & (PAGES.c.piece == page.piece) & (PAGES.c.number == page.number)


def find_image(home: Home, collection_id: str, piece: str, number: int) -> Path:
    """Return where the picture of a page's own is, if it has one."""
    return home.name_folder(collection_id) / "pages" / f"{piece}-{number}.webp"


def _find_thumbnail(home: Home, collection_id: str, piece: str, number: int, picture: str = "") -> Path:
    return home.name_folder(collection_id) / "thumbnails" / f"{piece}-{number}{picture and '-'}{picture}.webp"
