"""A seed comes in; sides of a class's stack as a copier hands them over, with where each piece begins, go out.

Hands, papers and capture are those of the sample's renderer, at half its size: a cut is looked for in smaller pictures.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tests.rendering.capture import Look, capture_sheet
from tests.rendering.fonts import FONT_NAMES
from tests.rendering.hands import draw_hand
from tests.rendering.layout import write_text
from tests.rendering.paper import Paper, SheetSize, make_sheet
from tests.rendering.worksheet import PRINT_PATH

Side = NDArray[np.uint8]
SIZE = SheetSize(620, 877, 0.5)
_WORDS_TEXT = (
    "the water in cup was less than on floor because it spread out and more of air could touch so went up faster when "
    "sun came we think plant drinks with its roots but leaves let some go again my group saw that small piece melts "
    "first then big one after ten minutes why does this happen I would say heat moves into ice from every side"
)
WORDS = tuple(_WORDS_TEXT.split())
_PRINT_TEXT = (
    "Name Date Class What happened to the water Explain how you know Draw what you saw Use words from our wall "
    "Question Which claim does your evidence support Give two reasons Describe the steps Compare both trials Exit "
    "ticket One thing I learned today One thing I still wonder about Reflect on your work and plan the next step"
)
PRINT = tuple(_PRINT_TEXT.split())


@dataclass(slots=True)
class Batch:
    """Sides as they lie in the file. `truth` names each side's piece (-1: in none), by the order of pieces.

    Of slips (more than one on a side) `truth` counts those on each side.
    """

    kind: str
    sides: list[Side] = field(default_factory=list)
    truth: list[int] = field(default_factory=list)
    slips: int = 1


@lru_cache(maxsize=4096)
def write_page(writer: int, number: int, paper: Paper, share: float = 1.0) -> Side:
    """Return the page `number` that a child wrote, the top `share` of it filled at most."""
    rng = np.random.default_rng((writer, number, 7))
    words = int(rng.integers(35, 120) * share) + 3
    text = " ".join(rng.choice(WORDS, words))
    hand = draw_hand(f"child {writer}", FONT_NAMES[writer % len(FONT_NAMES)])
    (sheet, *_) = write_text(text, hand, paper, SIZE, rng)
    return np.clip(sheet.image, 0, 255).astype(np.uint8)


def make_paper(rng: np.random.Generator, paper: Paper = Paper.PLAIN) -> Side:
    """Return an empty sheet."""
    return np.clip(make_sheet(paper, SIZE, rng).image, 0, 255).astype(np.uint8)


def print_form(form: int, lines: int, gap: float = 1.0, start: float = 0.05) -> Side:
    """Return white with the print of a form on it: `lines` lines from `start` of the page on, with writing rules."""
    rng = np.random.default_rng((form, 99))
    page = Image.new("RGB", (SIZE.width_px, SIZE.height_px), "white")
    pen, y = ImageDraw.Draw(page), start * SIZE.height_px
    for line in range(lines):
        size_px = 22 if line == 0 else int(rng.integers(12, 15))
        font = ImageFont.truetype(PRINT_PATH, size_px)
        pen.text((44, y), " ".join(rng.choice(PRINT, int(rng.integers(3, 9)))), font=font, fill=(30, 30, 32))
        y += size_px * 1.5 * gap
        if rng.random() < 0.3:
            pen.line((44, y + 8, 570, y + 8), fill=(60, 60, 60), width=1)
            y += 18
    return np.asarray(page)


def print_separator(code: str) -> Side:
    """Return a sheet with a code in the middle, as ours are printed."""
    from pipeline.export.separators import render_separators

    return _rasterise(render_separators((code,)))


def _rasterise(pdf: bytes) -> Side:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    image = page.render(scale=SIZE.height_px / page.get_height(), rev_byteorder=True).to_numpy()[:, :, :3]
    return np.asarray(cv2.resize(image, (SIZE.width_px, SIZE.height_px), interpolation=cv2.INTER_AREA))


def lay_over(*layers: Side) -> Side:
    """Return the layers' ink on one another."""
    out = layers[0].astype(np.float32)
    for layer in layers[1:]:
        out = out * layer.astype(np.float32) / 255
    return np.clip(out, 0, 255).astype(np.uint8)


def copy_side(page: Side, rng: np.random.Generator, look: Look, back: Side | None = None) -> Side:
    """Return the page as the copier sees it: a little turned, grained; the back of a thin sheet shines through."""
    sheet = page.astype(np.float32)
    if back is not None:
        through = cv2.GaussianBlur(np.ascontiguousarray(back[:, ::-1]).astype(np.float32), (0, 0), 1.2)
        sheet = sheet * (1 - 0.055 * (255 - through) / 255)
    captured = capture_sheet(sheet, look, rng)
    return captured.pixels
