"""Sides of a stack, drawn in a moment: hands of two colours, print that repeats, separator sheets, empty paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.export.separators import render_separators
from pipeline.intake.stack.looks import SideLook, look_at_side

SIZE_PX = (620, 877)
INKS = ((30, 40, 130), (20, 20, 24), (96, 96, 100), (120, 30, 40), (20, 100, 60))
_WORDS_TEXT = "water leaves the cup and goes up into air because heat makes it thin so we saw less of it at noon"
WORDS = tuple(_WORDS_TEXT.split())
QUESTION = ("What happened to the water?", "Say how you know, in two or three sentences.", "Name            Date")


def draw_side(student: int, number: int, *, print_lines: int = 0, lines: int = 14, form: int = 0) -> Image.Image:
    """Return a page of a student: `print_lines` of a form's print, then handwriting of the student's ink and size."""
    rng = np.random.default_rng((student, number, 5))
    page = Image.new("RGB", SIZE_PX, "#fbfaf5")
    pen = ImageDraw.Draw(page)
    shift_x, shift_y = rng.integers(-4, 5, 2).tolist()
    for line in range(print_lines):
        told = QUESTION[(line + form) % len(QUESTION)]
        font = ImageFont.load_default(size=24 if line == 0 else 15)
        pen.text((50 + shift_x + 60 * form, 50 + 34 * line + shift_y), told, font=font, fill="#202022")
    font = ImageFont.load_default(size=13 + 3 * (student % 4))
    for line in range(lines):
        words = " ".join(rng.choice(WORDS, int(rng.integers(4, 8))))
        x, y = 50 + float(rng.normal(0, 6)), 190 + 44 * line + float(rng.normal(0, 3))
        pen.text((x, y), words, font=font, fill=INKS[student % len(INKS)])
    return page


def draw_blank() -> Image.Image:
    """Return empty paper."""
    return Image.new("RGB", SIZE_PX, "#fbfaf5")


def draw_separator(code: str) -> Image.Image:
    """Return our separator sheet for a code, as a scanner sees it."""
    page = pypdfium2.PdfDocument(render_separators((code,), "a4"))[0]
    return Image.fromarray(page.render(scale=SIZE_PX[1] / page.get_height(), rev_byteorder=True).to_numpy()[:, :, :3])


def draw_slips(number: int, slips: int, *, filled: int | None = None) -> Image.Image:
    """Return a sheet with the same small print `slips` times, each filled in by another student."""
    page = draw_blank()
    pen, height = ImageDraw.Draw(page), SIZE_PX[1] // slips
    rng = np.random.default_rng(number)
    for slip in range(slips if filled is None else filled):
        pen.text(
            (60, slip * height + 30),
            "Exit ticket: one thing I learned",
            font=ImageFont.load_default(20),
            fill="#202022",
        )
        words = " ".join(rng.choice(WORDS, 6))
        pen.text((60, slip * height + 100), words, font=ImageFont.load_default(18), fill=INKS[slip % len(INKS)])
    return page


def turn(page: Image.Image) -> Image.Image:
    """Return the page upside down."""
    return page.transpose(Image.Transpose.ROTATE_180)


def look_at(pages: list[Image.Image]) -> list[SideLook]:
    """Return what is seen of the pages."""
    return [look_at_side(to_pixels(page)) for page in pages]


def to_pixels(page: Image.Image) -> NDArray[np.uint8]:
    """Return a page's pixels."""
    return np.asarray(page.convert("RGB"))


def save_pdf(pages: list[Image.Image], path: Path) -> Path:
    """Save the pages as one scanned PDF."""
    held = BytesIO()
    pages[0].save(held, "PDF", save_all=True, append_images=pages[1:], resolution=75)
    path.write_bytes(held.getvalue())
    return path
