"""What a text claims, as words."""

from __future__ import annotations

import pytest

from pipeline.learn.claims import list_claims


def test_a_denial_is_another_claim() -> None:
    """The door is claimed in both; what is said of it differs by the sign alone."""
    said, denied = (set(list_claims(text)) for text in ("the door squeaks", "the door does not squeak"))
    assert "door+" in said & denied
    assert "squeak+" in said - denied
    assert "squeak-" in denied - said


@pytest.mark.parametrize(("one", "other"), [("a big door", "a small door"), ("the lamp is on", "the lamp is off")])
def test_opposites_are_sides_of_one_pair(one: str, other: str) -> None:
    """They have the pair in common and not the side."""
    (first,), (second,) = (
        set(list_claims(text)) - set(list_claims(both)) for text, both in ((one, other), (other, one))
    )
    assert first.split(" side ")[0] == second.split(" side ")[0]
    assert first != second


def test_how_much_and_how_many_are_claims() -> None:
    """All and none are two levels; numbers are written as digits."""
    assert "level 4" in list_claims("all lamps glow")
    assert "level 0" in list_claims("nobody sees it")
    assert "number 2" in list_claims("two lamps glow")


def test_no_words_claim_nothing() -> None:
    """Nor does a question."""
    assert list_claims("") == list_claims("?!") == list_claims("is it the door?") == []
