"""What every observation kind can do: be named aloud, and look at a text a second time to say how steady it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.observe.look import Look, look_at
from pipeline.observe.seen import Seen
from pipeline.records.patterns import ObservationKind


@dataclass(frozen=True, slots=True)
class SeeingKind(ObservationKind):
    """An observation kind that can look for itself: finding asks it how steady what it sees is."""

    see: Callable[[Look], Seen]

    def see_again(self, piece: str, text: str, task: str) -> tuple[tuple[float, float] | None, float | None]:
        """Return the strength in every second sentence and in the others, and the probability of it by chance.

        Each is None where it means nothing for this kind, or the text has too few sentences.
        """
        return _see_again(self.see, piece, text, task)


@lru_cache(maxsize=65536)
def _see_again(
    see: Callable[[Look], Seen], piece: str, text: str, task: str
) -> tuple[tuple[float, float] | None, float | None]:
    """Both the first sort and the ways of writing ask: it is kept for as many as a large class set has."""
    seen = see(look_at(piece, text, task))
    return seen.halves, seen.chance
