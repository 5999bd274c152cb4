"""The texts under sample_work/truth come in; every page file of the sample and its truth beside it go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from tests.rendering.capture import Captured, capture_sheet, map_points, turn_picture
from tests.rendering.files import save_docx, save_jpeg, save_scanned_pdf, save_typed_pdf
from tests.rendering.hands import draw_hand, make_generator
from tests.rendering.layout import WrittenSheet, write_text
from tests.rendering.paper import A4, SLIP
from tests.rendering.recipes import Form, Recipe, Turn, load_recipes
from tests.rendering.truth import PageTruth, PieceTruth, WordTruth, save_truth

SHORT_WORDS = 90
"""Texts of at most this many words are handed in on slips, longer ones on whole sheets."""
_QUARTERS = {Turn.UPRIGHT: 0, Turn.SIDEWAYS: 3, Turn.SIDEWAYS_EXIF: 3, Turn.UPSIDE_DOWN: 2}


def render_sample(sample_path: Path, out_path: Path, only: str = "") -> Iterator[PieceTruth]:
    """Make the sample's files under `out_path` from the texts and recipes in `sample_path`; yield each piece's truth.

    `only` names one class set's folder; "" makes all.
    """
    for recipe in load_recipes(sample_path / "truth" / "recipes.toml"):
        if only in {"", recipe.folder}:
            text = (sample_path / "truth" / recipe.folder / f"{recipe.stem}.txt").read_text(encoding="utf-8").strip()
            truth = render_piece(recipe, text, out_path / recipe.folder)
            truth_path = out_path / "truth" / recipe.folder
            truth_path.mkdir(parents=True, exist_ok=True)
            save_truth(truth, truth_path)
            yield truth


def render_piece(recipe: Recipe, text: str, folder: Path) -> PieceTruth:
    """Write the piece's files into `folder` and return its truth: the same recipe and text give the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    if recipe.is_typed:
        return _type_piece(recipe, text, folder)
    rng = make_generator("page", recipe.folder, recipe.stem)
    size = SLIP if len(text.split()) <= SHORT_WORDS else A4
    sheets = write_text(text, draw_hand(recipe.stem, recipe.font), recipe.paper, size, rng)
    pictures = [turn_picture(capture_sheet(sheet.image, recipe.look, rng), _QUARTERS[recipe.turn]) for sheet in sheets]
    files = _save_pictures(recipe, pictures, folder)
    is_pdf = recipe.form is Form.SCANNED_PDF
    pages = [
        _note_page(recipe, sheet, picture, (files[0] if is_pdf else files[number], number if is_pdf else 0))
        for number, (sheet, picture) in enumerate(zip(sheets, pictures, strict=True))
    ]
    return PieceTruth(recipe.stem, text, files, tuple(pages))


def _type_piece(recipe: Recipe, text: str, folder: Path) -> PieceTruth:
    if recipe.form is Form.DOCX:
        save_docx(text, folder / f"{recipe.stem}.docx")
        return PieceTruth(recipe.stem, text, (f"{recipe.stem}.docx",), ())
    save_typed_pdf(text, folder / f"{recipe.stem}.pdf")
    return PieceTruth(recipe.stem, text, (f"{recipe.stem}.pdf",), ())


def _save_pictures(recipe: Recipe, pictures: Sequence[Captured], folder: Path) -> tuple[str, ...]:
    if recipe.form is Form.SCANNED_PDF:
        save_scanned_pdf(pictures, folder / f"{recipe.stem}.pdf")
        return (f"{recipe.stem}.pdf",)
    names = [f"{recipe.stem}.jpg"]
    if len(pictures) > 1:
        names = [f"{recipe.stem}_{number}.jpg" for number in range(1, len(pictures) + 1)]
    for name, picture in zip(names, pictures, strict=True):
        save_jpeg(picture, folder / name, _find_orientation(recipe))
    return tuple(names)


def _find_orientation(recipe: Recipe) -> int:
    # EXIF orientation 6: turn the stored picture a quarter clockwise to see it upright.
    return 6 if recipe.turn is Turn.SIDEWAYS_EXIF else 1


def _note_page(recipe: Recipe, sheet: WrittenSheet, picture: Captured, place: tuple[str, int]) -> PageTruth:
    height, width = picture.pixels.shape[:2]
    words = []
    for word in sheet.words:
        corners = map_points(word.hull, picture.map_to_picture)
        (x0, y0), (x1, y1) = np.min(corners, axis=0), np.max(corners, axis=0) + 1
        words.append(WordTruth(word.text, word.line, (float(x0), float(y0), float(x1), float(y1))))
    turn_degrees = 90 * (-_QUARTERS[recipe.turn] % 4)
    return PageTruth(place[0], place[1], width, height, turn_degrees, _find_orientation(recipe), tuple(words))
