"""A look in, how its ideas are linked and filled in out: how many different linking words, and added phrases."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from pipeline.observe import lexicon
from pipeline.observe.look import Look, Span
from pipeline.observe.phrases import find_phrases
from pipeline.observe.seen import LEAST_MEASURE, Seen, find_spans, see_counts, see_measure, widen_span

LINKS = tuple(
    sorted({
        *lexicon.REASONS, *lexicon.CONTRASTS, *lexicon.ADDITIONS, *lexicon.SEQUENCE, *lexicon.EXAMPLES,
    })
)  # fmt: skip
"""Connectives of all classes (TAACO, Crossley, Kyle and McNamara 2016)."""

_FEWEST_LETTERS_ING, _FEWEST_LETTERS_ED = 6, 5
_NO_ACTIONS = frozenset({
    "anything", "according", "during", "evening", "everything", "morning", "nothing", "something", "hundred", "indeed",
    "exceed", "proceed", "speed", "succeed",
})  # fmt: skip
"""Words that end so and are no form of a verb: in learners' essays every fourth."""


def vary_links(look: Look) -> Seen:
    """Measure how many different linking words there are, over the root of all words (Guiraud's index, 1954)."""
    return see_measure(look, _measure_variety, _find_first_uses(look))


def use_written_links(look: Look) -> Seen:
    """See linking words of written more than of spoken English ("therefore", "although"; Halliday and Hasan 1976)."""
    return see_counts(look, find_spans(look, lexicon.WRITTEN_LINKS))


def add_phrases(look: Look) -> Seen:
    """See phrases that say where, when, with what ("during the week"): prepositions.

    In writing, detail grows by phrases more than by clauses (Biber, Gray and Poonpon 2011).
    """
    return see_counts(look, find_spans(look, lexicon.PLACES_AND_TIMES))


def use_verb_forms(look: Look) -> Seen:
    """See words in -ing and -ed, by which one verb is hung on another (nonfinite clauses: Biber et al. 2011)."""
    return see_counts(look, _find_words(look, _is_verb_form))


def say_which(look: Look) -> Seen:
    """See what says which one: who, which, where (relative clauses: Hunt 1965; Biber et al. 2011)."""
    return see_counts(look, find_spans(look, lexicon.RELATIVES))


def _is_verb_form(word: str) -> bool:
    is_ing = word.endswith("ing") and len(word) >= _FEWEST_LETTERS_ING
    is_form = is_ing or (word.endswith("ed") and len(word) >= _FEWEST_LETTERS_ED)
    return is_form and word not in _NO_ACTIONS


def _find_words(look: Look, is_wanted: Callable[[str], bool]) -> list[Span]:
    return [
        widen_span(sentence, at)
        for sentence in look.sentences
        for at, word in enumerate(sentence.words)
        if is_wanted(word.text)
    ]


def _list_links(look: Look) -> list[tuple[str, Span]]:
    return [
        (" ".join(word.text for word in sentence.words[first:past]), widen_span(sentence, first))
        for sentence in look.sentences
        for first, past in find_phrases(sentence.words, LINKS)
    ]


def _find_first_uses(look: Look) -> list[Span]:
    first: dict[str, Span] = {}
    for link, span in _list_links(look):
        first.setdefault(link, span)
    return list(first.values())


def _measure_variety(look: Look) -> float:
    if not look.word_count:
        return 0.0
    return max(LEAST_MEASURE, len({link for link, _ in _list_links(look)}) / sqrt(look.word_count))
