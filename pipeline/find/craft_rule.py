"""Observed strengths in, who shows a way of writing out: a rule that is frozen as JSON and can be applied again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

HIGH, LOW = "high", "low"
_DEVIATIONS = 3.0
"""One extreme measure shall not decide alone about a pattern of several."""


@dataclass(frozen=True, slots=True)
class RulePart:
    """One observation in a rule: its strength less what length explains, in deviations of the set it was found in.

    `direction` is "high" or "low". `slope` is the strength's change per unit of log words, counted from `pivot`.
    """

    key: str
    direction: str
    slope: float
    pivot: float
    centre: float
    scale: float

    def score(self, strengths: NDArray[np.float64], log_words: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how clearly each piece shows it, shape (n,), in standard deviations."""
        deviation = (strengths - self.slope * (log_words - self.pivot) - self.centre) / self.scale
        sign = 1.0 if self.direction == HIGH else -1.0
        return np.asarray(np.round(sign * np.clip(deviation, -_DEVIATIONS, _DEVIATIONS), 9))


@dataclass(frozen=True, slots=True)
class CraftRule:
    """A piece shows the way of writing when the mean score of its `parts` is at least `threshold`."""

    parts: tuple[RulePart, ...]
    threshold: float

    @property
    def keys(self) -> tuple[str, ...]:
        """The observations' keys, the leading one first."""
        return tuple(part.key for part in self.parts)


def write_rule(rule: CraftRule) -> str:
    """Return `rule` as JSON; the leading observation's key and direction stand at the top."""
    lead = rule.parts[0]
    parts = [asdict(part) for part in rule.parts]
    return json.dumps({"key": lead.key, "direction": lead.direction, "threshold": rule.threshold, "parts": parts})


def read_rule(text: str) -> CraftRule:
    """Return the rule that write_rule wrote. Raises ValueError, KeyError or TypeError where `text` is none."""
    written = json.loads(text)
    return CraftRule(tuple(RulePart(**part) for part in written["parts"]), float(written["threshold"]))


def score_rule(
    parts: Sequence[RulePart], strengths: Mapping[str, NDArray[np.float64]], log_words: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the mean score of `parts` on each piece, shape (n,)."""
    scores = [part.score(strengths[part.key], log_words) for part in parts]
    return np.asarray(np.round(np.mean(scores, axis=0), 9))


def apply_rule(rule: str, strengths: Mapping[str, Sequence[float]], word_counts: Sequence[int]) -> NDArray[np.bool_]:
    """Return which pieces show the way of writing frozen in `rule` (JSON), shape (n,).

    `strengths` gives each observation's strength on the pieces, `word_counts` their numbers of words, in one order.
    """
    read = read_rule(rule)
    arrays = {key: np.asarray(strengths[key], dtype=np.float64) for key in read.keys}
    log_words = np.log1p(np.asarray(word_counts, dtype=np.float64))
    return np.asarray(score_rule(read.parts, arrays, log_words) >= read.threshold)
