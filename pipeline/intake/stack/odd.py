"""A proposed cut and what is seen of its sides come in; the places that need a look, each with why, go out.

Every check is one that a wrong cut fails: lengths that differ, a sheet begun on its back, print of a later page twice,
a page twice, another hand in the middle of a piece. What fails none may still be wrong; what fails one need not be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

import numpy as np

from pipeline.intake.stack.alike import SharedPrint, is_same_side
from pipeline.intake.stack.hands import find_border, measure_changes, split_changes, tell_apart
from pipeline.intake.stack.looks import SideLook
from pipeline.records.stack import CutPiece, Leaf, LeafRole, StackCut

_USUAL_SHARE = 0.75
_FEWEST_PIECES = 4
_FAR_LONGER_PAGES, _FAR_LONGER_TIMES = 6, 3
_NEARLY_BLANK_PX = 160
_MOST_REPEATING = 0.3
_TELLING = 0.8
_FRONTS_SHARE = 0.85
_FEWEST_FRONTS = 6


def find_odds(cut: StackCut, looks: Sequence[SideLook], others: Sequence[SharedPrint]) -> dict[int, str]:
    """Return what is odd about a cut, by place, beside what it says itself; `looks` are those of its leaves."""
    odds: dict[int, str] = {}
    for place, sentence in (
        *((place, cut.odds[place]) for place in sorted(cut.odds)),
        *_find_nearly_blank(cut.leaves, looks),
        *_find_twins(cut, looks),
        *_find_lengths(cut),
        *_find_longest(cut),
        *_find_backs(cut),
        *_find_repeated(cut, others),
        *_find_changes(cut, looks),
        *_find_codes(cut),
    ):
        odds.setdefault(place, sentence)
    return odds


def _find_nearly_blank(leaves: Sequence[Leaf], looks: Sequence[SideLook]) -> Iterator[tuple[int, str]]:
    for place, leaf in enumerate(leaves):
        if leaf.role is LeafRole.PAGE and leaf.region is None and looks[place].ink_px <= _NEARLY_BLANK_PX:
            yield place, "nearly blank"


def _find_twins(cut: StackCut, looks: Sequence[SideLook]) -> Iterator[tuple[int, str]]:
    pages = [place for piece in cut.pieces for place in piece.pages if cut.leaves[place].region is None]
    for at, place in enumerate(pages):
        if any(is_same_side(looks[before], looks[place]) for before in pages[max(0, at - 2) : at]):
            yield place, "the same page twice"


def _find_lengths(cut: StackCut) -> Iterator[tuple[int, str]]:
    """Yield the pieces of another length, where nearly all have one: in pages, or in sides with the blank ones."""
    pieces = [piece for piece in cut.pieces if cut.leaves[piece.pages[0]].region is None]
    if len(pieces) < _FEWEST_PIECES:
        return
    counts = [[_count_sides(cut, piece) for piece in pieces], [len(piece.pages) for piece in pieces]]
    usual = [Counter(lengths).most_common(1)[0] for lengths in counts]
    best = int(usual[1][1] >= usual[0][1])
    if usual[best][1] < _USUAL_SHARE * len(pieces):
        return
    for piece, length in zip(pieces, counts[best], strict=True):
        if length != usual[best][0]:
            yield piece.pages[0], f"{_count(length)} where most have {usual[best][0]}"


def _find_longest(cut: StackCut) -> Iterator[tuple[int, str]]:
    """Yield pieces that are far longer than the others: where a cut was missed, or many."""
    usual = median(len(piece.pages) for piece in cut.pieces) if cut.pieces else 0
    for piece in cut.pieces:
        if len(piece.pages) >= max(_FAR_LONGER_PAGES, _FAR_LONGER_TIMES * usual):
            yield piece.pages[0], f"{_count(len(piece.pages))}, far more than the others"


def _count_sides(cut: StackCut, piece: CutPiece) -> int:
    places = range(piece.first, piece.end)
    return sum(cut.leaves[place].role is not LeafRole.SEPARATOR for place in places)


def _count(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _find_backs(cut: StackCut) -> Iterator[tuple[int, str]]:
    """Yield the pieces that begin on the back of a sheet where nearly all begin on a front."""
    begins = [piece.pages[0] for piece in cut.pieces if cut.leaves[piece.pages[0]].region is None]
    backs = [place for place in begins if cut.leaves[place].side % 2]
    if len(begins) >= _FEWEST_FRONTS and 0 < len(backs) <= (1 - _FRONTS_SHARE) * len(begins):
        yield from ((place, "begins on the back of a sheet") for place in backs)


def _find_repeated(cut: StackCut, others: Sequence[SharedPrint]) -> Iterator[tuple[int, str]]:
    """Yield the second page of one print in a piece, where most pieces have it once at most."""
    for shared in others:
        repeats = []
        for piece in cut.pieces:
            places = [place for place in piece.pages if shared.has[cut.leaves[place].side]]
            repeats += places[1:2]
        if len(repeats) <= _MOST_REPEATING * len(cut.pieces):
            yield from ((place, "looks like a page this piece has already") for place in repeats)


def _find_changes(cut: StackCut, looks: Sequence[SideLook]) -> Iterator[tuple[int, str]]:
    """Yield pages whose writing is unlike the page's before them, where writing tells these pieces apart."""
    pages = np.array([place for piece in cut.pieces for place in piece.pages], int)
    if any(cut.leaves[place].region for place in pages):
        return
    firsts = {piece.pages[0] for piece in cut.pieces}
    changes = measure_changes(looks, np.array([place in firsts for place in range(len(looks))]))
    within, across = split_changes(changes, pages, set(cut.starts))
    if tell_apart(within, across) < _TELLING:
        return
    border = find_border(within, across)
    for piece in cut.pieces:
        for before, place in zip(piece.pages[:-1], piece.pages[1:], strict=True):
            if changes[before, place] > border:
                yield place, "the writing changes here"


def _find_codes(cut: StackCut) -> Iterator[tuple[int, str]]:
    seen = Counter(piece.label for piece in cut.pieces if piece.label)
    for piece in cut.pieces:
        if seen[piece.label] > 1:
            yield piece.pages[0], f"the code {piece.label} more than once"
