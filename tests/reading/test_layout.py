"""Quads turned upright, and pages cut into columns."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.reading.layout import flatten_quads, split_columns


def test_a_tilted_page_is_flattened() -> None:
    """After turning, rows of a page at ten degrees have one height from left to right, in pixels of the page."""
    angle = np.radians(10)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    rows = [np.array([[0, y], [500, y], [500, y + 40], [0, y + 40]]) @ turn for y in (0.0, 80.0)]
    boxes = flatten_quads([row.astype(np.float32) for row in rows])
    assert boxes.right - boxes.left == pytest.approx([500, 500], abs=0.1)
    assert boxes.height == pytest.approx([40, 40], abs=0.1)
    assert boxes.middle[1] - boxes.middle[0] == pytest.approx(80, abs=0.1)
    assert boxes.usual_height == pytest.approx(40, abs=0.1)


def test_a_page_of_full_lines_is_one_block() -> None:
    """Lines over the whole width leave no gutter."""
    quads = [np.array([[0, y], [900, y], [900, y + 40], [0, y + 40]], np.float32) for y in range(0, 600, 60)]
    assert split_columns(flatten_quads(quads), range(10)) == [list(range(10))]
