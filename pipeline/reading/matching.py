"""The words of two texts of one line come in; which of them stand at the same place goes out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein


def match_words(words: Sequence[str], others: Sequence[str]) -> list[tuple[int, str]]:
    """Return pairs of a place in `words` and the other text's word there, where it is one word for one."""
    pairs = []
    # Steps side by side are one change: "water" for "wa ter" is one word for two, whichever of those it is nearer to.
    for _, group in groupby(Levenshtein.opcodes(words, others), lambda step: step.tag == "equal"):
        steps = list(group)
        places = range(steps[0].src_start, steps[-1].src_end)
        there = others[steps[0].dest_start : steps[-1].dest_end]
        if len(places) == len(there):
            pairs += list(zip(places, there, strict=True))
    return pairs
