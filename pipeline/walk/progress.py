"""From counts and a clock to what a waiting teacher wants to know: pages done, pages a minute, time left."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `state` is "reading" or "finding"; `seconds` counts from the start of the reading."""

    state: str
    pages_done: int
    pages_total: int
    seconds: float

    @property
    def pages_a_minute(self) -> float:
        """Pages read in a minute so far; 0 before the first."""
        return 60 * self.pages_done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Time left at this pace, None before the first page is done."""
        if not self.pages_done:
            return None
        return self.seconds * (self.pages_total - self.pages_done) / self.pages_done
