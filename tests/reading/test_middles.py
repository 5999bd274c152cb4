"""Lines that are straight, tilted or waving, and how far off their middle pixels lie."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.middles import bend_offsets, measure_offsets, widen_quad

QUAD = np.array([[50, 100], [450, 100], [450, 160], [50, 160]], dtype=np.float32)
SIZE = (300, 500)


def test_room_is_added_above_and_below() -> None:
    """Half a height more makes a quad of 60 pixels 120 high and no wider."""
    assert widen_quad(QUAD, 0.5).tolist() == [[50, 70], [450, 70], [450, 190], [50, 190]]


def test_offsets_are_counted_from_the_middle() -> None:
    """Ten pixels below the middle are ten, and far away the line does not reach."""
    line = measure_offsets(QUAD, SIZE)
    rows, columns = line.place
    assert line.down[140 - rows.start, 250 - columns.start] == pytest.approx(10)
    assert line.down[110 - rows.start, 100 - columns.start] == pytest.approx(-20)
    assert (rows.start, rows.stop, columns.start, columns.stop) == (46, 214, 32, 468)
    assert np.isinf(line.down[0, 0])


def test_a_tilted_line_has_a_tilted_middle() -> None:
    """The middle of a rising quad is the line between the middles of its ends."""
    rising = np.array([[50, 140], [450, 100], [456, 160], [56, 200]], dtype=np.float32)
    line = measure_offsets(rising, SIZE)
    rows, columns = line.place
    assert line.down[170 - rows.start, 53 - columns.start] == pytest.approx(0, abs=0.5)
    assert line.down[130 - rows.start, 453 - columns.start] == pytest.approx(0, abs=0.5)


def test_the_middle_follows_the_ink() -> None:
    """Where the writing waves under a straight quad, its own ink is at offset zero."""
    long = np.array([[50, 100], [950, 100], [950, 160], [50, 160]], dtype=np.float32)
    line = measure_offsets(long, (300, 1000))
    rows, columns = line.place
    y, x = np.ogrid[line.place]
    bent = bend_offsets(line, np.abs(y - _wave(x)) < 5)
    for x_px in (80, 300, 500, 920):
        y_px = round(float(_wave(np.array(x_px))))
        assert bent.down[y_px - rows.start, x_px - columns.start] == pytest.approx(0, abs=3)


def _wave(x: NDArray[np.int_]) -> NDArray[np.float64]:
    return np.asarray(130 + 18 * np.sin((x - 50) / 900 * np.pi), dtype=np.float64)


def test_without_ink_the_middle_stays_the_quads() -> None:
    """Nothing to follow: nothing is bent."""
    line = measure_offsets(QUAD, SIZE)
    assert bend_offsets(line, np.zeros(line.down.shape, dtype=np.bool_)) is line


def test_a_quad_off_the_page_has_no_pixels() -> None:
    """A quad wholly outside has an empty window rather than an error."""
    assert measure_offsets(QUAD + np.float32(1000), SIZE).down.size == 0
