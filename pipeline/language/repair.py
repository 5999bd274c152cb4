"""A class set's texts in, their words with likely misreadings set right out: for comparing, never for showing.

A word no list knows is taken for the nearest word that the class set or its task uses; a word read in two pieces is put
together and two words read as one are taken apart, where that gives words the class set knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from pipeline.language.words import STOP_WORDS, WordAt, find_words, is_known_word, list_words, measure_frequency

SHORTEST_REPAIRED, TWO_EDITS_FROM, TWO_EDITS_ALWAYS_FROM = 4, 5, 7
RARE_FROM_ZIPF = 2.0
"""A word met less often than that (on the Zipf scale of frequencies) is hardly one: of shorter words those alone are
mended by two edits, for "untied" is no "until"."""

SHORTEST_PART, SHORTEST_PLAIN_PART = 2, 4
OFTEN = 3
"""A word no list knows that stands so often in a class set is one of its own."""

COMMONER = 4
"""Unless it is read for a word that stands so many times as often: "lhat" comes back wherever "that" is common."""

LETTERS_LIKE = {"0": "o", "1": "li", "2": "z", "5": "s", "6": "b", "9": "g"}
"""Digits inside a word are most likely letters."""

MOST_WAYS = 16


def repair_words(texts: Sequence[str], task: str = "") -> list[tuple[WordAt, ...]]:
    """Return the words of each text: their places as read, `text` as what they most likely are, in lower case."""
    read = [find_words(text) for text in texts]
    counts = Counter(word.text for words in read for word in words)
    known, repaired = _learn_repairs(frozenset(counts.items()), frozenset(list_words(task)))
    return [tuple(_rebuild(words, known, repaired)) for words in read]


@lru_cache(maxsize=4)
def _learn_repairs(
    counted: frozenset[tuple[str, int]], told: frozenset[str]
) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Return the known words, and what each other one most likely is; kept, for every room asks about the same set."""
    counts = Counter(dict(counted))
    known = _count_known(counts, told)
    able = _list_able(known)
    return known, {word: _repair(word, known, able) for word in sorted(counts) if word not in known}


def _count_known(counts: Counter[str], told: frozenset[str]) -> dict[str, int]:
    """Return how often each word stands in the class set: words of a list, of the task, or of the class set itself."""
    listed = {word: counts[word] for word in sorted(counts.keys() | told) if word in told or is_known_word(word)}
    known = {word: count for word, count in listed.items() if word in told or not _is_read_for_digits(word, listed)}
    often = {word for word, count in counts.items() if count >= OFTEN and len(word) >= SHORTEST_REPAIRED}
    able = _list_able(known)
    return known | {word: counts[word] for word in sorted(often - listed.keys()) if _is_own(word, counts, known, able)}


def _is_read_for_digits(word: str, listed: dict[str, int]) -> bool:
    return any(listed.get(meant, 0) >= COMMONER * listed[word] for meant in _spell_digits(word))


def _is_own(word: str, counts: Counter[str], known: dict[str, int], able: Sequence[str]) -> bool:
    """Whether `word`, which no list knows, is the class set's own and no misreading that comes back."""
    if _list_splits(word, known) or any(meant in known for meant in _spell_digits(word)):
        return False
    near = _list_near(word, able, 1)
    return max((known[other] for other, _ in near), default=0) < COMMONER * counts[word]


def _list_able(known: dict[str, int]) -> list[str]:
    """Return the words that another may be read for: of three letters only a stop word is, for all are near."""
    return sorted(
        other
        for other in known
        if len(other) >= SHORTEST_REPAIRED or (len(other) == SHORTEST_REPAIRED - 1 and other in STOP_WORDS)
    )


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


def _repair(word: str, known: dict[str, int], able: Sequence[str]) -> list[str]:
    nearest = _find_spelt(word, known) or _find_nearest(word, known, able)
    if nearest:
        return [nearest]
    splits = _list_splits(word, known)
    return list(max(splits)[1:]) if splits else [word]


def _find_spelt(word: str, known: dict[str, int]) -> str:
    """Return the commonest known word that `word` is when its digits are letters, "" for none."""
    return max(
        (meant for meant in _spell_digits(word) if meant in known), key=lambda one: (known[one], one), default=""
    )


def _spell_digits(word: str) -> list[str]:
    """Return `word` with letters for its digits, each way there is; nothing for a word or a number alone."""
    if word.isalpha() or not any(char.isalpha() for char in word):
        return []
    ways = product(*(LETTERS_LIKE.get(char, char) for char in word))
    return [spelt for way in islice(ways, MOST_WAYS) if (spelt := "".join(way)) != word]


def _list_splits(word: str, known: dict[str, int]) -> list[tuple[int, str, str]]:
    return [
        (known[word[:cut]] + known[word[cut:]], word[:cut], word[cut:])
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        if word[:cut] in known and word[cut:] in known and _are_two(word[:cut], word[cut:], known)
    ]


def _are_two(first: str, second: str, known: dict[str, int]) -> bool:
    """Whether what two known words make together is two: one of them a stop word, or both long and met again."""
    if first in STOP_WORDS or second in STOP_WORDS:
        return True
    return min(len(first), len(second)) >= SHORTEST_PLAIN_PART and min(known[first], known[second]) > 1


def _find_nearest(word: str, known: dict[str, int], able: Sequence[str]) -> str:
    """Return the one of the words `able` to be meant that is fewest edits away, the commoner of two; "" for none.

    A word of three letters is near many: only a stop word is meant by it.
    """
    if len(word) < SHORTEST_REPAIRED - 1 or word.isdigit():
        return ""
    near = _list_near(word, able, _count_edits(word))
    meant = [one for one in near if len(word) >= SHORTEST_REPAIRED or one[0] in STOP_WORDS]
    return min((edits, -known[other], other) for other, edits in meant)[2] if meant else ""


def _count_edits(word: str) -> int:
    """Return how many letters of `word` may be misread at most."""
    if len(word) >= TWO_EDITS_ALWAYS_FROM:
        return 2
    return 2 if len(word) >= TWO_EDITS_FROM and measure_frequency(word) < RARE_FROM_ZIPF else 1


def _list_near(word: str, able: Sequence[str], most: int) -> list[tuple[str, int]]:
    found = process.extract(word, able, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
    return [(other, int(edits)) for other, edits, _ in found]
