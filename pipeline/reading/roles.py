"""Whose the words on a page are: its image and what was read come in, words crossed out and printed are marked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad
from pipeline.reading.evenness import Origin, judge_words
from pipeline.reading.stripread import StripRead
from pipeline.reading.struck import find_strikes, find_struck
from pipeline.records.reading import WordRole

_FEWEST_WORDS, _MOST_STRUCK = 10, 0.4
_LEAST_HAND_SHARE, _FEWEST_HAND_STRIPS = 0.25, 2


def cross_out(image: NDArray[np.uint8], quads: Sequence[Quad], reads: Sequence[StripRead]) -> list[StripRead]:
    """Return the strips of a page (RGB, uint8) with the words marked that a stroke runs through.

    Where that would be much of the page it is dark ruling, and nothing is crossed out.
    """
    struck = [_find_crossed(image, quad, read) for quad, read in zip(quads, reads, strict=True)]
    words, crossed = sum(len(read.words) for read in reads), sum(map(len, struck))
    if words >= _FEWEST_WORDS and crossed > _MOST_STRUCK * words:
        return list(reads)
    return [read.give_roles(WordRole.STRUCK, chosen) for read, chosen in zip(reads, struck, strict=True)]


def judge_origins(image: NDArray[np.uint8], reads: Sequence[StripRead]) -> list[Origin]:
    """Return how each strip of a page (RGB, uint8) came onto it."""
    return [judge_words(image, read.own) if read.is_writing else Origin.UNKNOWN for read in reads]


def measure_print_share(reads: Sequence[StripRead], origins: Sequence[Origin]) -> float:
    """Return the share of print among the letters that can be told apart, 0..1; 0.0 where none can."""
    print_, hand = (_count_letters(reads, origins, origin) for origin in (Origin.PRINT, Origin.HAND))
    return print_ / (print_ + hand) if print_ else 0.0


def part_print(reads: Sequence[StripRead], origins: Sequence[Origin]) -> list[StripRead]:
    """Return the strips with those marked that are a form's print.

    A sheet printed through and through is the student's own typing: print is the form's only where the same page is
    also written on by hand, by a quarter of the letters that can be told apart, on two strips or more: a name or a
    remark beside typed text does not make the typing a form.
    """
    is_written = 1 - measure_print_share(reads, origins) >= _LEAST_HAND_SHARE
    if not is_written or origins.count(Origin.HAND) < _FEWEST_HAND_STRIPS:
        return list(reads)
    return [
        read.give_roles(WordRole.FORM) if origin is Origin.PRINT else read
        for read, origin in zip(reads, origins, strict=True)
    ]


def _count_letters(reads: Sequence[StripRead], origins: Sequence[Origin], wanted: Origin) -> int:
    return sum(read.letters for read, origin in zip(reads, origins, strict=True) if origin is wanted)


def _find_crossed(image: NDArray[np.uint8], quad: Quad, read: StripRead) -> tuple[int, ...]:
    if not read.is_writing:
        return ()
    return find_struck(find_strikes(image, quad), quad, [word.box for word in read.words])
