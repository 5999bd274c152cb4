"""A confirmed way of writing keeps its threshold: who joins the class set later is measured by that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.find.craft_rule import HIGH, LOW, CraftRule, RulePart, write_rule
from pipeline.find.frozen import apply_frozen
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Steadiness
from tests.find.conftest import MakeClassSet

ASKS = {"A11": 4.0, "B22": 3.0, "C33": 1.0, "D44": 0.0}
STEADY = Steadiness("looks", 1.0, "none", 0.0, 0.0, 0.01, "Holds.")
FOUND = Candidate("way-1", CandidateKind.CRAFT, "words", "asks", "Counted.", (), STEADY, is_reliable=True)


def _freeze(direction: str, threshold: float, key: str = "asks") -> Candidate:
    part = RulePart(key, direction, slope=0.0, pivot=0.0, centre=0.0, scale=1.0)
    return replace(FOUND, rule=write_rule(CraftRule((part,), threshold)))


@pytest.fixture
def asking(make_class_set: MakeClassSet) -> ClassSet:
    """Four pieces that ask more, less, and not at all."""
    return make_class_set(dict.fromkeys(ASKS, "The dog ran home."), traits={"asks": ASKS})


def test_who_reaches_the_threshold_is_a_member_however_many_do(asking: ClassSet) -> None:
    """Two at the one threshold, three at the other, the clearest first: no rank in the set as it is now counts."""
    for threshold, members in ((2.0, ["A11", "B22"]), (0.5, ["A11", "B22", "C33"])):
        (found,) = apply_frozen(asking, [_freeze(HIGH, threshold)])
        assert [member.piece for member in found.members] == members
        assert (found.id, found.name) == (FOUND.id, FOUND.name)


def test_what_is_too_short_to_measure_lacks_nothing(asking: ClassSet) -> None:
    """Of those below the threshold, the piece without any strength is none that plainly shows the lack."""
    (found,) = apply_frozen(asking, [_freeze(LOW, -1.0)])
    assert [member.piece for member in found.members] == ["C33"]


@pytest.mark.parametrize("rule", ["passages alike", "{}", _freeze(HIGH, 2.0, "gone").rule])
def test_a_rule_of_something_else_is_left_out(asking: ClassSet, rule: str) -> None:
    """An idea's, and one whose observation is not looked at any more."""
    assert apply_frozen(asking, [replace(FOUND, rule=rule)]) == ()
