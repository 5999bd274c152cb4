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
from pipeline.reading.matching import match_words
from pipeline.reading.score import score_texts

_MOST_TEXTS = 48
_FAR_BETTER = 5.0  # natural log: the words of lists may be so much less likely by the ink (models/README.md)
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

    views: likelihoods of shape (frames, len(alphabet)), one a width. Empty where no view proposes any letter. A stretch
    that was sure enough to be looked at in one width alone keeps every word that its frames show far better than the
    one the lists prefer.
    """
    proposals = [search_texts(view, alphabet, words, settings) for view in views]
    texts = [text for text in dict.fromkeys([*seen, *_take_turns(proposals)]) if text][:_MOST_TEXTS]
    if not texts:
        return ()
    logs = _measure_fits(views, alphabet, texts)
    prices = np.array([words.price_text(text, settings) for text in texts])
    best = texts[min(range(len(texts)), key=lambda k: (-logs[k] - prices[k], texts[k]))]
    if len(views) == 1:
        best = _keep_seen(best, seen[0], views[0], alphabet)
        if best not in texts:
            texts.append(best)
            logs = np.append(logs, _measure_fits(views, alphabet, [best]))
            prices = np.append(prices, words.price_text(best, settings))
    worths = logs + prices
    shares = np.exp((worths - worths.max()) / _FLATTER)
    shares /= shares.sum()
    order = sorted(range(len(texts)), key=lambda k: (texts[k] != best, -worths[k], texts[k]))
    return tuple(Weighed(texts[k], float(shares[k]), float(logs[k])) for k in order)


def _measure_fits(
    views: Sequence[NDArray[np.float32]], alphabet: Sequence[str], texts: Sequence[str]
) -> NDArray[np.float64]:
    """Return the log-likelihood of each text by the frames of all views together."""
    fits = np.stack([score_texts(view, alphabet, texts) for view in views])
    return np.asarray(np.logaddexp.reduce(fits, axis=0) - np.log(len(views)), dtype=np.float64)


def _keep_seen(text: str, seen: str, view: NDArray[np.float32], alphabet: Sequence[str]) -> str:
    """Return the text with those words as they were seen that the frames show far better than the text's own."""
    words = text.split()
    changed = [(k, word) for k, word in match_words(words, seen.split()) if word != words[k]]
    if not changed:
        return text
    tries = [" ".join([*words[:k], word, *words[k + 1 :]]) for k, word in changed]
    fits = score_texts(view, alphabet, [text, *tries])
    kept = {k: word for (k, word), fit in zip(changed, fits[1:], strict=True) if fit > fits[0] + _FAR_BETTER}
    return " ".join(kept.get(k, word) for k, word in enumerate(words))


def _take_turns(proposals: Sequence[Sequence[str]]) -> list[str]:
    """Return all proposals, every view's first before any view's second."""
    longest = max((len(texts) for texts in proposals), default=0)
    return [texts[k] for k in range(longest) for texts in proposals if k < len(texts)]
