"""An outlook and the decisions so far in, what to look at next out, and who probably belongs to what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from pipeline.learn import numbers
from pipeline.learn.forecast import Forecast, Places, expect_before, forecast_labels
from pipeline.learn.likeness import Outlook
from pipeline.learn.plan import choose_group

LEAST_BELONGING = 0.5
"""Likelier in than out: below it a piece is not suggested."""


@dataclass(frozen=True, slots=True)
class Group:
    """Undecided pieces to look at together: rows of the outlook, ascending, and the label they probably carry.

    `label` is None where it is none of those met so far; `probability` is the mean over the pieces, 0..1.
    """

    places: tuple[int, ...]
    label: str | None
    probability: float


def offer_groups(outlook: Outlook, labels: Mapping[int, str]) -> list[Group]:
    """Return groups that hold every undecided piece once, the one that saves most looking first.

    Before anything is decided the odd ones come first, if the outlook has any.
    labels: what was decided, by row of the outlook.
    """
    names, forecast = forecast_by_name(outlook, labels, numbers.FEW_MET)
    if not forecast.places.size:
        return []
    _, told = forecast_by_name(outlook, labels)
    first = choose_group(forecast) if labels or not outlook.odd.size else outlook.odd
    rest = np.setdiff1d(np.arange(len(forecast.places)), first)
    likeliest = forecast.probabilities.argmax(axis=1)
    others = [rest[likeliest[rest] == label] for label in np.unique(likeliest[rest])]
    return [_describe(group, names, told) for group in (first, *others)]


def find_belonging(outlook: Outlook, labels: Mapping[int, str]) -> list[Group]:
    """Return for each label the undecided pieces that probably carry it, one a group, the likeliest first.

    While one label is met, any piece is likely to carry it: then those belong that leave half of the doubt about any.
    """
    names, forecast = forecast_by_name(outlook, labels)
    least = LEAST_BELONGING if len(names) != 1 else _halve_doubt(len(labels))
    belonging = [
        Group((int(place),), names[best], round(float(row[best]), 4))
        for place, row in zip(forecast.places, forecast.probabilities, strict=True)
        if (best := int(row.argmax())) < len(names) and row[best] >= least
    ]
    return sorted(belonging, key=lambda group: (-group.probability, group.places))


def _halve_doubt(decided: int) -> float:
    expected = expect_before(np.zeros(decided, dtype=np.intp), numbers.FEW_MET_TOLD)[0]
    return float(1 + expected) / 2


def forecast_by_name(
    outlook: Outlook, labels: Mapping[int, str], few_met: Mapping[int, float] = numbers.FEW_MET_TOLD
) -> tuple[list[str], Forecast]:
    """Return the labels met, in order, and the forecast whose columns they are (and one more: another label).

    few_met: how much is kept for labels not met yet; as it stands what is told, the plan reckons with less.
    """
    names = sorted(set(labels.values()))
    numbered: Places = np.full(len(outlook.judging.rows), -1, dtype=np.intp)
    for place, label in labels.items():
        numbered[place] = names.index(label)
    return names, forecast_labels(outlook, numbered, few_met)


def _describe(group: Places, names: list[str], forecast: Forecast) -> Group:
    shares = forecast.probabilities[group].mean(axis=0)
    best = int(shares.argmax())
    places = tuple(sorted(int(place) for place in forecast.places[group]))
    return Group(places, names[best] if best < len(names) else None, round(float(shares[best]), 4))
