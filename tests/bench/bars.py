"""Figures of several sets in, lines of one table out: a bar, ours and the peers' beside it, with 90 % intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.stats import binomtest

from tests.bench.score import bound_over_pages

OURS, DEFAULTS, FRIENDLY, MEANS = "ours", "BERTopic", "friendly", "k-means"
COLUMNS = (OURS, DEFAULTS, FRIENDLY, MEANS)
NOTHING = "-"
_WHAT, _BAR, _FIGURE = 64, 15, 22


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its 90 % interval; `low` and `high` are NaN where there is only one measurement."""

    value: float
    low: float = float("nan")
    high: float = float("nan")
    decimals: int = 3

    def __str__(self) -> str:
        shown = f"{self.value:.{self.decimals}f}"
        return shown if np.isnan(self.low) else f"{shown} ({self.low:.{self.decimals}f}-{self.high:.{self.decimals}f})"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, the bar as words, and a figure by column where there is one."""

    what: str
    bar: str
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def __str__(self) -> str:
        cells = (str(self.figures.get(column, NOTHING)) for column in COLUMNS)
        return f"{self.what:<{_WHAT}} {self.bar:<{_BAR}} " + " ".join(f"{cell:<{_FIGURE}}" for cell in cells).rstrip()


def write_head() -> str:
    """Return the table's head."""
    return f"{'':<{_WHAT}} {'bar':<{_BAR}} " + " ".join(f"{column:<{_FIGURE}}" for column in COLUMNS).rstrip()


def average(values: Sequence[float], decimals: int = 3) -> Figure:
    """Return the mean over sets with its interval: sets drawn with replacement."""
    rows = np.array(values, dtype=np.float64)
    if len(rows) == 1:
        return Figure(float(rows[0]), decimals=decimals)
    return Figure(float(rows.mean()), *bound_over_pages(len(rows), lambda draw: float(rows[draw].mean())), decimals)


def divide(parts: Sequence[int], wholes: Sequence[int]) -> Figure | None:
    """Return the share over all sets with its interval, None where there is nothing to have a share of."""
    part, whole = np.array(parts, dtype=np.float64), np.array(wholes, dtype=np.float64)
    if not whole.sum():
        return None
    share = float(part.sum() / whole.sum())
    if len(part) == 1:
        return Figure(share)
    low, high = bound_over_pages(len(part), lambda draw: _share(part[draw].sum(), whole[draw].sum()))
    return Figure(share, low, high)


def count_sets(found: int, sets: int) -> Figure:
    """Return a share of sets with its exact interval (Clopper and Pearson 1934)."""
    bounds = binomtest(found, sets).proportion_ci(0.9)
    return Figure(found / sets, float(bounds.low), float(bounds.high))


def keep_known(figures: Mapping[str, Figure | None]) -> dict[str, Figure]:
    """Return the figures there are."""
    return {column: figure for column, figure in figures.items() if figure is not None}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")
