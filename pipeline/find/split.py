"""A group of pieces in, the two groups it falls into most clearly out: one step down the tree of the first sort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.describe import PileView, describe_by_observations, describe_by_words
from pipeline.find.order import keep_written, sort_class_set
from pipeline.find.piles import is_sorted_on_words
from pipeline.find.spaces import build_observation_rows, build_piece_rows
from pipeline.find.tree import grow_ward
from pipeline.records.patterns import ClassSet
from pipeline.settings import FindingSettings

FEWEST_TO_SPLIT = 4
FEWEST_A_SIDE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What pieces are sorted by: those with words on them, in the order of their codes, and one row each (n, d)."""

    class_set: ClassSet
    rows: NDArray[np.float64]
    is_short: bool


def lay_ground(class_set: ClassSet, settings: FindingSettings) -> Ground:
    """Return the class set with the rows its first sort is made on."""
    written = keep_written(sort_class_set(class_set))
    is_short = is_sorted_on_words(written, settings)
    return Ground(written, build_piece_rows(written) if is_short else build_observation_rows(written), is_short)


def split_group(ground: Ground, pieces: Sequence[str]) -> tuple[PileView, PileView] | None:
    """Return the two sides of a group, the larger first; None where it has fewer than four pieces or no two sides.

    Ward's tree (1963) is grown over the group alone and followed down its larger branch until both sides have two
    pieces: one odd piece is no group.
    """
    wanted = set(pieces)
    places = np.array([at for at, one in enumerate(ground.class_set.transcripts) if one.piece in wanted], dtype=np.intp)
    sides = _find_sides(ground.rows[places]) if len(places) >= FEWEST_TO_SPLIT else None
    if sides is None:
        return None
    describe = describe_by_words if ground.is_short else describe_by_observations
    first, second = describe(ground.class_set, ground.rows, [places[side] for side in sides])
    return first, second


def _find_sides(rows: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]] | None:
    """Return the rows of the larger side and of the smaller; pieces that come off alone on the way go to the nearer."""
    merges = grow_ward(rows)
    members = _list_members(merges)
    node = len(members) - 1
    while node >= len(rows):
        one, other = sorted((int(part) for part in merges[node - len(rows), :2]), key=lambda part: -len(members[part]))
        if len(members[other]) >= FEWEST_A_SIDE:
            return _share_out(rows, members[one], members[other])
        node = one
    return None


def _list_members(merges: NDArray[np.float64]) -> list[list[int]]:
    members: list[list[int]] = [[leaf] for leaf in range(len(merges) + 1)]
    for first, second in merges[:, :2].astype(int):
        members.append(members[first] + members[second])
    return members


def _share_out(
    rows: NDArray[np.float64], one: Sequence[int], other: Sequence[int]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    centres = np.array([rows[list(one)].mean(axis=0), rows[list(other)].mean(axis=0)])
    side = np.linalg.norm(rows[:, None, :] - centres[None, :, :], axis=2).argmin(axis=1)
    side[list(one)], side[list(other)] = 0, 1
    groups = sorted((np.flatnonzero(side == k) for k in (0, 1)), key=lambda group: -len(group))
    return groups[0], groups[1]
