"""Words with strokes through, under and beside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.reading.struck import Strike, find_strikes, find_struck
from pipeline.records.reading import Box, Word
from tests.reading.pages import INK, RULING
from tests.reading.strokes import LETTER_PX, Colour, frame, make_sheet, turn_points, write
from tests.rendering.fonts import measure_small_letters

BASE = 136
QUAD = frame(100, 90, 460, 150)
HANDS = ("schoolbell", "indie-flower", "cedarville-cursive", "coming-soon", "zeyada")
LONG = frame(0, 0, 400, 40)


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet with four words in a row, and the height of the middle of their small letters."""

    sheet: Image.Image
    words: list[Word]
    middle: float

    @property
    def boxes(self) -> list[Box]:
        """Where the words stand."""
        return [word.box for word in self.words if word.box]

    def draw(self, x0: float, y0: float, x1: float, y1: float, ink: Colour = INK, width: int = 4) -> None:
        """Draw a stroke."""
        ImageDraw.Draw(self.sheet).line((x0, y0, x1, y1), fill=ink, width=width)

    def strike(self, word: int, rise: float = 2) -> None:
        """Draw a stroke through a word, higher on its right."""
        box = self.boxes[word]
        self.draw(box.x0 - 5, self.middle + rise, box.x1 + 5, self.middle - rise, width=5)

    def find(self) -> tuple[Strike, ...]:
        """Return the strokes found."""
        return find_strikes(np.asarray(self.sheet), QUAD)

    def find_words(self) -> list[str]:
        """Return the words found to be crossed out."""
        return [self.words[k].text for k in find_struck(self.find(), QUAD, self.boxes)]


def write_four(font: str = "schoolbell") -> Written:
    """Write four words, one of them with two bars of a t."""
    sheet = make_sheet(700, 260)
    words = write(sheet, "the watter is warm", 110, BASE, font=font)
    return Written(sheet, words, BASE - LETTER_PX * measure_small_letters(font) / 2)


@pytest.mark.parametrize("font", HANDS)
def test_a_stroke_through_a_word_is_found(font: str) -> None:
    """The word, level or slanting, is the only one crossed out; without a stroke none is."""
    assert write_four(font).find() == ()
    for rise in (-6, 2, 8):
        written = write_four(font)
        written.strike(1, rise)
        assert written.find_words() == ["watter"]


def test_a_stroke_is_where_it_was_drawn() -> None:
    """Its ends are shares of the quad's width, from its left edge."""
    written = write_four()
    written.strike(1)
    (strike,) = written.find()
    box = written.boxes[1]
    assert strike.start == pytest.approx((box.x0 - 5 - 100) / 360, abs=0.02)
    assert strike.end == pytest.approx((box.x1 + 5 - 100) / 360, abs=0.02)


def test_two_strokes_are_two() -> None:
    """What stands between two words that are crossed out stays."""
    written = write_four()
    written.strike(1)
    written.strike(3)
    assert written.find_words() == ["watter", "warm"]


def test_ruling_and_a_stroke_are_told_apart() -> None:
    """On ruled paper a word is still crossed out."""
    written = write_four()
    written.draw(0, BASE + 2, 700, BASE + 2, RULING, 3)
    written.strike(1)
    assert written.find_words() == ["watter"]


@pytest.mark.parametrize("font", HANDS)
@pytest.mark.parametrize(
    ("x0", "down", "x1", "ink"),
    [
        (170, 18, 300, INK),
        (170, -20, 300, INK),
        (0, 0, 700, INK),
        (0, 0, 300, INK),
        (170, 0, 700, INK),
        (0, 0, 700, RULING),
        (170, 0, 300, (200, 200, 210)),
    ],
    ids=["underline", "the bar of a t", "dark ruling", "from the left", "to the right", "pale ruling", "pale trace"],
)
def test_what_is_no_stroke_through_a_word(font: str, x0: float, down: float, x1: float, ink: Colour) -> None:
    """Under the letters, over them, on to a side of the page, or far paler than the pen's own strokes."""
    written = write_four(font)
    written.draw(x0, written.middle + down, x1, written.middle + down, ink)
    assert written.find() == ()


def test_an_arrow_beside_a_word_is_none() -> None:
    """A long straight stroke with a head that runs through no letters."""
    written = write_four()
    right = round(written.boxes[-1].x1) + 10
    written.draw(right, written.middle, right + 120, written.middle)
    for down in (-10, 10):
        written.draw(right + 100, written.middle + down, right + 120, written.middle)
    assert written.find() == ()


@pytest.mark.parametrize(
    ("text", "through", "beside"),
    [("gypsy puppy", 9, -2), ("little hill", 15, 26)],
    ids=["underline through tails", "bar through stems"],
)
def test_letters_must_reach_out_on_both_sides(text: str, through: float, beside: float) -> None:
    """Tails cross an underline, and stems a long bar: a stroke through words has much of them above and below."""
    for up, count in ((through, 1), (beside, 0)):
        sheet = make_sheet(700, 260)
        right = max(word.box.x1 for word in write(sheet, text, 110, BASE) if word.box)
        ImageDraw.Draw(sheet).line((105, BASE - up, right + 5, BASE - up), fill=INK, width=5)
        assert len(find_strikes(np.asarray(sheet), QUAD)) == count


def test_the_bar_of_a_double_t_is_short() -> None:
    """A stroke that is no longer than a line is high belongs to its letters, even in their middle."""
    written = write_four()
    left = written.boxes[1].x0 + 45
    written.draw(left, written.middle, left + 55, written.middle, width=5)
    assert written.find() == ()


def test_a_stroke_from_one_word_to_the_next_is_none() -> None:
    """What joins two letters far apart has letters above and below its ends, and runs through hardly any."""
    sheet = make_sheet(700, 260)
    write(sheet, "on", 110, BASE)
    write(sheet, "no", 400, BASE)
    ImageDraw.Draw(sheet).line((130, BASE - 10, 420, BASE - 10), fill=INK, width=5)
    assert find_strikes(np.asarray(sheet), QUAD) == ()


def test_writing_too_small_to_tell_has_none() -> None:
    """In a quad less than 24 pixels high letters run together."""
    written = write_four()
    written.strike(1)
    small = np.asarray(written.sheet.resize((233, 87), Image.Resampling.LANCZOS))
    assert find_strikes(small, QUAD / 3) == ()
    assert find_strikes(small, np.zeros((4, 2), np.float32)) == ()


def test_a_word_is_crossed_out_where_most_of_it_is() -> None:
    """Words from 0 to 100, 150 to 250 and 300 to 400 of a quad of 400 pixels."""
    boxes = [Box(0, 0, 100, 40), Box(150, 0, 250, 40), Box(300, 0, 400, 40)]
    assert find_struck([Strike(0.35, 0.65)], LONG, boxes) == (1,)
    assert find_struck([Strike(0.4, 0.6)], LONG, boxes) == (1,)
    assert find_struck([Strike(0.45, 0.6)], LONG, boxes) == ()
    assert find_struck([Strike(-0.1, 0.2), Strike(0.7, 1.1)], LONG, boxes) == (0, 2)


def test_two_halves_make_no_whole() -> None:
    """A word between two strokes that each run through the end of it is not crossed out."""
    assert find_struck([Strike(0.0, 0.5), Strike(0.5, 1.0)], LONG, [Box(100, 0, 300, 40)]) == ()


def test_words_without_a_place_are_never_crossed_out() -> None:
    """Nor is any where there are no strokes."""
    assert find_struck([Strike(0, 1)], LONG, [None, Box(0, 0, 400, 40)]) == (1,)
    assert find_struck([], LONG, [Box(0, 0, 400, 40)]) == ()


@pytest.mark.parametrize("angle", [0.4, -0.4])
def test_words_of_a_sloping_line_are_placed_along_it(angle: float) -> None:
    """The upright box around a turned word is wider than the word, which starts and ends inside it."""
    quad = turn_points(LONG, angle)
    words = [turn_points(frame(x, 0, x + 100, 40), angle) for x in (0, 150, 300)]
    boxes = [Box(*word.min(axis=0).tolist(), *word.max(axis=0).tolist()) for word in words]
    assert find_struck([Strike(0.37, 0.63)], quad, boxes) == (1,)
    assert find_struck([Strike(0.39, 0.56)], quad, boxes) == ()
    assert find_struck([Strike(0.0, 0.18)], quad, boxes) == (0,)
