"""What couldn't be opened is said, once, for as long as it is so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.records.work import Refusal
from pipeline.store.pages import list_unread_pages, save_page_refusal, save_reading
from pipeline.store.pieces import add_pieces
from pipeline.store.refusals import add_refusals, forget_refusal, list_refusals
from tests.store.conftest import Kept, piece_of, plan_of, reading_of


@pytest.mark.parametrize("times", [1, 3])
def test_a_refusal_is_kept_once(kept: Kept, times: int) -> None:
    """However often the folder is added, the same refusal is said once."""
    refusal = Refusal("=HYPERLINK.jpg", "This file is empty.", "Scan the page again.")
    for _ in range(times):
        add_refusals(kept.home, kept.collection.id, (refusal,))
    assert list_refusals(kept.home, kept.collection.id) == (refusal,)


def test_two_files_of_one_name_are_two(kept: Kept) -> None:
    """Every folder has an IMG_0001.jpg: of two that are empty, two are said."""
    both = [Refusal("IMG_0001.jpg", "This file is empty.", "", Path(f"/scans/{one}/IMG_0001.jpg")) for one in "ab"]
    add_refusals(kept.home, kept.collection.id, both)
    assert list_refusals(kept.home, kept.collection.id) == tuple(both)


def test_a_file_that_opens_now_is_refused_no_more(kept: Kept) -> None:
    """Mended and added again it is a piece; a file of that name elsewhere is as broken as it was."""
    ann, other = Path("/work/ann.pdf"), Path("/elsewhere/ann.pdf")
    refusals = [Refusal("ann.pdf", "This file is damaged.", "", path) for path in (ann, other)]
    add_refusals(kept.home, kept.collection.id, refusals)
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa")))
    assert list_refusals(kept.home, kept.collection.id) == (refusals[1],)


def test_a_file_taken_out_of_its_folder_is_refused_no_more(kept: Kept, tmp_path: Path) -> None:
    """The table that lay among the papers is gone from the folder that is added again; one that is there stays said."""
    gone, there = tmp_path / "marks.xlsx", tmp_path / "film.mp4"
    there.touch()
    refusals = [Refusal(path.name, "This is no page.", "", path) for path in (gone, there)]
    add_refusals(kept.home, kept.collection.id, refusals)
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa", folder=str(tmp_path))))
    assert list_refusals(kept.home, kept.collection.id) == (refusals[1],)


def test_a_file_given_again_through_the_browser_is_known_by_its_students_name(kept: Kept) -> None:
    """Mended, in whatever format, it is refused no more; a camera's name may be another child's, and stays said."""
    uploads = kept.home.name_uploads(kept.collection.id)
    refusals = [
        Refusal(name, "This file is damaged.", "", uploads / "1" / name) for name in ("Ann.pages", "IMG_1.heic")
    ]
    add_refusals(kept.home, kept.collection.id, refusals)
    given = [piece_of(name, content, folder=str(uploads / "2")) for name, content in (("ann", "aa"), ("IMG_1", "bb"))]
    add_pieces(kept.home, kept.collection.id, plan_of(*given))
    assert list_refusals(kept.home, kept.collection.id) == (refusals[1],)


def test_a_file_refused_twice_is_said_once(kept: Kept) -> None:
    """Given again and broken still: what was said of it before is gone, what is said now will be kept."""
    uploads = kept.home.name_uploads(kept.collection.id)
    before, now = (Refusal("ann.pdf", "This file is damaged.", "", uploads / one / "ann.pdf") for one in "12")
    add_refusals(kept.home, kept.collection.id, (before,))
    plan = replace(plan_of(piece_of("bo", "bb", folder=str(uploads / "2"))), refusals=(now,))
    add_pieces(kept.home, kept.collection.id, plan)
    add_refusals(kept.home, kept.collection.id, plan.refusals)
    assert list_refusals(kept.home, kept.collection.id) == (now,)


def test_what_no_longer_matters_is_forgotten(kept: Kept) -> None:
    """That one alone, also where another file has the same reason."""
    refusals = [Refusal(name, "This file is damaged.", "") for name in ("film.mp4", "ann.pdf")]
    add_refusals(kept.home, kept.collection.id, refusals)
    forget_refusal(kept.home, kept.collection.id, refusals[0])
    assert list_refusals(kept.home, kept.collection.id) == (refusals[1],)


def test_a_page_that_could_not_be_read_is_tried_again_when_it_is_added_again(kept: Kept) -> None:
    """Its program was stopped in the middle of it: the same folder again, and it waits; read, it is refused no more."""
    plan = plan_of(piece_of("ann", "aa", pages=2))
    add_pieces(kept.home, kept.collection.id, plan)
    pages = list_unread_pages(kept.home, kept.collection.id, "ppocr 1")
    refusal = Refusal("ann.pdf", "Reading stopped in the middle of this page.", "Add it again.", pages[0].source.source)
    for page in pages:
        save_page_refusal(kept.home, kept.collection.id, page, refusal)
    assert list_unread_pages(kept.home, kept.collection.id, "ppocr 1") == ()
    add_pieces(kept.home, kept.collection.id, plan)
    assert list_unread_pages(kept.home, kept.collection.id, "ppocr 1") == pages
    assert list_refusals(kept.home, kept.collection.id) == (refusal,)
    save_page_refusal(kept.home, kept.collection.id, pages[1], refusal)
    save_reading(kept.home, kept.collection.id, pages[0], reading_of("hello"), None)
    assert list_refusals(kept.home, kept.collection.id) == (refusal,)
    save_reading(kept.home, kept.collection.id, pages[1], reading_of("again"), None)
    assert list_refusals(kept.home, kept.collection.id) == ()


def test_a_refusal_follows_its_file(kept: Kept) -> None:
    """Moved and added again, a page that can be read where it is now is refused no more."""
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(kept.home, kept.collection.id, "ppocr 1")
    save_page_refusal(kept.home, kept.collection.id, page, Refusal("ann.pdf", "It is gone.", "", page.source.source))
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa", folder="/moved")))
    (moved,) = list_unread_pages(kept.home, kept.collection.id, "ppocr 1")
    assert [one.source for one in list_refusals(kept.home, kept.collection.id)] == [moved.source.source]
    save_reading(kept.home, kept.collection.id, moved, reading_of("hello"), None)
    assert list_refusals(kept.home, kept.collection.id) == ()
