"""Decisions come in; the tests of the reading that a teacher made go out."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind, ReadingTest

_READING_TEST = TypeAdapter(ReadingTest)


def list_reading_tests(decisions: Sequence[Decision]) -> tuple[ReadingTest, ...]:
    """Return the tests in force, in the order in which they were made."""
    tests = (d.value for d in keep_in_force(decisions) if d.kind is DecisionKind.TEST_READING)
    return tuple(_READING_TEST.validate_json(value) for value in tests)
