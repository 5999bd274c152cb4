"""Which files are one piece: only where names or folders say so, never by a suffix alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake.files import FoundFile
from pipeline.intake.joins import join_files


def join(*names: str) -> dict[str, list[str]]:
    """Return what is joined of these files, by the stem of the group."""
    files = [FoundFile(Path("/set") / name, name, ("/set", *Path(name).parts[:-1])) for name in names]
    return {group.stem: [file.shown_name for file in group.files] for group in join_files(files)}


def test_two_names_with_parts_are_two_pieces() -> None:
    """At least two different names each have parts 1, 2, … without a gap; a third without parts stays alone."""
    assert join("anna_1.jpg", "anna_2.jpg", "ben_2.png", "ben_1.jpg", "ben_3.jpg", "cleo.jpg") == {
        "anna": ["anna_1.jpg", "anna_2.jpg"],
        "ben": ["ben_1.jpg", "ben_2.png", "ben_3.jpg"],
    }


@pytest.mark.parametrize(
    "names",
    [
        ["Anna page 1.jpg", "Anna page 2.jpg", "Ben page 1.jpg", "Ben page 2.jpg"],
        ["Anna-1.pdf", "Anna-2.pdf", "Ben-1.pdf", "Ben-2.pdf"],
        ["Anna1.heic", "Anna2.heic", "Ben1.heic", "Ben2.heic"],
        ["Anna p1 of 2.jpg", "Anna p2 of 2.jpg", "Ben p1 of 2.jpg", "Ben p2 of 2.jpg"],
        ["Anna_1.docx", "Anna_2.docx", "Ben_1.jpg", "Ben_2.jpg"],
    ],
)
def test_parts_are_written_in_many_ways(names: list[str]) -> None:
    """What a teacher would see at a glance."""
    assert sorted(join(*names)) == ["Anna", "Ben"]


@pytest.mark.parametrize(
    "names",
    [
        ["essay_1.jpg", "essay_2.jpg", "essay_3.jpg"],
        ["anna_1.jpg", "anna_2.jpg", "ben.jpg", "cleo.jpg"],
        ["anna_1.jpg", "anna_3.jpg", "ben_1.jpg", "ben_2.jpg"],
        ["anna_2.jpg", "anna_3.jpg", "ben_2.jpg", "ben_3.jpg"],
        ["anna_1.jpg", "anna_1.png", "ben_1.jpg", "ben_2.jpg"],
        ["scan_1.jpg", "scan_2.jpg", "IMG_1.jpg", "IMG_2.jpg"],
        ["IMG_0412.jpg", "IMG_0413.jpg", "DSC_0001.jpg", "DSC_0002.jpg"],
        ["2026-11-23_1.jpg", "2026-11-23_2.jpg", "2026-11-24_1.jpg", "2026-11-24_2.jpg"],
        ["Essay.docx", "Essay (1).docx", "Essay (2).docx", "Story.docx", "Story (1).docx", "Story (2).docx"],
        ["jones.docx", "jones-1.docx", "jones-2.docx", "smith.docx", "smith-1.docx", "smith-2.docx"],
        ["jonesanna_1001_2001_essay-1.docx", "smithben_1002_2002_essay-1.docx", "smithben_1002_2003_essay-2.docx"],
        ["period1_1.jpg", "period1_2.jpg", "period2_1.jpg", "period2_2.jpg"],
        ["7a_1.jpg", "7a_2.jpg", "7b_1.jpg", "7b_2.jpg"],
        ["A1.jpg", "A2.jpg", "B1.jpg", "B2.jpg"],
        ["essay_1.jpg", "essay_2.jpg", "story_1.jpg", "story_2.jpg"],
        [f"{table}_{child}.jpg" for table in ("robins", "hawks") for child in range(1, 15)],
        ["a/anna_1.jpg", "b/anna_2.jpg", "a/ben_1.jpg", "b/ben_2.jpg"],
    ],
    ids=[
        "one name",
        "one name with parts",
        "gap",
        "not from one",
        "double",
        "scanner",
        "camera",
        "dates",
        "copies",
        "re-uploads",
        "canvas",
        "periods",
        "classes",
        "codes",
        "tasks",
        "too many parts",
        "two folders",
    ],
)
def test_different_childrens_work_is_never_joined(names: list[str]) -> None:
    """A rule that joins by suffix alone would merge these."""
    assert join(*names) == {}


@pytest.mark.parametrize(
    ("pages", "stem"),
    [
        (["page1.jpg", "page2.jpg"], "Anna"),
        (["1.jpg", "2.jpg", "3.jpg"], "Anna"),
        (["a_1.jpg", "a_2.jpg"], "a"),
        (["IMG_0412.HEIC", "IMG_0413.HEIC"], "Anna"),
        (["IMG_20261123_101112.jpg", "IMG_20261123_101130.jpg"], "Anna"),
        (["scan 1.pdf", "scan 2.pdf"], "Anna"),
    ],
)
def test_a_folder_per_student_joins_its_pages(pages: list[str], stem: str) -> None:
    """The piece is called as its files are, or as the folder where the files only say "page" or a camera's name."""
    names = [f"{student}/{page}" for student in ("Anna", "Ben", "Cleo") for page in pages]
    joined = join(*names)
    assert joined[stem] == [f"{'Cleo' if stem == 'a' else 'Anna'}/{page}" for page in pages]
    assert len(joined) == (1 if stem == "a" else 3)


def test_a_student_with_one_page_is_no_obstacle() -> None:
    """Not everybody fills two pages."""
    assert join("Anna/1.jpg", "Anna/2.jpg", "Ben/1.jpg") == {"Anna": ["Anna/1.jpg", "Anna/2.jpg"]}


@pytest.mark.parametrize(
    "names",
    [
        ["period 1/IMG_1.jpg", "period 1/IMG_2.jpg", "period 2/IMG_3.jpg", "period 2/IMG_4.jpg"],
        ["7a/1.jpg", "7a/2.jpg", "7b/1.jpg", "7b/2.jpg"],
        ["Monday/scan1.jpg", "Monday/scan2.jpg", "Tuesday/scan1.jpg", "Tuesday/scan2.jpg"],
        ["Smith/anna.jpg", "Smith/ben.jpg", "Jones/cleo.jpg", "Jones/dan.jpg"],
        ["Smith/IMG_1.jpg", "Smith/IMG_2.jpg", "Smith/IMG_3.jpg", "Jones/IMG_4.jpg"],
        [f"{teacher}/{page}.jpg" for teacher in ("Smith", "Jones") for page in range(1, 25)],
        ["Anna/1.jpg", "Anna/2.jpg", "Ben/1.jpg", "Ben/3.jpg"],
        ["Anna/1.jpg", "Anna/2.jpg", "Ben/essay.docx", "Ben/notes.docx"],
        ["Anna/1.jpg", "Anna/2.jpg"],
        ["Anna/first/1.jpg", "Anna/first/2.jpg", "Ben/1.jpg", "Ben/2.jpg"],
    ],
    ids=["periods", "classes", "days", "names", "camera", "a class", "gap", "typed", "one folder", "folders inside"],
)
def test_folders_that_may_hold_several_students_join_nothing(names: list[str]) -> None:
    """One sub-folder that doesn't fit, and none is joined."""
    assert join(*names) == {}


def test_parts_are_found_inside_a_class_folder() -> None:
    """Folders of classes are no folders of students, yet names in them still have parts."""
    names = [f"period {period}/{name}_{page}.jpg" for period in (1, 2) for name in ("anna", "ben") for page in (1, 2)]
    assert [len(files) for files in join(*names).values()] == [2, 2]
    assert "period 2/ben_2.jpg" in join(*names)["ben"]


def test_folders_of_students_inside_a_class_folder_join() -> None:
    """Each row of sub-folders is judged by itself."""
    names = [
        f"period {period}/{name}/{page}.jpg"
        for period, name in ((1, "Anna"), (1, "Ben"), (2, "Cleo"), (2, "Dan"))
        for page in (1, 2)
    ]
    assert sorted(join(*names)) == ["Anna", "Ben", "Cleo", "Dan"]


def test_files_that_hold_no_work_neither_join_nor_hinder() -> None:
    """A list of marks beside the pages is not a page."""
    assert sorted(join("Anna/1.jpg", "Anna/2.jpg", "Anna/marks.xlsx", "Ben/1.jpg", "Ben/2.jpg")) == ["Anna", "Ben"]
