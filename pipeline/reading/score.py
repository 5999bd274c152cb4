"""How well texts fit the ink: a strip's frames and some texts come in, log-likelihoods go out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_LEAST_LIKELY = 1e-7
_NOTHING = 1e-300


def score_texts(likelihoods: NDArray[np.float32], alphabet: Sequence[str], texts: Sequence[str]) -> NDArray[np.float64]:
    """Return the log-likelihood of each text over all its alignments, shape (len(texts),).

    likelihoods: shape (frames, len(alphabet)), alphabet[0] is the blank of CTC; a text's signs are all of the alphabet.
    The forward pass of CTC (Graves et al. 2006), scaled frame by frame, for all texts at once.
    """
    shares = np.maximum(likelihoods / np.maximum(likelihoods.sum(axis=1, keepdims=True), _NOTHING), _LEAST_LIKELY)
    states, may_skip = _lay_states(alphabet, texts)
    forward = np.zeros(states.shape)
    forward[:, :2] = shares[0][states[:, :2]]
    logs = np.zeros(len(texts))
    for frame in shares[1:]:
        grown = forward.copy()
        grown[:, 1:] += forward[:, :-1]
        grown[:, 2:] += np.where(may_skip[:, 2:], forward[:, :-2], 0.0)
        grown *= frame[states]
        scale = np.maximum(grown.sum(axis=1), _NOTHING)
        forward = grown / scale[:, None]
        logs += np.log(scale)
    ends = np.array([2 * len(text) for text in texts])
    rows = np.arange(len(texts))
    whole = forward[rows, ends] + np.where(ends > 0, forward[rows, np.maximum(ends - 1, 0)], 0.0)
    scores: NDArray[np.float64] = logs + np.log(np.maximum(whole, _NOTHING))
    return scores


def _lay_states(alphabet: Sequence[str], texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return each text's columns with blanks between, padded with blanks, and where a blank may be left out."""
    columns = {sign: k for k, sign in enumerate(alphabet)}
    states = np.zeros((len(texts), 2 * max(1, *(len(text) for text in texts)) + 1), dtype=np.int64)
    for row, text in zip(states, texts, strict=True):
        row[1 : 2 * len(text) : 2] = [columns[sign] for sign in text]
    may_skip = np.zeros(states.shape, dtype=np.bool_)
    may_skip[:, 3::2] = states[:, 3::2] != states[:, 1:-2:2]
    return states, may_skip
