"""Readings are kept page by page; a piece is there when all its pages are done."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image

from pipeline.errors import HomeError
from pipeline.records.work import Refusal
from pipeline.store.pages import (
    THUMBNAIL_SIDE_PX,
    count_broken_pages,
    list_unread_pages,
    load_readings,
    load_thumbnail,
    load_whole_image,
    save_page_refusal,
    save_reading,
)
from pipeline.store.pieces import add_pieces
from pipeline.store.refusals import list_refusals
from tests.store.conftest import Kept, piece_of, plan_of, reading_of

ENGINE = "ppocr 1"


def draw_page() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1000, 500), "white").save(out, "WEBP")
    return out.getvalue()


def test_a_piece_appears_with_its_last_page(kept: Kept) -> None:
    """Of two pages one is read: the piece isn't there yet; with the second it is, in page order."""
    (code,) = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa", pages=2)))
    first, second = list_unread_pages(kept.home, kept.collection.id, ENGINE)
    save_reading(kept.home, kept.collection.id, second, reading_of("and then"), None)
    assert load_readings(kept.home, kept.collection.id) == {}
    assert list_unread_pages(kept.home, kept.collection.id, ENGINE) == (first,)
    save_reading(kept.home, kept.collection.id, first, reading_of("first of all"), None)
    assert load_readings(kept.home, kept.collection.id) == {code: (reading_of("first of all"), reading_of("and then"))}


def test_another_engine_reads_everything_anew(kept: Kept) -> None:
    """A reading counts for the engine and settings it was made with."""
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(kept.home, kept.collection.id, ENGINE)
    save_reading(kept.home, kept.collection.id, page, reading_of("hello"), None)
    assert list_unread_pages(kept.home, kept.collection.id, ENGINE) == ()
    assert len(list_unread_pages(kept.home, kept.collection.id, "tesseract 5")) == 1


def test_a_refused_page_is_said_and_its_piece_stays(kept: Kept) -> None:
    """A page that can't be read leaves an empty reading that needs eyes, so that the others keep their numbers."""
    (code,) = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa", pages=2)))
    first, second = list_unread_pages(kept.home, kept.collection.id, ENGINE)
    refusal = Refusal("ann.pdf", "This page is damaged.", "Scan it again.")
    save_page_refusal(kept.home, kept.collection.id, first, refusal)
    save_reading(kept.home, kept.collection.id, second, reading_of("hello"), None)
    empty, read = load_readings(kept.home, kept.collection.id)[code]
    assert (empty.lines, empty.needs_eyes, read) == ((), True, reading_of("hello"))
    assert list_refusals(kept.home, kept.collection.id) == (refusal,)


def test_page_images_and_thumbnails(kept: Kept) -> None:
    """The image comes back byte for byte; the thumbnail is small and follows a new image."""
    (code,) = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(kept.home, kept.collection.id, ENGINE)
    save_reading(kept.home, kept.collection.id, page, reading_of("hello"), draw_page())
    assert load_whole_image(kept.home, kept.collection.id, code, 0) == draw_page()
    for _ in range(2):
        thumbnail = load_thumbnail(kept.home, kept.collection.id, code, 0)
        assert thumbnail is not None
        assert Image.open(io.BytesIO(thumbnail)).size == (THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX // 2)
    assert load_whole_image(kept.home, kept.collection.id, code, 1) is None
    assert load_thumbnail(kept.home, kept.collection.id, code, 1) is None


def test_an_image_that_cannot_be_kept_leaves_the_page_unread(kept: Kept) -> None:
    """Image first, then the row: a page without its image still waits to be read."""
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(kept.home, kept.collection.id, ENGINE)
    (kept.home.find_folder(kept.collection.id) / "pages").write_text("a file where the folder should be")
    with pytest.raises(HomeError):
        save_reading(kept.home, kept.collection.id, page, reading_of("hello"), draw_page())
    assert list_unread_pages(kept.home, kept.collection.id, ENGINE) == (page,)


def test_a_moved_file_is_tried_again(kept: Kept) -> None:
    """Refused where it lay (the stick was pulled out), found elsewhere: the page waits to be read again."""
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(kept.home, kept.collection.id, ENGINE)
    save_page_refusal(kept.home, kept.collection.id, page, Refusal("ann.pdf", "It is gone.", "Put it back."))
    assert list_unread_pages(kept.home, kept.collection.id, ENGINE) == ()
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa", folder="/moved")))
    assert [p.piece for p in list_unread_pages(kept.home, kept.collection.id, ENGINE)] == [page.piece]


SAVE_ALL = """
import sys
from pathlib import Path
from pipeline.store.home import open_home
from pipeline.store.pages import list_unread_pages, save_reading
from tests.store.conftest import reading_of
home = open_home(Path(sys.argv[1]))
for page in list_unread_pages(home, sys.argv[2], "ppocr 1"):
    print(page.number, flush=True)
    save_reading(home, sys.argv[2], page, reading_of(f"page {page.number}"), f"image {page.number}".encode() * 9000)
"""


def save_until_killed(kept: Kept, pages: int) -> None:
    command = [sys.executable, "-c", SAVE_ALL, str(kept.home.path), kept.collection.id]
    saver = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert saver.stdout is not None
    for _ in range(pages):
        saver.stdout.readline()
    saver.kill()
    saver.communicate()


def test_a_kill_loses_at_most_the_page_at_hand(kept: Kept) -> None:
    """Killed three times while it keeps pages: no page is read without its whole image, and the rest is still to do."""
    (code,) = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa", pages=60)))
    left = 60
    for _ in range(3):
        save_until_killed(kept, 5)
        unread = {page.number for page in list_unread_pages(kept.home, kept.collection.id, ENGINE)}
        assert len(unread) <= left - 4
        left = len(unread)
        for number in set(range(60)) - unread:
            image = load_whole_image(kept.home, kept.collection.id, code, number)
            assert image == f"image {number}".encode() * 9000
    for page in list_unread_pages(kept.home, kept.collection.id, ENGINE):
        save_reading(kept.home, kept.collection.id, page, reading_of(f"page {page.number}"), None)
    assert load_readings(kept.home, kept.collection.id)[code] == tuple(reading_of(f"page {n}") for n in range(60))


def test_pages_whose_strokes_came_apart_are_counted(kept: Kept) -> None:
    """Of the pages read so far; a page that waits is not among them."""
    assert count_broken_pages(kept.home, kept.collection.id) == (0, 0)
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("a", "c1", pages=3)))
    first, second, _ = list_unread_pages(kept.home, kept.collection.id, "ppocr 1")
    save_reading(kept.home, kept.collection.id, first, replace(reading_of("x"), is_broken=True), None)
    save_reading(kept.home, kept.collection.id, second, reading_of("y"), None)
    assert count_broken_pages(kept.home, kept.collection.id) == (1, 2)
