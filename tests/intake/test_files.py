"""Folders walked: every file once, in one order, and nothing followed out of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.intake import reasons
from pipeline.intake.files import list_files, normalise_name, order_key


def touch(folder: Path, *names: str) -> None:
    """Make files of one byte, with the folders they are in."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def list_names(folder: Path) -> list[str]:
    """Return the names shown of the files under the folder."""
    return [file.shown_name for file in list_files([folder])[0]]


def test_numbers_in_names_count_as_numbers(tmp_path: Path) -> None:
    """Page 10 comes after page 9, and capitals make no difference."""
    touch(tmp_path, "page10.jpg", "Page9.jpg", "page1.jpg", "sub/a.jpg", "Anna.jpg")
    assert list_names(tmp_path) == ["Anna.jpg", "page1.jpg", "Page9.jpg", "page10.jpg", "sub/a.jpg"]


def test_what_computers_put_beside_work_is_passed_over(tmp_path: Path) -> None:
    """Neither read nor refused."""
    touch(tmp_path, "a.jpg", ".DS_Store", "Thumbs.db", "desktop.ini", "~$essay.docx", ".~lock.essay.odt#", "~lock.x")
    touch(tmp_path, ".hidden/b.jpg", "__MACOSX/._a.jpg", "IMG_0001.AAE", "Icon\r")
    files, refusals = list_files([tmp_path])
    assert [file.shown_name for file in files] == ["a.jpg"]
    assert refusals == ()


def test_links_and_special_files_are_said_and_not_followed(tmp_path: Path) -> None:
    """A link could lead out of the folder, back into it, or wait for ever."""
    touch(tmp_path, "in/a.jpg", "out/secret.jpg")
    (tmp_path / "in/link.jpg").symlink_to(tmp_path / "out/secret.jpg")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/broken").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "in/pipe.jpg")
    files, refusals = list_files([tmp_path / "in"])
    assert [file.shown_name for file in files] == ["a.jpg"]
    assert {(refusal.source_name, refusal.reason) for refusal in refusals} == {
        ("link.jpg", reasons.LINK.sentence),
        ("loop", reasons.LINK.sentence),
        ("broken", reasons.LINK.sentence),
        ("pipe.jpg", reasons.NOT_A_FILE.sentence),
    }


def test_a_given_folder_may_be_a_link_itself(tmp_path: Path) -> None:
    """Whoever names a folder means what is in it."""
    touch(tmp_path, "real/a.jpg")
    (tmp_path / "way").symlink_to(tmp_path / "real")
    assert list_names(tmp_path / "way") == ["a.jpg"]


def test_a_package_of_mac_is_one_document(tmp_path: Path) -> None:
    """Its inner pictures are no pages."""
    touch(tmp_path, "Essay.pages/preview.jpg", "a.jpg")
    files, refusals = list_files([tmp_path])
    assert [file.shown_name for file in files] == ["a.jpg"]
    assert [refusal.reason for refusal in refusals] == [reasons.APPLE_PAGES.sentence]
    assert list_files([tmp_path / "Essay.pages"]) == ((), refusals)


def test_a_file_reached_twice_is_listed_once(tmp_path: Path) -> None:
    """A folder, a folder in it and a file in that."""
    touch(tmp_path, "sub/a.jpg")
    (tmp_path / "sub/link.jpg").symlink_to(tmp_path / "sub/a.jpg")
    files, refusals = list_files([tmp_path / "sub/a.jpg", tmp_path, tmp_path / "sub"])
    assert [file.shown_name for file in files] == ["sub/a.jpg"]
    assert [refusal.source_name for refusal in refusals] == ["sub/link.jpg"]


def test_a_folder_nobody_may_enter_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest goes on."""
    touch(tmp_path, "a.jpg", "locked/b.jpg")
    iterdir = Path.iterdir

    def guard(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", guard)
    files, refusals = list_files([tmp_path])
    assert [file.shown_name for file in files] == ["a.jpg"]
    assert [refusal.source_name for refusal in refusals] == ["locked"]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A slip of the keyboard is said at once."""
    with pytest.raises(InputError, match="no such"):
        list_files([tmp_path / "nowhere"])


def test_names_are_compared_without_case_accents_form_and_direction() -> None:
    """What looks the same on screen is the same."""
    assert normalise_name("\u200fJose\u0301") == normalise_name("JOSÉ")


def test_paths_that_compare_the_same_still_have_an_order(tmp_path: Path) -> None:
    """Nothing depends on what the disk says first."""
    assert order_key(tmp_path / "A.jpg") != order_key(tmp_path / "a.jpg")
    assert order_key(tmp_path / "page01.jpg") != order_key(tmp_path / "page1.jpg")
