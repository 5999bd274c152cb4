"""Decisions are kept for good, in order, with who and when and what was decided on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import NewDecision, append_decision, list_decisions
from tests.decide.conftest import candidate_of
from tests.store.conftest import Kept


def test_a_decision_comes_back_as_it_was(kept: Kept) -> None:
    """Its snapshot too, with every member and span."""
    snapshot = candidate_of("water leaves", "K07", "B12")
    new = NewDecision(DecisionKind.CONFIRM, snapshot.id, snapshot=snapshot, who="Ms. R")
    kept_decision = append_decision(kept.home, kept.collection.id, new)
    assert list_decisions(kept.home, kept.collection.id) == (kept_decision,)
    assert (kept_decision.snapshot, kept_decision.who) == (snapshot, "Ms. R")
    assert abs((datetime.now(UTC) - datetime.fromisoformat(kept_decision.at)).total_seconds()) < 60


@pytest.mark.parametrize("change", ["DELETE FROM decisions", "UPDATE decisions SET value = 'other'"])
def test_nothing_decided_is_ever_changed(kept: Kept, change: str) -> None:
    """The database itself refuses to change or remove a decision."""
    decision = append_decision(kept.home, kept.collection.id, NewDecision(DecisionKind.RENAME, "p", "mine"))
    with pytest.raises(IntegrityError, match="kept for good"), kept.home.engine.begin() as connection:
        connection.execute(text(change))
    assert list_decisions(kept.home, kept.collection.id) == (decision,)


def test_order_is_the_order_of_deciding(kept: Kept) -> None:
    """Ids count up."""
    for name in ("first", "second", "third"):
        append_decision(kept.home, kept.collection.id, NewDecision(DecisionKind.RENAME, "p", name))
    assert [d.value for d in list_decisions(kept.home, kept.collection.id)] == ["first", "second", "third"]
