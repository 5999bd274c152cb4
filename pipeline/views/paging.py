"""What a teacher wants of a page or a piece comes in; a decision kept for good goes out, and the page is read anew.

Every function here is a widget's callback: `frame.guard` calls it before the page is drawn anew.
"""

from __future__ import annotations

from pipeline.decide import write_left_out, write_page_change
from pipeline.records.decisions import DecisionKind
from pipeline.records.pages import PageChange
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import find_settings
from pipeline.views.reading import is_working, start_again
from pipeline.views.uploads import GivenFile, keep_uploads, remove_uploads
from pipeline.walk.pages import PagePlace, Shares, crop_page, replace_page, turn_page


def turn_shown(table: OpenDesk, piece: str, page: int, degrees: int) -> None:
    """Turn a page clockwise, and read it as it stands then."""
    _change(table, turn_page(_place(table, piece, page), degrees))


def crop_shown(table: OpenDesk, piece: str, page: int, shares: Shares) -> None:
    """Cut a page down to what is within `shares`, and read it as it is then."""
    _change(table, crop_page(_place(table, piece, page), shares))


def replace_shown(table: OpenDesk, piece: str, page: int, file: GivenFile) -> None:
    """Put a better photo in a page's place; the piece and its code stay, and so does what was decided."""
    folder = keep_uploads(table.home, table.collection.id, [file])
    try:
        given = next(folder.iterdir())
        change = replace_page(_place(table, piece, page), given, find_settings().intake)
    finally:
        remove_uploads(table.home, folder)
    _change(table, change)


def leave_out_piece(table: OpenDesk, piece: str, reason: str) -> None:
    """Take a piece out of the class set, with the reason."""
    _append(table, DecisionKind.LEAVE_OUT, write_left_out(reason.strip(), piece))


def bring_back_piece(table: OpenDesk, piece: str) -> None:
    """Put a piece back into the class set."""
    _append(table, DecisionKind.BRING_BACK, piece)


def look_at_piece(table: OpenDesk, piece: str) -> None:
    """Say that a piece that came late was looked at."""
    _append(table, DecisionKind.LOOK_AT, piece)


def _place(table: OpenDesk, piece: str, page: int) -> PagePlace:
    return PagePlace(table.home, table.collection.id, piece, page)


def _change(table: OpenDesk, change: PageChange) -> None:
    _append(table, DecisionKind.CHANGE_PAGE, write_page_change(change))
    if not is_working(table.desk.job):
        start_again(table.home, table.collection.id)


def _append(table: OpenDesk, kind: DecisionKind, value: str) -> None:
    append_decision(table.home, table.collection.id, NewDecision(kind, value=value, who=find_settings().screen.teacher))
