"""After a decision the next card is there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.views.focus import find_next


@dataclass(frozen=True)
class Named:
    """Only an id is asked of a pattern here."""

    id: str


LIST = [Named("a"), Named("b"), Named("c")]


@pytest.mark.parametrize(("decided", "following"), [("a", "b"), ("b", "c"), ("c", "a"), ("gone", "a")])
def test_the_next_card_is_the_one_after_then_the_first(decided: str, following: str) -> None:
    """The suggestion after the decided one comes up; after the last, the first that is left."""
    assert find_next(LIST, decided) == following  # type: ignore[arg-type]


def test_after_the_last_decision_no_card_is_left() -> None:
    """When the only suggestion is decided there is none to show."""
    assert find_next([Named("a")], "a") == ""  # type: ignore[list-item]
    assert find_next([], "a") == ""
