"""A class set in, how steady each observation is out: whether it belongs to the pieces or to single sentences.

The null is a set without ways of writing: the same sentences, dealt out to the pieces as chance would have it. There
an observation in one half of a piece's sentences says nothing about the other half, and no sentence is first or last
for a reason. So an observation that can be halved is steady when the halves of a piece agree (split-half correlation,
Spearman 1910; length held constant), against the halves of different pieces put together; one that is about a place is
steady when more pieces show it than would if each piece's sentences stood in any order. Looking at many observations
is paid for by the step-down minimum p of Westfall and Young (1993), in which Holm's (1979) order is kept. Observations
of one family (see families) are judged together, by the halves' mean of all of them: one look, and a steadier one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.families import list_families
from pipeline.find.halves import SeenAgain, join_halves, list_halved, see_again
from pipeline.find.steadiness import judge
from pipeline.records.patterns import ClassSet, ObservationKind, Steadiness
from pipeline.settings import FindingSettings

RELIABLE_BELOW_P = 0.05
ALONE = 5 / 3
"""With no other measure to pay for, 5.3 % of 300 sets whose sentences were dealt anew would be called steady at .05."""

DRAWS_A_RESAMPLE = 10
FEWEST_HALVED = 8
TINY = 1e-6
MOST_STRETCHES, FEWEST_A_STRETCH = 4, 6

HALVES = "agreement of the halves of a piece (split-half rank correlation, length held constant)"
HALVES_NULL = "halves of different pieces put together"
PLACES = "share of pieces that show it at that place"
PLACES_NULL = "each piece's sentences in any order"
NOT_TESTED = "not tested"
_HOLDS_HALVES = "Where one half of a piece shows it, the other half does too, more than chance would have it."
_HOLDS_PLACES = "More pieces do this than would if their sentences stood in any order."
_DOES_NOT_HOLD = "It is no steadier than chance could make it: look before you rely on it."
_TOO_SHORT = "The pieces are too short or too few to say how steady it is."


@dataclass(frozen=True, slots=True)
class Judged:
    """How steady an observation is: `adjusted_p` pays for all observations looked at, `clearness` ranks them."""

    steadiness: Steadiness
    adjusted_p: float
    clearness: float

    @property
    def is_reliable(self) -> bool:
        """Whether it stays above its null's 95th percentile when all observations looked at are paid for."""
        return self.adjusted_p <= RELIABLE_BELOW_P


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    statistic: str
    null: str
    value: float
    draws: NDArray[np.float64]


NOT_JUDGED = Judged(Steadiness(NOT_TESTED, 0.0, NOT_TESTED, 0.0, 0.0, 1.0, _TOO_SHORT), 1.0, 0.0)


def judge_kinds(
    class_set: ClassSet,
    kinds: Sequence[ObservationKind],
    strengths: Mapping[str, NDArray[np.float64]],
    log_words: NDArray[np.float64],
    settings: FindingSettings,
) -> dict[str, Judged]:
    """Return how steady each of `kinds` is in `class_set`, by its key; strengths and log_words have shape (n,)."""
    rng = np.random.default_rng(settings.seed)
    lots = rng.random((DRAWS_A_RESAMPLE * settings.resamples, len(log_words)))
    again = see_again(kinds, class_set)
    lead = {key: keys[0] for _, keys in list_families(again) for key in keys}
    drawn: dict[str, _Drawn] = {}
    for key in again:
        alike = [again[other] for other in again if lead.get(other, other) == key]
        found = _draw_kind(alike, strengths[key], log_words, lots) if lead.get(key, key) == key else None
        if found is not None:
            drawn[key] = found
    adjusted = _adjust([*drawn.values()])
    judged = {key: _judge(one, p) for (key, one), p in zip(drawn.items(), adjusted, strict=True)}
    return {kind.key: judged.get(lead.get(kind.key, kind.key), NOT_JUDGED) for kind in kinds}


def judge_halves(halves: NDArray[np.float64], log_words: NDArray[np.float64], settings: FindingSettings) -> Judged:
    """Return how steady one measure is that was taken on two halves of each piece, shape (n, 2); log_words (n,).

    Its p is raised by ALONE: pieces of like length are a little alike without any pattern.
    """
    lots = np.random.default_rng(settings.seed).random((DRAWS_A_RESAMPLE * settings.resamples, len(log_words)))
    order = np.argsort(log_words, kind="stable")
    drawn = _draw_halves(halves[order], log_words[order], lots) if len(order) >= FEWEST_HALVED else None
    return _judge(drawn, min(1.0, ALONE * _adjust([drawn])[0])) if drawn else NOT_JUDGED


def _draw_kind(
    alike: Sequence[Sequence[SeenAgain]],
    strengths: NDArray[np.float64],
    log_words: NDArray[np.float64],
    lots: NDArray[np.float64],
) -> _Drawn | None:
    """`alike`: what a kind saw again, with what the others of its family saw."""
    chances = [chance for _, chance in alike[0] if chance is not None]
    if len(chances) == len(log_words):
        return _draw_places(strengths, np.array(chances), lots)
    rows = list_halved(alike)
    rows = [row for row in np.argsort(log_words, kind="stable").tolist() if row in rows]
    if len(rows) < FEWEST_HALVED:
        return None
    return _draw_halves(join_halves(alike, rows, log_words[rows]), log_words[rows], lots[:, rows])


def _draw_halves(
    halves: NDArray[np.float64], log_words: NDArray[np.float64], lots: NDArray[np.float64]
) -> _Drawn | None:
    """`halves` (n, 2) stand in order of length."""
    from scipy.stats import rankdata

    ranks = np.asarray(rankdata(halves, axis=0), dtype=np.float64)
    away = log_words - log_words.mean()
    design = np.column_stack([np.ones(len(away)), away, away**2])
    left = ranks - design @ np.linalg.lstsq(design, ranks, rcond=None)[0]
    sizes = np.linalg.norm(left, axis=0)
    if sizes.min() < TINY * len(left):  # a half that never differs agrees with nothing
        return None
    first, second = (left / sizes).T
    # Pieces change places with pieces of about their length: halves of short ones vary more, and would look alike.
    stretch = np.arange(len(away)) * max(1, min(MOST_STRETCHES, len(away) // FEWEST_A_STRETCH)) // len(away)
    shuffled = second[np.argsort(lots + stretch, axis=1)]
    # Length is taken out of each shuffled half as well, or the null would be too narrow in small sets.
    kept = 1.0 - np.square(shuffled @ np.linalg.qr(design)[0]).sum(axis=1)
    draws = shuffled @ first / np.sqrt(np.maximum(kept, TINY))
    return _Drawn(HALVES, HALVES_NULL, float(first @ second), np.round(draws, 9))


def _draw_places(
    strengths: NDArray[np.float64], chances: NDArray[np.float64], lots: NDArray[np.float64]
) -> _Drawn | None:
    draws = (lots < chances).mean(axis=1)
    if np.ptp(draws) == 0:
        return None
    return _Drawn(PLACES, PLACES_NULL, float((strengths > 0).mean()), np.round(draws, 9))


def _adjust(drawn: Sequence[_Drawn]) -> list[float]:
    if not drawn:
        return []
    shares = np.column_stack([_share_at_least(np.append(round(one.value, 9), one.draws)) for one in drawn])
    order = np.argsort(shares[0], kind="stable")
    least = np.minimum.accumulate(shares[:, order][:, ::-1], axis=1)[:, ::-1]
    raised = np.maximum.accumulate((least <= shares[0, order]).mean(axis=0))
    adjusted = np.empty(len(order))
    adjusted[order] = raised
    return [float(p) for p in adjusted]


def _share_at_least(values: NDArray[np.float64]) -> NDArray[np.float64]:
    ordered = np.sort(values)
    return np.asarray((len(values) - np.searchsorted(ordered, values, side="left")) / len(values))


def _judge(drawn: _Drawn, adjusted_p: float) -> Judged:
    mean, top, p = judge(round(drawn.value, 9), drawn.draws)
    holds = _HOLDS_HALVES if drawn.statistic == HALVES else _HOLDS_PLACES
    sentence = holds if adjusted_p <= RELIABLE_BELOW_P else _DOES_NOT_HOLD
    steadiness = Steadiness(drawn.statistic, drawn.value, drawn.null, mean, top, p, sentence)
    return Judged(steadiness, adjusted_p, round((drawn.value - mean) / (1 - mean), 6))
