"""Landscape pages with writing on both halves, and where two pages of a notebook meet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.reading.layout import flatten_quads
from pipeline.reading.spread import find_fold
from pipeline.reading.tilt import measure_view
from tests.reading.pages import INK, PAPER
from tests.reading.strokes import Place, frame, make_sheet, turn_points

WIDTH, HEIGHT = 1600, 1000
FOLD = 780
NEAR_PX = 12
ROWS = range(150, 900, 80)
HALVES: list[Place] = [(x, x + 600, y) for y in ROWS for x in (100, 880)]
SHADE = (190, 188, 184)


def scrawl(places: Sequence[Place], size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """Return a sheet with a row of strokes at each of the places."""
    sheet = make_sheet(*size)
    draw = ImageDraw.Draw(sheet)
    for left, right, middle in places:
        for x in range(int(left), int(right) - 20, 26):
            draw.line((x, middle - 16, x + 14, middle + 16), fill=INK, width=4)
    return sheet


def draw_fold(sheet: Image.Image, *points: tuple[float, float], width: int = 16) -> Image.Image:
    """Draw a shadow along the points, or from top to bottom where there are none."""
    way = points or ((FOLD, 0), (FOLD, sheet.height))
    ImageDraw.Draw(sheet).line(way, fill=SHADE, width=width, joint="curve")
    return sheet


def find(sheet: Image.Image, places: Sequence[Place]) -> float | None:
    """Return where the fold of a sheet with writing at the places is."""
    quads = [frame(left, middle - 20, right, middle + 20) for left, right, middle in places]
    return find_fold(np.asarray(sheet), flatten_quads(quads), measure_view(quads))


def test_an_open_notebook_has_a_fold() -> None:
    """It runs where the paper is darkest between the two pages."""
    assert find(draw_fold(scrawl(HALVES)), HALVES) == pytest.approx(FOLD, abs=NEAR_PX)


def test_the_gap_between_two_sheets_and_a_margin_line_are_folds_too() -> None:
    """A thin dark line is enough, in the middle or nearer to one side's writing."""
    for x in (FOLD, 840):
        sheet = draw_fold(scrawl(HALVES), (x, 0), (x, HEIGHT), width=4)
        assert find(sheet, HALVES) == pytest.approx(x, abs=NEAR_PX)


def test_a_leaning_fold_is_one() -> None:
    """A notebook that lies a little slantwise under the camera has a straight fold that isn't upright."""
    sheet = draw_fold(scrawl(HALVES), (FOLD - 50, 0), (FOLD + 50, HEIGHT))
    assert find(sheet, HALVES) == pytest.approx(FOLD, abs=2 * NEAR_PX)


@pytest.mark.parametrize("degrees", [4, -4])
def test_the_fold_of_a_turned_page_is_told_on_the_page_laid_flat(degrees: float) -> None:
    """Where lines slope, the fold is given in the same pixels as the boxes of the writing."""
    sheet = draw_fold(scrawl(HALVES)).rotate(-degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)
    angle, middle = np.radians(degrees), np.array([WIDTH / 2, HEIGHT / 2])
    shift = np.array([sheet.width / 2, sheet.height / 2])
    quads = [
        turn_points(frame(left, y - 20, right, y + 20) - middle, angle) + shift.astype(np.float32)
        for left, right, y in HALVES
    ]
    view = measure_view(quads)
    there = view.flatten(np.asarray(turn_points(np.array([FOLD, HEIGHT / 2]) - middle, angle) + shift))
    assert find_fold(np.asarray(sheet), flatten_quads(quads), view) == pytest.approx(there[0], abs=NEAR_PX)


def test_two_halves_of_clean_paper_are_one_page() -> None:
    """A gap between columns is no fold without a shadow, nor with one that can hardly be seen."""
    assert find(scrawl(HALVES), HALVES) is None
    for darker_by, is_found in ((10, False), (20, True)):
        shaded = np.asarray(scrawl(HALVES)).copy()
        shaded[:, FOLD - 8 : FOLD + 8] -= darker_by
        assert (find(Image.fromarray(shaded), HALVES) is not None) == is_found


def test_the_shadow_across_is_no_fold() -> None:
    """Where one half lies in the shade, both sides of the edge aren't brighter than the edge itself."""
    sheet = scrawl(HALVES)
    shaded = np.asarray(sheet).copy()
    shaded[:, FOLD:] = (shaded[:, FOLD:] * 0.8).astype(np.uint8)
    assert find(Image.fromarray(shaded), HALVES) is None


def test_a_line_of_writing_over_the_fold_makes_one_page() -> None:
    """Lines over the whole width, or a single heading, cross no fold, whatever shadow falls there."""
    lines: list[Place] = [(100, 1480, y) for y in ROWS]
    assert find(draw_fold(scrawl(lines)), lines) is None
    headed = [(100.0, 1480.0, 150.0), *HALVES[2:]]
    assert find(draw_fold(scrawl(headed)), headed) is None


@pytest.mark.parametrize(("top", "bottom"), [(350, 900), (100, 650)], ids=["below", "above"])
def test_the_line_of_a_table_is_no_fold(top: int, bottom: int) -> None:
    """A table on part of the page has a line that doesn't run from its first line to its last."""
    assert find(draw_fold(scrawl(HALVES), (FOLD, top), (FOLD, bottom), width=4), HALVES) is None


def test_marks_here_and_there_are_no_fold() -> None:
    """Dark strokes in every band of the gap that don't lie on one line are drawings between the columns."""
    sheet = scrawl(HALVES)
    for k, y in enumerate(range(100, 900, 50)):
        draw_fold(sheet, (720 + 100 * (k % 4 // 2), y), (720 + 100 * (k % 4 // 2), y + 50), width=6)
    assert find(sheet, HALVES) is None


def test_a_portrait_page_has_none() -> None:
    """A page that is higher than wide, or square, is one page."""
    columns: list[Place] = [(x, x + 380, y) for y in ROWS for x in (60, 560)]
    for size in ((1000, 1600), (1000, 1000)):
        assert find(draw_fold(scrawl(columns, size), (500, 0), (500, size[1])), columns) is None
    assert find(draw_fold(scrawl(columns, (1150, 1000)), (500, 0), (500, 1000)), columns) is not None


def test_a_margin_is_no_fold() -> None:
    """Two pages of a notebook are about as wide: a line far from the middle parts numbers or labels from answers."""
    labelled: list[Place] = [place for y in ROWS for place in ((100.0, 300.0, y), (420.0, 1480.0, y))]
    assert find(draw_fold(scrawl(labelled), (360, 0), (360, HEIGHT)), labelled) is None
    scored: list[Place] = [place for y in ROWS for place in ((100.0, 1180.0, y), (1300.0, 1480.0, y))]
    assert find(draw_fold(scrawl(scored), (1240, 0), (1240, HEIGHT)), scored) is None


def test_pages_need_room_between_them() -> None:
    """A gap narrower than a line is high is one between two words."""
    close: list[Place] = [place for y in ROWS for place in ((100.0, FOLD - 15, y), (FOLD + 15.0, 1480.0, y))]
    assert find(draw_fold(scrawl(close), width=4), close) is None
    apart: list[Place] = [place for y in ROWS for place in ((100.0, FOLD - 25, y), (FOLD + 25.0, 1480.0, y))]
    assert find(draw_fold(scrawl(apart), width=4), apart) == pytest.approx(FOLD, abs=NEAR_PX)


@pytest.mark.parametrize("places", [[], HALVES[:1], HALVES[::2]], ids=["nothing", "a word", "a page"])
def test_writing_on_one_side_has_no_fold(places: list[Place]) -> None:
    """Where nothing stands on the other side there is nothing to part."""
    assert find(draw_fold(scrawl(places)), places) is None
