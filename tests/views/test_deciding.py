"""Decisions made on screen: each keeps what was on the card, and each can be told and taken back."""

from __future__ import annotations

import pytest

from pipeline.decide import (
    begin_pattern,
    collect_corrections,
    write_box_change,
    write_left_out,
    write_page_change,
    write_part,
    write_recut,
    write_sections,
)
from pipeline.records.boxes import BoxChange, BoxKind, PageBox
from pipeline.records.decisions import Decision, DecisionKind, PatternStatus
from pipeline.records.pages import PageChange, PageHow
from pipeline.records.reading import WordRole
from pipeline.records.stack import Recut, StackCut
from pipeline.views.components.scan import Said
from pipeline.views.crops import join_boxes
from pipeline.views.deciding import (
    confirm_pattern,
    correct_reading,
    describe_decision,
    find_last_decision,
    is_open,
    make_snapshot,
    put_in_piece,
    rename_pattern,
    take_out_piece,
    undo_last,
)
from pipeline.views.desk import OpenDesk, list_decided, list_suggestions
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome


def _open(drawn: DrawnHome) -> OpenDesk:
    return OpenDesk(drawn.home, load_desk(drawn.home, drawn.collection_id))


def test_the_snapshot_is_the_card_as_it_stands(drawn: DrawnHome) -> None:
    """Pieces taken out are not in it, pieces put in are, and the rule of the suggestion is kept."""
    first = _open(drawn).desk.patterns[0]
    take_out_piece(_open(drawn), first, first.members[0].piece)
    outside = next(
        piece.code for piece in _open(drawn).desk.pieces if piece.code not in {m.piece for m in first.members}
    )
    put_in_piece(_open(drawn), _open(drawn).desk.patterns[0], outside)
    now = _open(drawn).desk.patterns[0]
    snapshot = make_snapshot(_open(drawn).desk, now)
    assert snapshot is not None
    assert {member.piece for member in snapshot.members} == {member.piece for member in now.members}
    assert first.members[0].piece not in {member.piece for member in snapshot.members}
    assert outside in {member.piece for member in snapshot.members}
    assert snapshot.basis == first.basis


def test_a_confirmed_pattern_is_closed_until_new_pieces_join(drawn: DrawnHome) -> None:
    """Confirming checks every member; then there is nothing left to confirm."""
    table = _open(drawn)
    assert is_open(table.desk.patterns[0])
    confirm_pattern(table, table.desk.patterns[0])
    desk = _open(drawn).desk
    assert not is_open(list_decided(desk)[0])
    assert len(list_suggestions(desk)) == len(desk.patterns) - 1


def test_an_unchanged_name_is_no_decision(drawn: DrawnHome) -> None:
    """Keeping the suggested name, or an empty one, adds nothing to the record."""
    table = _open(drawn)
    rename_pattern(table, table.desk.patterns[0], f" {table.desk.patterns[0].name} ")
    rename_pattern(table, table.desk.patterns[0], "  ")
    assert _open(drawn).desk.decisions == ()


def test_undo_goes_back_one_by_one(drawn: DrawnHome) -> None:
    """Two presses take two decisions back; with none left nothing happens."""
    for _ in range(2):
        table = _open(drawn)
        confirm_pattern(table, list_suggestions(table.desk)[0])
    for left in (1, 0, 0):
        undo_last(_open(drawn))
        desk = _open(drawn).desk
        assert sum(pattern.status is PatternStatus.CONFIRMED for pattern in desk.patterns) == left
    assert find_last_decision(desk) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Said(0, 0, 1, "watter", WordRole.STUDENT), "corrected “watter”"),
        (Said(0, 0, 1, None, WordRole.STUDENT), "checked a word"),
        (Said(0, 0, None, "all of it", WordRole.STUDENT), "corrected a line"),
        (Said(0, 0, 1, None, WordRole.FORM), "said whose words these are"),
    ],
)
def test_what_is_said_of_words_is_kept_with_its_place(drawn: DrawnHome, said: Said, told: str) -> None:
    """A word brings its own box, a line the box around its words; Undo says which it was and takes it back."""
    table = _open(drawn)
    code = table.desk.pieces[0].code
    before = table.desk.transcripts[code]
    boxes = [word.box for word in before.words if word.line == 0 and said.slot in {None, word.slot}]
    correct_reading(table, code, said)
    kept = collect_corrections(_open(drawn).desk.decisions)[code][0]
    assert kept.box == join_boxes([box for box in boxes if box])
    assert (kept.text, kept.slot, kept.role) == (said.text, said.slot, said.role)
    last = find_last_decision(_open(drawn).desk)
    assert last is not None
    assert describe_decision(table.desk, last) == told
    undo_last(_open(drawn))
    assert _open(drawn).desk.transcripts[code] == before


BOX = write_box_change(BoxChange(PageBox("b1", BoxKind.IGNORE, 0.0, 0.0, 1.0, 0.1), "K07"))
VALUES = {
    DecisionKind.SAY_SECTION: write_sections({"K07": "Period 2"}),
    DecisionKind.MARK: "challenge",
    **dict.fromkeys((DecisionKind.DRAW_BOX, DecisionKind.MOVE_BOX, DecisionKind.REMOVE_BOX), BOX),
    DecisionKind.CHANGE_PAGE: write_page_change(PageChange("K07", 0, "aa", PageHow.TURNED)),
    DecisionKind.LEAVE_OUT: write_left_out("Absent", "K07"),
    DecisionKind.MERGE: write_part(begin_pattern("salt", (), ())),
    DecisionKind.CUT_ANEW: write_recut(Recut("s", StackCut((), {}, {}, ""), ("K07",), ("B12",), ())),
}
"""What a decision's value is, where it is more than a piece's code."""


@pytest.mark.parametrize("kind", [kind for kind in DecisionKind if kind is not DecisionKind.UNDO])
def test_every_kind_of_decision_can_be_told(drawn: DrawnHome, kind: DecisionKind) -> None:
    """The line beside Undo has words for every kind of decision."""
    desk = _open(drawn).desk
    value = VALUES.get(kind, "K07")
    told = describe_decision(desk, Decision(1, "c", kind, desk.patterns[0].id, value, None, "teacher", ""))
    assert told
    assert told[0].islower()
