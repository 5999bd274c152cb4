"""Sections are what was said last of each piece, and one undo takes one saying back."""

from __future__ import annotations

from pipeline.decide import collect_sections, find_last_sections, write_sections
from pipeline.records.decisions import Decision, DecisionKind


def say(number: int, sections: dict[str, str]) -> Decision:
    return Decision(number, "c", DecisionKind.SAY_SECTION, "", write_sections(sections), None, "teacher", "")


def test_the_last_word_on_a_piece_counts_and_an_empty_one_takes_it_back() -> None:
    """Each piece by itself; spaces are put right."""
    said = [say(1, {"A11": " Period  1", "B12": "Period 1"}), say(2, {"B12": ""}), say(3, {"C13": "Période é"})]
    assert collect_sections(said) == {"A11": "Period 1", "C13": "Période é"}


def test_undo_restores_what_was_said_before() -> None:
    """The earlier saying holds again, and is what the next undo would take back."""
    said = [say(1, {"A11": "Period 1"}), say(2, {"A11": "Period 2"})]
    undo = Decision(3, "c", DecisionKind.UNDO, "", "2", None, "teacher", "")
    assert collect_sections([*said, undo]) == {"A11": "Period 1"}
    assert find_last_sections([*said, undo]) == said[0]
    assert find_last_sections([]) is None
