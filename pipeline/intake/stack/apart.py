"""A stack whose fronts were all copied before all backs comes in; the two brought together as a cut go out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.intake.stack.hands import measure_changes
from pipeline.intake.stack.looks import Floats, SideLook
from pipeline.intake.stack.starts import FirstPages
from pipeline.records.stack import Leaf, StackCut

_FEWEST_SHEETS = 3
_LOOK = "fronts and backs were copied apart: is this the back of this front?"
_SURE_ERRORS = 3.0


def pair_fronts_and_backs(leaves: Sequence[Leaf], looks: Sequence[SideLook], firsts: FirstPages) -> StackCut | None:
    """Return the cut into sheets, front and back, where the first half is first pages and the second half is none.

    Whether the backs run in the same or the reverse order is told by the writing, over all pairs (paired differences);
    where that isn't clear the cut is weak. None where the stack is no such one.
    """
    half, rest = divmod(len(leaves), 2)
    if rest or half < _FEWEST_SHEETS or firsts.sure | firsts.doubtful != frozenset(range(half)):
        return None
    changes = measure_changes(looks)
    straight = [half + front for front in range(half)]
    is_reversed, is_sure = _compare_orders(changes, half)
    backs = straight[::-1] if is_reversed else straight
    order = [side for pair in zip(range(half), backs, strict=True) for side in pair]
    starts = dict.fromkeys(range(0, len(order), 2), "a front, and its back from the second half")
    told = "in reverse order" if is_reversed else "in the same order"
    cut = tuple(leaves[side] for side in order)
    return StackCut(cut, starts, {0: _LOOK}, f"all fronts, then all backs {told}", is_weak=not is_sure)


def _compare_orders(changes: Floats, half: int) -> tuple[bool, bool]:
    """Return whether the backs are reversed, and whether the writing says so surely (three standard errors)."""
    fronts = np.arange(half)
    steps = changes[fronts, half + fronts] - changes[fronts, 2 * half - 1 - fronts]
    steps = steps[~np.isnan(steps) & (fronts != half - 1 - fronts)]
    if len(steps) < _FEWEST_SHEETS:
        return True, False
    error = float(steps.std(ddof=1) / np.sqrt(len(steps)))
    return bool(steps.mean() > 0), bool(abs(steps.mean()) > _SURE_ERRORS * max(error, 1e-6))
