"""Findings come back as they were, with the hash of what they follow from."""

from __future__ import annotations

from pipeline.records.patterns import Findings
from pipeline.store.findings import load_findings, save_findings
from tests.decide.conftest import candidate_of
from tests.store.conftest import Kept


def test_the_latest_findings_stand(kept: Kept) -> None:
    """None before the first; the second run's take the place of the first's."""
    assert load_findings(kept.home, kept.collection.id) is None
    first = Findings(("A11",), (), ("A11",), ("Too few pieces.",))
    second = Findings(("A11", "B22", "C33"), (candidate_of("water “leaves” \x00 \n", "A11", "B22", "C33"),), ())
    for inputs, findings in (("1", first), ("2", second)):
        save_findings(kept.home, kept.collection.id, findings, inputs)
        assert load_findings(kept.home, kept.collection.id) == (findings, inputs)
