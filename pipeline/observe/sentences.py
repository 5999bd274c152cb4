"""A look in, what its sentences are like out: their length and its spread, how they open, how much they join."""

from __future__ import annotations

from collections import Counter

import numpy as np

from pipeline.observe import lexicon
from pipeline.observe.look import Look, Sentence
from pipeline.observe.seen import LEAST_MEASURE, Seen, find_spans, open_span, see_counts, see_measure

_FEWEST_SENTENCES = 2
_LONG_WORDS, _FEWEST_CHAINS = 30, 3
_VERY_LONG_WORDS, _LEAD_WORDS = 35, 10


def write_long_sentences(look: Look) -> Seen:
    """Measure the middle sentence's length in words."""
    longest = sorted(look.sentences, key=lambda sentence: (-len(sentence.words), sentence.start))
    return see_measure(look, _measure_length, [open_span(sentence) for sentence in longest[:3]])


def vary_sentence_length(look: Look) -> Seen:
    """Measure how far sentence lengths spread: their standard deviation over their mean, in words."""
    ordered = sorted(look.sentences, key=lambda sentence: (len(sentence.words), sentence.start))
    return see_measure(look, _measure_spread, [open_span(sentence) for sentence in (*ordered[:1], *ordered[:-2:-1])])


def repeat_openings(look: Look) -> Seen:
    """Measure the probability that two sentences of the piece open with the same word (Simpson 1949)."""
    openings = Counter(sentence.words[0].text for sentence in look.sentences if sentence.words)
    common = min(openings, key=lambda word: (-openings[word], word), default="")
    same = [open_span(each, 5) for each in look.sentences if each.words and each.words[0].text == common]
    return see_measure(look, _measure_same_openings, same)


def run_ideas_together(look: Look) -> Seen:
    """See sentences of 30 words or more that go on by three or more of and, but, so, then, or (Hunt 1965: T-units)."""
    return see_counts(look, [open_span(sentence) for sentence in look.sentences if _is_chain(sentence)])


def run_very_long(look: Look) -> Seen:
    """Measure the share of sentences of 35 words or more: where a reader looks for the full stop."""
    long = [open_span(sentence) for sentence in look.sentences if len(sentence.words) >= _VERY_LONG_WORDS]
    return see_measure(look, _measure_very_long, long)


def tie_with_and(look: Look) -> Seen:
    """See "and": coordination, by which younger writers join what older ones subordinate (Hunt 1965)."""
    return see_counts(look, find_spans(look, ("and",)))


def lead_in(look: Look) -> Seen:
    """Measure the share of sentences that put a word or phrase before what they are about.

    Seen by a comma within the first ten words, or a first word such as when, if, by, in (words before the main verb:
    McNamara, Crossley and McCarthy 2010).
    """
    return see_measure(look, _measure_lead_ins, [open_span(each) for each in look.sentences if _leads_in(look, each)])


def _is_chain(sentence: Sentence) -> bool:
    chains = sum(word.text in lexicon.CHAINS for word in sentence.words)
    return len(sentence.words) >= _LONG_WORDS and chains >= _FEWEST_CHAINS


def _count_words(look: Look) -> list[int]:
    return [len(sentence.words) for sentence in look.sentences if sentence.words]


def _measure_length(look: Look) -> float:
    counts = _count_words(look)
    return float(np.median(counts)) if counts else 0.0


def _measure_very_long(look: Look) -> float:
    counts = _count_words(look)
    return max(LEAST_MEASURE, sum(n >= _VERY_LONG_WORDS for n in counts) / len(counts)) if counts else 0.0


def _measure_lead_ins(look: Look) -> float:
    leads = [_leads_in(look, sentence) for sentence in look.sentences if sentence.words]
    return max(LEAST_MEASURE, sum(leads) / len(leads)) if leads else 0.0


def _leads_in(look: Look, sentence: Sentence) -> bool:
    if not sentence.words:
        return False
    opening = look.text[sentence.start : sentence.words[: _LEAD_WORDS + 1][-1].start]
    return sentence.words[0].text in lexicon.LEADS or "," in opening


def _measure_spread(look: Look) -> float:
    counts = _count_words(look)
    if len(counts) < _FEWEST_SENTENCES:
        return 0.0
    return max(LEAST_MEASURE, float(np.std(counts) / np.mean(counts)))


def _measure_same_openings(look: Look) -> float:
    openings = Counter(sentence.words[0].text for sentence in look.sentences if sentence.words)
    total = openings.total()
    if total < _FEWEST_SENTENCES:
        return 0.0
    return max(LEAST_MEASURE, sum(n * (n - 1) for n in openings.values()) / (total * (total - 1)))
