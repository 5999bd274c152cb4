"""A decision about a page, its boxes or its piece comes in; what it did, for the line beside Undo, goes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pipeline.decide import read_box_change, read_left_out, read_page_change, read_recut, read_sections
from pipeline.records.boxes import BoxKind
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.pages import NEWER_DRAFT
from pipeline.views.words import count_nouns, shorten

NAMES_CHARACTERS = 40


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
    left = read_left_out(value)
    return "left out an older draft" if left.reason == NEWER_DRAFT else f"took {left.piece} out of the set"


def _tell_sections(value: str) -> str:
    said = read_sections(value)
    names = ", ".join(sorted({name for name in said.values() if name}))
    return f"section of {count_nouns(len(said), 'piece')}: {shorten(names, NAMES_CHARACTERS) or 'taken back'}"


def _tell_recut(value: str) -> str:
    recut = read_recut(value)
    return f"cut the stack anew, {len(recut.came)} new for {len(recut.gone)} old"


_TELL: dict[DecisionKind, Callable[[str], str]] = {
    DecisionKind.DRAW_BOX: partial(_tell_box, "drew"),
    DecisionKind.MOVE_BOX: partial(_tell_box, "moved"),
    DecisionKind.REMOVE_BOX: partial(_tell_box, "removed"),
    DecisionKind.CHANGE_PAGE: _tell_change,
    DecisionKind.LEAVE_OUT: _tell_left_out,
    DecisionKind.BRING_BACK: "put {} back into the set".format,
    DecisionKind.CUT_ANEW: _tell_recut,
    DecisionKind.LOOK_AT: "looked at {}".format,
    DecisionKind.SAY_SECTION: _tell_sections,
}
