"""What a teacher drew on a page comes in; a decision about a box, kept for good, goes out.

Every function here is a callback: `frame.guard` calls it before the page is drawn anew.
"""

from __future__ import annotations

import secrets

from pipeline.decide import write_box_change
from pipeline.records.boxes import BoxChange, PageBox
from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.views.components.boxes import BoxAct, SaidBox
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import find_settings

_KINDS = {BoxAct.MOVE: DecisionKind.MOVE_BOX, BoxAct.REMOVE: DecisionKind.REMOVE_BOX}


def keep_said_box(table: OpenDesk, said: SaidBox, only_page: int | None, *, is_here_alone: bool) -> None:
    """Keep what was done with a box; one that is moved or removed `is_here_alone` stays as it is on other pages."""
    if said.act is BoxAct.DRAW:
        keep_box(table, PageBox(secrets.token_hex(4), said.kind, *said.box, only_page=only_page))
        return
    drawn = {box.id: box for box in table.desk.boxes.drawn}.get(said.id)
    if drawn is None:  # removed meanwhile
        return
    box = PageBox(said.id, drawn.kind, *said.box, only_page=drawn.only_page)
    place = (said.piece, said.page) if is_here_alone else ("", 0)
    _keep(table, _KINDS[said.act], BoxChange(box, *place))


def keep_box(table: OpenDesk, box: PageBox) -> None:
    """Draw a box on the pages of the class set."""
    _keep(table, DecisionKind.DRAW_BOX, BoxChange(box))


def _keep(table: OpenDesk, kind: DecisionKind, change: BoxChange) -> None:
    new = NewDecision(kind, value=write_box_change(change), who=find_settings().screen.teacher)
    append_decision(table.home, table.collection.id, new)
