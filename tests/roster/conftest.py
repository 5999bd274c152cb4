"""A class of five that can be checked by eye: two near names, one name that is a word, one with an accent."""

from __future__ import annotations

import pytest

from pipeline.records.roster import Roster, RosterEntry, SchoolClass, Student

ENTRIES = (
    RosterEntry("Ann", "Lee", ("4821",), "Period 1"),
    RosterEntry("Anne", "Lee", ("4822",), "Period 1"),
    RosterEntry("José", "de la Cruz", ("4823",), "Period 2"),
    RosterEntry("Grace", "Young", ("4824", "gyoung@school.org"), "Period 2"),
    RosterEntry("Konstantin", "Okonkwo", ("4825",), "Period 2"),
)
CODES = ("KE7", "TU2", "BA4", "LA1", "MU8")


@pytest.fixture
def roster() -> Roster:
    """Students 1 to 5 with their names."""
    students = tuple(
        Student(number, code, entry.section)
        for number, (code, entry) in enumerate(zip(CODES, ENTRIES, strict=True), start=1)
    )
    return Roster(SchoolClass("c1", "Science"), students, dict(enumerate(ENTRIES, start=1)))
