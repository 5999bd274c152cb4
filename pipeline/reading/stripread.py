"""One stretch of writing as read: its words, how far they are believed in, and whether it is writing at all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.records.reading import Box, Word, WordRole

LEAST_STRIP_BELIEF = 0.5
"""Below this mean belief in its letters a strip is a scribble or a drawing rather than writing (models/README.md)."""


class Nature(StrEnum):
    """What a strip is: only writing is read out."""

    WRITING = "writing"
    DRAWING = "drawing"
    SHOW_THROUGH = "show-through"


@dataclass(frozen=True, slots=True)
class StripRead:
    """One stretch of writing as read: `belief` is the mean belief in its letters, 0..1.

    Engines are sure on scales of their own: under `least_belief` this one's reading is no writing. `seen` is how sure
    the words are that were seen letter by letter, where those read are others; they tell better how bad a page is.
    """

    words: tuple[Word, ...]
    belief: float
    least_belief: float = LEAST_STRIP_BELIEF
    seen: tuple[float, ...] | None = None
    nature: Nature = Nature.WRITING

    @property
    def own(self) -> tuple[Word, ...]:
        """The words that are the student's."""
        return tuple(word for word in self.words if word.role is WordRole.STUDENT)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where its words stand, whoever wrote them, as far as is known."""
        return tuple(word.box for word in self.words if word.box)

    @property
    def confidences(self) -> tuple[float, ...]:
        """How sure the student's words are, for the line and the page."""
        if self.seen is not None and len(self.own) == len(self.words):
            return self.seen
        return tuple(word.confidence for word in self.own)

    @property
    def letters(self) -> int:
        """How many letters were read."""
        return sum(len(word.text) for word in self.words)

    @property
    def is_writing(self) -> bool:
        """Whether it is believed to be writing at all."""
        return bool(self.words) and self.nature is Nature.WRITING and self.belief >= self.least_belief

    def give_roles(self, role: WordRole, chosen: Collection[int] | None = None) -> StripRead:
        """Return the strip, the words of those numbers (None: all of them) with the role."""
        words = (
            replace(word, role=role) if chosen is None or k in chosen else word for k, word in enumerate(self.words)
        )
        return replace(self, words=tuple(words))


NOTHING_READ = StripRead((), 0.0)
