"""A look in, what its words are like out: how many different ones, how long, how often the same, whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

from pipeline.language.words import is_known_word, measure_frequency
from pipeline.observe.look import Look, Span, name_content
from pipeline.observe.seen import LEAST_MEASURE, Seen, open_span, see_measure, widen_span

MTLD_FACTOR = 0.72
"""Where a stretch's share of different words ends a factor (McCarthy and Jarvis 2010)."""

RARE_BELOW_ZIPF, _RARE_LETTERS = 4.5, 5
"""Misread, a short word is another known one as often as not, and a rare one ("ore" for "are"): those don't count."""

_SHORT_LETTERS = 3
_LISTED_SHARE = 0.5
"""Where fewer words are listed the text is in a language that no list here knows."""

_FEWEST_WORDS = 10
_LONG_LETTERS, _FEWEST_CONTENT_WORDS = 7, 5


def use_different_words(look: Look) -> Seen:
    """Measure the textual lexical diversity (MTLD, McCarthy and Jarvis 2010): words until they begin to repeat."""
    return see_measure(look, measure_mtld, _find_freshest(look))


def use_long_words(look: Look) -> Seen:
    """Measure the share of words of seven letters or more (the L of Björnsson's LIX, 1968)."""
    spans = _find_words(look, lambda word: len(word) > _LONG_LETTERS + 1)
    return see_measure(look, _measure_long, spans)


def repeat_words(look: Look) -> Seen:
    """Measure how often two content words drawn from the piece are the same (Yule 1944; Simpson 1949)."""
    top = {word for word, _ in _rank_content(look)[:1]}
    return see_measure(look, _measure_repeats, _find_words(look, lambda word: name_content(word) in top))


def use_rare_words(look: Look) -> Seen:
    """Measure the share of words, of those a word list knows, that are long and heard less than 32 times a million.

    Word frequency as a sign of a grown vocabulary: Kyle and Crossley 2015 (TAALES); Zipf scale: van Heuven et al. 2014.
    """
    return see_measure(look, _measure_rare, _find_words(look, is_rare))


def is_rare(word: str) -> bool:
    """Whether `word` is one of five letters or more that a word list knows and that is not heard often."""
    is_long = len(word) >= _RARE_LETTERS and word.isalpha()
    return is_long and is_known_word(word) and measure_frequency(word) < RARE_BELOW_ZIPF


def use_task_words(look: Look) -> Seen:
    """Measure the share of the task's content words that the piece uses; 0 where no task is known."""
    return see_measure(look, _measure_task, _find_words(look, lambda word: name_content(word) in look.task_words))


def measure_mtld(look: Look) -> float:
    """Return the MTLD of the piece's words that a word list knows, forward and backward averaged; 0 below ten words.

    Every misreading is a word that stands nowhere else: with them a page read badly would be a varied one.
    """
    words = _list_listed([word.text for word in look.words])
    return (_walk_factors(words) + _walk_factors(words[::-1])) / 2 if len(words) >= _FEWEST_WORDS else 0.0


def _list_listed(words: Sequence[str]) -> Sequence[str]:
    """Return those of `words` that are surely words; all of them where most are in no list."""
    listed = [word for word in words if _is_listed(word)]
    return listed if len(listed) >= _LISTED_SHARE * len(words) else words


@lru_cache(maxsize=65536)
def _is_listed(word: str) -> bool:
    return is_known_word(word) and (len(word) > _SHORT_LETTERS or measure_frequency(word) >= RARE_BELOW_ZIPF)


def _walk_factors(words: Sequence[str]) -> float:
    factors, start, types = 0.0, 0, set[str]()
    for place, word in enumerate(words):
        types.add(word)
        if len(types) / (place + 1 - start) < MTLD_FACTOR:
            factors, start, types = factors + 1, place + 1, set()
    if start < len(words):
        factors += (1 - len(types) / (len(words) - start)) / (1 - MTLD_FACTOR)
    return len(words) / factors if factors > 0 else float(len(words))


def _find_freshest(look: Look) -> list[Span]:
    # The sentence with the most words the piece uses nowhere else: what a high MTLD sounds like.
    counts = Counter(word.text for word in look.words)
    fresh = [(sum(counts[word.text] == 1 for word in s.words), s) for s in look.sentences if s.words]
    best = sorted(fresh, key=lambda pair: (-pair[0], pair[1].start))[:2]
    return [open_span(sentence) for count, sentence in best if count]


def _find_words(look: Look, is_wanted: Callable[[str], bool]) -> list[Span]:
    spans = []
    for sentence in look.sentences:
        first = next((k for k, word in enumerate(sentence.words) if is_wanted(word.text)), None)
        if first is not None:
            spans.append(widen_span(sentence, first))
    return spans


def _rank_content(look: Look) -> list[tuple[str, int]]:
    counts = Counter(name for word in look.words if (name := name_content(word.text)))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _measure_long(look: Look) -> float:
    words = look.words
    long = sum(len(word.text) >= _LONG_LETTERS for word in words)
    return max(LEAST_MEASURE, long / len(words)) if len(words) >= _FEWEST_WORDS else 0.0


def _measure_rare(look: Look) -> float:
    known = [word.text for word in look.words if word.text.isalpha() and is_known_word(word.text)]
    rare = sum(is_rare(word) for word in known)
    return max(LEAST_MEASURE, rare / len(known)) if len(known) >= _FEWEST_WORDS else 0.0


def _measure_repeats(look: Look) -> float:
    counts = [count for _, count in _rank_content(look)]
    total = sum(counts)
    if total < _FEWEST_CONTENT_WORDS:
        return 0.0
    return max(LEAST_MEASURE, sum(n * (n - 1) for n in counts) / (total * (total - 1)))


def _measure_task(look: Look) -> float:
    if not look.task_words or not look.word_count:
        return 0.0
    used = {name_content(word.text) for word in look.words} & look.task_words
    return max(LEAST_MEASURE, len(used) / len(look.task_words))
