"""Ways of writing in, fewer out: what the same pieces show becomes one pattern with both names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from pipeline.find.craft_rule import RulePart
from pipeline.find.craft_table import CraftTable, Way, cut_group, fit_part

SAME_PIECES = 0.7
"""Two patterns with a Jaccard above this are one to a teacher."""

GOES_TOGETHER = 0.7
"""Observations whose scores correlate above this, length held constant, are one way of writing."""


def join_ways(table: CraftTable, ways: Sequence[Way], clearness: Mapping[str, float]) -> list[Way]:
    """Return `ways` with those joined that go together, the nearest first, until no two have the same pieces.

    The observation with the greatest `clearness` leads a joined way. Where joining leaves no fit group the leading way
    stands alone and the other is left out.
    """
    left = sorted(ways, key=lambda way: (way.rule.keys, [part.direction for part in way.rule.parts]))
    while True:
        pair = _find_nearest(left)
        if pair is None:
            return left
        first, second = sorted(pair, key=lambda at: (-_lead(left[at], clearness), at))
        joined = _join(table, left[first], left[second], clearness) or left[first]
        left = [way for at, way in enumerate(left) if at not in pair] + [joined]


def _lead(way: Way, clearness: Mapping[str, float]) -> float:
    return max(clearness[key] for key in way.rule.keys)


def _find_nearest(ways: Sequence[Way]) -> tuple[int, int] | None:
    best: tuple[float, tuple[int, int]] | None = None
    for pair in combinations(range(len(ways)), 2):
        nearness = _measure_nearness(ways[pair[0]], ways[pair[1]])
        if nearness > 0 and (best is None or nearness > best[0]):
            best = (nearness, pair)
    return best[1] if best else None


def _measure_nearness(one: Way, other: Way) -> float:
    both, any_ = int((one.members & other.members).sum()), int((one.members | other.members).sum())
    jaccard = both / any_
    together = float(np.round(np.corrcoef(one.scores, other.scores)[0, 1], 6)) if _varies(one, other) else 0.0
    is_one = jaccard > SAME_PIECES or (together > GOES_TOGETHER and not set(one.rule.keys) & set(other.rule.keys))
    return round(jaccard + max(together, 0.0), 6) if is_one else 0.0


def _varies(*ways: Way) -> bool:
    return all(np.ptp(way.scores) > 0 for way in ways)


def _join(table: CraftTable, first: Way, second: Way, clearness: Mapping[str, float]) -> Way | None:
    parts: dict[str, RulePart] = {}
    for part in (*first.rule.parts, *second.rule.parts):
        parts.setdefault(part.key, fit_part(table, part.key, part.direction))
    ordered = sorted(parts.values(), key=lambda part: (-clearness[part.key], part.key))
    return cut_group(table, tuple(ordered))
