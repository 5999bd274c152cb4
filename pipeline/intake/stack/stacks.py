"""A plan of intake comes in; what in it may be a whole class's stack, and the plan with stacks cut, go out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from pipeline.intake.plan import name_apart
from pipeline.records.stack import CutPiece, LeafRole, Stack, StackCut
from pipeline.records.work import IntakePlan, PlannedPiece, SourcePage

LONG_PAGES = 12
"""From here on one file may hold a class: more than a student hands in on paper."""

_FEWEST_SIDES = 4
_TIMES_THE_OTHERS = 4
_PHOTO_SUFFIXES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".heif", ".bmp"}
_SLIPS = "abcdefgh"


def find_stacks(plan: IntakePlan) -> tuple[Stack, ...]:
    """Return what can be cut: each file of at least four pages, and each folder's run of as many one-page pictures.

    One is long (`is_long`) where it has LONG_PAGES and more, and four times those of the other files.
    """
    files = [piece for piece in plan.pieces if len(piece.sources) == 1 and len(piece.pages) >= _FEWEST_SIDES]
    stacks = [_make_stack(piece.sources[0].name, piece.pages, is_long=_is_long(piece, plan)) for piece in files]
    return (*stacks, *_find_runs(plan))


def _is_long(piece: PlannedPiece, plan: IntakePlan) -> bool:
    others = [len(other.pages) for other in plan.pieces if other is not piece]
    return len(piece.pages) >= LONG_PAGES and len(piece.pages) >= _TIMES_THE_OTHERS * (median(others) if others else 1)


def _find_runs(plan: IntakePlan) -> list[Stack]:
    photos = [piece for piece in plan.pieces if len(piece.pages) == 1 and _is_photo(piece)]
    stacks = []
    for folder, run in groupby(photos, key=lambda piece: piece.sources[0].parent):
        pages = tuple(piece.pages[0] for piece in run)
        if len(pages) >= _FEWEST_SIDES:
            stacks.append(_make_stack(folder.name, pages, is_long=False))
    return stacks


def _is_photo(piece: PlannedPiece) -> bool:
    return piece.sources[0].suffix.lower() in _PHOTO_SUFFIXES and piece.pages[0].region is None


def _make_stack(name: str, pages: tuple[SourcePage, ...], *, is_long: bool) -> Stack:
    content = "\n".join(f"{page.source_sha256}:{page.index}" for page in pages)
    return Stack(name, pages, hashlib.sha256(content.encode()).hexdigest(), is_long)


def cut_plan(plan: IntakePlan, cuts: Mapping[str, StackCut]) -> IntakePlan:
    """Return the plan with every stack cut for which `cuts` has a cut, by the stack's sha256, in the stack's place.

    A piece is named for its file and its sides, so that it keeps its name when the cut changes elsewhere.
    """
    for stack in find_stacks(plan):
        cut = cuts.get(stack.sha256)
        if cut is not None:
            plan = _replace_stack(plan, stack, cut)
    return plan


def _replace_stack(plan: IntakePlan, stack: Stack, cut: StackCut) -> IntakePlan:
    whole = {(page.source, page.index) for page in stack.sides}
    is_of_stack = [(piece.pages[0].source, piece.pages[0].index) in whole for piece in plan.pieces]
    at = is_of_stack.index(True)
    pieces = tuple(make_piece(stack, cut, piece) for piece in cut.pieces)
    before, after = plan.pieces[:at], plan.pieces[at:]
    rest = tuple(piece for piece, is_one in zip(after, is_of_stack[at:], strict=True) if not is_one)
    left_out = len(cut.leaves) - cut.count(LeafRole.PAGE)
    named = name_apart((*before, *pieces, *rest))
    return replace(plan, pieces=named, sides_left_out=plan.sides_left_out + left_out)


def make_piece(stack: Stack, cut: StackCut, piece: CutPiece) -> PlannedPiece:
    """Return a piece of a cut stack as intake plans it: its pages in reading order, regions where they are slips."""
    leaves = [cut.leaves[place] for place in piece.pages]
    pages = tuple(replace(stack.sides[leaf.side], region=leaf.region) for leaf in leaves)
    sources = tuple(dict.fromkeys(page.source for page in pages))
    return PlannedPiece(_name_piece(stack, cut, piece, pages), sources, pages, label=piece.label)


def _name_piece(stack: Stack, cut: StackCut, piece: CutPiece, pages: Sequence[SourcePage]) -> str:
    """Return "copier p03-04", "p03a" for a slip, "p01+24" for sides that don't follow; of photos their own names."""
    first = cut.leaves[piece.pages[0]]
    if len({page.source for page in stack.sides}) > 1:
        stems = list(dict.fromkeys(page.source.stem for page in pages))
        return f"{stems[0]}{_name_slip(cut, piece)}" if len(stems) == 1 else f"{stems[0]} to {stems[-1]}"
    digits = max(2, len(str(len(stack.sides))))
    sides = [cut.leaves[place].side + 1 for place in piece.pages]
    told = f"{first.side + 1:0{digits}d}"
    if len(sides) > 1:
        is_run = sides == sorted(sides) and sides[-1] - sides[0] < len(sides) * 2
        told += f"{'-' if is_run else '+'}{sides[-1]:0{digits}d}"
    return f"{pages[0].source.stem} p{told}{_name_slip(cut, piece)}"


def _name_slip(cut: StackCut, piece: CutPiece) -> str:
    first = cut.leaves[piece.pages[0]]
    if first.region is None:
        return ""
    same_side = [place for place, leaf in enumerate(cut.leaves) if leaf.side == first.side]
    return _SLIPS[same_side.index(piece.pages[0])]
