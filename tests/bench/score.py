"""What a page says and what was read of it come in; edits, error rates and their intervals go out.

CER and WER as everywhere in Patternwork: case ignored, white space folded, curly quotes and dashes made plain; edits
over all pages by characters or words of the truth. Intervals are 90 % bootstrap intervals over pages (Efron 1979):
which pages were taken is the larger part of the chance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
DRAWS = 2000
_SHARES = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class PageScore:
    """Edits and lengths of one page, and what reading it cost."""

    name: str
    character_edits: int
    characters: int
    word_edits: int
    words: int
    cpu_seconds: float

    @property
    def cer(self) -> float:
        """The page's character error rate in percent."""
        return 100 * self.character_edits / max(1, self.characters)


def normalise(text: str) -> str:
    """Return the text as it is compared: lower case, plain quotes and dashes, single spaces."""
    return " ".join(text.translate(PLAIN).lower().split())


def score_page(name: str, truth: str, read: str, cpu_seconds: float = 0.0) -> PageScore:
    """Return the page's edits after normalising both texts."""
    truth, read = normalise(truth), normalise(read)
    words = truth.split()
    edits, word_edits = Levenshtein.distance(truth, read), Levenshtein.distance(words, read.split())
    return PageScore(name, edits, len(truth), word_edits, len(words), cpu_seconds)


def measure_cer(scores: Sequence[PageScore]) -> float:
    """Return the character error rate over all pages, in percent."""
    return 100 * sum(s.character_edits for s in scores) / max(1, sum(s.characters for s in scores))


def measure_wer(scores: Sequence[PageScore]) -> float:
    """Return the word error rate over all pages, in percent."""
    return 100 * sum(s.word_edits for s in scores) / max(1, sum(s.words for s in scores))


def find_median(scores: Sequence[PageScore]) -> float:
    """Return the median page's character error rate, in percent."""
    return median(s.cer for s in scores)


def bound_cer(scores: Sequence[PageScore]) -> tuple[float, float]:
    """Return the 90 % interval of `measure_cer` over pages."""
    edits = np.array([s.character_edits for s in scores], float)
    characters = np.array([s.characters for s in scores], float)
    return bound_over_pages(len(scores), lambda draw: 100 * edits[draw].sum() / max(1.0, characters[draw].sum()))


def bound_over_pages(
    pages: int, measure: Callable[[NDArray[np.intp]], float], draws: int = DRAWS
) -> tuple[float, float]:
    """Return the 5 % and 95 % quantiles of `measure` over pages drawn with replacement, always the same draws.

    measure: takes the numbers of the pages drawn, shape (pages,); draws in which it is NaN are left out.
    """
    drawn = np.random.default_rng(0).integers(0, pages, (draws, pages))
    low, high = np.nanquantile([measure(draw) for draw in drawn], _SHARES)
    return float(low), float(high)
