"""A class set's texts in, their words with likely misreadings set right out: for comparing, never for showing.

A word no list knows is taken for the nearest word that the class set or its task uses; a word read in two pieces is put
together and two words read as one are taken apart, where that gives words the class set knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.language.words import STOP_WORDS, WordAt, find_words, is_known_word

SHORTEST_REPAIRED, TWO_EDITS_FROM = 4, 7
SHORTEST_PART = 2
OFTEN = 3
"""A word no list knows that stands so often in a class set is one of its own."""


def repair_words(texts: Sequence[str], task: str = "") -> list[tuple[WordAt, ...]]:
    """Return the words of each text: their places as read, `text` as what they most likely are, in lower case."""
    read = [find_words(text) for text in texts]
    counts = Counter(word.text for words in read for word in words)
    known = _count_known(counts, {word.text for word in find_words(task)})
    repaired = {word: _repair(word, known) for word in sorted(counts) if word not in known}
    return [tuple(_rebuild(words, known, repaired)) for words in read]


def _count_known(counts: Counter[str], told: set[str]) -> dict[str, int]:
    """Return how often each word stands in the class set: words of a list, of the task, or of the class set itself."""
    known = {word: counts[word] for word in sorted(counts.keys() | told) if word in told or is_known_word(word)}
    often = {word for word, count in counts.items() if count >= OFTEN and len(word) >= SHORTEST_REPAIRED}
    return known | {word: counts[word] for word in sorted(often - known.keys()) if not _list_splits(word, known)}


def repair_texts(texts: Sequence[str], task: str = "") -> list[str]:
    """Return each text as its words with likely misreadings set right, one space between."""
    return [" ".join(word.text for word in words) for words in repair_words(texts, task)]


def _rebuild(words: Sequence[WordAt], known: dict[str, int], repaired: dict[str, list[str]]) -> Iterator[WordAt]:
    at = 0
    while at < len(words):
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        if after and _is_one(word.text, after.text, known):
            yield WordAt(word.start, after.end, word.text + after.text)
            at += 2
            continue
        place = word.start
        parts = repaired.get(word.text, [word.text])
        for part in parts:
            end = min(place + len(part), word.end) if part is not parts[-1] else word.end
            yield WordAt(place, end, part)
            place = end
        at += 1


def _is_one(first: str, second: str, known: dict[str, int]) -> bool:
    """Whether two words as read are more likely one: together known, and apart not, or rarer in the class set."""
    if {first, second} <= STOP_WORDS or first + second not in known:
        return False
    is_apart = first in known and second in known
    return not is_apart or max(known[first], known[second]) < known[first + second]


def _repair(word: str, known: dict[str, int]) -> list[str]:
    nearest = _find_nearest(word, known)
    if nearest:
        return [nearest]
    splits = _list_splits(word, known)
    return list(max(splits)[1:]) if splits else [word]


def _list_splits(word: str, known: dict[str, int]) -> list[tuple[int, str, str]]:
    return [
        (known[word[:cut]] + known[word[cut:]], word[:cut], word[cut:])
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        if word[:cut] in known and word[cut:] in known and (word[:cut] in STOP_WORDS or word[cut:] in STOP_WORDS)
    ]


def _find_nearest(word: str, known: dict[str, int]) -> str:
    if len(word) < SHORTEST_REPAIRED - 1 or word.isdigit():
        return ""
    most = 2 if len(word) >= TWO_EDITS_FROM else 1
    near = []
    for other, count in known.items():
        is_long = min(len(other), len(word)) >= SHORTEST_REPAIRED or other in STOP_WORDS
        if is_long and abs(len(other) - len(word)) <= most and len(other) >= SHORTEST_REPAIRED - 1:
            edits = Levenshtein.distance(word, other, score_cutoff=most)
            if edits <= most:
                near.append((edits, -count, other))
    return min(near)[2] if near else ""
