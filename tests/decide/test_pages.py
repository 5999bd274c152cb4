"""Pages with another picture, pieces that don't count and pieces that came late follow from decisions alone."""

from __future__ import annotations

from pipeline.decide import (
    apply_decisions,
    collect_corrections,
    collect_left_out,
    collect_page_changes,
    drop_pieces,
    list_newcomers,
    write_correction,
    write_left_out,
    write_page_change,
)
from pipeline.records.pages import LeftOut, PageChange, PageHow
from pipeline.records.reading import Correction
from tests.decide.conftest import Diary, candidate_of, codes, findings_of

ABSENT = LeftOut("K07", "Absent the day of the task")
SALT = candidate_of("salt", "B12", "K07")


def _change(page: int, picture: str) -> str:
    return write_page_change(PageChange("K07", page, picture, PageHow.TURNED))


def test_the_last_picture_of_a_page_is_the_one_in_force() -> None:
    """Taken back, the one before it is there again, and at last the page's own."""
    diary = Diary()
    first = diary.decide("change_page", value=_change(0, "aa"))
    second = diary.decide("change_page", value=_change(0, "bb"))
    assert collect_page_changes(diary.decisions)["K07", 0].picture == "bb"
    diary.undo(second)
    assert collect_page_changes(diary.decisions)["K07", 0].picture == "aa"
    diary.undo(first)
    assert collect_page_changes(diary.decisions) == {}


def test_what_was_corrected_on_an_old_picture_rests() -> None:
    """Corrections of other pages, and those made on the new picture, count; undo wakes the old ones."""
    diary = Diary()
    old, other, new = Correction(0, 0, "the"), Correction(1, 0, "roots"), Correction(0, 0, "they")
    diary.decide("correct", value=write_correction("K07", old))
    diary.decide("correct", value=write_correction("K07", other))
    change = diary.decide("change_page", value=_change(0, "aa"))
    assert collect_corrections(diary.decisions) == {"K07": (other,)}
    diary.decide("correct", value=write_correction("K07", new))
    assert collect_corrections(diary.decisions) == {"K07": (other, new)}
    diary.undo(change)
    assert collect_corrections(diary.decisions) == {"K07": (old, other, new)}


def test_a_piece_is_out_until_it_is_put_back() -> None:
    """By being put back, or by undo; what was decided about it is then where it was."""
    diary = Diary()
    diary.decide("confirm", SALT)
    out = diary.decide("leave_out", value=write_left_out(ABSENT.reason, ABSENT.piece))
    patterns = apply_decisions(findings_of(SALT), diary.decisions)
    assert collect_left_out(diary.decisions) == (ABSENT,)
    assert codes(drop_pieces(patterns, {ABSENT.piece})[0].members) == ["B12"]
    back = diary.decide("bring_back", value="K07")
    assert collect_left_out(diary.decisions) == ()
    diary.undo(back)
    assert collect_left_out(diary.decisions) == (ABSENT,)
    diary.undo(out)
    assert collect_left_out(diary.decisions) == ()
    assert codes(apply_decisions(findings_of(SALT), diary.decisions)[0].members) == ["B12", "K07"]


def test_several_pieces_are_out_by_one_decision() -> None:
    """One can be put back alone, and one undo brings them all back."""
    diary = Diary()
    out = diary.decide("leave_out", value=write_left_out("newer draft", "K07", "B12"))
    assert collect_left_out(diary.decisions) == (LeftOut("B12", "newer draft"), LeftOut("K07", "newer draft"))
    diary.decide("bring_back", value="K07")
    assert collect_left_out(diary.decisions) == (LeftOut("B12", "newer draft"),)
    diary.undo(out)
    assert collect_left_out(diary.decisions) == ()


def test_a_piece_that_does_not_count_is_not_offered_back_to_a_pattern() -> None:
    """Taken out of a pattern first and of the set afterwards: "put back" would put in what is not there."""
    diary = Diary()
    diary.decide("confirm", SALT)
    diary.decide("take_out", SALT, "K07")
    (pattern,) = drop_pieces(apply_decisions(findings_of(SALT), diary.decisions), {"K07"})
    assert (codes(pattern.members), pattern.taken_out) == (["B12"], ())


def test_who_came_after_decisions_is_new_until_looked_at() -> None:
    """C33 and D44 joined after the first decision; one is said to be looked at, one is put into a pattern."""
    diary = Diary()
    first = diary.decide("confirm", SALT)
    joined = {"B12": 0, "K07": 0, "C33": first.id, "D44": first.id}

    def list_new() -> tuple[str, ...]:
        return list_newcomers(joined, diary.decisions, apply_decisions(findings_of(SALT), diary.decisions))

    assert list_new() == ("C33", "D44")
    diary.decide("look_at", value="C33")
    assert list_new() == ("D44",)
    put_in = diary.decide("put_in", SALT, "D44")
    assert list_new() == ()
    diary.undo(put_in)
    assert list_new() == ("D44",)


def test_several_sorted_at_once_are_all_looked_at() -> None:
    """C33 and D44 are taken out of a pattern by one decision: nobody has to look at either again."""
    diary = Diary()
    first = diary.decide("confirm", SALT)
    diary.decide("take_out", SALT, "C33 D44")
    patterns = apply_decisions(findings_of(SALT), diary.decisions)
    assert list_newcomers({"C33": first.id, "D44": first.id}, diary.decisions, patterns) == ()


def test_nobody_is_new_before_the_first_decision() -> None:
    """A class set that is added in two goes has no newcomers."""
    assert list_newcomers({"B12": 0, "K07": 4}, (), ()) == ()
