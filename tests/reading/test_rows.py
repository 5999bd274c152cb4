"""Quads drawn by hand, and the rows and paragraphs they make."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.rows import find_rows


def quad(x0: float, y0: float, x1: float, height: float = 40.0) -> NDArray[np.float32]:
    """Return an upright quad."""
    return np.array([[x0, y0], [x1, y0], [x1, y0 + height], [x0, y0 + height]], dtype=np.float32)


def read_order(quads: list[NDArray[np.float32]]) -> list[tuple[int, ...]]:
    """Return the numbers of the quads by row."""
    return [row.quads for row in find_rows(quads)]


def test_no_quads_make_no_rows() -> None:
    """A page without writing has no rows."""
    assert find_rows([]) == ()


def test_parts_of_one_row_are_joined_from_left_to_right() -> None:
    """Two stretches at one height are one row, whatever their order."""
    assert read_order([quad(400, 102, 700), quad(0, 100, 380), quad(0, 160, 700)]) == [(1, 0), (2,)]


def test_rows_one_below_the_other_are_never_merged() -> None:
    """Close rows that lie over each other stay two, even where they touch."""
    assert read_order([quad(0, 100, 700), quad(0, 118, 700), quad(0, 136, 700)]) == [(0,), (1,), (2,)]


def test_a_sloping_row_holds_together() -> None:
    """Parts of a row that climbs over the page are joined along its slope."""
    slope = np.array([[np.cos(0.1), -np.sin(0.1)], [np.sin(0.1), np.cos(0.1)]])
    straight = [quad(0, 100, 380), quad(400, 100, 900), quad(0, 160, 380), quad(400, 160, 900)]
    assert read_order([(box @ slope).astype(np.float32) for box in straight]) == [(0, 1), (2, 3)]


def test_an_indent_or_a_gap_starts_a_paragraph() -> None:
    """The third row is indented, the fifth has room above it; a small jitter is neither."""
    lefts, tops = [0, 8, 60, 4, 0, 6], [0, 60, 120, 180, 300, 360]
    rows = find_rows([quad(x, y, 700) for x, y in zip(lefts, tops, strict=True)])
    assert [row.starts_paragraph for row in rows] == [False, False, True, False, True, False]


def test_columns_are_read_one_after_the_other_under_their_title() -> None:
    """Title, left column, right column, last line."""
    title, end = quad(0, 0, 900), quad(0, 400, 900)
    left = [quad(0, 60 + 60 * k, 400) for k in range(5)]
    right = [quad(480, 62 + 60 * k, 900) for k in range(5)]
    quads = [title, *(box for pair in zip(left, right, strict=True) for box in pair), end]
    assert [k for row in read_order(quads) for k in row] == [0, 1, 3, 5, 7, 9, 2, 4, 6, 8, 10, 11]


def test_numbers_in_the_margin_are_no_column() -> None:
    """A number stays with its answer."""
    quads = [box for k in range(6) for box in (quad(0, 60 * k, 40), quad(120, 60 * k, 800))]
    assert read_order(quads) == [(2 * k, 2 * k + 1) for k in range(6)]


def test_wide_gaps_in_two_rows_are_no_columns() -> None:
    """Four rows a side are asked for before a page is cut in two."""
    quads = [quad(0, 0, 300), quad(500, 0, 800), quad(0, 60, 300), quad(500, 60, 800), quad(0, 120, 800)]
    assert read_order(quads) == [(0, 1), (2, 3), (4,)]


def test_every_quad_is_in_exactly_one_row() -> None:
    """Nothing found on the page is lost or read twice."""
    rng = np.random.default_rng(3)
    quads = [quad(x, y, x + w) for x, y, w in rng.uniform(0, 600, (60, 3))]
    assert sorted(k for row in read_order(quads) for k in row) == list(range(60))
