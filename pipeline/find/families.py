"""Observations in, families of them out: what goes together in grown writing becomes one broad way of writing.

One observation on one piece is a small sample: two halves of an essay agree on it with a correlation of about .4. The
mean of several that are about the same is steadier (Spearman 1910; Brown 1910), and survives misreading better. Which
observations belong together is taken from the literature, not from scores: lexical diversity and frequency
(McNamara, Crossley and McCarthy 2010), cohesion by connectives (Halliday and Hasan 1976; TAACO 2016), coordination
before subordination (Hunt 1965), detail in phrases (Biber, Gray and Poonpon 2011), and how words are combined, a side
of its own beside words and sentences (Paquot 2019).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.craft_rule import HIGH
from pipeline.find.craft_table import CraftTable, Way, cut_top, fit_part

FEWEST_PARTS = 2
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Family:
    """Observations that are about the same: `name` is what a teacher would say of pieces that show many of them.

    `sign` is +1 where writers grow into it and -1 where they grow out of it (see the sources above).
    """

    name: str
    keys: tuple[str, ...]
    sign: int


FAMILIES = (
    Family("chooses long, less usual and ever different words", ("different-words", "rare-words", "long-words"), 1),
    Family("uses many set turns of English, such as interested in", ("little-words", "little-turns"), 1),
    Family(
        "links ideas with many and various linking words",
        ("many-links", "written-links", "contrast-words", "adding-words", "sequence-words"),
        1,
    ),
    Family(
        "runs ideas on in long sentences tied by and",
        ("very-long-sentences", "runs-together", "long-sentences", "ties-with-and"),
        -1,
    ),
    Family(
        "fills sentences in with phrases and lead-ins",
        ("added-phrases", "verb-forms", "says-which", "leads-in"),
        1,
    ),
    Family(
        "spells, spaces and joins words in a way of their own",
        ("misspells", "small-starts", "small-i", "spaces", "no-apostrophe", "agreement", "odd-pairs"),
        -1,
    ),
)


def list_families(keys: Collection[str]) -> list[tuple[Family, tuple[str, ...]]]:
    """Return each family of which at least two observations are among `keys`, with those."""
    found = [(family, tuple(key for key in family.keys if key in keys)) for family in FAMILIES]
    return [(family, shown) for family, shown in found if len(shown) >= FEWEST_PARTS]


def find_family_ways(table: CraftTable) -> list[Way]:
    """Return each family's clear pieces: the mean of its observations, length held constant, clearest first."""
    ways = []
    for family, keys in list_families(table.kinds):
        way = cut_top(table, tuple(fit_part(table, key, HIGH) for key in keys), family.name)
        ways += [way] if way else []
    return ways


def measure_growth(
    strengths: Mapping[str, NDArray[np.float64]], log_words: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """Return how far each piece's written language is grown in each family there is, a list of arrays (n,).

    Each observation is ranked, what length explains is taken out, and families count alike whatever their size.
    """
    return [
        family.sign * measure_family([strengths[key] for key in keys], log_words)
        for family, keys in list_families(strengths)
    ]


def measure_family(columns: Sequence[NDArray[np.float64]], log_words: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean rank of `columns`, each (n,), with length held constant, standardised; shape (n,)."""
    return standardise(np.mean([_hold_length(column, log_words) for column in columns], axis=0))


def standardise(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `values` (n,) with mean 0 and standard deviation 1; values that do not differ are all 0."""
    away = values - values.mean()
    spread = float(away.std())
    return np.asarray(away / spread if spread > TINY else np.zeros(len(values)))


def _hold_length(strengths: NDArray[np.float64], log_words: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.stats import rankdata

    ranks = standardise(np.asarray(rankdata(strengths), dtype=np.float64))
    length = standardise(log_words)
    return standardise(ranks - (ranks @ length) / len(ranks) * length)


def leave_out_members(ways: Sequence[Way], shown: Sequence[Way]) -> list[Way]:
    """Return `ways` without those whose only observations already count in one of `shown`."""
    counted = {key for way in shown for key in way.rule.keys}
    return [way for way in ways if not set(way.rule.keys) <= counted]
