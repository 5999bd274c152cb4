"""Two sentences in, whether they claim different things out: looked at before grouping, since vectors hardly see it.

"The bulb stays on" and "the bulb goes off" have cosine .83, a true paraphrase .54. Both must speak of the same; then
each difference turns the claim round: a word against its opposite, a word affirmed in one and denied in the other, all
against none, who does it to whom. Two differences cancel out. Other numbers are another claim in any case.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.language.folding import NONE
from pipeline.language.stance import Claim, Stance, find_stance
from pipeline.language.swap import is_swapped

SAME_MATTER = 0.66
"""Two sentences speak of the same when they share more than this of their content words."""

LEVELS_APART = 2


def is_contrast(one: Stance, other: Stance) -> bool:
    """Whether the two stances speak against each other.

    Two differences cancel out: a good plan that works and a bad plan that does not are one idea. And both must speak
    of the same: the floor's larger surface and the cup's smaller one are one idea, too.
    """
    return measure_same_matter(one, other) > SAME_MATTER and is_turned_round(one, other)


def is_turned_round(one: Stance, other: Stance) -> bool:
    """Whether one claims the contrary of the other, given that both speak of the same."""
    if _has_other_numbers(one, other):
        return True
    turns = count_turns(one, other) + _is_level_apart(one, other) + is_swapped(one, other)
    return turns % 2 == 1


def find_contrasts(texts: Sequence[str], similarity: NDArray[np.float64], least: float) -> NDArray[np.bool_]:
    """Return which pairs contrast, shape (n, n); looked for where `similarity` (n, n) is at least `least`."""
    stances = [find_stance(text) for text in texts]
    found = np.zeros(similarity.shape, dtype=np.bool_)
    for first, second in np.argwhere(np.triu(similarity >= least, 1)):
        if is_contrast(stances[first], stances[second]):
            found[first, second] = found[second, first] = True
    return found


def measure_same_matter(one: Stance, other: Stance) -> float:
    """Return how much of what they speak of is the same, 0..1: content stems, and pairs of opposites whatever side."""
    shared = (_count_met(one, other) + _count_met(other, one)) / 2
    everything = len(one.claims) + len(other.claims) - shared
    return shared / everything if everything else 0.0


def measure_covered(one: Stance, other: Stance) -> float:
    """Return how much of what `one` speaks of `other` speaks of too, 0..1."""
    return _count_met(one, other) / len(one.claims) if one.claims else 0.0


def count_turns(one: Stance, other: Stance) -> int:
    """Return in how many ways one turns round what the other claims: words against their opposites, and denials.

    However many words a denial reaches over it turns once, and only if the other speaks of one of them. What is
    both said and denied ("the floor dried, the cup did not dry") counts as said.
    """
    opposed = min(_count_opposed(one, other), _count_opposed(other, one))
    return opposed + _count_denials(one, other) + _count_denials(other, one)


def _count_met(one: Stance, other: Stance) -> int:
    """Return how many claims of `one` are about something that `other` speaks of, too (as _is_same says it)."""
    stems = {theirs.stem for theirs in other.claims if theirs.stem}
    axes = {axis for theirs in other.claims if not theirs.stem for axis, _ in theirs.sides}
    return sum(
        mine.stem in stems if mine.stem else not axes.isdisjoint(axis for axis, _ in mine.sides) for mine in one.claims
    )


def _count_opposed(one: Stance, other: Stance) -> int:
    """Return how many words of `one` stand against a word of `other` and agree with none of it."""
    return sum(_is_opposed(mine, other) for mine in one.claims if mine.sides)


def _is_opposed(mine: Claim, other: Stance) -> bool:
    met = [theirs for theirs in other.claims if _is_same(mine, theirs)]
    return bool(met) and all(mine.sides.isdisjoint(theirs.sides) for theirs in met)


def _count_denials(one: Stance, other: Stance) -> int:
    said = [mine for mine in one.claims if not mine.turned_by]
    denied = (mine for mine in one.claims if mine.turned_by and not any(_is_same(mine, also) for also in said))
    return len({mine.turned_by for mine in denied if any(_is_same(mine, theirs) for theirs in other.claims)})


def _is_same(mine: Claim, theirs: Claim) -> bool:
    if mine.stem or theirs.stem:
        return mine.stem == theirs.stem
    return not {axis for axis, _ in mine.sides}.isdisjoint(axis for axis, _ in theirs.sides)


def _has_other_numbers(one: Stance, other: Stance) -> bool:
    """Whether both count, each something else, and beside the same word ("two years", "ten years")."""
    mine, theirs = {first for first, *_ in one.numbers}, {first for first, *_ in other.numbers}
    return any(
        (before and before == before_too) or (after and after == after_too)
        for number, before, after in one.numbers
        for number_too, before_too, after_too in other.numbers
        if number not in theirs and number_too not in mine
    )


def _is_level_apart(one: Stance, other: Stance) -> bool:
    """Whether one says all and the other some or none; "never" beside no such word is a plain "not"."""
    if not one.levels or not other.levels:
        return one.levels | other.levels == {NONE}
    if len(one.levels) > 1 or len(other.levels) > 1:
        return False
    return abs(min(one.levels) - min(other.levels)) >= LEVELS_APART
