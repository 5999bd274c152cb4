"""Findings and trait scores by trained raters in, how much of the scores they explain out.

Piles: eta-squared, less its mean over shuffles (chance-adjusted), mean over traits. Ways of writing: for each trait the
best pattern's AUC for its lowest third, either direction, length held constant (log words regressed out of the ranks of
both), less the same best AUC when the trait is shuffled: many patterns make a good best by chance. Only the first
CRAFTS_SEEN listed count, and only those with at most MOST_SHARE of the pieces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from pipeline.records.patterns import Candidate, CandidateKind

CRAFTS_SEEN, MOST_SHARE = 12, 0.6
SHUFFLES, TRAIT_SHUFFLES = 200, 100

Column = NDArray[np.float64]


def explain_traits(cut: NDArray[np.intp], traits: Mapping[str, Column]) -> float:
    """Return the mean over traits of what the groups `cut` (n,) explain, a number for each piece."""
    return float(np.mean([_adjust_eta(column, cut) for column in traits.values()]))


def measure_craft_gain(
    candidates: Sequence[Candidate], codes: Sequence[str], texts: Sequence[str], traits: Mapping[str, Column]
) -> float:
    """Return the mean over traits of the best way's AUC less chance; 0 where no way is listed."""
    ways = [
        one for one in candidates if one.kind is CandidateKind.CRAFT and len(one.members) <= MOST_SHARE * len(codes)
    ]
    strengths = [_list_strengths(way, codes) for way in ways[:CRAFTS_SEEN]]
    used = [column for column in strengths if len(set(column)) > 1]
    if not used:
        return 0.0
    words = np.array([len(text.split()) for text in texts], dtype=np.float64)
    residuals = _hold_length(np.column_stack(used), words)
    rng = np.random.default_rng(0)
    return float(np.mean([_gain(column, residuals, words, rng) for column in traits.values()]))


def _adjust_eta(values: Column, groups: NDArray[np.intp]) -> float:
    rng = np.random.default_rng(0)
    chance = np.mean([_measure_eta(rng.permutation(values), groups) for _ in range(SHUFFLES)])
    return _measure_eta(values, groups) - float(chance)


def _measure_eta(values: Column, groups: NDArray[np.intp]) -> float:
    _, at, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    means = np.bincount(at, values) / sizes
    total = ((values - values.mean()) ** 2).sum()
    return float((sizes * (means - values.mean()) ** 2).sum() / total) if total else 0.0


def _list_strengths(way: Candidate, codes: Sequence[str]) -> list[float]:
    by_piece = {member.piece: member.strength for member in way.members}
    return [by_piece.get(code, 0.0) for code in codes]


def _hold_length(columns: NDArray[np.float64], words: Column) -> NDArray[np.float64]:
    ranks = rankdata(columns, axis=0)
    design = np.column_stack([np.ones(len(words)), np.log(words + 1)])
    return np.asarray(ranks - design @ np.linalg.lstsq(design, ranks, rcond=None)[0])


def _gain(trait: Column, residuals: NDArray[np.float64], words: Column, rng: np.random.Generator) -> float:
    value = _hold_length(trait[:, None], words)[:, 0]
    low = rankdata(value) / len(value) <= 1 / 3
    ranks = rankdata(residuals, axis=0)
    chance = np.mean([_find_best_auc(rng.permutation(low), ranks) for _ in range(TRAIT_SHUFFLES)])
    return _find_best_auc(low, ranks) - float(chance)


def _find_best_auc(low: NDArray[np.bool_], ranks: NDArray[np.float64]) -> float:
    ones = int(low.sum())
    auc = (ranks[low].sum(axis=0) - ones * (ones + 1) / 2) / (ones * (len(low) - ones))
    return float(np.maximum(auc, 1 - auc).max())
