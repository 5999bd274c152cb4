"""Looks of sides come in; which print several of them share, also upside down, goes out.

Bands of a few sides are laid over the same band of all others, moved by some px each way, and correlated. Sides whose
bands fit are laid over one another: the median keeps their print, and the writing, different on each, goes. That print
is then looked for on every side, where it lies only, so that writing around it doesn't count. Where writing runs across
it, its ink is still there (`covered.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from pipeline.intake.stack.covered import measure_held
from pipeline.intake.stack.looks import MAP_PX, Floats, SideLook

_SURE, _UNSURE = 0.5, 0.36
_GAP_WITHIN = (0.3, 0.58)
_CLEAR_GAP = 0.1
_DOUBTFUL_FROM = 0.3
_SPREADS = 2 * 1.48  # of a median absolute deviation, .67 of a standard one; a look too many is cheap, a join is not
_LEAST_SPREAD = 0.04
_LEAST_HELD = 0.5  # of its ink a side that carries print holds .65 and more, lines of writing that lie alike .3 to .9
_MAY_HOLD = 0.55  # other pages hold less, if they are no form of the same make
_MOST_WITHOUT = 10  # per cent of the sides that carry a print which may hold less
_LEAST_FIT = 0.48  # the median of the sides that carry a print: by chance a few come to .45

_BAND_PX = 20
_BAND_TOPS = tuple(range(0, MAP_PX[0] - _BAND_PX + 1, _BAND_PX // 2))
_MOVE_PX = (3, 5)
_MOST_ANCHORS = 40
_FEWEST = 3
_LEAST_SHARE = 0.08
_SEED_FIT = 0.5
_MOST_TRIED = 8
_SAME_MEMBERS = 0.75
_PRINTED = 0.12
_FEWEST_PRINT_PX = 60
_LEAST_INK = 0.8  # the length of a band's vector, below which there is nothing to compare
_SAME_SIDE = 0.88
_FEWEST_INK_PX = 200


@dataclass(frozen=True, slots=True, eq=False)
class SharedPrint:
    """Print that several sides carry: how well it fits each side (-1 to 1), and whether it fits upside down.

    has: which sides carry it. is_doubtful: which may, so that someone has to look.
    """

    fits: Floats
    is_turned: NDArray[np.bool_]
    has: NDArray[np.bool_]
    is_doubtful: NDArray[np.bool_]


def find_prints(looks: Sequence[SideLook]) -> tuple[SharedPrint, ...]:
    """Return the prints that at least three sides and one in twelve share, the most shared first."""
    anchors = _choose_anchors(looks)
    if len(anchors) < _FEWEST:
        return ()
    maps, inks = np.stack([look.layout for look in looks]), np.stack([look.ink for look in looks])
    fits, is_turned = _compare(maps, anchors)
    fewest = max(_FEWEST, _LEAST_SHARE * len(looks))
    seeds = [(anchor, band) for anchor, band in np.argwhere((fits >= _SEED_FIT).sum(axis=2) >= fewest).tolist()]
    groups = sorted({(anchor, tuple(np.flatnonzero(fits[anchor, band] >= _SEED_FIT)), band) for anchor, band in seeds})
    prints: list[SharedPrint] = []
    for _ in range(min(_MOST_TRIED, len(groups))):
        group = max(groups, key=lambda group: (-_measure_overlap(group[1], prints), len(group[1]), group))
        groups.remove(group)
        found = _refine(maps, int(anchors[group[0]]), group[1], is_turned[group[0], group[2]])
        members = tuple(np.flatnonzero(found.has))
        is_clear = len(members) >= fewest and float(np.median(found.fits[found.has])) >= _LEAST_FIT
        if is_clear and _measure_overlap(members, prints) < _SAME_MEMBERS:
            held = _measure_ink(inks, found)
            if np.percentile(held[found.has], _MOST_WITHOUT) >= _LEAST_HELD:
                prints.append(_doubt_covered(found, held, inks))
    return tuple(sorted(prints, key=lambda shared: -int(shared.has.sum())))


def _measure_ink(inks: Floats, found: SharedPrint) -> Floats:
    carriers = np.flatnonzero(found.has)
    clearest = carriers[np.argsort(-found.fits[carriers])]
    return measure_held(inks, clearest.tolist(), found.is_turned, _MOVE_PX)


def _doubt_covered(found: SharedPrint, held: Floats, inks: Floats) -> SharedPrint:
    """Return the print with those sides doubtful, too, whose ink says otherwise than their likeness.

    They hold nearly as much of its ink as the sides that carry it, or carry it and hold little.
    """
    others = ~found.has & (inks.sum(axis=(1, 2)) > 0)
    is_doubtful = found.is_doubtful | (found.has & (held < _LEAST_HELD))
    if others.any():
        border = float(np.median(held[found.has]) + np.median(held[others])) / 2
        is_doubtful |= others & ((held >= min(border, _MAY_HOLD)) | (found.fits >= _UNSURE))
    return replace(found, is_doubtful=is_doubtful)


def _measure_overlap(members: tuple[np.intp, ...], prints: Sequence[SharedPrint]) -> float:
    """Return how much of these sides and those of the likest print are the same ones (Jaccard)."""
    mine = set(members)
    theirs = [set(np.flatnonzero(shared.has)) for shared in prints]
    return max((len(mine & other) / len(mine | other) for other in theirs), default=0.0)


def is_same_side(one: SideLook, other: SideLook) -> bool:
    """Whether two sides are one sheet copied twice: print and writing lie alike all over the page."""
    import cv2

    rows, columns = _MOVE_PX
    template = np.ascontiguousarray(one.layout[rows:-rows, columns:-columns])
    if min(one.ink_px, other.ink_px) < _FEWEST_INK_PX:
        return False
    return bool(cv2.matchTemplate(other.layout, template, cv2.TM_CCOEFF_NORMED).max() >= _SAME_SIDE)


def _choose_anchors(looks: Sequence[SideLook]) -> NDArray[np.intp]:
    inked = np.flatnonzero([look.ink_px > 0 for look in looks])
    if len(inked) <= _MOST_ANCHORS:
        return inked
    return np.unique(inked[np.linspace(0, len(inked) - 1, _MOST_ANCHORS).round().astype(int)])


def _compare(maps: Floats, anchors: NDArray[np.intp]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return how well each anchor's bands fit each side, (anchors, bands, sides), and whether upside down."""
    rows, columns = _MOVE_PX
    fits = np.zeros((len(anchors), len(_BAND_TOPS), len(maps)), np.float32)
    turned = np.zeros(fits.shape, np.bool_)
    for band, top in enumerate(_BAND_TOPS):
        cut = maps[anchors, top : top + _BAND_PX]
        templates = cut[:, rows:-rows, columns:-columns].reshape(len(anchors), -1)
        for is_turned, sides in ((False, maps), (True, maps[:, ::-1, ::-1])):
            found = _fit(templates, np.ascontiguousarray(sides[:, top : top + _BAND_PX]))
            turned[:, band] = np.where(found > fits[:, band], is_turned, turned[:, band])
            fits[:, band] = np.maximum(fits[:, band], found)
    return fits, turned


def _fit(templates: Floats, bands: Floats) -> Floats:
    """Return the best correlation of each template with each band, over all places it is moved to."""
    rows, columns = (2 * move + 1 for move in _MOVE_PX)
    height, width = bands.shape[1] - rows + 1, bands.shape[2] - columns + 1
    sizes = np.linalg.norm(templates, axis=1)
    unit = (templates / np.maximum(sizes, _LEAST_INK)[:, None]).T
    best = np.zeros((len(templates), len(bands)), np.float32)
    for side, band in enumerate(bands):
        windows = sliding_window_view(band, (height, width)).reshape(rows * columns, -1)
        floor = np.linalg.norm(windows, axis=1)[:, None]
        # Little ink that happens to lie where much lies elsewhere is no likeness: both have to be of like size.
        found = (windows @ unit) / np.maximum(floor, 0.6 * sizes[None, :]).clip(_LEAST_INK)
        best[:, side] = found.max(axis=0)
    best[sizes < _LEAST_INK] = 0
    return best


def _refine(maps: Floats, anchor: int, members: Sequence[np.intp], is_turned: NDArray[np.bool_]) -> SharedPrint:
    """Return the print that these sides share with the anchor."""
    template = _cut_middle(maps[anchor])
    sides = np.array(members)
    for _ in range(2):
        laid = [_lay(maps[side], template, is_turned=bool(is_turned[side]))[1] for side in sides]
        template = np.median(laid, axis=0).astype(np.float32)
        template[template < _PRINTED] = 0
        fits, is_turned = _look_for(maps, template)
        sides = np.flatnonzero(fits >= _SURE)
        if len(sides) < _FEWEST:
            break
    if len(sides) and is_turned[sides].sum() * 2 > len(sides):
        is_turned = ~is_turned
    return SharedPrint(fits, is_turned, *_draw_border(fits))


def _draw_border(fits: Floats) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which sides carry a print and which may: the border lies in the widest gap, where one is clear.

    A side under a clear gap is doubtful where it stands out among those under it.
    """
    ordered = np.sort(fits)
    low, high = ordered[:-1], ordered[1:]
    gaps = np.where((low <= _GAP_WITHIN[1]) & (high >= _GAP_WITHIN[0]), high - low, 0)
    if not len(gaps) or gaps.max() < _CLEAR_GAP:
        return fits >= _SURE, (fits >= _UNSURE) & (fits < _SURE)
    border = float(high[int(np.argmax(gaps))])
    under = fits[fits < border]
    spread = max(_LEAST_SPREAD, float(np.median(np.abs(under - np.median(under)))))
    stands_out = max(_DOUBTFUL_FROM, float(np.median(under)) + _SPREADS * spread)
    return fits >= border, (fits < border) & (fits > stands_out)


def _look_for(maps: Floats, template: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Return how well the print fits each side, and whether upside down."""
    fits = np.array([[_lay(one, template, is_turned=turn)[0] for one in maps] for turn in (False, True)], np.float32)
    return fits.max(axis=0), np.asarray(fits[1] > fits[0])


def _lay(side_map: Floats, template: Floats, *, is_turned: bool) -> tuple[float, Floats]:
    """Return how well the print fits a side where it lies best, near where it should, and the side moved to there."""
    import cv2

    side = np.ascontiguousarray(side_map[::-1, ::-1]) if is_turned else side_map
    mask = cv2.dilate((template > 0).astype(np.float32), np.ones((5, 5), np.uint8))
    if mask.sum() < _FEWEST_PRINT_PX:
        return 0.0, _cut_middle(side)
    found = cv2.matchTemplate(side, template, cv2.TM_CCOEFF_NORMED, mask=mask)
    found = np.where(np.isfinite(found), found, 0)
    row, column = np.unravel_index(int(np.argmax(found)), found.shape)
    height, width = template.shape
    return float(found[row, column]), side[row : row + height, column : column + width]


def _cut_middle(side_map: Floats) -> Floats:
    rows, columns = _MOVE_PX
    return np.ascontiguousarray(side_map[rows:-rows, columns:-columns])
