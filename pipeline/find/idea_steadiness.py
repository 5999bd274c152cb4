"""Ideas and the words of the passages they were found in come in; how steady each idea is goes out.

Nearness alone is no proof: among hundreds of passages some are always near, by one striking word or a common subject.
What chance hardly does is to bring several words together, in several students. So two passages are linked when they
share words that would rarely meet by chance, and an idea is as steady as the students are many who say something that
is linked with at least LINKED_STUDENTS others' passages of that idea.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from pipeline.find.idea_groups import Idea
from pipeline.find.steadiness import is_above, judge
from pipeline.records.patterns import Steadiness
from pipeline.settings import FindingSettings

LINKED_STUDENTS = 2
WORDS_SHARED = 2
RARER_THAN = 0.5
"""A link's words meet by chance in fewer than one passage in 10 ** RARER_THAN sets of this size."""

FEWEST_STEADY, STEADY_PIECES, STEADY_SHARE = 5, 1 / 10, 0.3
"""So many students, such a share of the pieces and such a share of the idea's students are linked at least. People who
write about anything at all still have words in common ("the teacher … the students"): in sets of unrelated sentences
(tests/bench/nulls.py) the best group seldom has so many."""


@dataclass(frozen=True, eq=False)
class ToldWords:
    """The words of passages: `places` (w,) the passage of each word, `words` (w,) its number, `owners` (n,) pieces."""

    places: NDArray[np.intp]
    words: NDArray[np.intp]
    owners: NDArray[np.intp]

    def deal(self, rng: np.random.Generator) -> ToldWords:
        """Return the same words dealt anew to the same places."""
        return ToldWords(self.places, rng.permutation(self.words), self.owners)

    def tabulate(self) -> csr_array:
        """Return how rare (-log10 of its share of passages) each word of each passage is, shape (passages, words)."""
        held = np.unique(np.column_stack([self.places, self.words]), axis=0)
        counts = np.bincount(held[:, 1])
        rarity = np.log10(len(self.owners) / np.maximum(counts, WORDS_SHARED))
        shape = (len(self.owners), len(counts))
        return csr_array((rarity[held[:, 1]], (held[:, 0], held[:, 1])), shape=shape)


def number_words(told: Sequence[Sequence[str]], owners: NDArray[np.intp]) -> ToldWords:
    """Return `told`, the words of each passage, as numbers; `owners` (n,) are the numbers of the passages' pieces."""
    number = {word: at for at, word in enumerate(sorted({word for words in told for word in words}))}
    places = np.repeat(np.arange(len(told), dtype=np.intp), [len(words) for words in told])
    return ToldWords(places, np.array([number[word] for words in told for word in words], dtype=np.intp), owners)


def measure_ideas(told: ToldWords, ideas: Sequence[Idea], settings: FindingSettings) -> list[Steadiness]:
    """Return how steady each of `ideas` is, beside the best of the same groups when all words are dealt anew."""
    if not ideas or not len(told.words):
        return [_describe_steadiness(0, 1, 1, np.zeros(1)) for _ in ideas]
    rng = np.random.default_rng(settings.seed)
    null = np.array([max(_count_all(told.deal(rng), ideas)) for _ in range(settings.resamples)])
    students = [len(np.unique(told.owners[idea.places])) for idea in ideas]
    counted = _count_all(told, ideas)
    pieces = len(np.unique(told.owners))
    return [_describe_steadiness(value, count, pieces, null) for value, count in zip(counted, students, strict=True)]


def find_steady(told: ToldWords, ideas: Sequence[Idea], steadiness: Sequence[Steadiness]) -> list[bool]:
    """Return which of `ideas` are steady."""
    pieces = len(np.unique(told.owners))
    return [
        is_steady(one, len(np.unique(told.owners[idea.places])), pieces)
        for idea, one in zip(ideas, steadiness, strict=True)
    ]


def is_steady(steadiness: Steadiness, students: int, pieces: int) -> bool:
    """Whether more of an idea's `students` are linked than chance links, and enough of them in a set of `pieces`."""
    least = max(FEWEST_STEADY, STEADY_PIECES * pieces, STEADY_SHARE * students)
    return steadiness.value >= least and is_above(steadiness)


def _count_all(told: ToldWords, ideas: Sequence[Idea]) -> list[int]:
    table = told.tabulate()
    least = np.log10(len(told.owners)) + RARER_THAN
    return [count_linked(table[idea.places], told.owners[idea.places], least) for idea in ideas]


def count_linked(table: csr_array, owners: NDArray[np.intp], least: float) -> int:
    """Return how many students have a passage that is linked with passages of LINKED_STUDENTS others.

    `table` (k, words) says how rare each word of a passage is, `owners` (k,) whose the passages are; linked are two
    that share WORDS_SHARED words whose rarities sum up to `least`.
    """
    held = csr_array((np.ones_like(table.data), table.indices, table.indptr), shape=table.shape)
    rarity, shared = (table @ held.T).toarray(), (held @ held.T).toarray()
    is_linked = (rarity >= least) & (shared >= WORDS_SHARED) & (owners[:, None] != owners[None, :])
    first, second = np.nonzero(is_linked)
    if not len(first):
        return 0
    others = np.unique(np.column_stack([first, owners[second]]), axis=0)[:, 0]
    linked = np.flatnonzero(np.bincount(others) >= LINKED_STUDENTS)
    return len(np.unique(owners[linked]))


def _describe_steadiness(linked: int, students: int, pieces: int, null: NDArray[np.float64]) -> Steadiness:
    mean, high, share = judge(float(linked), null)
    made = Steadiness(
        statistic="students with a passage that shares telling words with passages of at least two others",
        value=float(linked),
        null="the same in the best of these groups when the set's words are dealt anew",
        null_mean=round(mean, 4),
        null_95=round(high, 4),
        p=round(share, 4),
        sentence="",
    )
    is_sure = is_steady(made, students, pieces)
    strength = "chance does not bring them together" if is_sure else "too few to be sure: weak"
    who = f"{linked} of its {students} pieces" if linked else "None of its pieces"
    return replace(made, sentence=f"{who} say it in words that at least two others use together; {strength}.")
