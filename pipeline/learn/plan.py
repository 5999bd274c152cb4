"""A forecast in, the group to offer next out: the one with the fewest actions to be expected, now and afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import numpy as np

from pipeline.learn import numbers
from pipeline.learn.branches import list_branches
from pipeline.learn.draws import draw_labels
from pipeline.learn.forecast import Forecast, Places, make_probabilities
from pipeline.learn.signs import Rows


def choose_group(forecast: Forecast) -> Places:
    """Return the members of the group to offer, as rows of the forecast, ascending.

    For each group that could be offered, the actions it takes (one, and one for each exception) and those that sorting
    the rest at once would take with what its labels teach, averaged over possible outcomes. A tie goes to the larger.
    """
    if len(forecast.places) == 1:
        return np.zeros(1, dtype=np.intp)
    outcomes = draw_labels(forecast)
    groups = list(_list_groups(forecast))
    if len(groups) > numbers.FINALISTS:
        groups = _rank_groups(forecast, outcomes[: numbers.SCREENING_DRAWS], groups)[: numbers.FINALISTS]
    return _rank_groups(forecast, outcomes, groups)[0]


def _rank_groups(forecast: Forecast, outcomes: Rows, groups: list[Places]) -> list[Places]:
    costs = [(round(_expect_actions(forecast, outcomes, group), 6), -len(group)) for group in groups]
    return [groups[at] for at in sorted(range(len(groups)), key=costs.__getitem__)]


def _list_groups(forecast: Forecast) -> Iterator[Places]:
    """Yield all pieces, those most likely to carry each label, those least sure and those alike, no group twice."""
    rows, seen = np.arange(len(forecast.places)), set()
    for group in chain(_list_any_groups(forecast.probabilities, rows), list_branches(forecast.unknown.rows)):
        members = np.sort(group)
        if members.tobytes() not in seen:
            seen.add(members.tobytes())
            yield members


def _list_any_groups(probabilities: Rows, rows: Places) -> Iterator[Places]:
    yield rows
    likeliest = probabilities.argmax(axis=1)
    for label in range(probabilities.shape[1]):
        taken = np.flatnonzero(likeliest == label)
        ordered = np.argsort(-probabilities[:, label], kind="stable")
        most = min(max(2 * len(taken), 4), len(rows) - 1)
        yield from (ordered[:size] for size in numbers.SIZES if size <= most)
        if taken.size:
            yield taken
    unsure = np.argsort(probabilities.max(axis=1), kind="stable")
    yield from (unsure[:size] for size in numbers.SIZES if size < len(rows))


def _expect_actions(forecast: Forecast, outcomes: Rows, group: Places) -> float:
    rest = np.setdiff1d(np.arange(len(forecast.places)), group)
    now = 1 + len(group) - outcomes[:, group].sum(axis=1).max(axis=1)
    return float(np.mean(now + _expect_rest(forecast, outcomes, group, rest)))


def _expect_rest(forecast: Forecast, outcomes: Rows, group: Places, rest: Places) -> Rows:
    """Return the actions that `rest` takes once the labels of `group` are known, shape (draws,)."""
    if not rest.size:
        return np.zeros(len(outcomes))
    rows = forecast.unknown.rows
    inside = rows[np.ix_(group, group)] + forecast.unknown.noise * np.eye(len(group))
    weights = np.linalg.solve(inside, rows[np.ix_(group, rest)])
    surprise = outcomes[:, group] - forecast.means[group]
    learnt = np.matmul(weights.T[None], surprise)
    return count_finishing(make_probabilities(forecast.means[rest] + learnt))


def count_finishing(probabilities: Rows) -> Rows:
    """Return the actions to be expected when all is sorted at once, shape (draws,); `probabilities` (draws, r, labels).

    Everything goes into the group of the commonest label, except for pieces likelier to carry another, where the
    exceptions saved pay for a group of their own.
    """
    draws = np.arange(len(probabilities))
    totals = probabilities.sum(axis=1)
    main = totals.argmax(axis=1)
    actions = 1 + probabilities.shape[1] - totals[draws, main]
    gains = probabilities.max(axis=2) - probabilities[draws, :, main]
    likeliest = probabilities.argmax(axis=2)
    for label in range(probabilities.shape[2]):
        actions = actions - np.maximum(0.0, (gains * (likeliest == label)).sum(axis=1) - 1)
    return np.asarray(actions)
