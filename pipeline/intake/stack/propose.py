"""What is seen of a stack's sides comes in; a proposed cut into pieces, with why and what is odd, goes out.

Tried in this order: separator sheets, slips, print that tells first pages, blank sheets between, every n pages. Where
two of them speak and disagree, the places are odd; where none speaks, the whole cut is weak.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.intake.stack.alike import SharedPrint, find_prints
from pipeline.intake.stack.apart import pair_fronts_and_backs
from pipeline.intake.stack.every import cut_every, find_usual_length, measure_usual_length
from pipeline.intake.stack.hands import measure_changes, split_changes, tell_apart
from pipeline.intake.stack.looks import SideLook
from pipeline.intake.stack.odd import find_odds
from pipeline.intake.stack.slips import Slips, find_slips, place_slips
from pipeline.intake.stack.starts import FirstPages, find_dividers, find_first_pages
from pipeline.records.stack import Leaf, LeafRole, StackCut

BLANK_PX = 20
"""A side with at most so much ink is blank: a single letter has more."""

_SEPARATOR, _DIVIDER, _ALIKE = "a separator sheet", "a blank sheet before it", "looks like the first page of the others"
_NO_CODE = "looks like a separator sheet, but its code can't be read"
_FEWEST_SEPARATORS = 2
_MOST_DISAGREEING = 0.5
_TOLD_APART, _DISPUTED = 0.85, 0.85


def propose_cut(looks: Sequence[SideLook]) -> StackCut:
    """Return a cut of the stack whose sides look like this. Nothing is decided: a teacher confirms it."""
    leaves = tuple(_judge_side(side, look) for side, look in enumerate(looks))
    prints = find_prints(looks)
    if sum(leaf.role is LeafRole.SEPARATOR for leaf in leaves) >= _FEWEST_SEPARATORS:
        return _finish(_cut_at_separators(leaves, prints), looks, ())
    slips = find_slips(looks)
    if slips:
        return _cut_into_slips(leaves, looks, slips)
    pages = np.array([leaf.side for leaf in leaves if leaf.role is LeafRole.PAGE], int)
    firsts = find_first_pages(prints, pages)
    if firsts and not firsts.is_everywhere:
        apart = pair_fronts_and_backs(leaves, looks, firsts)
        if apart:
            return _finish(apart, [looks[leaf.side] for leaf in apart.leaves], ())
    return _cut_sides(_turn(leaves, prints), looks, firsts)


def cut_looks_every(looks: Sequence[SideLook], length: int) -> StackCut:
    """Return the cut every `length` sides that a teacher asked for; blank sides count and are not read."""
    leaves = tuple(_judge_side(side, look) for side, look in enumerate(looks))
    return _finish(cut_every(_turn(leaves, find_prints(looks)), length), looks, ())


def _cut_sides(leaves: tuple[Leaf, ...], looks: Sequence[SideLook], firsts: FirstPages | None) -> StackCut:
    dividers = find_dividers(np.array([leaf.role is LeafRole.BLANK for leaf in leaves]))
    if firsts and not firsts.is_everywhere and (firsts.is_on_first or not dividers):
        return _finish(_cut_at_first_pages(leaves, firsts, dividers.starts if dividers else None), looks, firsts.others)
    if dividers:
        cut = StackCut(
            leaves, dict.fromkeys(sorted({0} | dividers.starts), _DIVIDER), {}, "a blank sheet between the pieces"
        )
        return _finish(replace(cut, is_weak=not (dividers.are_sheets or _do_hands_change(cut, looks))), looks, ())
    if firsts:
        return _finish(_cut_alike_pages(leaves, looks, firsts), looks, ())
    length, is_borne_out = find_usual_length(leaves, looks)
    cut = replace(cut_every(leaves, length), is_weak=not is_borne_out)
    return _finish(cut, looks, ())


def _do_hands_change(cut: StackCut, looks: Sequence[SideLook]) -> bool:
    """Whether the writing changes from piece to piece: single blank sides may also be backs or empty pages."""
    pages = np.array([place for piece in cut.pieces for place in piece.pages], int)
    return tell_apart(*split_changes(measure_changes(looks), pages, set(cut.starts))) >= _TOLD_APART


def _finish(cut: StackCut, looks: Sequence[SideLook], others: Sequence[SharedPrint]) -> StackCut:
    return replace(cut, odds=find_odds(cut, looks, others))


def _judge_side(side: int, look: SideLook) -> Leaf:
    if look.code:
        return Leaf(side, LeafRole.SEPARATOR, label=look.code)
    return Leaf(side, LeafRole.BLANK if look.ink_px <= BLANK_PX else LeafRole.PAGE)


def _turn(leaves: tuple[Leaf, ...], prints: Sequence[SharedPrint]) -> tuple[Leaf, ...]:
    """Say of the leaves that carry a print upside down that they lie so."""
    turned = {side for shared in prints for side in np.flatnonzero(shared.has & shared.is_turned)}
    return tuple(replace(leaf, is_upside_down=leaf.side in turned) for leaf in leaves)


def _cut_at_separators(leaves: tuple[Leaf, ...], prints: Sequence[SharedPrint]) -> StackCut:
    places = {leaf.side for leaf in leaves if leaf.role is LeafRole.SEPARATOR}
    unread = {side for side in _list_like(prints, places) if leaves[side].role is LeafRole.PAGE}
    starts = dict.fromkeys(sorted({0} | places | unread), _SEPARATOR)
    odds = dict.fromkeys(unread, _NO_CODE)
    first_page = next((leaf.side for leaf in leaves if leaf.role is LeafRole.PAGE), 0)
    if first_page < min(places):
        starts[0], odds[first_page] = "the first page", "no separator sheet before it"
    return StackCut(leaves, starts, odds, "a separator sheet before each piece")


def _list_like(prints: Sequence[SharedPrint], places: set[int]) -> set[int]:
    """Return the sides that carry a print which is found on separator sheets only."""
    found: set[int] = set()
    for shared in prints:
        has = set(np.flatnonzero(shared.has).tolist())
        if len(has & places) >= _MOST_DISAGREEING * len(places) and len(has - places) <= len(has & places) / 4:
            found |= has
    return found - places


def _cut_at_first_pages(leaves: tuple[Leaf, ...], firsts: FirstPages, dividers: frozenset[int] | None) -> StackCut:
    first_page = next(leaf.side for leaf in leaves if leaf.role is LeafRole.PAGE)
    starts = dict.fromkeys(sorted({first_page} | firsts.sure), _ALIKE)
    odds = dict.fromkeys(firsts.doubtful, "may be a first page: it looks somewhat like the others")
    missing = firsts.sure - {first_page} - dividers if dividers else frozenset()
    extra = _skip_blanks(dividers, leaves) - firsts.sure if dividers else frozenset()
    is_disputed = bool(dividers) and len(missing | extra) > _MOST_DISAGREEING * len(firsts.sure)
    if dividers and not is_disputed:
        odds |= dict.fromkeys(extra, "a blank sheet before it, but it doesn't look like a first page")
        odds |= dict.fromkeys(missing, "looks like a first page, but no blank sheet lies before it")
    return StackCut(leaves, {0: _ALIKE} | starts, odds, "first pages look alike", is_weak=not firsts.is_on_first)


def _cut_alike_pages(leaves: tuple[Leaf, ...], looks: Sequence[SideLook], firsts: FirstPages) -> StackCut:
    """Return the cut of a stack whose pages all carry one print: one page each, or after how many it repeats.

    Where writing says that a piece has more pages, the cut is weak: then it may be the school's paper.
    """
    length, told_apart = measure_usual_length(leaves, looks)
    cut = cut_every(leaves, firsts.period)
    is_disputed = told_apart >= _DISPUTED and length != firsts.period
    told = "print that repeats " + cut.basis if firsts.period > 1 else "every page looks like a first page"
    return replace(cut, basis=told, is_weak=is_disputed or not firsts.is_period_sure)


def _skip_blanks(starts: Iterable[int], leaves: Sequence[Leaf]) -> frozenset[int]:
    """Return the first page at or behind each start."""
    pages: NDArray[np.intp] = np.array([leaf.side for leaf in leaves if leaf.role is LeafRole.PAGE], int)
    behind = [pages[pages >= start] for start in starts]
    return frozenset(int(sides[0]) for sides in behind if len(sides))


def _cut_into_slips(leaves: Sequence[Leaf], looks: Sequence[SideLook], slips: Slips) -> StackCut:
    cut: list[Leaf] = []
    odds: dict[int, str] = {}
    for leaf, look in zip(leaves, looks, strict=True):
        if leaf.role is LeafRole.BLANK:
            cut.append(leaf)
            continue
        placed = place_slips(look, slips)
        if not slips.is_borne_out[leaf.side] and sum(is_inked for _, is_inked in placed) > 1:
            odds[len(cut)] = "may not be slips: it looks unlike the other sheets"
        cut += [Leaf(leaf.side, LeafRole.PAGE if is_inked else LeafRole.BLANK, region) for region, is_inked in placed]
    why = f"a slip of its own, {slips.rows * slips.columns} on a sheet"
    starts = dict.fromkeys(range(len(cut)), why)
    return StackCut(tuple(cut), starts, odds, f"{slips.rows * slips.columns} slips on each sheet")
