"""Student work as it was handed in: sources, pages, pieces, and what could not be opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Line


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file or page that couldn't be opened; everything else goes on.

    `source_name` stays on this machine and never reaches an export.
    """

    source_name: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page of one source file, not yet decoded. `index` counts from 0 inside the source."""

    source: Path
    source_sha256: str
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class OpenedPage:
    """A page ready to be read.

    image: RGB, uint8, shape (height, width, 3), upright; None for typed text without a page image.
    turned_degrees: how far the source was turned clockwise to stand upright (0, 90, 180, 270; EXIF not counted).
    text_lines: a PDF's text layer or a typed file's text, boxes in pixels of `image`; None where there is none.
    """

    image: NDArray[np.uint8] | None
    turned_degrees: int
    text_lines: tuple[Line, ...] | None


@dataclass(frozen=True, slots=True)
class PlannedPiece:
    """What one student handed in: `stem` is the name `read` gives it, `sources` are in page order."""

    stem: str
    sources: tuple[Path, ...]
    pages: tuple[SourcePage, ...]

    @property
    def is_joined(self) -> bool:
        """Whether several files were joined into this piece."""
        return len(self.sources) > 1


@dataclass(frozen=True, slots=True)
class SameFile:
    """Byte-identical sources (images or PDFs): all are kept, linked and said."""

    sources: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """Which files become which piece, shown before anything is read."""

    pieces: tuple[PlannedPiece, ...]
    refusals: tuple[Refusal, ...]
    same_files: tuple[SameFile, ...]
    files_seen: int

    @property
    def page_count(self) -> int:
        """Pages over all pieces."""
        return sum(len(piece.pages) for piece in self.pieces)

    @property
    def joined_count(self) -> int:
        """Pieces made of several files."""
        return sum(piece.is_joined for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece inside a collection, known by its code alone."""

    code: str
    page_count: int


@dataclass(frozen=True, slots=True)
class Collection:
    """A class set: N pieces that answer one task. `created` is an ISO date-time in UTC."""

    id: str
    name: str
    task: str
    created: str
