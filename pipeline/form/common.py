"""A page and the others of its form come in; which of its words are print, and how they are spelt, goes out.

Two children may write the same word at the same place, and a class may copy the same lines from the board; but nobody
writes as wide and as level as print is on every copy, word after word.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from pipeline.form.places import PlacedWord, list_boxes, move_boxes

LEAST_SHARE = 0.6
_FEWEST_COPIES = 3
_SAME_TEXT, _HALF_TEXT = 0.75, 0.4
_REACH_HEIGHTS = 0.8
_FAIRLY_OFF, _FAIRLY_WIDER = 0.22, 0.08
_HAIR_OFF, _HAIR_WIDER = 0.14, 0.05
_FEWEST_IN_A_ROW = 3
_LEAST_PRINT_SHARE = 0.25


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


Twins = Mapping[str, Mapping[int, Twin]]
"""The twins on each copy, by the piece's code, of words by their numbers."""


def find_twins(words: Sequence[PlacedWord], copy: Copy) -> dict[int, Twin]:
    """Return for each of the words, by its number in `words`, the copy's word that stands at its place, if any."""
    if not (words and copy.words):
        return {}
    places = move_boxes(list_boxes(words), copy.matrix)
    there = list_boxes(copy.words)
    middles, others = (places[:, :2] + places[:, 2:]) / 2, (there[:, :2] + there[:, 2:]) / 2
    heights = np.maximum(1.0, places[:, 3] - places[:, 1])
    away = np.linalg.norm(middles[:, None] - others[None], axis=2) / heights[:, None]
    wide, wide_there = (np.maximum(1.0, boxes[:, 2] - boxes[:, 0]) for boxes in (places, there))
    twins: dict[int, Twin] = {}
    for k, j in zip(*np.nonzero(away <= _REACH_HEIGHTS), strict=True):
        alike = Levenshtein.normalized_similarity(words[k].core, copy.words[j].core)
        twin = Twin(copy.words[j], alike, float(away[k, j]), abs(math.log(wide_there[j] / wide[k])))
        if int(k) not in twins or _rank(twin) < _rank(twins[int(k)]):
            twins[int(k)] = twin
    return twins


def find_common(words: Sequence[PlacedWord], twins: Twins) -> frozenset[int]:
    """Return the numbers of the words that are print: on most copies at the same place and as wide, nearly to a hair.

    There has to be print that looks like print on the copies themselves, in a row of words: else the pages are no form
    at all, but a text that all have written down. Words alone, and rows that don't look like print, have to be the same
    to a hair.
    """
    needed = max(_FEWEST_COPIES, LEAST_SHARE * (len(twins) + 1) - 1)
    same = {k: [there[k] for there in twins.values() if k in there and there[k].is_same] for k in range(len(words))}
    steady = [k for k in same if len(same[k]) >= needed and _is_within(same[k], _FAIRLY_OFF, _FAIRLY_WIDER)]
    rows = [(row, _looks_printed(same, row)) for row in _find_rows(words, steady)]
    if not any(is_print for row, is_print in rows):
        return frozenset()
    hair = {k for k in steady if _is_within(same[k], _HAIR_OFF, _HAIR_WIDER)}
    return frozenset(k for row, is_print in rows for k in row if is_print or k in hair)


def is_printed(twin: Twin) -> bool:
    """Whether what stands where print is belongs to it: nearly the same text, or half of it and the same size."""
    return twin.is_same or (twin.alike >= _HALF_TEXT and twin.wider <= 2 * _FAIRLY_WIDER)


def spell_word(word: PlacedWord, number: int, twins: Twins) -> str:
    """Return the word as most copies have it."""
    texts = Counter(
        [word.text, *(there[number].word.text for there in twins.values() if number in there and there[number].is_same)]
    )
    return max(texts, key=lambda text: (texts[text], text == word.text, text))


def _find_rows(words: Sequence[PlacedWord], steady: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers of words that stand side by side in one line."""
    for _, group in groupby(enumerate(steady), key=lambda pair: (words[pair[1]].line, words[pair[1]].number - pair[0])):
        yield [k for _, k in group]


def _looks_printed(same: Mapping[int, Sequence[Twin]], row: Sequence[int]) -> bool:
    """Whether words in a row were taken for print on enough copies for what they are, letter by letter."""
    marks = [twin.word.is_print for k in row for twin in same[k]]
    return len(row) >= _FEWEST_IN_A_ROW and sum(marks) >= _LEAST_PRINT_SHARE * len(marks)


def _is_within(twins: Sequence[Twin], off: float, wider: float) -> bool:
    return median(twin.off for twin in twins) <= off and median(twin.wider for twin in twins) <= wider


def _rank(twin: Twin) -> tuple[float, float]:
    return -twin.alike, twin.off
