"""Decisions come in; the boxes that are drawn on a class set's pages go out."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.decide.pages import read_page_change
from pipeline.decide.recuts import read_recut
from pipeline.records.boxes import BoxChange, PageBox, SetBoxes
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.pages import PageChange
from pipeline.records.stack import Recut

_Moved = dict[tuple[str, str, int], PageBox | None]
BOX_KINDS = (DecisionKind.DRAW_BOX, DecisionKind.MOVE_BOX, DecisionKind.REMOVE_BOX)
_CHANGE = TypeAdapter(BoxChange)


def collect_boxes(decisions: Sequence[Decision]) -> SetBoxes:
    """Return the boxes in force; a box moved or removed for the whole class set loses what was said of single pages.

    On a page that was turned or cropped they stand where its change says.
    """
    drawn: dict[str, PageBox] = {}
    moved: _Moved = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.CHANGE_PAGE:
            moved = _follow_page(moved, read_page_change(decision.value))
        elif decision.kind is DecisionKind.CUT_ANEW:
            moved = _follow_cut(drawn, moved, read_recut(decision.value))
        elif decision.kind in BOX_KINDS:
            change = read_box_change(decision.value)
            box = None if decision.kind is DecisionKind.REMOVE_BOX else change.box
            if change.piece:
                moved[change.box.id, change.piece, change.page] = box
            else:
                moved = {place: there for place, there in moved.items() if place[0] != change.box.id}
                drawn = _put(drawn, change.box.id, box)
    return SetBoxes(tuple(drawn.values()), moved)


def _put(drawn: dict[str, PageBox], box_id: str, box: PageBox | None) -> dict[str, PageBox]:
    """Return the boxes with this one, at its place in their order where it was there, or without it."""
    put = {**drawn, box_id: box}
    return {number: there for number, there in put.items() if there is not None}


def _follow_page(moved: _Moved, change: PageChange) -> _Moved:
    """Return where boxes are on single pages once a page has another picture: what was said of the old one is over."""
    others = {place: there for place, there in moved.items() if place[1:] != (change.piece, change.page)}
    here = {box.id: box for box in change.boxes} | dict.fromkeys(change.without)
    return others | {(box_id, change.piece, change.page): box for box_id, box in here.items()}


def _follow_cut(drawn: dict[str, PageBox], moved: _Moved, recut: Recut) -> _Moved:
    """Return where boxes are once a stack is cut anew: what was hidden on a page stays hidden wherever it goes."""
    before = SetBoxes(tuple(drawn.values()), moved)
    pages = {(at.piece, at.page) for at in recut.moved}
    after = {place: box for place, box in moved.items() if place[1:] not in pages}
    for at in recut.moved:
        there = {box.id: box for box in before.find_on(at.old_piece, at.old_page)}
        for box in before.drawn:
            is_lost = box.id in there and box.only_page not in {None, at.page}
            if is_lost or before.is_moved(box.id, at.old_piece, at.old_page):
                after[box.id, at.piece, at.page] = there.get(box.id)
    return after


def read_box_change(value: str) -> BoxChange:
    """Return what the value of a decision about a box says."""
    return _CHANGE.validate_json(value)


def write_box_change(change: BoxChange) -> str:
    """Return the value of the decision that keeps a change of a box."""
    return _CHANGE.dump_json(change).decode()
