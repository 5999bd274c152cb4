"""Where the letters of a text stand: a strip's frames and its text come in, letters with place and belief go out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.decode import Letter

_NEVER = -1e30
_LEAST_LIKELY = 1e-12


def align_text(likelihoods: NDArray[np.float32], alphabet: Sequence[str], text: str) -> tuple[Letter, ...]:
    """Return the letters of `text` where the frames show them best; empty where the frames are too few for them.

    likelihoods: shape (frames, len(alphabet)), alphabet[0] is the blank; a letter's confidence is the greatest of its
    frames'. Viterbi's path through the states of CTC (Graves et al. 2006).
    """
    columns = {sign: k for k, sign in enumerate(alphabet)}
    states = np.zeros(2 * len(text) + 1, dtype=np.int64)
    states[1::2] = [columns[sign] for sign in text]
    path = _find_path(np.log(np.maximum(likelihoods[:, states], _LEAST_LIKELY)), states)
    letters = []
    for number, sign in enumerate(text if path is not None else ""):
        frames = np.flatnonzero(path == 2 * number + 1)
        belief = float(likelihoods[frames, columns[sign]].max())
        letters.append(Letter(sign, int(frames[0]), int(frames[-1]) + 1, belief))
    return tuple(letters)


def _find_path(logs: NDArray[np.float32], states: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the state of each frame on the likeliest path; logs: shape (frames, states). None where there is none."""
    may_skip = np.zeros(len(states), dtype=np.bool_)
    may_skip[2:] = (states[2:] != 0) & (states[2:] != states[:-2])
    score = np.full(len(states), _NEVER)
    score[:2] = logs[0, :2]
    steps = np.zeros(logs.shape, dtype=np.int64)
    for k in range(1, len(logs)):
        before = np.full((3, len(states)), _NEVER)
        before[0], before[1, 1:], before[2, 2:] = score, score[:-1], score[:-2]
        before[2, ~may_skip] = _NEVER
        steps[k] = before.argmax(axis=0)
        score = before.max(axis=0) + logs[k]
    last = len(states) - 1 - int(score[-2:].argmax() == 0 and len(states) > 1)
    return _walk_back(steps, last) if score[last] > _NEVER / 2 else None


def _walk_back(steps: NDArray[np.int64], last: int) -> NDArray[np.int64]:
    path = np.full(len(steps), last, dtype=np.int64)
    for k in range(len(steps) - 1, 0, -1):
        path[k - 1] = path[k] - steps[k, path[k]]
    return path
