"""What a name says: the part it is, and whether it can be a student's."""

from __future__ import annotations

import pytest

from pipeline.intake.names import find_part, is_machine_name, may_be_student


@pytest.mark.parametrize(
    ("stem", "name", "number"),
    [
        ("anna_1", "anna", 1),
        ("Anna 02", "anna", 2),
        ("anna-p3", "anna", 3),
        ("Anna Müller, page 2", "anna müller", 2),
        ("anna page 1 of 3", "anna", 1),
        ("anna2", "anna", 2),
        ("101_2", "101", 2),
        ("K07-1", "k07", 1),
        ("3", "", 3),
        ("page 12", "", 12),
        ("p1", "", 1),
    ],
)
def test_a_part_number_ends_a_name(stem: str, name: str, number: int) -> None:
    """With a gap, with a word for page, or right after a name."""
    part = find_part(stem)
    assert part is not None
    assert (part.name, part.number) == (name, number)


@pytest.mark.parametrize(
    "stem", ["anna", "Essay (2)", "Essay - Copy (1)", "K07", "A1", "IMG_0412", "20261123_101112", "2nd try", ""]
)
def test_other_endings_are_no_part(stem: str) -> None:
    """Numbers in brackets, codes, counters and times are not parts."""
    assert find_part(stem) is None


def test_the_written_name_is_kept() -> None:
    """A joined piece is called as the files are."""
    part = find_part("Anna Müller_2")
    assert part is not None
    assert part.written == "Anna Müller"


@pytest.mark.parametrize(
    "name",
    [
        "anna",
        "Anna Müller",
        "maria scan",
        "K07",
        "101",
        "student 4",
        "anna 2026-11-23",
        "s",
        "April",
        "安娜",
        "scanlon",
    ],
)
def test_names_and_codes_may_be_students(name: str) -> None:
    """Whatever tells one student from another."""
    assert may_be_student(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "scan",
        "IMG",
        "Scan Nov 23",
        "WhatsApp Image 2026-11-23 at 10.11.12",
        "PXL_20261123_101112345",
        "2026-11-23",
        "23.11.2026",
        "20261123_1011",
        "period 1",
        "Class 7b",
        "7b",
        "10 A",
        "group",
        "Table 3",
        "Monday",
        "page",
        "essay",
        "student",
        "Draft 2",
        "new folder",
        "Question 4",
        "Adobe Scan",
    ],
)
def test_cameras_classes_dates_and_tasks_are_no_students(name: str) -> None:
    """Their numbers count different children's work."""
    assert not may_be_student(name)


@pytest.mark.parametrize(
    ("name", "is_machine"),
    [
        ("IMG_0412", True),
        ("scan 3", True),
        ("20261123_101112", True),
        ("anna", False),
        ("101", False),
    ],
)
def test_cameras_and_scanners_have_names_of_their_own(name: str, is_machine: bool) -> None:  # noqa: FBT001  # a test's parameter
    """A word of theirs first, or a date alone."""
    assert is_machine_name(name) is is_machine
