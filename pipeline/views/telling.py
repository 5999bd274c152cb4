"""A decision about a page, its boxes or its piece comes in; what it did, for the line beside Undo, goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from pipeline.decide import read_box_change, read_left_out, read_page_change, read_recut, read_sections
from pipeline.records.boxes import BoxKind
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.pages import NEWER_DRAFT
from pipeline.views.words import count_nouns, shorten

NAMES_CHARACTERS = 40


def tell_of_page(decision: Decision, codes: Mapping[str, str]) -> str:
    """Return what a decision about a page or a piece of the set did: "drew a name box"; "" for any other decision.

    `codes`: what pieces are shown as, by their own codes.
    """
    tell = _TELL.get(decision.kind)
    return tell(decision.value, codes) if tell else ""


def _tell_box(verb: str, value: str, codes: Mapping[str, str]) -> str:
    change = read_box_change(value)
    where = f" on {codes.get(change.piece, change.piece)} page {change.page + 1}" if change.piece else ""
    article = "an" if change.box.kind is BoxKind.IGNORE else "a"
    return f"{verb} {article} {change.box.kind.value} box{where}"


def _tell_change(value: str, codes: Mapping[str, str]) -> str:
    change = read_page_change(value)
    return f"{change.how.value} page {change.page + 1} of {codes.get(change.piece, change.piece)}"


def _tell_left_out(value: str, codes: Mapping[str, str]) -> str:
    first, *more = read_left_out(value)
    if first.reason == NEWER_DRAFT:
        return f"left out {count_nouns(1 + len(more), 'older draft')}"
    return f"took {codes.get(first.piece, first.piece)} out of the set"


def _tell_piece(told: str, value: str, codes: Mapping[str, str]) -> str:
    return told.format(codes.get(value, value))


def _tell_sections(value: str, _codes: Mapping[str, str]) -> str:
    said = read_sections(value)
    names = ", ".join(sorted({name for name in said.values() if name}))
    return f"section of {count_nouns(len(said), 'piece')}: {shorten(names, NAMES_CHARACTERS) or 'taken back'}"


def _tell_recut(value: str, _codes: Mapping[str, str]) -> str:
    recut = read_recut(value)
    return f"cut the stack anew, {len(recut.came)} new for {len(recut.gone)} old"


_TELL: dict[DecisionKind, Callable[[str, Mapping[str, str]], str]] = {
    DecisionKind.DRAW_BOX: partial(_tell_box, "drew"),
    DecisionKind.MOVE_BOX: partial(_tell_box, "moved"),
    DecisionKind.REMOVE_BOX: partial(_tell_box, "removed"),
    DecisionKind.CHANGE_PAGE: _tell_change,
    DecisionKind.LEAVE_OUT: _tell_left_out,
    DecisionKind.BRING_BACK: partial(_tell_piece, "put {} back into the set"),
    DecisionKind.CUT_ANEW: _tell_recut,
    DecisionKind.LOOK_AT: partial(_tell_piece, "looked at {}"),
    DecisionKind.SAY_SECTION: _tell_sections,
}
