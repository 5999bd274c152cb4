"""A teacher tests the reading now and then: which of these tests are in force."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.decide import list_reading_tests
from pipeline.records.decisions import Decision, ReadingTest
from tests.decide.conftest import Diary


def keep_test(diary: Diary, right: int, of: int) -> Decision:
    """Write that so many of so many words were read right."""
    return diary.decide("test_reading", value=json.dumps({"right": right, "of": of}))


def test_tests_come_in_their_order() -> None:
    """The one made first is first, whatever was decided between them."""
    diary = Diary()
    keep_test(diary, 18, 20)
    diary.decide("correct", value=json.dumps({"piece": "K07", "page": 0, "line": 0, "text": "the sun"}))
    keep_test(diary, 20, 20)
    keep_test(diary, 9, 12)
    assert list_reading_tests(diary.decisions) == (ReadingTest(18, 20), ReadingTest(20, 20), ReadingTest(9, 12))


def test_without_tests_there_are_none() -> None:
    """Other decisions are no tests."""
    diary = Diary()
    assert list_reading_tests(diary.decisions) == ()
    diary.decide("choose_step", value="{}")
    assert list_reading_tests(diary.decisions) == ()


def test_an_undone_test_is_gone() -> None:
    """Undo takes the one back that it names, wherever it stands; undoing the undo brings it back."""
    diary = Diary()
    first = keep_test(diary, 18, 20)
    keep_test(diary, 20, 20)
    undo = diary.undo(first)
    assert list_reading_tests(diary.decisions) == (ReadingTest(20, 20),)
    diary.undo(undo)
    assert list_reading_tests(diary.decisions) == (ReadingTest(18, 20), ReadingTest(20, 20))


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=8))
def test_all_that_were_not_taken_back_are_left(made: list[tuple[int, bool]]) -> None:
    """Tests undone at once, or kept: those kept are left, in their order."""
    diary = Diary()
    for right, is_undone in made:
        test = keep_test(diary, right, 20)
        if is_undone:
            diary.undo(test)
    kept = tuple(ReadingTest(right, 20) for right, is_undone in made if not is_undone)
    assert list_reading_tests(diary.decisions) == kept
