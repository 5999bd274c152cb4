"""Texts come in; pages of handwriting as a copier or a phone would see them go out, with the truth of every word.

The pages under sample_work/ are made by this package (`python -m tests.rendering sample_work`). Its handwriting fonts
read far better than real children's pages will: it is for demonstration and for tests, never for a claim of accuracy.
"""

from tests.rendering.capture import Look, capture_sheet
from tests.rendering.fonts import FONT_NAMES
from tests.rendering.hands import Hand, draw_hand
from tests.rendering.layout import WrittenSheet, WrittenWord, write_text
from tests.rendering.paper import A4, SLIP, Paper, SheetSize
from tests.rendering.recipes import Recipe, load_recipes
from tests.rendering.sample import render_piece, render_sample
from tests.rendering.truth import PageTruth, PieceTruth, WordTruth, load_truth, place_upright, save_truth

__all__ = [
    "A4",
    "FONT_NAMES",
    "SLIP",
    "Hand",
    "Look",
    "PageTruth",
    "Paper",
    "PieceTruth",
    "Recipe",
    "SheetSize",
    "WordTruth",
    "WrittenSheet",
    "WrittenWord",
    "capture_sheet",
    "draw_hand",
    "load_recipes",
    "load_truth",
    "place_upright",
    "render_piece",
    "render_sample",
    "save_truth",
    "write_text",
]
