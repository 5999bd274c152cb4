"""A stack that shows no first pages comes in; a cut every n sides goes out, and the n that the writing speaks for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.intake.stack.hands import measure_changes, split_changes, tell_apart
from pipeline.intake.stack.looks import SideLook
from pipeline.records.stack import Leaf, LeafRole, StackCut

_LENGTHS = (2, 3, 4)
_USUAL = 2
_TOLD_APART = 0.95


def cut_every(leaves: Sequence[Leaf], length: int) -> StackCut:
    """Return the cut into pieces of `length` sides each, blank ones counted, separator sheets not."""
    starts, odds, seen = {}, {}, 0
    why = "every page" if length == 1 else f"every {length} pages"
    for place, leaf in enumerate(leaves):
        if leaf.role is LeafRole.SEPARATOR:
            continue
        if seen % length == 0:
            starts[place] = why
        seen += 1
    if seen % length:
        odds[max(starts)] = f"{seen % length} of {length} pages are left over"
    return StackCut(tuple(leaves), {0: why} | starts, odds, why)


def find_usual_length(leaves: Sequence[Leaf], looks: Sequence[SideLook]) -> tuple[int, bool]:
    """Return how many sides a piece has, and whether the writing bears it out: hands change between pieces, not inside.

    Nothing speaks for a length where all sides have one hand, or each its own: then it is two, front and back.
    """
    length, told_apart = measure_usual_length(leaves, looks)
    if told_apart >= _TOLD_APART:
        return length, True
    sides = sum(leaf.role is not LeafRole.SEPARATOR for leaf in leaves)
    return (_USUAL if sides % _USUAL == 0 else 1), False


def measure_usual_length(leaves: Sequence[Leaf], looks: Sequence[SideLook]) -> tuple[int, float]:
    """Return the length (2 to 4 sides) that the writing speaks for most, and how surely: .5 not at all, 1 always."""
    sides = [leaf.side for leaf in leaves if leaf.role is not LeafRole.SEPARATOR]
    pages = np.array([leaf.side for leaf in leaves if leaf.role is LeafRole.PAGE], int)
    changes = measure_changes(looks)
    told = {
        length: tell_apart(*split_changes(changes, pages, set(sides[::length])))
        for length in _LENGTHS
        if len(sides) % length == 0
    }
    best = max(told, key=lambda length: told[length], default=1)
    return best, told.get(best, 0.5)
