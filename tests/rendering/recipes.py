"""sample_work/truth/recipes.toml comes in; how each piece of the sample is put on paper goes out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.rendering.capture import Look
from tests.rendering.paper import Paper


class Form(StrEnum):
    """What kind of file a piece is handed in as."""

    JPG = "jpg"
    SCANNED_PDF = "scanned pdf"
    TYPED_PDF = "typed pdf"
    DOCX = "docx"


class Turn(StrEnum):
    """Which way up the page file is stored."""

    UPRIGHT = "upright"
    SIDEWAYS = "sideways"
    SIDEWAYS_EXIF = "sideways, and EXIF says so"
    UPSIDE_DOWN = "upside down"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one piece is made. `folder` is the class set's, `stem` names both the child's hand and the files."""

    folder: str
    stem: str
    form: Form
    font: str
    paper: Paper
    look: Look
    turn: Turn

    @property
    def is_typed(self) -> bool:
        """Whether the piece was written on a keyboard."""
        return self.form in {Form.TYPED_PDF, Form.DOCX}


def load_recipes(path: Path) -> tuple[Recipe, ...]:
    """Return the recipes in the file at `path`, in its order."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_parse_recipe(folder, stem, row) for folder, rows in content.items() for stem, row in rows.items())


def _parse_recipe(folder: str, stem: str, row: dict[str, str]) -> Recipe:
    return Recipe(
        folder,
        stem,
        Form(row["form"]),
        row.get("font", ""),
        Paper(row.get("paper", Paper.PLAIN)),
        Look(row.get("look", Look.GREY_SCAN)),
        Turn(row.get("turn", Turn.UPRIGHT)),
    )
