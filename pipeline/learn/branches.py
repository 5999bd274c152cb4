"""What is still unknown of pieces' labels in, groups whose labels probably go together out: a tree's branches."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from pipeline.learn.signs import Rows

SMALLEST, LARGEST = 3, 60
FEWEST_PIECES = 4


def list_branches(unknown: Rows) -> Iterator[NDArray[np.intp]]:
    """Yield the branches of `unknown` (u, u), a covariance, as its rows ascending: small ones first, never all pieces.

    By average linkage of the distances that labels expect of each other. A branch may lie across what the forecast
    expects of each label: such pieces settle one another, whichever label it is.
    """
    if len(unknown) < FEWEST_PIECES:
        return
    members = [[row] for row in range(len(unknown))]
    for one, other, _, size in linkage(squareform(_measure_apart(unknown), checks=False), "average"):
        members.append(members[int(one)] + members[int(other)])
        if SMALLEST <= size <= min(LARGEST, len(unknown) - 1):
            yield np.array(sorted(members[-1]), dtype=np.intp)


def _measure_apart(unknown: Rows) -> Rows:
    own = np.diag(unknown)
    return np.asarray(np.sqrt(np.maximum(0.0, np.round(own[:, None] + own[None] - 2 * unknown, 9))))
