"""What is seen of a stack comes in; where pieces may begin, by blank sheets or by repeated print, goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.intake.stack.alike import SharedPrint
from pipeline.intake.stack.looks import Floats

_FEWEST_DIVIDERS = 2
_SHEET_SIDES = 2
_RARER_PARITY = 0.25
_FEWEST_STARTS = 2
_EVERYWHERE = 0.95
_NEARLY_EVERYWHERE = 0.85
_SURE_ERRORS = 3.0
_ON_FIRST = 0.3
_LEAST_ERROR = 0.01
_OPPOSED = -0.3
_CLEARLY_BETTER = 0.05
_LEAST_STEP = 0.12


@dataclass(frozen=True, slots=True)
class Dividers:
    """Sides before which a blank sheet lies; `are_sheets` where both its sides were copied, so that it is no back."""

    starts: frozenset[int]
    are_sheets: bool


def find_dividers(is_blank: NDArray[np.bool_]) -> Dividers | None:
    """Return the sides that begin a piece because a blank sheet lies before them, or None where none seems to.

    Sheets copied on both sides: both sides of a sheet blank. Copied on one side: single blank sides, some at even and
    some at odd places, or at one regular distance. Blank backs of written sheets are no dividers.
    """
    both = is_blank[0 : len(is_blank) - 1 : 2] & is_blank[1::2]
    places = np.flatnonzero(is_blank)
    inner = places[(places > 0) & (places < len(is_blank) - 1)]
    if both[1:].sum() >= _FEWEST_DIVIDERS:
        return Dividers(_begin_after(np.flatnonzero(both) * 2 + 1, is_blank), are_sheets=True)
    if len(inner) < _FEWEST_DIVIDERS or (np.diff(inner) == 1).any():
        return None
    odd_share = float((inner % 2).mean())
    gaps = np.diff(inner)
    is_regular = len(gaps) > 0 and gaps.min() == gaps.max() and gaps[0] > _SHEET_SIDES and inner[0] == gaps[0] - 1
    if min(odd_share, 1 - odd_share) >= _RARER_PARITY or is_regular:
        return Dividers(_begin_after(inner, is_blank), are_sheets=False)
    return None


def _begin_after(blanks: NDArray[np.intp], is_blank: NDArray[np.bool_]) -> frozenset[int]:
    return frozenset(int(side) + 1 for side in blanks if side + 1 < len(is_blank))


@dataclass(frozen=True, slots=True)
class FirstPages:
    """Sides that look like a first page, and those that may; `others` are prints of later pages.

    is_everywhere: every page carries the print. period: how many pages after which it fits best again, else 1.
    is_on_first: the stack's first page carries it. is_period_sure: nothing speaks for another period.
    """

    sure: frozenset[int]
    doubtful: frozenset[int]
    others: tuple[SharedPrint, ...]
    is_everywhere: bool
    period: int = 1
    is_on_first: bool = True
    is_period_sure: bool = True


def find_first_pages(prints: Sequence[SharedPrint], pages: NDArray[np.intp]) -> FirstPages | None:
    """Return which of the sides `pages` look like a first page, or None where no print tells them from other pages.

    A first page's print is one that the first page carries and not all do: of several the most regular one.
    Print that is on every page is taken for the first page's where nothing else tells more: one page a piece.
    """
    if not len(pages):
        return None
    shares = [float(shared.has[pages].mean()) for shared in prints]
    telling = [k for k, share in enumerate(shares) if share < _NEARLY_EVERYWHERE]
    telling = [k for k in telling if prints[k].has[pages].sum() >= _FEWEST_STARTS]
    if telling:
        on_first = [k for k in telling if prints[k].fits[pages[0]] >= _ON_FIRST]
        best = min(on_first or telling, key=lambda k: (_measure_irregularity(prints[k], pages), k))
        others = tuple(prints[k] for k in range(len(prints)) if k != best and shares[k] < _NEARLY_EVERYWHERE)
        return replace(_take(prints[best], others, pages, is_everywhere=False), is_on_first=bool(on_first))
    everywhere = [k for k, share in enumerate(shares) if share >= _EVERYWHERE]
    if everywhere and not any(share < _NEARLY_EVERYWHERE for share in shares):
        return _take(prints[everywhere[0]], (), pages, is_everywhere=True)
    return None


def _take(
    first: SharedPrint, others: tuple[SharedPrint, ...], pages: NDArray[np.intp], *, is_everywhere: bool
) -> FirstPages:
    is_contested = _find_contested(first, others, pages)
    has = first.has & ~is_contested
    later = [other for other in others if not (other.has & has).any()]
    # A side with print that no first page has is a later page, however like the two prints are.
    is_later = np.any([other.has for other in later], axis=0) if later else np.zeros(len(has), np.bool_)
    is_doubtful = (first.is_doubtful & ~is_later) | is_contested
    sure = frozenset(int(side) for side in pages if has[side])
    doubtful = frozenset(int(side) for side in pages if is_doubtful[side])
    if not is_everywhere:
        return FirstPages(sure, doubtful, others, is_everywhere)
    period, is_period_sure = _find_period(first.fits[pages])
    return FirstPages(sure, doubtful, others, is_everywhere, period, is_period_sure=is_period_sure)


def _find_contested(first: SharedPrint, others: Sequence[SharedPrint], pages: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which of the sides with a first page's print another print fits better, one that lies where this doesn't.

    Front and back of one form have print alike: each side is of the one that fits it best, and needs a look.
    """
    is_contested = np.zeros(len(first.has), np.bool_)
    for other in others:
        if _are_opposed(first.fits[pages], other.fits[pages]):
            is_contested |= first.has & other.has & (other.fits > first.fits + _CLEARLY_BETTER)
    return is_contested


def _are_opposed(fits: Floats, others: Floats) -> bool:
    """Whether one print fits where the other doesn't: two looks at the same print go together."""
    return bool(fits.std() > 0 and others.std() > 0 and np.corrcoef(fits, others)[0, 1] < _OPPOSED)


def _find_period(fits: Floats) -> tuple[int, bool]:
    """Return after how many pages (2 to 4) a print fits like before, 1 where all alike, and whether that is sure.

    Two forms of one make carry much of one another's print, not all: three standard errors between two pages' means.
    Of a few pages that may be luck where the step is small: then nothing is said surely.
    """
    is_sure = True
    for period in (2, 3, 4):
        phases = [fits[phase::period] for phase in range(period)]
        if len(fits) % period or min(map(len, phases)) < _FEWEST_STARTS:
            continue
        means = [float(phase.mean()) for phase in phases]
        error = max(float(phase.std()) / len(phase) ** 0.5 for phase in phases)
        if max(means) - min(means) > _SURE_ERRORS * max(error, _LEAST_ERROR):
            if max(means) - min(means) >= _LEAST_STEP:
                return period, True
            is_sure = False
    return 1, is_sure


def _measure_irregularity(shared: SharedPrint, pages: NDArray[np.intp]) -> float:
    """Return how much the lengths between first pages differ, relative to their mean."""
    places = np.append(np.flatnonzero(shared.has[pages]), len(pages))
    lengths = np.diff(places)
    return float(lengths.std() / lengths.mean())
