"""A stack of sides from a copier or a phone, and how it is cut into pieces: as proposed, and as a teacher says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.records.work import Region, SourcePage


@dataclass(frozen=True, slots=True)
class Stack:
    """Sides in the order they came: the pages of one long file, or a run of files with one page each.

    `sha256` is that of its content, by which a cut of it is found again wherever the files lie.
    """

    name: str
    sides: tuple[SourcePage, ...]
    sha256: str
    is_long: bool


class LeafRole(StrEnum):
    """What a side of a stack is: only pages are read, the others are counted."""

    PAGE = "page"
    BLANK = "blank"
    SEPARATOR = "separator"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One side of a stack, or one slip on it. `side` counts from 0; `label` is what a separator's code says."""

    side: int
    role: LeafRole = LeafRole.PAGE
    region: Region | None = None
    label: str = ""
    is_upside_down: bool = False


@dataclass(frozen=True, slots=True)
class StackCut:
    """How a stack is cut. Places count the leaves from 0, in reading order.

    starts: the places where a piece begins, with why (a sentence's end: "a separator sheet"); 0 is always one of them.
    odds: places that need a look, with what is odd about the piece there.
    basis: what the cut rests on, in words. is_weak: nothing in the stack bears it out; every piece needs a look.
    """

    leaves: tuple[Leaf, ...]
    starts: Mapping[int, str]
    odds: Mapping[int, str]
    basis: str
    is_weak: bool = False

    @property
    def pieces(self) -> tuple[CutPiece, ...]:
        """The pieces in order; leaves between two starts, where at least one of them is a page."""
        firsts = sorted({0, *self.starts} & set(range(len(self.leaves))))
        spans = zip(firsts, [*firsts[1:], len(self.leaves)], strict=True)
        pieces = (self._make_piece(first, end) for first, end in spans)
        return tuple(piece for piece in pieces if piece.pages)

    def count(self, role: LeafRole) -> int:
        """How many leaves have that role."""
        return sum(leaf.role is role for leaf in self.leaves)

    def _make_piece(self, first: int, end: int) -> CutPiece:
        places = range(first, end)
        pages = tuple(place for place in places if self.leaves[place].role is LeafRole.PAGE)
        label = next((self.leaves[place].label for place in places if self.leaves[place].label), "")
        odds = tuple(dict.fromkeys(self.odds[place] for place in places if place in self.odds))
        return CutPiece(first, end, pages, label, self.starts.get(first, ""), odds)


@dataclass(frozen=True, slots=True)
class CutPiece:
    """One piece of a cut stack: the leaves from `first` to before `end`, of which `pages` are read.

    `why` says why it begins where it does, `odds` what about it needs a look.
    """

    first: int
    end: int
    pages: tuple[int, ...]
    label: str
    why: str
    odds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MovedPage:
    """A page (from 0) of a piece that was page `old_page` of `old_piece` before its stack was cut anew."""

    piece: str
    page: int
    old_piece: str
    old_page: int


@dataclass(frozen=True, slots=True)
class Recut:
    """A stack that was read already is cut another way: the pieces `gone` make room for those that `came`.

    Both are codes; `moved` says where the pages of the new pieces were before.
    """

    stack_sha256: str
    cut: StackCut
    gone: tuple[str, ...]
    came: tuple[str, ...]
    moved: tuple[MovedPage, ...]
