"""Ideas and the passages they were found in come in; how steady each idea is goes out.

One near pair is no proof: among hundreds of passages some are always near, by a striking word or a common subject. So
two passages are linked when they are nearer than chance brings passages in a set of this size, or share several words
that would rarely meet by chance, and what counts are the students with a passage linked with those of at least
LINKED_STUDENTS others of the idea.

It is judged in two steps, a hierarchy of tests (Yekutieli 2008). First the class set: its three ideas with the most
linked students have together more of them than sets of unrelated sentences nearly ever have. Such a
set holds ideas, and then those of them are steady that have students enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from pipeline.find.idea_groups import Idea
from pipeline.find.steadiness import is_above
from pipeline.records.patterns import Steadiness

LINKED_STUDENTS = 2
WORDS_SHARED = 2
RARER_THAN = 0.5
"""A link's words meet by chance in fewer than one passage in 10 ** RARER_THAN sets of this size."""

OF_IDEA, OF_SET = (0.03, 0.125), (0.17, 0.0925)
"""A link's least cosine is the first number and the second times log10 of the pairs of passages a piece has: the more
pairs are looked at, the nearer the nearest lie by chance. An idea of short answers, which are few passages, is judged
by looser links than its set; one of essays by much the same."""

BEST_IDEAS = 3
FEWEST_LINKED, PIECES_SHARE, PASSAGES_SHARE = 4, 0.13, 0.3
"""The three best ideas of a set that holds any have together more linked students than FEWEST_LINKED, and than
these shares of the pieces and of the passages a piece has. Where nothing is shared (whole sentences that stand in two
pieces at most, words dealt anew) two of 111 sets had so many, looked at among three passages a piece; among the five of
now, and with a LINKED_SHARE of .15, four of 400 sets of unrelated sentences had a steady idea."""

NULL_SHARES = (
    0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.07, 0.11,
    0.22, 0.22, 0.26, 0.29, 0.34, 0.44, 0.49, 0.67, 0.76, 0.91,
)  # fmt: skip
"""How much of that the 111 sets had, from the least to the most: twenty steps of a twentieth of the sets each."""

LEAST_LINKED, LINKED_PIECES, LINKED_SHARE = 3, 1 / 15, 0.25
"""In a set that holds ideas, so many students, such a share of the pieces and such a share of the idea's own students
are linked in an idea that is steady."""


@dataclass(frozen=True, eq=False)
class Ground:
    """The passages that ideas are found in: `owners` (n,) pieces, `similarity` (n, n) cosines.

    `rarity` (n, words) says how rare (-log10 of its share of passages) each word of each passage is, 0 where it isn't.
    """

    owners: NDArray[np.intp]
    similarity: NDArray[np.float64]
    rarity: csr_array

    @property
    def pieces(self) -> int:
        """How many pieces have a passage."""
        return len(np.unique(self.owners))

    def measure_near(self, grade: tuple[float, float]) -> float:
        """Return the cosine from which two passages are linked, of the grade OF_IDEA or OF_SET."""
        return grade[0] + grade[1] * float(np.log10(len(self.owners) ** 2 / self.pieces))

    @property
    def most_by_chance(self) -> float:
        """How many linked students the best ideas have together where nothing is shared, at most."""
        shares = PIECES_SHARE * self.pieces + PASSAGES_SHARE * len(self.owners) / self.pieces
        return max(float(FEWEST_LINKED), shares)


@dataclass(frozen=True, slots=True)
class Judged:
    """How steady an idea is, how many of its students are linked, and whether that makes it reliable."""

    steadiness: Steadiness
    linked: int
    is_sure: bool


def lay_ground(told: Sequence[Sequence[str]], owners: NDArray[np.intp], similarity: NDArray[np.float64]) -> Ground:
    """Return the ground of passages with the words `told` (n), the pieces `owners` (n,) and cosines (n, n)."""
    number = {word: at for at, word in enumerate(sorted({word for words in told for word in words}))}
    held = [(at, number[word]) for at, words in enumerate(told) for word in sorted(set(words))]
    places, words = np.array(held, dtype=np.intp).reshape(-1, 2).T
    counts = np.bincount(words, minlength=len(number))
    rarity = np.log10(len(owners) / np.maximum(counts, WORDS_SHARED))
    table = csr_array((rarity[words], (places, words)), shape=(len(owners), max(len(number), 1)))
    return Ground(owners, similarity, table)


def measure_ideas(ground: Ground, ideas: Sequence[Idea]) -> list[Judged]:
    """Return how steady each of `ideas`, all that were chosen in a set, is."""
    of_set = sorted((count_linked(ground, idea.places, ground.measure_near(OF_SET)) for idea in ideas), reverse=True)
    linked = [count_linked(ground, idea.places, ground.measure_near(OF_IDEA)) for idea in ideas]
    judged = []
    for idea, count in zip(ideas, linked, strict=True):
        made = _describe_steadiness(sum(of_set[:BEST_IDEAS]), ground.most_by_chance)
        students = len(np.unique(ground.owners[idea.places]))
        least = max(LEAST_LINKED, LINKED_PIECES * ground.pieces, LINKED_SHARE * students)
        is_sure = is_above(made) and count >= least
        told = _say(made, count, students, is_sure=is_sure)
        judged.append(Judged(replace(made, sentence=told), count, is_sure))
    return judged


def count_linked(ground: Ground, places: NDArray[np.intp], near: float) -> int:
    """Return how many students have a passage among `places` that is linked with those of LINKED_STUDENTS others.

    Linked are two with a cosine of `near`, or that share WORDS_SHARED words whose rarities sum up to more than chance.
    """
    table, owners = ground.rarity[places], ground.owners[places]
    held = csr_array((np.ones_like(table.data), table.indices, table.indptr), shape=table.shape)
    rarity, shared = (table @ held.T).toarray(), (held @ held.T).toarray()
    is_rare = (rarity >= np.log10(len(ground.owners)) + RARER_THAN) & (shared >= WORDS_SHARED)
    is_near = ground.similarity[np.ix_(places, places)] >= near
    first, second = np.nonzero((is_rare | is_near) & (owners[:, None] != owners[None, :]))
    if not len(first):
        return 0
    others = np.unique(np.column_stack([first, owners[second]]), axis=0)[:, 0]
    linked = np.flatnonzero(np.bincount(others) >= LINKED_STUDENTS)
    return len(np.unique(owners[linked]))


def _describe_steadiness(linked: int, most_by_chance: float) -> Steadiness:
    null = np.array(NULL_SHARES) * most_by_chance
    return Steadiness(
        statistic="students in the set's three best ideas with a passage linked with those of at least two others",
        value=float(linked),
        null="the same in sets of unrelated sentences of this size",
        null_mean=round(float(null.mean()), 4),
        null_95=round(most_by_chance, 4),
        p=round((1 + int((null >= linked).sum())) / (1 + len(null)), 4),
        sentence="",
    )


def _say(steadiness: Steadiness, linked: int, students: int, *, is_sure: bool) -> str:
    who = f"{linked} of its {students} pieces say it" if linked else "None of its pieces says it"
    strength = ", more than in unrelated writing" if is_sure else "; too few to be sure: weak"
    strength = strength if is_above(steadiness) else "; unrelated writing can agree as much: weak"
    return f"{who} much as two others do{strength}."
