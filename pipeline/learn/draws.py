"""A forecast in, possible labels of all pieces out: drawn together, so that pieces alike tend to agree."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.special import ndtr

from pipeline.learn import numbers
from pipeline.learn.forecast import Forecast
from pipeline.learn.signs import Rows

TINY, JITTER = 1e-9, 1e-8


def draw_labels(forecast: Forecast) -> Rows:
    """Return DRAWS possible outcomes as indicators, shape (draws, u, labels).

    Each piece carries each label as often as its probability says (Gumbel's maximum); a Gaussian copula with the
    covariance still unknown ties pieces to each other. The same forecast gives the same draws.
    """
    probabilities = forecast.probabilities
    count = probabilities.shape[1]
    normal = _draw_normal(len(forecast.places), count) @ _correlate(forecast).T
    gumbel = -np.log(-np.log(np.clip(ndtr(normal), TINY, 1 - TINY)))
    best = (np.log(probabilities).T[None] + gumbel).argmax(axis=1)
    return np.asarray(np.eye(count)[best])


def _correlate(forecast: Forecast) -> Rows:
    """Return a root of the correlations, shape (u, u)."""
    rows = forecast.unknown.rows + forecast.unknown.noise * np.eye(len(forecast.places))
    spread = np.sqrt(np.diag(rows))
    root = np.linalg.cholesky(rows / spread[:, None] / spread[None] + JITTER * np.eye(len(rows)))
    return np.asarray(root, dtype=np.float64)


@lru_cache(maxsize=4)
def _draw_normal(pieces: int, labels: int) -> Rows:
    return np.random.default_rng(0).standard_normal((numbers.DRAWS, labels, pieces))
