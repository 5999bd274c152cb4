"""An outlook and the decisions so far in, how much a look at some pieces settles about the others out.

What is still unknown of a piece's label is the variance that kriging leaves; a look at others takes part of it away,
whatever it shows (Rasmussen and Williams 2006, 2.2: the variance depends on what is looked at, never on what is seen).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from pipeline.learn.forecast import Forecast, Places
from pipeline.learn.likeness import Outlook
from pipeline.learn.offer import forecast_by_name


def measure_worth(outlook: Outlook, labels: Mapping[int, str], groups: Sequence[Sequence[int]]) -> list[float]:
    """Return for each group of pieces (rows of the outlook) how many others' worth of doubt a look at it settles.

    It is the share of what is unknown that the look takes away, summed over the other undecided pieces. Pieces that are
    decided are no longer looked at; before the first decision all is 0, for nothing is known of how this set is sorted.
    """
    if not labels:
        return [0.0] * len(groups)
    _, forecast = forecast_by_name(outlook, labels)
    place = {int(row): at for at, row in enumerate(forecast.places)}
    looked = (np.array(sorted(place[row] for row in group if row in place), dtype=np.intp) for group in groups)
    return [round(_sum_settled(forecast, group), 4) if group.size else 0.0 for group in looked]


def _sum_settled(forecast: Forecast, group: Places) -> float:
    rest = np.setdiff1d(np.arange(len(forecast.places)), group)
    rows = forecast.unknown.rows
    inside = rows[np.ix_(group, group)] + forecast.unknown.noise * np.eye(len(group))
    across = rows[np.ix_(group, rest)]
    taken = (across * np.linalg.solve(inside, across)).sum(axis=0)
    unknown = np.maximum(np.diag(rows)[rest], np.finfo(np.float64).tiny)
    return float(np.clip(taken / unknown, 0.0, 1.0).sum())
