"""What each word of a text may mean comes in, the likeliest meaning of the whole text goes out.

Viterbi's algorithm (1967) over the last word so far, in a beam: a word is weighed with those on both its sides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.language.meant import Meant
from pipeline.language.pairs import BEGINNING

BEAM = 12
"""So many last words are followed further."""


@dataclass(frozen=True, slots=True)
class State:
    """A way to a place in a text: its log chance, the state before, and what was taken to mean what on the way here."""

    chance: float
    before: State | None = None
    meant: Meant | None = None


def find_path(ways: Sequence[Sequence[Meant]], price: Callable[[str, str], float]) -> list[Meant]:
    """Return the likeliest meanings, in order, that together cover all words as read.

    `ways` gives for each word as read what may be meant from there on; `price` the log chance of a word after another.
    """
    states: list[dict[str, State]] = [{BEGINNING: State(0.0)}, *({} for _ in ways)]
    for at, meanings in enumerate(ways):
        for last, state in _take_best(states[at]):
            for meant in meanings:
                chance = state.chance + meant.chance + _price(meant, last, price)
                reached = states[at + meant.span]
                word = meant.words[-1]
                if word not in reached or reached[word].chance < chance:
                    reached[word] = State(chance, state, meant)
    return _go_back(max(states[-1].values(), key=lambda state: state.chance))


def _take_best(states: dict[str, State]) -> list[tuple[str, State]]:
    return sorted(states.items(), key=lambda one: (-one[1].chance, one[0]))[:BEAM]


def _price(meant: Meant, last: str, price: Callable[[str, str], float]) -> float:
    if meant.is_new:
        return 0.0
    total = 0.0
    for word in meant.words:
        total += price(last, word)
        last = word
    return total


def _go_back(state: State) -> list[Meant]:
    path = []
    while state.before is not None and state.meant is not None:
        path.append(state.meant)
        state = state.before
    return path[::-1]
