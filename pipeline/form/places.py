"""Two pages of one form come in; the map that lays one onto the other goes out.

Printed words that both pages have once tie them together. What children wrote there alike, at other places, is outvoted
(random sample consensus, Fischler and Bolles 1981).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Box, Reading, WordRole

_FEWEST_TIES, _LEAST_TIED_SHARE = 4, 0.3
_FEWEST_FOR_SLANT, _LEAST_SPREAD = 10, 0.25  # of the page's height
_NEAR_HEIGHTS = 0.5
_TRIES, _SURE = 2000, 0.995


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word that has a place on its page: line and number in the line count from 0; `core` is folded for comparing.

    `is_print`: its letters were taken for print as the page was read.
    """

    line: int
    number: int
    core: str
    box: Box
    text: str = ""
    is_print: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box.x0 + self.box.x1) / 2, (self.box.y0 + self.box.y1) / 2

    @property
    def height_px(self) -> float:
        """How high its box is."""
        return self.box.y1 - self.box.y0


def list_placed(reading: Reading) -> tuple[PlacedWord, ...]:
    """Return the words of a page that have a place and a letter or digit."""
    placed = (
        PlacedWord(line, number, fold_word(word.text), word.box, word.text, word.role is WordRole.FORM)
        for line, there in enumerate(reading.lines)
        for number, word in enumerate(there.words)
        if word.box is not None
    )
    return tuple(word for word in placed if word.core)


def fold_word(text: str) -> str:
    """Return the word's letters and digits in lower case: marks are read worst."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def find_once(words: Sequence[PlacedWord]) -> Mapping[str, PlacedWord]:
    """Return the words that a page has exactly once."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word.core] = counts.get(word.core, 0) + 1
    return {word.core: word for word in words if counts[word.core] == 1}


def lay_over(words: Sequence[PlacedWord], others: Sequence[PlacedWord]) -> NDArray[np.float64] | None:
    """Return the map from one page's pixels to the other's, float64, shape (3, 3); None where too little ties them."""
    import cv2

    once, other_once = find_once(words), find_once(others)
    shared = sorted(once.keys() & other_once.keys())
    if len(shared) < _FEWEST_TIES:
        return None
    here = np.array([once[core].middle for core in shared])
    there = np.array([other_once[core].middle for core in shared])
    near_px = _NEAR_HEIGHTS * float(np.median([word.height_px for word in others]))
    turn, tied = cv2.estimateAffinePartial2D(
        here, there, method=cv2.RANSAC, ransacReprojThreshold=3 * near_px, maxIters=_TRIES, confidence=_SURE
    )
    if turn is None:
        return None
    matrix, chosen = np.vstack([turn, [0, 0, 1]]), tied.ravel() > 0
    if chosen.sum() >= _FEWEST_FOR_SLANT and _reaches_far(here[chosen], here):
        slant, tied = cv2.findHomography(here, there, cv2.RANSAC, near_px, maxIters=_TRIES, confidence=_SURE)
        if slant is not None and tied.sum() >= _FEWEST_FOR_SLANT:
            matrix, chosen = slant, tied.ravel() > 0
    enough = chosen.sum() >= max(_FEWEST_TIES, _LEAST_TIED_SHARE * len(shared))
    return np.asarray(matrix, dtype=np.float64) if enough else None


def list_boxes(words: Sequence[PlacedWord]) -> NDArray[np.float64]:
    """Return the words' boxes, float64, shape (n, 4): left, top, right and bottom."""
    return np.array([(word.box.x0, word.box.y0, word.box.x1, word.box.y1) for word in words]).reshape(-1, 4)


def move_boxes(boxes: NDArray[np.float64], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the upright boxes, shape (n, 4), around boxes moved by a map.

    The middles of their sides are what is moved: the corners of a turned box would make it grow.
    """
    x0, y0, x1, y1 = boxes.T
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    sides = np.stack([np.stack(side, axis=1) for side in ((x, y0), (x1, y), (x, y1), (x0, y))], axis=1)
    raised = sides @ matrix[:, :2].T + matrix[:, 2]
    moved = raised[..., :2] / raised[..., 2:]
    return np.asarray(np.concatenate([moved.min(axis=1), moved.max(axis=1)], axis=1), dtype=np.float64)


def _reaches_far(chosen: NDArray[np.float64], everything: NDArray[np.float64]) -> bool:
    """Whether the ties lie far enough apart, up and down, to tell how slantwise the page was seen."""
    return bool(np.ptp(chosen[:, 1]) >= _LEAST_SPREAD * max(1.0, float(np.ptp(everything[:, 1]))))
