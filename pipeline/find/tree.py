"""Rows in, the merges of a tree over them out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def grow_ward(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the merges of Ward's method (1963) over `rows` (n, d): SciPy's linkage matrix, shape (n - 1, 4)."""
    from scipy.cluster.hierarchy import linkage

    return np.asarray(linkage(rows, "ward"))
