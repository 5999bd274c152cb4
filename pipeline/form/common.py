"""A page and the others of its form come in; which of its words stand on all of them to a hair goes out.

Two children may write the same word at the same place, but never as wide and as level as print is on every copy.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from pipeline.form.places import PlacedWord, list_boxes, move_boxes

LEAST_SHARE = 0.6
_FEWEST_COPIES = 3
_SAME_TEXT, _HALF_TEXT = 0.75, 0.4
_REACH_HEIGHTS = 0.8
_HAIR_HEIGHTS, _HAIR_WIDTH = 0.22, 0.08


@dataclass(frozen=True, slots=True)
class Copy:
    """Another page of the form: its words, and the map from the first page to it."""

    words: tuple[PlacedWord, ...]
    matrix: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Twin:
    """A word on a copy where one of the page stands: how alike the texts are (0..1), and how far off its place is.

    off: distance of their middles in heights; wider: how much wider it is (natural log, either way).
    """

    word: PlacedWord
    alike: float
    off: float
    wider: float

    @property
    def is_same(self) -> bool:
        """Whether it is the same word, misread at most by a letter or two."""
        return self.alike >= _SAME_TEXT


def find_twins(words: Sequence[PlacedWord], copy: Copy) -> dict[int, Twin]:
    """Return for each of the words, by its number in `words`, the copy's word that stands at its place, if any."""
    if not (words and copy.words):
        return {}
    places = move_boxes(list_boxes(words), copy.matrix)
    there = list_boxes(copy.words)
    middles, others = (places[:, :2] + places[:, 2:]) / 2, (there[:, :2] + there[:, 2:]) / 2
    away = (
        np.linalg.norm(middles[:, None] - others[None], axis=2) / np.maximum(1.0, places[:, 3] - places[:, 1])[:, None]
    )
    wide, wide_there = (np.maximum(1.0, boxes[:, 2] - boxes[:, 0]) for boxes in (places, there))
    twins: dict[int, Twin] = {}
    for k, j in zip(*np.nonzero(away <= _REACH_HEIGHTS), strict=True):
        alike = Levenshtein.normalized_similarity(words[k].core, copy.words[j].core)
        twin = Twin(copy.words[j], alike, float(away[k, j]), abs(math.log(wide_there[j] / wide[k])))
        if int(k) not in twins or _rank(twin) < _rank(twins[int(k)]):
            twins[int(k)] = twin
    return twins


def find_common(words: Sequence[PlacedWord], twins: Mapping[str, Mapping[int, Twin]]) -> frozenset[int]:
    """Return the numbers of the words that are printed: on most copies, at the same place and as wide to a hair.

    twins: those of each copy, by the piece's code.
    """
    needed = max(_FEWEST_COPIES, LEAST_SHARE * (len(twins) + 1) - 1)
    common = set()
    for number in range(len(words)):
        same = [there[number] for there in twins.values() if number in there and there[number].is_same]
        if len(same) >= needed and _is_to_a_hair(same):
            common.add(number)
    return frozenset(common)


def is_printed(twin: Twin) -> bool:
    """Whether what stands where print is belongs to it: nearly the same text, or half of it and the same size."""
    return twin.is_same or (twin.alike >= _HALF_TEXT and twin.wider <= 2 * _HAIR_WIDTH)


def _rank(twin: Twin) -> tuple[float, float]:
    return -twin.alike, twin.off


def _is_to_a_hair(twins: Sequence[Twin]) -> bool:
    return median(twin.off for twin in twins) <= _HAIR_HEIGHTS and median(t.wider for t in twins) <= _HAIR_WIDTH
