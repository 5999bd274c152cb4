"""Print, hands and rows of bars, and how even they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from pipeline.reading.evenness import Evenness, Origin, judge_words, measure_evenness
from pipeline.records.reading import Box, Word
from tests.reading.pages import INK, PAPER
from tests.reading.strokes import make_sheet
from tests.rendering.fonts import FONT_NAMES
from tests.rendering.hands import draw_hand
from tests.rendering.paper import SheetSize
from tests.rendering.worksheet import PRINT_PATH, Stretch, fill_sheet, list_lines

LITERATA_PATH = Path(__file__).parents[2] / "pipeline" / "views" / "fonts" / "literata-latin-400-normal.woff2"
PRINTS = (PRINT_PATH, LITERATA_PATH)
QUESTION = "Which sentence in the text shows it?"
SIZE = SheetSize(1400, 160, 1.0)
BAR_PX, BASE = 6, 100
EVEN = Evenness(letters=30, foot=0.9, top=0.9, sway=0.002, upright=0.3)


def put(stretch: Stretch) -> tuple[NDArray[np.uint8], Sequence[Word]]:
    """Return a sheet with the stretch on it, and its words."""
    sheet = fill_sheet([stretch], np.random.default_rng(1), size=SIZE)
    (line,) = list_lines(sheet)
    return np.clip(sheet.image, 0, 255).astype(np.uint8), line.words


def set_in_print(text: str, font_path: Path, size_px: int) -> tuple[NDArray[np.uint8], Sequence[Word]]:
    """Return a sheet with a printed text, and its words."""
    return put(Stretch(text, 40, 90, font_path=font_path, size_px=size_px))


def draw_bars(bars: Sequence[tuple[int, int]], slant: int = 0) -> tuple[NDArray[np.uint8], list[Word]]:
    """Return a sheet with bars, in words of four; each reaches from its foot to its top, pixels over the base line."""
    sheet = make_sheet(40 + 30 * len(bars), 2 * BASE)
    draw = ImageDraw.Draw(sheet)
    for x, (foot, top) in zip(range(30, sheet.width, 30), bars, strict=False):
        draw.line((x, BASE - foot, x + slant, BASE - top), fill=INK, width=BAR_PX)
    lefts = range(20, 20 + 30 * len(bars), 4 * 30)
    return np.asarray(sheet), [Word("llll", Box(x, BASE - 40, x + 4 * 30, BASE + 8), 0.9) for x in lefts]


@pytest.mark.parametrize("font_path", PRINTS, ids=["sans", "serif"])
@pytest.mark.parametrize("size_px", [20, 32])
def test_print_is_print(font_path: Path, size_px: int) -> None:
    """A form's question is told to be print, small and large, with and without serifs."""
    assert judge_words(*set_in_print(QUESTION, font_path, size_px)) is Origin.PRINT


@pytest.mark.parametrize("font_path", PRINTS, ids=["sans", "serif"])
@pytest.mark.parametrize("size_px", [16, 24, 44, 60])
def test_print_is_never_a_hand(font_path: Path, size_px: int) -> None:
    """At any size it is print, or at worst nobody can tell."""
    assert judge_words(*set_in_print(QUESTION, font_path, size_px)) is not Origin.HAND


@pytest.mark.parametrize("degrees", [-2, 2])
def test_print_on_a_sheet_that_lies_askew_is_print(degrees: float) -> None:
    """The base line may slope: what counts is how far letters are from it."""
    image, words = set_in_print(QUESTION, PRINT_PATH, 32)
    turned = np.asarray(Image.fromarray(image).rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=PAPER))
    sine, (middle_x, middle_y) = np.sin(np.radians(degrees)), (SIZE.width_px / 2, SIZE.height_px / 2)
    moved = []
    for word in words:
        assert word.box is not None
        down = sine * ((word.box.x0 + word.box.x1) / 2 - middle_x)
        side = -sine * ((word.box.y0 + word.box.y1) / 2 - middle_y)
        box = Box(word.box.x0 + side, word.box.y0 + down, word.box.x1 + side, word.box.y1 + down)
        moved.append(replace(word, box=box))
    assert judge_words(turned, moved) is Origin.PRINT


@pytest.mark.parametrize("font", FONT_NAMES)
@pytest.mark.parametrize("letter_px", [18, 26])
def test_no_hand_is_print(font: str, letter_px: float) -> None:
    """Joined or letter by letter, careless or careful, small or large: nobody writes as evenly as type."""
    hand = replace(draw_hand("Maria", font), letter_px=letter_px)
    assert judge_words(*put(Stretch(QUESTION, 40, 90, hand=hand))) is not Origin.PRINT


@pytest.mark.parametrize("font", ["schoolbell", "reenie-beanie", "shadows-into-light"])
def test_an_uneven_hand_is_one(font: str) -> None:
    """Most hands are told to be hands, not only no print."""
    hand = replace(draw_hand("Maria", font), letter_px=22)
    assert judge_words(*put(Stretch(QUESTION, 40, 90, hand=hand))) is Origin.HAND


@pytest.mark.parametrize("text", ["Name", "and one sun"])
def test_of_short_words_nobody_can_tell(text: str) -> None:
    """Fewer than ten letters are too few, in print and in a hand."""
    hand = replace(draw_hand("Maria", "schoolbell"), letter_px=22)
    assert judge_words(*set_in_print(text, PRINT_PATH, 32)) is Origin.UNKNOWN
    assert judge_words(*put(Stretch(text, 40, 90, hand=hand))) is Origin.UNKNOWN


def test_without_letters_there_is_nothing_to_measure() -> None:
    """No words, words without a place, empty paper, a box off the page and three letters have no evenness."""
    image, words = set_in_print("sun", PRINT_PATH, 32)
    blank = np.asarray(make_sheet(400, 100))
    for page, read in (
        (image, words),
        (image, []),
        (image, [Word("sun", None, 0.9)]),
        (blank, [Word("sun", Box(10, 10, 200, 60), 0.9)]),
        (blank, [Word("sun", Box(900, 500, 990, 540), 0.9)]),
        (blank, [Word("sun", Box(10, 10, 10, 10), 0.9)]),
    ):
        assert measure_evenness(page, read) is None
        assert judge_words(page, read) is Origin.UNKNOWN


def test_bars_on_one_line_are_perfectly_even() -> None:
    """All stand on the line, all are as high, all edges are upright but the ends."""
    evenness = measure_evenness(*draw_bars([(0, 32)] * 12))
    assert evenness is not None
    assert evenness.letters == 12
    assert (evenness.foot, evenness.top) == (1.0, 1.0)
    assert evenness.sway < 0.003
    assert evenness.upright > 0.7


def test_feet_off_the_line_are_counted() -> None:
    """Of twelve bars three hang below the line as a p does: nine feet are left on it, and the tops are even."""
    evenness = measure_evenness(*draw_bars([(0, 32), (0, 32), (0, 32), (-8, 32)] * 3))
    assert evenness is not None
    assert (evenness.foot, evenness.top) == (9 / 12, 1.0)
    assert evenness.sway < 0.003


def test_sway_is_how_far_feet_dance() -> None:
    """Bars whose feet are four pixels too high and too low by turns are off by a twelfth of their words' height."""
    evenness = measure_evenness(*draw_bars([(4, 36), (-4, 28)] * 6))
    assert evenness is not None
    assert evenness.foot < 0.75
    assert evenness.sway == pytest.approx(4 / 48, abs=0.045)
    assert evenness.origin is Origin.HAND


@pytest.mark.parametrize(("ups", "share"), [((32, 20), 1.0), ((32, 20, 26), 2 / 3), ((38, 32, 26, 20), 1 / 2)])
def test_tops_have_two_levels(ups: tuple[int, ...], share: float) -> None:
    """Small letters and capitals are two heights; a third and a fourth are uneven."""
    evenness = measure_evenness(*draw_bars([(0, up) for up in ups] * (12 // len(ups))))
    assert evenness is not None
    assert evenness.top == pytest.approx(share)


def test_slanting_stems_share_their_slant() -> None:
    """Most edges of italics run one way, while of bars half of which lean most edges don't."""
    one = measure_evenness(*draw_bars([(0, 32)] * 12, slant=16))
    straight, leaning = draw_bars([(0, 32)] * 12), draw_bars([(0, 32)] * 12, slant=16)
    both = measure_evenness(
        np.vstack([straight[0], leaning[0]]),
        [*straight[1], *(replace(word, box=_lower(word.box, 2 * BASE)) for word in leaning[1])],
    )
    assert one is not None
    assert both is not None
    assert one.upright > 0.5 > both.upright


def _lower(box: Box | None, down: float) -> Box | None:
    return box and Box(box.x0, box.y0 + down, box.x1, box.y1 + down)


@pytest.mark.parametrize(
    "worse",
    [
        replace(EVEN, foot=0.7),
        replace(EVEN, top=0.7),
        replace(EVEN, sway=0.012),
        replace(EVEN, upright=0.05),
        replace(EVEN, foot=0.8, top=0.84, sway=0.01),
        replace(EVEN, letters=9),
    ],
    ids=["feet", "tops", "sway", "slants", "a little of all", "few letters"],
)
def test_each_sign_keeps_words_from_being_print(worse: Evenness) -> None:
    """Type is even in everything; what is uneven in one thing alone is not yet a hand."""
    assert EVEN.origin is Origin.PRINT
    assert worse.origin is Origin.UNKNOWN


def test_a_hand_is_uneven_in_two_things() -> None:
    """Letters off the line by much, and few feet or tops at one height; nine letters are too few for that too."""
    assert replace(EVEN, sway=0.03).origin is Origin.UNKNOWN
    assert replace(EVEN, sway=0.03, top=0.6).origin is Origin.HAND
    assert replace(EVEN, sway=0.03, foot=0.6).origin is Origin.HAND
    assert replace(EVEN, sway=0.03, foot=0.6, letters=9).origin is Origin.UNKNOWN
