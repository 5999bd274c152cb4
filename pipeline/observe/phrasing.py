"""A look in, how its words go together out: as English joins them, and where it would not.

How words are combined is a side of grown writing of its own, beside which words there are and how sentences are built
(Paquot 2019). It is measured by the association of a text's word pairs in a large corpus, each pair once, and by the
pairs that the corpus does not hold (Durrant and Schmitt 2009; Bestgen and Granger 2014). Looked at are pairs with a
little word in them (grammatical collocations: Benson, Benson and Ilson 1986): those of content words alone are mostly
the task's. A pair stands in one sentence with nothing but space between, both its words listed: misreadings make none.
English alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from pipeline.language.pairs import load_pairs
from pipeline.language.words import STOP_WORDS, WordAt, is_known_word
from pipeline.observe.look import Look, Sentence, Span
from pipeline.observe.seen import LEAST_MEASURE, Seen, see_counts, see_measure, widen_span

_FEWEST_PAIRS, _MOST_SPANS = 5, 8
_ONE, _BOTH = 1, 2

_Pulled = tuple[float, Span]
"""How strongly a pair is associated, and where it stands first."""


def fit_little_words(look: Look) -> Seen:
    """Measure how strongly words go with the little ones beside them ("interested in", "to succeed"): the mean pull."""
    return _see_pulls(look, _ONE)


def use_little_turns(look: Look) -> Seen:
    """Measure how strongly little words go with each other ("such as", "would have been"): the mean pull."""
    return _see_pulls(look, _BOTH)


def pair_oddly(look: Look) -> Seen:
    """See two common words side by side that English does not put there ("to became", "more better").

    Seen are pairs that a large corpus would hold if any word could follow any other, and does not (Chodorow and Leacock
    2000).
    """
    pairs = load_pairs()
    odd = [
        (before.start, word.end)
        for _, _, before, word in _list_pairs(look)
        if pairs.is_expected(before.text, word.text) and pairs.measure_pull(before.text, word.text) is None
    ]
    return see_counts(look, odd)


def _see_pulls(look: Look, little: int) -> Seen:
    strongest = sorted(_list_pulls(look, little), key=lambda one: (-one[0], one[1]))
    return see_measure(look, partial(_measure_pull, little=little), [span for _, span in strongest[:_MOST_SPANS]])


def _measure_pull(look: Look, little: int) -> float:
    pulls = [pull for pull, _ in _list_pulls(look, little)]
    return max(LEAST_MEASURE, sum(pulls) / len(pulls)) if len(pulls) >= _FEWEST_PAIRS else 0.0


def _list_pulls(look: Look, little: int) -> list[_Pulled]:
    """Return the different pairs that were counted, of those with so many little words."""
    found: dict[tuple[str, str], _Pulled] = {}
    for sentence, at, before, word in _list_pairs(look):
        pair = before.text, word.text
        pull = load_pairs().measure_pull(*pair) if sum(one in STOP_WORDS for one in pair) == little else None
        if pull is not None:
            found.setdefault(pair, (pull, widen_span(sentence, at)))
    return [*found.values()]


def _list_pairs(look: Look) -> Iterator[tuple[Sentence, int, WordAt, WordAt]]:
    for sentence in look.sentences:
        for at, (before, word) in enumerate(pairwise(sentence.words)):
            is_joined = look.text[before.end : word.start].isspace()
            if is_joined and is_known_word(before.text) and is_known_word(word.text):
                yield sentence, at, before, word
