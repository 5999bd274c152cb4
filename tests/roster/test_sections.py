"""n of N for each section, in plain words, and whether sections differ by more than chance."""

from __future__ import annotations

import pytest

from pipeline.roster import SectionCount, compare_sections, count_sections, say_section, tell_part

SECTIONS = {"A": "Period 2", "B": "Period 2", "C": "Period 10", "D": "Period 10", "E": ""}


def test_each_section_has_its_own_n_of_n() -> None:
    """In the order of their numbers; pieces of no section come last."""
    counts = count_sections(["A", "C", "D"], SECTIONS)
    assert [(one.section, one.n, one.of) for one in counts] == [
        ("Period 2", 1, 2),
        ("Period 10", 2, 2),
        ("no section", 0, 1),
    ]


def test_any_sign_may_stand_in_the_name_of_a_section() -> None:
    """A raised two is a digit to Unicode, and no number to reckon with."""
    assert [one.section for one in count_sections([], {"A": "Room 7²", "B": "Group ②"})] == ["Group ②", "Room 7²"]
    assert [one.section for one in count_sections([], {"A": "Room ²"})] == ["Room ²"]


def test_one_or_two_are_not_counted_out_on_paper() -> None:
    """On screen they are; none, and three and more, are said as they are."""
    said = [say_section(SectionCount("P1", n, 12), is_printed=True) for n in range(4)]
    assert said == ["P1: 0 of 12", "P1: 1 or 2 of 12", "P1: 1 or 2 of 12", "P1: 3 of 12"]
    assert say_section(SectionCount("P1", 1, 12)) == "P1: 1 of 12"


@pytest.mark.parametrize(
    ("n", "words"), [(0, "none"), (1, "a few"), (3, "about a quarter"), (6, "about half"), (10, "most"), (12, "all")]
)
def test_shares_in_plain_words(n: int, words: str) -> None:
    """Of twelve."""
    assert tell_part(SectionCount("P1", n, 12)) == words


def test_of_two_nothing_is_said() -> None:
    """Half of two is one child."""
    assert tell_part(SectionCount("P1", 1, 2)) == ""


def test_a_difference_is_clear_only_beyond_chance() -> None:
    """Ten of twelve and two of twelve differ (p .003 by hand); five and seven don't."""
    assert compare_sections([SectionCount("P1", 10, 12), SectionCount("P2", 2, 12)]) == "clearly more in P1 than in P2"
    assert compare_sections([SectionCount("P1", 5, 12), SectionCount("P2", 7, 12)]) == "no clear difference"
    assert compare_sections([SectionCount("P1", 2, 2), SectionCount("P2", 7, 12)]) == "too few papers to compare"
