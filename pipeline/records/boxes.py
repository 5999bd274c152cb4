"""Rectangles that a teacher draws on the pages of a class set: names to hide, where to look, what to pass over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class BoxKind(StrEnum):
    """What a box says of the part of a page under it."""

    NAME = "name"
    QUESTION = "question"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class PageBox:
    """A box on a page; its sides are shares of the upright page's width and height, each in 0..1, x0 < x1, y0 < y1.

    `only_page`: the one page of every piece (from 0) that it is on, None for every page.
    """

    id: str
    kind: BoxKind
    x0: float
    y0: float
    x1: float
    y1: float
    only_page: int | None = None


@dataclass(frozen=True, slots=True)
class BoxChange:
    """What was drawn, moved or removed: of the whole class set, or of page `page` (from 0) of one `piece` alone."""

    box: PageBox
    piece: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class SetBoxes:
    """A class set's boxes in the order drawn; `moved`: where one is on one page (id, piece, page), None: not there."""

    drawn: tuple[PageBox, ...] = ()
    moved: Mapping[tuple[str, str, int], PageBox | None] | None = None

    def find_on(self, piece: str, page: int) -> tuple[PageBox, ...]:
        """Return the boxes on a piece's page (from 0), each where it is there.

        A box of the first pages can be moved to another page: its page came there when its stack was cut anew.
        """
        placed = (
            (self.moved or {}).get((box.id, piece, page), box if box.only_page in {None, page} else None)
            for box in self.drawn
        )
        return tuple(box for box in placed if box is not None)

    def is_moved(self, box_id: str, piece: str, page: int) -> bool:
        """Whether a box stands elsewhere on this page than on the others."""
        return (box_id, piece, page) in (self.moved or {})

    @property
    def has_question(self) -> bool:
        """Whether only what is inside question boxes counts."""
        return any(box.kind is BoxKind.QUESTION for box in self.drawn)
