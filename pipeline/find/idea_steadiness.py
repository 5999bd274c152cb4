"""Ideas and the passages they were found in come in; how steady each idea is goes out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.find.idea_branches import Idea, list_shared
from pipeline.find.steadiness import CovarianceNull, compress_rows, judge, learn_null, measure_holding, say_looks
from pipeline.find.tree import grow_average
from pipeline.records.patterns import Steadiness
from pipeline.settings import FindingSettings

LEAST_USUAL = 0.05


def measure_ideas(
    rows: NDArray[np.float64],
    similarity: NDArray[np.float64],
    owners: NDArray[np.intp],
    ideas: list[Idea],
    students: tuple[int, int],
    settings: FindingSettings,
) -> list[Steadiness]:
    """Return how steady each of `ideas` is, beside the best ideas among passages that share nothing.

    `rows` (n, d) are the passages' unit rows, `similarity` (n, n) their cosines, `owners` (n,) the numbers of their
    pieces, `students` the fewest and the most that an idea may have.
    """
    if not ideas:
        return []
    rng = np.random.default_rng(settings.seed)
    like = learn_null(compress_rows(rows))
    best = np.array([_find_null_best(like, owners, students, rng) for _ in range(max(20, settings.resamples // 2))])
    usual = np.maximum(best.mean(axis=0), LEAST_USUAL)
    null = (best / usual).max(axis=1)

    def group_again(seen: NDArray[np.intp]) -> list[NDArray[np.intp]]:
        merges = grow_average(similarity[np.ix_(seen, seen)])
        return [branch.places for branch in list_shared(merges, owners[seen], students)]

    holding = measure_holding(len(rows), [idea.branch.places for idea in ideas], group_again, rng)
    values = [float(idea.branch.cohesion / usual[idea.branch.students]) for idea in ideas]
    return [_describe_steadiness(value, one, null) for value, one in zip(values, holding, strict=True)]


def _find_null_best(
    like: CovarianceNull, owners: NDArray[np.intp], students: tuple[int, int], rng: np.random.Generator
) -> NDArray[np.float64]:
    drawn = like.draw(rng)
    drawn = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    best = np.zeros(students[1] + 1)
    for branch in list_shared(grow_average(drawn @ drawn.T), owners, students):
        best[branch.students] = max(best[branch.students], branch.cohesion)
    # The best of at least so many students: a group of nine is also a chance for a group of eight.
    return np.asarray(np.maximum.accumulate(best[::-1])[::-1])


def _describe_steadiness(value: float, holding: NDArray[np.float64], null: NDArray[np.float64]) -> Steadiness:
    mean, high, share = judge(value, null)
    strength = "closer than chance brings passages together" if value > high else "chance could do as much: weak"
    looks = say_looks(holding)
    return Steadiness(
        statistic="mean cosine of its passages over the best that chance usually does with as many students",
        value=round(value, 4),
        null="the best group among passages with the same covariance, dealt to the same students",
        null_mean=round(mean, 4),
        null_95=round(high, 4),
        p=round(share, 4),
        sentence=f"{looks[0].upper()}{looks[1:]}; {strength}.",
    )
