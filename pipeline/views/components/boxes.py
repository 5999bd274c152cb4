"""A page's picture and the boxes on it come in; what is drawn, moved and removed on it goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from pipeline.records.boxes import BoxKind
from pipeline.views.components.said import find_heard, load_component, take_said

KEY = "boxes"
Sides = tuple[float, float, float, float]


class BoxAct(StrEnum):
    """What can be done with a box."""

    DRAW = "draw"
    MOVE = "move"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class ShownBox:
    """A box on the page: left, top, right and bottom side as shares of the page; `isMoved` on this page alone."""

    id: str
    kind: BoxKind
    box: Sides
    isMoved: bool  # noqa: N815 the script's own name


@dataclass(frozen=True, slots=True)
class SaidBox:
    """What was done with a box on a piece's page; `id` is "" for a new one."""

    act: BoxAct
    id: str
    kind: BoxKind
    box: Sides
    piece: str
    page: int


@dataclass(frozen=True, slots=True)
class BoxPage:
    """The page to draw on: `picture` is a data address; `page` counts the piece's pages from 0."""

    piece: str
    page: int
    picture: str
    alt: str


def draw_on_page(page: BoxPage, boxes: Sequence[ShownBox], on_said: Callable[[SaidBox], None]) -> None:
    """Show a page to draw boxes on; `on_said` gets one after the other what is done."""
    shown = {**asdict(page), "boxes": [asdict(box) for box in boxes], "heard": find_heard(KEY)}

    def tell() -> None:
        for e in take_said(KEY):
            x0, y0, x1, y1 = (min(1.0, max(0.0, float(side))) for side in e["box"])
            act, kind = BoxAct(e["act"]), BoxKind(e["kind"])
            on_said(SaidBox(act, str(e["id"]), kind, (x0, y0, x1, y1), str(e["piece"]), int(e["page"])))

    load_component("boxes", "keyboard", "said", "boxes")(key=KEY, data=shown, on_said_change=tell)
