"""Candidates decided on and candidates found anew come in; which new one is which decided one goes out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.records.patterns import Candidate

NO_MATCH_COST = 0.6
"""A new candidate that shares less than 0.4 with every decided one is a new one: showing it twice costs the teacher a
look, hiding it costs the pattern."""

_MEMBERS_WEIGHT = 0.6


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
    """Return 0..1: how much two candidates share of their members (Jaccard) and of the evidence of shared members."""
    if one.kind is not other.kind:
        return 0.0
    if one.rule and one.rule == other.rule:
        return 1.0
    members, others = _list_places(one), _list_places(other)
    shared = members.keys() & others.keys()
    if not shared:
        return 0.0
    jaccard = len(shared) / len(members.keys() | others.keys())
    alike = sum(_is_same_place(members[piece], others[piece]) for piece in shared) / len(shared)
    return _MEMBERS_WEIGHT * jaccard + (1 - _MEMBERS_WEIGHT) * alike


def _price_pairs(decided: Sequence[Candidate], found: Sequence[Candidate]) -> NDArray[np.float64]:
    """Costs, float64, shape (len(decided), len(found))."""
    return np.array([[1.0 - measure_likeness(one, other) for other in found] for one in decided])


def _list_places(candidate: Candidate) -> dict[str, list[tuple[int, int]]]:
    return {
        member.piece: [(e.start, e.end) for e in member.evidence if not e.is_whole_piece]
        for member in candidate.members
    }


def _is_same_place(spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> bool:
    """Whether the evidence touches, or both are the whole piece."""
    if not spans and not others:
        return True
    return any(start < other_end and other_start < end for start, end in spans for other_start, other_end in others)
