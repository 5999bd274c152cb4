"""Two sentences in, whether they say opposite things out: looked at before grouping, since vectors hardly see it.

"The bulb stays on" and "the bulb goes off" have cosine .83, a true paraphrase .54. Two rules: one side of a pair of
opposites in the one and the other side in the other, a negation counted; or the same content word negated in only one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import stem
from pipeline.language import STOP_WORDS, WordAt, find_words

SAME_MATTER = 0.5
"""Two sentences speak of the same when they share more than this of their content words."""

NEGATION_REACH = 3
"""A negation turns the meaning of so many words after it."""

_OPPOSITES = """
    on/off more/less,fewer most/least up/down high,higher,highest/low,lower,lowest open,opened/closed,shut
    hot,hotter,warm,warmer/cold,colder,cool,cooler same,equal/different,unequal better,best/worse,worst good/bad
    increase,increased,increases,rise,rises,grew/decrease,decreased,decreases,fall,falls,drop,drops
    correct,true/wrong,incorrect,false yes/no always/never everyone,everybody/nobody agree/disagree
    love,enjoy/dislike,hate easy,easier/hard,harder,difficult fast,faster,quick,quickly/slow,slower,slowly
    big,bigger,large,larger/small,smaller longer/shorter heavy,heavier/lighter float,floats/sink,sinks
    attract,attracts/repel,repels connected/disconnected,separated complete/incomplete positive/negative full/empty
    inside/outside early,earlier/late,later strong,stronger/weak,weaker possible/impossible safe,safer/dangerous,unsafe
    happy,happier/sad,unhappy win,won/lose,lost push,pushes/pull,pulls alive,living/dead,nonliving wet/dry
    help,helps/hurt,hurts,harm,harms loud,noisy/quiet cheap,cheaper/expensive fair/unfair healthy,healthier/unhealthy
"""
_SIDES: dict[str, tuple[int, int]] = {
    word: (axis, side)
    for axis, pair in enumerate(_OPPOSITES.split())
    for side, words in enumerate(pair.split("/"))
    for word in words.split(",")
}
_NEGATIONS = frozenset(
    {"not", "no", "never", "cannot", "cant", "dont", "doesnt", "didnt", "isnt", "wont", "without", "nothing"}
)
_LIGHT_VERBS = frozenset(
    {"stay", "stays", "stayed", "go", "goes", "went", "keep", "keeps", "become", "becomes", "turn", "turns"}
)
_AFTER_A_STATE = frozenset({"because", "and", "but", "when", "if", "even", "while", "or", "so", "since", "as", "after"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What a sentence affirms: the sides it takes (axis, side), its content stems, affirmed and negated."""

    sides: frozenset[tuple[int, int]]
    affirmed: frozenset[str]
    negated: frozenset[str]


def find_stance(text: str) -> Stance:
    """Return the stance of `text`. A question takes none: whoever asks it may mean either."""
    if text.rstrip().endswith("?"):
        return Stance(frozenset(), frozenset(), frozenset())
    words = find_words(text)
    sides: set[tuple[int, int]] = set()
    stems: tuple[set[str], set[str]] = (set(), set())
    for at, word in enumerate(words):
        is_negated = any(_is_negation(before) for before in words[max(0, at - NEGATION_REACH) : at])
        if word.text in _SIDES and not _is_preposition(words, at):
            axis, side = _SIDES[word.text]
            sides.add((axis, side ^ is_negated))
        elif word.text not in STOP_WORDS and word.text not in _LIGHT_VERBS and not _is_negation(word):
            stems[is_negated].add(stem(word.text))
    return Stance(frozenset(sides), frozenset(stems[0] - stems[1]), frozenset(stems[1] - stems[0]))


def takes_side(word: str) -> bool:
    """Whether `word` is one of a pair of opposites: "faster" alone doesn't say what about."""
    return any(
        one in _SIDES for one in (word, word.removesuffix("r"), word.removesuffix("er"), word.removesuffix("est"))
    )


def is_contrast(one: Stance, other: Stance) -> bool:
    """Whether the two stances speak against each other.

    Two differences cancel out: a good plan that works and a bad plan that does not are one idea. And both must speak
    of the same: the floor's larger surface and the cup's smaller one are one idea, too.
    """
    if not _is_same_matter(one, other):
        return False
    axes = {axis for axis, _ in one.sides} & {axis for axis, _ in other.sides}
    clear = [axis for axis in axes if not _is_both(one, axis) and not _is_both(other, axis)]
    if clear:
        return sum(_side_of(one, axis) != _side_of(other, axis) for axis in clear) % 2 == 1
    return bool(one.negated & other.affirmed) != bool(one.affirmed & other.negated)


def find_contrasts(texts: Sequence[str], similarity: NDArray[np.float64], least: float) -> NDArray[np.bool_]:
    """Return which pairs contrast, shape (n, n); looked for where `similarity` (n, n) is at least `least`."""
    stances = [find_stance(text) for text in texts]
    found = np.zeros(similarity.shape, dtype=np.bool_)
    for first, second in np.argwhere(np.triu(similarity >= least, 1)):
        if is_contrast(stances[first], stances[second]):
            found[first, second] = found[second, first] = True
    return found


def _is_same_matter(one: Stance, other: Stance) -> bool:
    stems, others = one.affirmed | one.negated, other.affirmed | other.negated
    shared = len(stems & others)
    return shared > SAME_MATTER * len(stems | others)


def _is_negation(word: WordAt) -> bool:
    return word.text in _NEGATIONS or word.text.endswith("n't")


def _is_preposition(words: Sequence[WordAt], at: int) -> bool:
    if words[at].text != "on":
        return False
    return at + 1 < len(words) and words[at + 1].text not in _AFTER_A_STATE


def _is_both(stance: Stance, axis: int) -> bool:
    return (axis, 0) in stance.sides and (axis, 1) in stance.sides


def _side_of(stance: Stance, axis: int) -> int:
    return int((axis, 1) in stance.sides)
