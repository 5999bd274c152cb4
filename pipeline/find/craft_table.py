"""A class set in, its ways of writing as a table out: strengths by observation, and who stands out with length held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.craft_rule import HIGH, LOW, CraftRule, RulePart, score_rule
from pipeline.find.spaces import MEASURED_GROUPS, count_words, tabulate_strengths
from pipeline.records.patterns import ClassSet, ObservationKind

FEWEST_MEMBERS, MOST_SHARE = 3, 0.6
"""What two pieces show is no pattern of a class set, and what nearly all show sets nobody apart."""

_LEAST_SHARE, _USUAL_SHARE, _WIDEST_SHARE = 0.2, 1 / 3, 0.45
_BROAD_SHARE = 0.5
"""What shades off is cut where the least of it is lost, in the middle (Cohen 1983)."""

_CLEAR_GAP = 3.0
_MOST_PRESENT = 0.6
_TAILS = (5, 95)


@dataclass(frozen=True, slots=True, eq=False)
class CraftTable:
    """Strengths (n,) by an observation's key, with each piece's log words (n,), in the class set's order."""

    kinds: Mapping[str, ObservationKind]
    strengths: Mapping[str, NDArray[np.float64]]
    log_words: NDArray[np.float64]

    def can_belong(self, part: RulePart) -> NDArray[np.bool_]:
        """Return which pieces may show `part`: a lack is no presence, and a piece too short to measure is neither."""
        needs_strength = part.direction == HIGH or self.kinds[part.key].group in MEASURED_GROUPS
        return (self.strengths[part.key] > 0) | np.bool_(not needs_strength)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A way of writing and who shows it: `scores` (n,) with length held constant, `members` (n,).

    `name` is a family's own; "" where the parts' names say it.
    """

    rule: CraftRule
    scores: NDArray[np.float64]
    members: NDArray[np.bool_]
    name: str = ""


def tabulate_craft(class_set: ClassSet) -> CraftTable:
    """Return the table of the observations that differ between the pieces of `class_set`."""
    table = tabulate_strengths(class_set)
    varied = [at for at in range(len(class_set.kinds)) if np.ptp(table[:, at]) > 0]
    return CraftTable(
        {class_set.kinds[at].key: class_set.kinds[at] for at in varied},
        {class_set.kinds[at].key: table[:, at] for at in varied},
        np.log1p(count_words(class_set.transcripts)),
    )


def find_ways(table: CraftTable) -> list[Way]:
    """Return each observation's clear group in each direction that has a name."""
    ways = []
    for key, kind in table.kinds.items():
        for direction, name in ((HIGH, kind.name), (LOW, kind.opposite)):
            way = find_way(table, key, direction) if name else None
            ways += [way] if way else []
    return ways


def find_way(table: CraftTable, key: str, direction: str) -> Way | None:
    """Return who shows observation `key` or its lack: by presence where many lack it, else the clear top group."""
    part = fit_part(table, key, direction)
    shown = table.strengths[key] > 0
    if shown.mean() <= _MOST_PRESENT:
        present = RulePart(key, direction, 0.0, 0.0, 0.0, 1.0)
        members = shown if direction == HIGH else ~shown
        threshold = _round(float(table.strengths[key][shown].min()) / 2) if direction == HIGH else 0.0
        scores = score_rule([part], table.strengths, table.log_words)
        return _keep_fit(Way(CraftRule((present,), threshold), scores, members))
    return cut_group(table, (part,))


def fit_part(table: CraftTable, key: str, direction: str) -> RulePart:
    """Return observation `key` with a straight line in log words taken out, extremes drawn in before it is fitted."""
    strengths = table.strengths[key]
    drawn_in = np.clip(strengths, *np.percentile(strengths, _TAILS))
    pivot = _round(float(table.log_words.mean()))
    away = table.log_words - pivot
    spread = float(away @ away)
    slope = _round(float(away @ drawn_in) / spread) if spread > 0 else 0.0
    left = strengths - slope * away
    scale = _round(float(left.std()))
    return RulePart(key, direction, slope, pivot, _round(float(left.mean())), scale if scale > 0 else 1.0)


def cut_group(table: CraftTable, parts: tuple[RulePart, ...]) -> Way | None:
    """Return the clear top group of the pieces' mean score on `parts`: to a gap that stands out, else the top third."""
    scores = score_rule(parts, table.strengths, table.log_words)
    allowed = np.all([table.can_belong(part) for part in parts], axis=0)
    order = np.sort(scores)[::-1]
    count = _find_gap(order)
    threshold = _round((float(order[count - 1]) + float(order[count])) / 2)
    return _keep_fit(Way(CraftRule(parts, threshold), scores, (scores >= threshold) & allowed))


def cut_top(table: CraftTable, parts: tuple[RulePart, ...], name: str) -> Way | None:
    """Return the pieces that show most of a broad way of writing: it shades off, so the upper half is taken."""
    scores = score_rule(parts, table.strengths, table.log_words)
    order = np.sort(scores)[::-1]
    count = max(FEWEST_MEMBERS, round(_BROAD_SHARE * len(order)))
    if count >= len(order):
        return None
    threshold = _round((float(order[count - 1]) + float(order[count])) / 2)
    return _keep_fit(Way(CraftRule(parts, threshold), scores, scores >= threshold, name))


def is_fit(members: NDArray[np.bool_]) -> bool:
    """Whether a pattern may have these members: at least three, at most 60 % of the set."""
    return FEWEST_MEMBERS <= int(members.sum()) <= MOST_SHARE * len(members)


def _keep_fit(way: Way) -> Way | None:
    return way if is_fit(way.members) else None


def _find_gap(order: NDArray[np.float64]) -> int:
    n = len(order)
    fewest, most = max(FEWEST_MEMBERS, round(_LEAST_SHARE * n)), max(FEWEST_MEMBERS, round(_WIDEST_SHARE * n))
    gaps = order[fewest - 1 : most] - order[fewest : most + 1]
    widest = int(np.argmax(gaps))
    is_clear = len(gaps) > 1 and gaps[widest] >= _CLEAR_GAP * max(float(np.sort(gaps)[-2]), 1e-9)
    return fewest + widest if is_clear else max(FEWEST_MEMBERS, round(_USUAL_SHARE * n))


def _round(value: float) -> float:
    return float(f"{value:.9g}")
