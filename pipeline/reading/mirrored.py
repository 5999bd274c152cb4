"""Writing that shines through from the back of the sheet: strips as read come in, those in mirror image are marked.

Held before a mirror, show-through reads far better than as it stands: by 0.09 of belief and more on 60 rendered strips,
while of some 300 doubtful strips of real pages none that read at all before the mirror was surer by more than 0.07.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from pipeline.reading.stripread import Nature, StripRead
from pipeline.reading.strips import Sight

_DOUBTFUL_BELIEF = 0.9
_FEWEST_LETTERS = 4
_PROBES = 3
_SURER, _SURER_BESIDE_OTHERS = 0.1, 0.05
_LEAST_BELIEF = 0.6  # before the mirror: what reads badly both ways says nothing


def leave_out_show_through(
    reads: Sequence[StripRead], sights: Sequence[Sight], measure_belief: Callable[[Sight], float]
) -> list[StripRead]:
    """Return the strips, those in mirror image marked as such. `measure_belief` is the reader's own.

    The three palest doubtful strips are read in mirror image; only where one of them reads better so, all others are.
    """
    doubtful = [k for k, read in enumerate(reads) if read.letters >= _FEWEST_LETTERS and read.belief < _DOUBTFUL_BELIEF]
    probes = sorted(doubtful, key=lambda k: _measure_contrast(sights[k]))[:_PROBES]
    gains = {k: _measure_gain(sights[k], measure_belief) for k in probes}
    if max(gains.values(), default=0.0) < _SURER:
        return list(reads)
    others = [k for k, read in enumerate(reads) if read.words and read.belief < _DOUBTFUL_BELIEF and k not in gains]
    gains |= {k: _measure_gain(sights[k], measure_belief) for k in others}
    return [
        replace(read, nature=Nature.SHOW_THROUGH) if gains.get(k, 0.0) >= _SURER_BESIDE_OTHERS else read
        for k, read in enumerate(reads)
    ]


def _measure_gain(sight: Sight, measure_belief: Callable[[Sight], float]) -> float:
    """Return by how much more the strip is believed in when its left is its right."""
    mirrored = np.ascontiguousarray(sight.quad[[1, 0, 3, 2]])
    belief = measure_belief(replace(sight, quad=mirrored))
    return belief - measure_belief(sight) if belief >= _LEAST_BELIEF else 0.0


def _measure_contrast(sight: Sight) -> float:
    """Return how much darker than its paper a strip's ink is, in levels of 0..255."""
    (x0, y0), (x1, y1) = sight.quad.min(axis=0).clip(0).astype(int), sight.quad.max(axis=0).astype(int)
    crop = sight.image[y0 : y1 + 1, x0 : x1 + 1]
    if not crop.size:
        return 0.0
    ink, paper = np.percentile(crop.mean(axis=2), (5, 80))
    return float(paper - ink)
