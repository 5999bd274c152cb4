"""Class lists as programs and people write them: who is on them, and what each column holds."""

from __future__ import annotations

import pytest

from pipeline.errors import BadTable
from pipeline.roster import Column, read_roster

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Essay 1 (20931),Current Score
    Points Possible,,,,,10,(read only)
"Lee, Ann",4821,S100,alee@school.org,Period 2,7,70
"de la Cruz, José",4822,S101,jcruz@school.org,Period 10,9,90
"Student, Test",4899,,,Period 2,,
"""
CLASSROOM = """Last Name,First Name,Email Address,"Spilled water"
Date,,,11/20/2026
Points,,,10
Class Average,,,8.2
Lee,Ann,alee@school.org,7
Cruz,José,jcruz@school.org,9
"""


def test_a_gradebook_of_canvas() -> None:
    """Points possible and the test student are nobody; numbers and logins are kept, scores are not looked at."""
    reading = read_roster(CANVAS)
    assert [(one.given, one.family, one.section) for one in reading.entries] == [
        ("Ann", "Lee", "Period 2"),
        ("José", "de la Cruz", "Period 10"),
    ]
    assert reading.entries[0].ids == ("4821", "S100", "alee@school.org")
    assert reading.roles[-2:] == (Column.NOTHING, Column.NOTHING)
    assert reading.doubts == ("2 rows name no student and are left out.",)


def test_grades_of_google_classroom() -> None:
    """Date, points and average are nobody."""
    assert [one.full for one in read_roster(CLASSROOM).entries] == ["Ann Lee", "José Cruz"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Vorname;Nachname;Klasse\nJörg;Weiß;7b\n", "cp1252"),
        ("Vorname\tNachname\tKlasse\nJörg\tWeiß\t7b\n", "utf-16"),
        ("Vorname\tNachname\tKlasse\nJörg\tWeiß\t7b\n", "utf-16-le"),
        ("Nachname,Vorname,Klasse\r\nWeiß,Jörg,7b\r\n", "utf-8-sig"),
        ("sep=|\nName|Gruppe\n\u201eWeiß, Jörg\u201c|7b\n".replace("\u201e", '"').replace("\u201c", '"'), "utf-8"),
    ],
)
def test_any_encoding_and_delimiter(text: str, encoding: str) -> None:
    """What Excel and school systems save, in the languages that they speak."""
    (student,) = read_roster(text.encode(encoding)).entries
    assert (student.given, student.family, student.section) == ("Jörg", "Weiß", "7b")


@pytest.mark.parametrize(
    "pasted",
    [
        "Ann Lee\nJosé de la Cruz\nZoë van der Berg",
        "1. Ann Lee\n2. José de la Cruz\n3. Zoë van der Berg",
        "Lee, Ann\nde la Cruz, José\nvan der Berg, Zoë",
        "- Lee, Ann\n- José de la Cruz\n- van der Berg, Zoë\n\n",
        "1\tAnn\tLee\n2\tJosé\tde la Cruz\n3\tZoë\tvan der Berg",
    ],
)
def test_a_pasted_list(pasted: str) -> None:
    """One student a line, either name first, numbered or not, or cells of a spreadsheet."""
    told = [(one.given, one.family) for one in read_roster(pasted).entries]
    assert told == [("Ann", "Lee"), ("José", "de la Cruz"), ("Zoë", "van der Berg")]


def test_without_a_header_numbers_and_sections_are_told_by_their_looks() -> None:
    """Numbers are all different and sections come again."""
    rows = [f"{name}\t{4800 + n}\tPeriod {1 + n % 2}" for n, name in enumerate(["Ann Lee", "Bo Cho", "Cy Dow"] * 3)]
    assert read_roster("\n".join(rows)).roles == (Column.NAME, Column.ID, Column.SECTION)


def test_the_teacher_puts_columns_right() -> None:
    """What a column holds can be said anew."""
    reading = read_roster("Lee\tAnn\nDow\tCy", (Column.FAMILY, Column.GIVEN))
    assert [one.full for one in reading.entries] == ["Ann Lee", "Cy Dow"]


def test_two_of_one_name_are_two_students_and_are_said() -> None:
    """Nobody is thrown out, and what one can't tell is said."""
    reading = read_roster("Ann Lee\nann lee\nBo")
    assert len(reading.entries) == 3
    assert reading.twice == ("Ann Lee", "ann lee")
    assert "1 of 3 have one name only" in reading.doubts[0]


@pytest.mark.parametrize(
    "given", ["", "\n\n", b"\x00\x01", "Student,ID\n", "x" * 2_100_000, "\n".join(["Bo Lee"] * 2001)]
)
def test_what_is_no_class_list_is_said(given: str | bytes) -> None:
    """Nothing, a header alone, or far too much."""
    with pytest.raises(BadTable):
        read_roster(given)
