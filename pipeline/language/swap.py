"""Two stances in, whether they say who does what to whom the other way round out."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from pipeline.language.folding import name_word
from pipeline.language.stance import Stance

SAME_WORDS = 0.7
"""Only sentences that share so much of their words can be one another turned round."""

_JOINING = frozenset("and or but with when if while plus times".split())  # noqa: SIM905
"""Words that join what can stand in either order; they turn nothing, and round others things may change places."""

_MUTUAL_WORDS = """
    between together beside near next equal same different meet met touch connect match like similar friend mix contain
    share separate
"""
_MUTUAL = frozenset(name_word(word) for word in _MUTUAL_WORDS.split())
"""What holds both ways: the bulb is connected to the battery, and the battery to the bulb."""

_SMALL = frozenset(
    "a an the this that these those his her its their my our your it he she they i we you is are".split()  # noqa: SIM905
)


def is_swapped(one: Stance, other: Stance) -> bool:
    """Whether two words have changed places round a third: the moon round the earth, and the earth round the moon.

    Told from the other end ("was chased by") it is the same again.
    """
    if _share_words(one.order, other.order) < SAME_WORDS:
        return False
    return _is_turned(one.order, other.order) and one.is_passive == other.is_passive


def _share_words(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    words, others = set(one) - _SMALL, set(other) - _SMALL
    return len(words & others) / len(words | others) if words | others else 0.0


def _is_turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    places, others = _place_once(one), _place_once(other)
    shared = sorted(places.keys() & others.keys(), key=places.__getitem__)
    return any(
        others[last] < others[middle] < others[first]
        and middle not in _JOINING
        and _MUTUAL.isdisjoint(one[places[first] : places[last] + 1])
        for first, middle, last in combinations(shared, 3)
    )


def _place_once(order: tuple[str, ...]) -> dict[str, int]:
    counts = Counter(order)
    return {word: at for at, word in enumerate(order) if counts[word] == 1 and word not in _SMALL}
