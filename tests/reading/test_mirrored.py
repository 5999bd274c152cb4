"""Strips that read better before a mirror, and those that don't."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.reading.ink import find_ink
from pipeline.reading.mirrored import leave_out_show_through
from pipeline.reading.share import share_ink
from pipeline.reading.stripread import Nature
from pipeline.reading.strips import Sight, StripReader
from tests.reading.pages import INK, PAPER

PALE = (205, 205, 210)
WIDTH, PITCH = 900, 90


@pytest.fixture(scope="module")
def reader() -> StripReader:
    """Load the reader of strips."""
    return StripReader(("en",))


def draw_strips(*strips: tuple[str, tuple[int, int, int], bool]) -> list[Sight]:
    """Return the sights of lines one below the other: a text, its ink, and whether it is in mirror image."""
    image = np.full((PITCH * len(strips), WIDTH, 3), PAPER, np.uint8)
    for number, (text, ink, is_mirrored) in enumerate(strips):
        image[number * PITCH : (number + 1) * PITCH] = _draw_strip(text, ink, is_mirrored=is_mirrored)
    tops = [number * PITCH for number in range(len(strips))]
    quads = [np.array([(0, top), (WIDTH, top), (WIDTH, top + PITCH), (0, top + PITCH)], np.float32) for top in tops]
    return [Sight(image, *pair) for pair in zip(quads, share_ink(find_ink(image), quads), strict=True)]


def _draw_strip(text: str, ink: tuple[int, int, int], *, is_mirrored: bool) -> NDArray[np.uint8]:
    strip = Image.new("RGB", (WIDTH, PITCH), PAPER)
    ImageDraw.Draw(strip).text((60, 65), text, font=ImageFont.load_default(44), fill=ink, anchor="ls")
    drawn = np.asarray(strip)
    return drawn[:, ::-1] if is_mirrored else drawn


def find_natures(reader: StripReader, sights: list[Sight]) -> list[Nature]:
    """Return what each strip is taken for."""
    reads = [reader.read_quad(sight) for sight in sights]
    return [read.nature for read in leave_out_show_through(reads, sights, reader.measure_belief)]


def test_mirror_image_is_left_out(reader: StripReader) -> None:
    """Pale mirrored lines between written ones are the back of the sheet."""
    sights = draw_strips(
        ("The sun is warm and bright", INK, False),
        ("the water goes up again", PALE, True),
        ("then it comes down as rain", PALE, True),
    )
    assert find_natures(reader, sights) == [Nature.WRITING, Nature.SHOW_THROUGH, Nature.SHOW_THROUGH]


def test_pale_and_badly_written_lines_stay(reader: StripReader) -> None:
    """What reads no better before a mirror is writing, however unsure it is."""
    sights = draw_strips(("The sun is warm", PALE, False), ("xkv qwp zzrt mnw", PALE, False), ("24 + 17", INK, False))
    assert find_natures(reader, sights) == [Nature.WRITING] * 3


def test_a_page_without_strips_has_none(reader: StripReader) -> None:
    """Nothing comes of nothing."""
    assert leave_out_show_through([], [], reader.measure_belief) == []
