"""Rules are frozen: written as JSON, read back the same, applied to other pieces by the same threshold."""

from __future__ import annotations

import json

import pytest

from pipeline.find.craft_rule import HIGH, LOW, CraftRule, RulePart, apply_rule, read_rule, write_rule

PLAIN = CraftRule((RulePart("reasons", HIGH, 0.0, 0.0, 0.0, 1.0),), 2.0)


def test_a_rule_is_read_as_it_was_written() -> None:
    """Writing and reading lose nothing, and the leading observation can be seen at the top."""
    written = write_rule(PLAIN)
    assert read_rule(written) == PLAIN
    assert json.loads(written)["key"] == "reasons"


def test_high_and_low_are_opposite_ends() -> None:
    """The same threshold on the other end takes the other pieces."""
    low = CraftRule((RulePart("reasons", LOW, 0.0, 0.0, 0.0, 1.0),), -1.0)
    strengths = {"reasons": [0.0, 1.0, 2.0, 2.5]}
    assert apply_rule(write_rule(PLAIN), strengths, [9, 9, 9, 9]).tolist() == [False, False, True, True]
    assert apply_rule(write_rule(low), strengths, [9, 9, 9, 9]).tolist() == [True, True, False, False]


def test_length_is_held_constant() -> None:
    """Of two pieces with one strength the shorter one shows more where length brings strength with it."""
    part = RulePart("reasons", HIGH, slope=1.0, pivot=4.0, centre=0.0, scale=1.0)
    assert apply_rule(write_rule(CraftRule((part,), 0.0)), {"reasons": [0.0, 0.0]}, [20, 200]).tolist() == [True, False]


def test_no_rule_is_said_so() -> None:
    """Text that is no rule raises instead of matching nobody."""
    with pytest.raises((ValueError, KeyError)):
        read_rule("{}")
