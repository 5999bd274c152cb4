"""Strips drawn in type: what the reader makes of them, letter by letter and with its words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.reading.ink import find_ink
from pipeline.reading.share import share_ink
from pipeline.reading.strips import Sight, StripReader
from tests.reading.pages import INK, PAPER

HEIGHT_PX = 80
FONT_PATH = Path(__file__).parents[2] / "pipeline" / "export" / "fonts" / "AtkinsonHyperlegible-Regular.ttf"


@pytest.fixture(scope="module")
def reader() -> StripReader:
    """Load the reader of strips for the usual languages."""
    return StripReader(("en", "es", "fr"))


def draw_strip(text: str, width_px: int = 900) -> Sight:
    """Return the sight of one line."""
    image = Image.new("RGB", (width_px, HEIGHT_PX), PAPER)
    ImageDraw.Draw(image).text((20, 55), text, font=ImageFont.truetype(FONT_PATH, 40), fill=INK, anchor="ls")
    return look_at(np.asarray(image))


def look_at(image: np.ndarray) -> Sight:
    """Return the sight of a whole image."""
    height, width = image.shape[:2]
    quad = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    return Sight(image, quad, share_ink(find_ink(image), [quad])[0])


def spell(reader: StripReader, sight: Sight) -> str:
    """Return the words read, with spaces between them."""
    return " ".join(word.text for word in reader.read_quad(sight).words)


def test_words_come_in_order_with_boxes_and_confidences(reader: StripReader) -> None:
    """Boxes run from left to right over the ink; a clear word is sure, and was seen as it was read."""
    read = reader.read_quad(draw_strip("The water goes up"))
    assert [word.text for word in read.words] == ["The", "water", "goes", "up"]
    lefts = [box.x0 for box in read.boxes]
    assert lefts == sorted(lefts)
    assert len(lefts) == 4
    assert all(word.plain == "" and 0.8 < word.confidence <= 1.0 for word in read.words)


@pytest.mark.parametrize("spelt", ["becuse the sol is hot", "the brd can fli", "24 + 17 = 41", "x = [1, 2, 3]"])
def test_what_is_clearly_there_stays(reader: StripReader, spelt: str) -> None:
    """Misspelt words, sums and code are read as they stand."""
    assert spell(reader, draw_strip(spelt)).replace(" ", "") == spelt.replace(" ", "")


@pytest.mark.parametrize("accented", ["El niño llegó mañana", "L'été où nous étions là"])
def test_accents_are_read(reader: StripReader, accented: str) -> None:
    """Spanish and French come with theirs."""
    assert spell(reader, draw_strip(accented)) == accented


def test_a_tall_strip_is_also_read_from_top_to_bottom(reader: StripReader) -> None:
    """Writing along the margin is turned; the surer way round is kept."""
    level = draw_strip("water", 200)
    image = np.ascontiguousarray(np.rot90(level.image, k=-1))
    assert spell(reader, look_at(image)) == "water"


def test_paper_is_no_writing(reader: StripReader) -> None:
    """Nothing written, no belief in any letter."""
    empty = look_at(np.full((HEIGHT_PX, 300, 3), PAPER, np.uint8))
    assert not reader.read_quad(empty).is_writing
    assert reader.measure_belief(empty) == 0.0
    assert reader.measure_belief(draw_strip("The water goes up")) > 0.9
