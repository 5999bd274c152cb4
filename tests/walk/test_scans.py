"""Whether broken strokes are the scanner's doing."""

from __future__ import annotations

import pytest

from pipeline.walk.scans import is_the_scanner


@pytest.mark.parametrize(("broken", "pages", "expected"), [(0, 9, False), (1, 2, False), (2, 9, False), (3, 9, True)])
def test_one_pale_page_is_no_reason_to_warn(broken: int, pages: int, expected: object) -> None:
    """Two pages at least, and a third of those read."""
    assert is_the_scanner(broken, pages) is expected
