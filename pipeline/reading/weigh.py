"""Which text a stretch of writing says: its frames as seen in several widths come in, texts with their shares go out.

Every width proposes texts, and every width says how well each proposal fits: a text that fits in one width and not in
the others loses to one that fits in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.beam import USUAL, BeamSettings, Words, search_texts
from pipeline.reading.score import score_texts

_MOST_TEXTS = 48
_FLATTER = 2.0  # frames tell too little apart from each other to be counted one by one (models/README.md)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A text, its share among all that were proposed (0..1, all sum to 1), and its log-likelihood by the frames."""

    text: str
    share: float
    log_likelihood: float


def weigh_texts(
    views: Sequence[NDArray[np.float32]],
    alphabet: Sequence[str],
    words: Words,
    seen: Sequence[str],
    settings: BeamSettings = USUAL,
) -> tuple[Weighed, ...]:
    """Return the texts that the views propose, and those seen letter by letter, the likeliest first.

    views: likelihoods of shape (frames, len(alphabet)), one a width. Empty where no view proposes any letter.
    """
    proposals = [search_texts(view, alphabet, words, settings) for view in views]
    texts = [text for text in dict.fromkeys([*seen, *_take_turns(proposals)]) if text][:_MOST_TEXTS]
    if not texts:
        return ()
    fits = np.stack([score_texts(view, alphabet, texts) for view in views])
    logs = np.logaddexp.reduce(fits, axis=0) - np.log(len(views))
    worths = logs + np.array([words.price_text(text, settings) for text in texts])
    shares = np.exp((worths - worths.max()) / _FLATTER)
    shares /= shares.sum()
    order = sorted(range(len(texts)), key=lambda k: (-worths[k], texts[k]))
    return tuple(Weighed(texts[k], float(shares[k]), float(logs[k])) for k in order)


def _take_turns(proposals: Sequence[Sequence[str]]) -> list[str]:
    """Return all proposals, every view's first before any view's second."""
    longest = max((len(texts) for texts in proposals), default=0)
    return [texts[k] for k in range(longest) for texts in proposals if k < len(texts)]
