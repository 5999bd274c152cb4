"""Short texts in, the words and two-word phrases that recur over students out, beside what dealing words anew does.

A phrase is two words that stand together in a sentence (at most one other word of weight between, in either order), at
least one of which carries content and is not the task's. Small words such as "more" and "no" count here: "more room".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import find_task_stems, measure_special
from pipeline.language import STOP_WORDS, find_sentences, repair_words
from pipeline.language.stems import SHORTEST_STEM, stem

REACH = 2
"""Two words stand together when they are neighbours, or with one other between (words that only join left out)."""

WEIGHTY = frozenset(
    "more less most least no not never out up off down over under few all only same other without".split()  # noqa: SIM905
)
PARTICLES = frozenset({"out", "up", "off", "down", "over", "under"})
LEAST_SPECIAL = 0.2
DRAWS = 100
FEWEST_RECURRING = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a word of weight stands: `piece` counts texts, [start, end) are characters of that text."""

    piece: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """One stem or two, how special the most special is, and the slots of each use: (first, last) slot numbers."""

    stems: tuple[str, ...]
    students: int
    surprise: float
    special: float
    uses: tuple[tuple[int, int], ...]


@dataclass(frozen=True, eq=False)
class PhraseTable:
    """The words of weight of a class set in order: `slots`, and which stem stands in each, as numbers of `stems`.

    `carries` (len(stems),) says which stems carry content of the students' own; `weighs` which may stand in a phrase;
    `special` (len(stems),) how far each lies from everyday words.
    """

    slots: tuple[Slot, ...]
    words: NDArray[np.intp]
    stems: tuple[str, ...]
    carries: NDArray[np.bool_]
    weighs: NDArray[np.bool_]
    special: NDArray[np.float64]

    @cached_property
    def owners(self) -> NDArray[np.intp]:
        """The piece of each slot, shape (slots,)."""
        return np.array([slot.piece for slot in self.slots], dtype=np.intp)

    @cached_property
    def pairs(self) -> NDArray[np.intp]:
        """Which slots stand together, shape (k, 2), first before second."""
        sentences = np.array([slot.sentence for slot in self.slots], dtype=np.intp)
        found = []
        for reach in range(1, REACH + 1):
            first = np.flatnonzero(sentences[:-reach] == sentences[reach:])
            found.append(np.column_stack([first, first + reach]))
        return np.concatenate(found) if found else np.zeros((0, 2), dtype=np.intp)


def tabulate_phrases(texts: Sequence[str], task: str) -> PhraseTable:
    """Return the words of weight of `texts`, likely misreadings set right."""
    task_stems = find_task_stems(task, texts)
    weighed = [*_list_weighty(texts, task)]
    told = [word if word in WEIGHTY else stem(word) for _, word in weighed]
    special = _measure_stems(told, [word for _, word in weighed])
    stems = tuple(sorted(special))
    number = {one: at for at, one in enumerate(stems)}
    own = np.array([one not in task_stems for one in stems], dtype=np.bool_)
    carries = np.array([one not in WEIGHTY and len(one) >= SHORTEST_STEM for one in stems], dtype=np.bool_) & own
    how_special = np.array([special[one] for one in stems])
    placed = np.array([number[one] for one in told], np.intp)
    slots = tuple(slot for slot, _ in weighed)
    return PhraseTable(slots, placed, stems, carries & (how_special >= LEAST_SPECIAL), own, how_special)


def _measure_stems(stems: Sequence[str], words: Sequence[str]) -> dict[str, float]:
    """Return how special each stem is: as much as the least special of its words."""
    special: dict[str, float] = {}
    for one, word in zip(stems, words, strict=True):
        special[one] = min(special.get(one, np.inf), measure_special(word))
    return special


def _list_weighty(texts: Sequence[str], task: str) -> Iterator[tuple[Slot, str]]:
    """Give each word of weight and its place, piece by piece and sentence by sentence."""
    sentence = 0
    for piece, (text, words) in enumerate(zip(texts, repair_words(texts, task), strict=True)):
        weighty = [word for word in words if word.text not in STOP_WORDS or word.text in WEIGHTY]
        for start, end in find_sentences(text):
            sentence += 1
            for word in weighty:
                if start <= word.start < end:
                    yield Slot(piece, sentence, word.start, word.end), word.text


def find_phrases(table: PhraseTable, fewest: int, most: int) -> list[Phrase]:
    """Return the phrases and single words that `fewest` to `most` students use, the most surprising first.

    A phrase's surprise is -log10 of the chance (Poisson) of so many students when the words fall anywhere; 0 for words.
    """
    keys, students, surprise = _count_pairs(table, table.words)
    order = [at for at in np.argsort(-surprise, kind="stable") if fewest <= students[at] <= most]
    width = len(table.stems)
    first, second = np.sort(table.words[table.pairs], axis=1).T if len(table.pairs) else (table.words[:0],) * 2
    of_pair = first * width + second
    found = []
    for at in order:
        uses = tuple((int(one), int(other)) for one, other in table.pairs[of_pair == keys[at]])
        stems = (table.stems[keys[at] // width], table.stems[keys[at] % width])
        special = float(table.special[[keys[at] // width, keys[at] % width]].max())
        found.append(Phrase(stems, int(students[at]), float(surprise[at]), special, uses))
    return found + _find_words(table, fewest, most)


def draw_phrase_null(table: PhraseTable, rng: np.random.Generator, draws: int = DRAWS) -> NDArray[np.float64]:
    """Return the surprise of the most surprising phrase in each of `draws` sets of the same words dealt anew.

    Small words stay where they stand: "more" precedes whatever is dealt there.
    """
    best = np.zeros(draws)
    small = np.array([one in WEIGHTY for one in table.stems], dtype=np.bool_)
    dealt = np.flatnonzero(~small[table.words])
    for at in range(draws):
        words = table.words.copy()
        words[dealt] = rng.permutation(words[dealt])
        _, students, surprise = _count_pairs(table, words)
        best[at] = surprise[students >= FEWEST_RECURRING].max(initial=0.0)
    return best


def _count_pairs(
    table: PhraseTable, words: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    from scipy.stats import poisson

    width = max(len(table.stems), 1)
    if not len(table.pairs):
        return np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0)
    first, second = np.sort(words[table.pairs], axis=1).T
    fits = (
        (first != second) & table.weighs[first] & table.weighs[second] & (table.carries[first] | table.carries[second])
    )
    keys = first[fits] * width + second[fits]
    used = np.unique(keys * (table.owners.max() + 1) + table.owners[table.pairs[fits, 0]]) // (table.owners.max() + 1)
    keys, students = np.unique(used, return_counts=True)
    counts = np.bincount(words, minlength=width).astype(np.float64)
    total = max(len(words), 2)
    expected = len(table.pairs) * 2 * counts[keys // width] * counts[keys % width] / (total * (total - 1))
    surprise = -np.log10(np.maximum(poisson.sf(students - 1, expected), 1e-300))
    return keys, students, np.round(surprise, 6)


def _find_words(table: PhraseTable, fewest: int, most: int) -> list[Phrase]:
    found = []
    for number in np.flatnonzero(table.carries):
        uses = np.flatnonzero(table.words == number)
        students = len(np.unique(table.owners[uses]))
        if fewest <= students <= most:
            places = tuple((int(at), int(at)) for at in uses)
            found.append(Phrase((table.stems[number],), students, 0.0, float(table.special[number]), places))
    return found
