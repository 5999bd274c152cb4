"""Lines of a sheet that was turned or held slantwise, and the map that lays it flat."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.detect import Quad
from pipeline.reading.tilt import View, lay_flat, lift_quads, measure_view
from tests.reading.strokes import frame, turn_points

LINES = [frame(100, 90 + 80 * k, 900, 130 + 80 * k) for k in range(10)]
DEPTH_PX = 720
"""How far below the first line the last one stands."""
CENTRE = (500, 470)
DOT_PX = 4


def hold_slantwise(quads: list[Quad], fan: float) -> list[Quad]:
    """Return the quads of a sheet whose right side is farther away: its first and last line run together by `fan`."""
    off = [quad - np.float32(CENTRE) for quad in quads]
    return [np.asarray(CENTRE + p / (1 + fan / DEPTH_PX * p[:, :1]), dtype=np.float32) for p in off]


def turn_quads(quads: list[Quad], angle: float) -> list[Quad]:
    """Return the quads turned clockwise around the upper left corner."""
    return [turn_points(quad, angle) for quad in quads]


def dot_page(quads: list[Quad]) -> NDArray[np.uint8]:
    """Return a white page with a black dot in the middle of every quad."""
    image = np.full((1100, 1300, 3), 255, np.uint8)
    for x, y in (quad.mean(axis=0).round().astype(int) for quad in quads):
        image[y - DOT_PX : y + DOT_PX + 1, x - DOT_PX : x + DOT_PX + 1] = 0
    return image


def test_a_straight_page_stays_as_it_is() -> None:
    """Level lines need no map, and a page without any has none."""
    for quads in (LINES, []):
        view = measure_view(quads)
        assert np.allclose(view.matrix, np.eye(3))
        assert (view.tilts, view.fan, view.is_strong) == ((0.0,), 0.0, False)


@pytest.mark.parametrize("angle", [0.1, -0.25])
def test_a_turned_page_is_turned_back(angle: float) -> None:
    """Clockwise is positive, nothing fans out, and lines laid flat are level, as large and as far apart as before."""
    turned = turn_quads(LINES, angle)
    view = measure_view(turned)
    assert view.tilt == pytest.approx(angle, abs=1e-4)
    assert view.tilts == (view.tilt,)
    assert view.flatten(np.asarray(turned)) == pytest.approx(np.asarray(LINES), abs=0.1)


def test_short_pieces_have_no_say() -> None:
    """A hundred words that stand askew don't turn a page whose few lines are level."""
    words = [turn_points(frame(0, 0, 100, 40), 0.3) + np.float32(5 * k) for k in range(100)]
    assert measure_view([*LINES[:3], *words]).tilt == pytest.approx(0, abs=1e-6)
    assert measure_view(words).tilt == 0.0


def test_one_line_askew_turns_no_page() -> None:
    """The middle slope counts, not the mean."""
    assert measure_view([*LINES[:4], turn_points(LINES[4], 0.3)]).tilt == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("fan", "angle"), [(0.15, 0.0), (-0.15, 0.0), (0.2, 0.12), (0.07, -0.2)])
def test_a_page_held_slantwise_is_laid_flat(fan: float, angle: float) -> None:
    """Its lines fan out by as much as they were made to; laid flat they are level and as high right as left."""
    seen = turn_quads(hold_slantwise(LINES, fan), angle)
    view = measure_view(seen)
    assert view.fan == pytest.approx(abs(fan), rel=0.1)
    assert view.tilt == pytest.approx(angle, abs=0.02)
    flat = view.flatten(np.asarray(seen, dtype=np.float64))
    assert np.ptp(flat[:, :2, 1], axis=1) == pytest.approx(np.zeros(10), abs=1)
    left, right = flat[:, 3, 1] - flat[:, 0, 1], flat[:, 2, 1] - flat[:, 1, 1]
    assert left == pytest.approx(right, abs=1)
    assert np.diff(flat[:, 0, 1]) == pytest.approx(np.full(9, 80), rel=0.1)


def test_few_lines_are_only_turned() -> None:
    """Five lines don't tell how a sheet was held, six do."""
    seen = turn_quads(hold_slantwise(LINES, 0.3), 0.1)
    assert measure_view(seen[::2]).fan == 0.0
    assert measure_view(seen[::2]).tilt == pytest.approx(0.1, abs=0.02)
    assert measure_view(seen[:6]).fan > 0.1


@pytest.mark.parametrize("fan", [0.04, 1.0])
def test_what_is_hardly_slantwise_or_too_much_is_only_turned(fan: float) -> None:
    """A small fan may be careless writing, a huge one is no sheet on a desk."""
    view = measure_view(hold_slantwise(LINES, fan))
    assert view.fan == 0.0
    assert view.matrix[2] == pytest.approx([0, 0, 1])


def test_a_few_lines_askew_hardly_matter() -> None:
    """Two quads of ten that were found badly don't change how the page was seen."""
    seen = hold_slantwise(LINES, 0.15)
    askew = [*seen[:2], turn_points(seen[2], -0.15), *seen[3:6], turn_points(seen[6], 0.15), *seen[7:]]
    assert measure_view(askew).fan == pytest.approx(0.15, rel=0.1)


@pytest.mark.parametrize("fan", [0.05, 0.089, 0.09, 0.2])
def test_tilts_lie_close_from_the_first_line_to_the_last(fan: float) -> None:
    """Every slope between the first line's and the last one's is within 0.03 radians of one of the tilts."""
    tilts = np.array(View(np.eye(3), 0.1, fan).tilts)
    assert (tilts[0], tilts[-1]) == pytest.approx((0.1 - fan / 2, 0.1 + fan / 2))
    slopes = np.linspace(0.1 - fan / 2, 0.1 + fan / 2, 50)
    assert np.abs(slopes[:, None] - tilts[None, :]).min(axis=1).max() <= 0.03


def test_a_strong_fan_reads_better_flat() -> None:
    """From 0.09 radians on."""
    assert not View(np.eye(3), 0.5, 0.089).is_strong
    assert View(np.eye(3), 0.0, 0.09).is_strong


@pytest.mark.parametrize(("fan", "angle"), [(0.15, 0.0), (0.2, 0.12), (0.0, 0.2), (0.0, 0.0)])
def test_laid_flat_and_lifted_again_is_where_it_was(fan: float, angle: float) -> None:
    """Flattening and lifting are inverses to a pixel, and the picture laid flat shows each dot where its point went."""
    seen = turn_quads(hold_slantwise(LINES, fan), angle)
    flat, view = lay_flat(dot_page(seen), measure_view(seen), seen)
    moved = [view.flatten(np.asarray(quad, dtype=np.float64)) for quad in seen]
    assert np.asarray(lift_quads(moved, view)) == pytest.approx(np.asarray(seen), abs=1)
    for x, y in (view.flatten(quad.mean(axis=0).round()) for quad in seen):
        assert 0 <= x < flat.shape[1]
        assert flat[round(float(y)), round(float(x))].max() < 50
    assert (flat < 50).mean() == pytest.approx(10 * (2 * DOT_PX + 1) ** 2 / flat[:, :, 0].size, rel=0.3)


def test_only_the_written_part_is_laid_flat() -> None:
    """Three lines of a page make a picture that leaves the rest of it out, with a little room around them."""
    flat, view = lay_flat(dot_page(LINES), measure_view(LINES), LINES[:3])
    points = view.flatten(np.asarray(LINES[:3], dtype=np.float64))
    assert points.min() > 0
    assert (points.max(axis=(0, 1)) < (flat.shape[1], flat.shape[0])).all()
    assert flat.shape[0] < 420


def test_what_is_laid_flat_stays_a_picture_of_reasonable_size() -> None:
    """Lines of a huge scan are made smaller until the longer side has 4000 pixels, and lifted to where they were."""
    huge = [quad * np.float32(8) for quad in LINES]
    flat, view = lay_flat(np.zeros((50, 50, 3), np.uint8), measure_view(huge), huge)
    assert max(flat.shape) == 4000
    moved = [view.flatten(np.asarray(quad, dtype=np.float64)) for quad in huge]
    assert np.asarray(lift_quads(moved, view)) == pytest.approx(np.asarray(huge), abs=1)
