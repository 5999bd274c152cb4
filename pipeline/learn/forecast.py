"""An outlook and the decisions so far in, what label each undecided piece will carry out: kriging of indicators.

A label's indicator (1 where a piece carries it) is predicted by the best linear predictor from the decided pieces
(Matheron's kriging; Rasmussen and Williams 2006, chapter 2). One more column stands for a label not met yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from pipeline.learn import numbers
from pipeline.learn.likeness import Covariance, Outlook
from pipeline.learn.signs import Rows

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """For the pieces `places` (u,): each label's expected indicator `means` (u, labels), and what is still unknown."""

    places: Places
    means: Rows
    unknown: Covariance

    @property
    def probabilities(self) -> Rows:
        """The probability of each label, shape (u, labels); rows sum to one."""
        return make_probabilities(self.means)


def make_probabilities(means: Rows) -> Rows:
    """Return `means` (..., labels) as probabilities: none too small, summing to one."""
    kept = np.maximum(means, numbers.LEAST_PROBABILITY)
    return np.asarray(kept / kept.sum(axis=-1, keepdims=True))


def forecast_labels(outlook: Outlook, labels: Places, few_met: Mapping[int, float] = numbers.FEW_MET) -> Forecast:
    """Return the forecast for the pieces whose entry in `labels` (n,) is -1; the others hold their label's number.

    few_met: how much is kept for labels not met yet, by how many were.
    """
    decided, open_ = np.flatnonzero(labels >= 0), np.flatnonzero(labels < 0)
    if not decided.size:
        covariance = _mix(outlook.judging, outlook.meaning, outlook.meaning_prior)
        return Forecast(open_, np.tile(numbers.START_CLASSES, (len(open_), 1)), covariance)
    before = expect_before(labels[decided], few_met)
    told = np.eye(len(before))[labels[decided]] - before
    covariance = _learn_covariance(outlook, decided, told, before)
    return _krige(covariance, decided, open_, told, before)


def expect_before(met: Places, few_met: Mapping[int, float]) -> Rows:
    """Return each label's share before looking at the pieces, shape (labels met + 1,); `met` (n,) are the decided."""
    count = int(met.max()) + 1
    new = _expect_new(count, len(met), few_met)
    return np.append(np.full(count, (1 - new) / count), new)


def _expect_new(count: int, decided: int, few_met: Mapping[int, float]) -> float:
    if count in few_met:
        return few_met[count] * numbers.HALF_AFTER / (numbers.HALF_AFTER + decided)
    return min(numbers.MOST_NEW, numbers.NEW_LABEL * count / (count + decided))


def _mix(judging: Covariance, meaning: Covariance, share: float) -> Covariance:
    rows = (1 - share) * judging.rows + share * meaning.rows
    return Covariance(rows, (1 - share) * judging.noise + share * meaning.noise)


def _learn_covariance(outlook: Outlook, decided: Places, told: Rows, before: Rows) -> Covariance:
    """Return the covariance by how likely labels name meanings, which each label more than judging needs speaks for."""
    more = max(0, len(before) - 1 - numbers.JUDGEMENTS)
    meaning = outlook.naming if more else outlook.meaning
    odds = np.log(outlook.meaning_prior / (1 - outlook.meaning_prior)) + numbers.NAMES_MEANING * more
    odds += _score_left_out(meaning, decided, told, before)
    odds -= _score_left_out(outlook.judging, decided, told, before)
    return _mix(outlook.judging, meaning, float(1 / (1 + np.exp(-np.clip(odds, -30, 30)))))


def _score_left_out(covariance: Covariance, decided: Places, told: Rows, before: Rows) -> float:
    """Return the log likelihood of each decided piece's label by all others (Sundararajan and Keerthi 2001)."""
    inverse = np.linalg.inv(covariance.rows[np.ix_(decided, decided)] + covariance.noise * np.eye(len(decided)))
    means = told + before - (inverse @ told) / np.diag(inverse)[:, None]
    kept = np.maximum(means, numbers.LEAST_LEFT_OUT)
    carried = told > 0  # an indicator less its mean: only the label carried is above it
    return float(np.log(kept / kept.sum(axis=1, keepdims=True))[carried].sum())


def _krige(covariance: Covariance, decided: Places, open_: Places, told: Rows, before: Rows) -> Forecast:
    rows, noise = covariance.rows, covariance.noise
    factor = cho_factor(rows[np.ix_(decided, decided)] + noise * np.eye(len(decided)))
    across = rows[np.ix_(open_, decided)]
    unknown = rows[np.ix_(open_, open_)] - across @ cho_solve(factor, across.T)
    return Forecast(open_, before + across @ cho_solve(factor, told), Covariance(unknown, noise))
