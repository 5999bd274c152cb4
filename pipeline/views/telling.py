"""A decision about a page, its boxes or its piece comes in; what it did, for the line beside Undo, goes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pipeline.decide import read_box_change, read_left_out, read_page_change
from pipeline.records.boxes import BoxKind
from pipeline.records.decisions import Decision, DecisionKind


def tell_of_page(decision: Decision) -> str:
    """Return what a decision about a page or a piece of the set did: "drew a name box"; "" for any other decision."""
    tell = _TELL.get(decision.kind)
    return tell(decision.value) if tell else ""


def _tell_box(verb: str, value: str) -> str:
    change = read_box_change(value)
    where = f" on {change.piece} page {change.page + 1}" if change.piece else ""
    article = "an" if change.box.kind is BoxKind.IGNORE else "a"
    return f"{verb} {article} {change.box.kind.value} box{where}"


def _tell_change(value: str) -> str:
    change = read_page_change(value)
    return f"{change.how.value} page {change.page + 1} of {change.piece}"


def _tell_left_out(value: str) -> str:
    return f"took {read_left_out(value).piece} out of the set"


_TELL: dict[DecisionKind, Callable[[str], str]] = {
    DecisionKind.DRAW_BOX: partial(_tell_box, "drew"),
    DecisionKind.MOVE_BOX: partial(_tell_box, "moved"),
    DecisionKind.REMOVE_BOX: partial(_tell_box, "removed"),
    DecisionKind.CHANGE_PAGE: _tell_change,
    DecisionKind.LEAVE_OUT: _tell_left_out,
    DecisionKind.BRING_BACK: "put {} back into the set".format,
    DecisionKind.LOOK_AT: "looked at {}".format,
}
