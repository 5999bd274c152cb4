"""Candidates decided on and candidates found anew come in; which new one is which decided one goes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from pipeline.records.patterns import Candidate

NO_MATCH_COST = 0.5
"""A new candidate whose likeness to every decided one is below 0.5 is a new one: showing a pattern twice costs the
teacher a look, hiding one costs the pattern. (ours)"""

Signs = frozenset[tuple[str, str]]
Spans = list[tuple[int, int]]


def match_candidates(decided: Sequence[Candidate], found: Sequence[Candidate]) -> dict[str, str]:
    """Return ids of `found` -> ids of `decided`: the same id first, then the assignment of least cost (Kuhn 1955).

    Only candidates of one kind match; a pair costs 1 - its likeness, and staying unmatched costs NO_MATCH_COST.
    """
    from scipy.optimize import linear_sum_assignment

    ids = {candidate.id for candidate in decided}
    same = {candidate.id: candidate.id for candidate in found if candidate.id in ids}
    open_decided = [candidate for candidate in decided if candidate.id not in same]
    open_found = [candidate for candidate in found if candidate.id not in same]
    if not open_decided or not open_found:
        return same
    costs = _price_pairs(open_decided, open_found)
    padded = np.hstack([costs, np.full((len(open_decided), len(open_decided)), NO_MATCH_COST)])
    rows, columns = linear_sum_assignment(padded)
    pairs = [(r, c) for r, c in zip(rows, columns, strict=True) if c < len(open_found)]
    return same | {open_found[c].id: open_decided[r].id for r, c in pairs}


def measure_likeness(one: Candidate, other: Candidate) -> float:
    """Return 0..1: how much two candidates are the same pattern; 0 for two kinds.

    Ways of writing are what they observe: the same observations in the same direction are 1, others 0, some in common
    the mean of the two Jaccard indices (observations, members). Else it is the geometric mean of the members' Jaccard
    index and the share of shared members with touching evidence, so that both are needed: two ideas of the same
    children are two ideas, and one child's sentence in two ideas doesn't make them one. Without evidence (first sort)
    members alone count.
    """
    if one.kind is not other.kind:
        return 0.0
    members, others = _list_places(one), _list_places(other)
    by_members = _compare_sets(members.keys(), others.keys())
    signs, other_signs = _read_signs(one.rule), _read_signs(other.rule)
    if signs and other_signs:
        by_signs = _compare_sets(signs, other_signs)
        return by_signs if by_signs in (0.0, 1.0) else (by_signs + by_members) / 2
    shared = members.keys() & others.keys()
    if not shared or not any(members[piece] or others[piece] for piece in shared):
        return by_members
    touching = sum(_is_same_place(members[piece], others[piece]) for piece in shared) / len(shared)
    return sqrt(by_members * touching)


def _compare_sets(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return the Jaccard index, 0 for two empty sets."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _read_signs(rule: str) -> Signs:
    """Return the (observation, direction) pairs in a way of writing's rule; other rules have none."""
    try:
        parts = json.loads(rule)["parts"]
        return frozenset((str(part["key"]), str(part["direction"])) for part in parts)
    except (ValueError, TypeError, KeyError):
        return frozenset()


def _price_pairs(decided: Sequence[Candidate], found: Sequence[Candidate]) -> NDArray[np.float64]:
    """Costs, float64, shape (len(decided), len(found))."""
    return np.array([[1.0 - measure_likeness(one, other) for other in found] for one in decided])


def _list_places(candidate: Candidate) -> dict[str, Spans]:
    return {member.piece: [(e.start, e.end) for e in member.evidence if e.is_span] for member in candidate.members}


def _is_same_place(spans: Spans, others: Spans) -> bool:
    """Whether the evidence touches, or both are the whole piece."""
    if not spans and not others:
        return True
    return any(start < other_end and other_start < end for start, end in spans for other_start, other_end in others)
