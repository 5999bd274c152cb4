"""What couldn't be opened is said, once, for as long as it is so."""

from __future__ import annotations

import pytest

from pipeline.records.work import Refusal
from pipeline.store.refusals import add_refusals, list_refusals
from tests.store.conftest import Kept


@pytest.mark.parametrize("times", [1, 3])
def test_a_refusal_is_kept_once(kept: Kept, times: int) -> None:
    """However often the folder is added, the same refusal is said once."""
    refusal = Refusal("=HYPERLINK.jpg", "This file is empty.", "Scan the page again.")
    for _ in range(times):
        add_refusals(kept.home, kept.collection.id, (refusal,))
    assert list_refusals(kept.home, kept.collection.id) == (refusal,)
