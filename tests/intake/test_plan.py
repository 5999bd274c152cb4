"""From folders and files to pieces, before anything is read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import NothingToRead
from pipeline.intake import plan_pieces
from pipeline.records.work import Handed, IntakePlan
from pipeline.settings import IntakeSettings
from tests.intake.makers import draw_corners, encode_png, make_docx, make_pdf, save_picture, wrap_photo, write_line


def save_sheets(folder: Path, *names: str) -> None:
    """Save a sheet under each name, no two with the same bytes."""
    for at, name in enumerate(names):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save_picture(folder / name, Image.new("L", (20 + at, 20)))


def list_stems(plan: IntakePlan) -> list[str]:
    """Return the stems of the plan's pieces."""
    return [piece.stem for piece in plan.pieces]


def test_one_file_is_one_piece(tmp_path: Path, settings: IntakeSettings) -> None:
    """With its pages and the hash of its bytes."""
    save_sheets(tmp_path, "anna.png", "sub/ben.jpg")
    make_pdf(tmp_path / "cleo.pdf", [write_line("one", 20, 300), ""])
    plan = plan_pieces([tmp_path], settings)
    assert list_stems(plan) == ["anna", "cleo", "ben"]
    assert (plan.page_count, plan.joined_count, plan.files_seen) == (4, 0, 3)
    cleo = plan.pieces[1]
    assert [page.index for page in cleo.pages] == [0, 1]
    assert cleo.pages[0].source_sha256 == hashlib.sha256((tmp_path / "cleo.pdf").read_bytes()).hexdigest()


def test_joins_are_made_and_can_be_undone(tmp_path: Path, settings: IntakeSettings) -> None:
    """A joined piece takes the common stem; one_file_one_piece takes every file by itself."""
    save_sheets(tmp_path, "anna_1.png", "anna_2.png", "ben_1.png", "ben_2.png", "cleo.png")
    plan = plan_pieces([tmp_path], settings)
    assert list_stems(plan) == ["anna", "ben", "cleo"]
    assert (plan.joined_count, plan.page_count, plan.files_seen) == (2, 5, 5)
    assert [source.name for source in plan.pieces[0].sources] == ["anna_1.png", "anna_2.png"]
    apart = plan_pieces([tmp_path], settings, one_file_one_piece=True)
    assert list_stems(apart) == ["anna_1", "anna_2", "ben_1", "ben_2", "cleo"]


def test_stems_are_unique_also_where_capitals_do_not_count(tmp_path: Path, settings: IntakeSettings) -> None:
    """The second becomes NAME__2, and a file really called so keeps its name."""
    save_sheets(tmp_path, "anna.jpg", "anna.png", "b/Anna.png", "c/anna__2.png")
    assert list_stems(plan_pieces([tmp_path], settings)) == ["anna", "anna__3", "Anna__4", "anna__2"]
    save_sheets(tmp_path / "two", "essay.jpg", "essay.png")
    assert list_stems(plan_pieces([tmp_path / "two"], settings)) == ["essay", "essay__2"]


def test_the_order_of_the_paths_makes_no_difference(tmp_path: Path, settings: IntakeSettings) -> None:
    """Equal files give an equal plan."""
    save_sheets(tmp_path, "b.png", "a.png", "z/c.png")
    paths = [tmp_path / "z", tmp_path / "b.png", tmp_path / "a.png"]
    assert plan_pieces(paths, settings) == plan_pieces(paths[::-1], settings)


def test_equal_scans_are_said_and_equal_texts_are_two_children(tmp_path: Path, settings: IntakeSettings) -> None:
    """All are kept."""
    for name in ("a.png", "sub/b.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        save_picture(tmp_path / name)
    for name in ("c.txt", "d.txt"):
        (tmp_path / name).write_text("I don't know.")
    plan = plan_pieces([tmp_path], settings)
    assert len(plan.pieces) == 4
    (same,) = plan.same_files
    assert [path.name for path in same.sources] == ["a.png", "b.png"]


def test_a_page_that_cannot_be_opened_leaves_the_rest_joined(tmp_path: Path, settings: IntakeSettings) -> None:
    """The piece has the pages there are, and the refusal says which is missing."""
    save_sheets(tmp_path, "anna_1.png", "ben_1.png", "ben_2.png")
    (tmp_path / "anna_2.png").write_bytes(b"")
    plan = plan_pieces([tmp_path], settings)
    assert [(piece.stem, len(piece.pages)) for piece in plan.pieces] == [("anna", 1), ("ben", 2)]
    assert [refusal.source_name for refusal in plan.refusals] == ["anna_2.png"]


def test_a_draft_that_cannot_be_opened_takes_nobodys_place(tmp_path: Path, settings: IntakeSettings) -> None:
    """The one before it is the piece; what a platform says of it comes along."""
    for name in ("leeann_LATE_1_20_Essay.txt", "leeann_LATE_1_31_Essay-1.txt", "raybo_2_40_Essay.txt"):
        (tmp_path / name).write_text("Ice.")
    newest, _ = plan_pieces([tmp_path], settings).pieces
    assert (newest.stem, newest.handed) == ("leeann_LATE_1_31_Essay-1", Handed("1", "leeann", is_late=True, draft=1))
    assert [path.name for path in newest.older_drafts] == ["leeann_LATE_1_20_Essay.txt"]
    (tmp_path / "leeann_LATE_1_31_Essay-1.txt").write_bytes(b"")
    plan = plan_pieces([tmp_path], settings)
    assert (list_stems(plan), plan.late_count) == (["leeann_LATE_1_20_Essay", "raybo_2_40_Essay"], 1)


def test_refusals_name_the_file_from_the_folder_on(tmp_path: Path, settings: IntakeSettings) -> None:
    """Two files of one name in two folders are told apart."""
    save_sheets(tmp_path, "ok.png")
    for period in ("1", "2"):
        (tmp_path / period).mkdir()
        (tmp_path / period / "anna.jpg").write_bytes(b"")
    plan = plan_pieces([tmp_path], settings)
    assert [refusal.source_name for refusal in plan.refusals] == ["1/anna.jpg", "2/anna.jpg"]
    assert plan.files_seen == 3


def test_photos_in_a_document_are_its_pages(tmp_path: Path, settings: IntakeSettings) -> None:
    """One page a photo; a typed document is one page."""
    photos = [encode_png(draw_corners()), encode_png(draw_corners("L"))]
    make_docx(tmp_path / "photos.docx", wrap_photo(0) + wrap_photo(1), photos)
    make_docx(tmp_path / "typed.docx", "<w:p><w:r><w:t>Ice.</w:t></w:r></w:p>")
    assert [len(piece.pages) for piece in plan_pieces([tmp_path], settings).pieces] == [2, 1]


@pytest.mark.parametrize("names", [[], [".DS_Store", "Thumbs.db", "~$essay.docx"]])
def test_an_empty_folder_is_nothing_to_read(names: list[str], tmp_path: Path, settings: IntakeSettings) -> None:
    """Whether there is nothing in it, or nothing but what computers put there."""
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(NothingToRead):
        plan_pieces([tmp_path], settings)


def test_a_folder_of_refusals_alone_says_why(tmp_path: Path, settings: IntakeSettings) -> None:
    """The teacher sees each reason rather than that there is nothing."""
    (tmp_path / "a.jpg").write_bytes(b"")
    plan = plan_pieces([tmp_path], settings)
    assert (len(plan.pieces), len(plan.refusals)) == (0, 1)
