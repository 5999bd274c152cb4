"""Student work as it was handed in: sources, pages, pieces, and what could not be opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Line

READ_BY_SETTINGS = ""
READ_BY_HAND = "none"
"""The engine of a class set that no machine reads (reading/none.py)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file or page that couldn't be opened; everything else goes on.

    `source_name` and `source`, the file where it is known, stay on this machine and never reach an export.
    """

    source_name: str
    reason: str
    hint: str
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page, as shares of its width and height: (0, 0) is the upper left corner as the source lies."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page of one source file, not yet decoded. `index` counts from 0 inside the source.

    `region` is the part of it that is meant, a slip among several on one sheet; None for the whole page.
    """

    source: Path
    source_sha256: str
    index: int
    region: Region | None = None


@dataclass(frozen=True, slots=True, eq=False)
class OpenedPage:
    """A page ready to be read.

    image: RGB, uint8, shape (height, width, 3), upright; None for typed text without a page image.
    turned_degrees: how far the source was turned clockwise to stand upright (0, 90, 180, 270; EXIF not counted).
    text_lines: a PDF's text layer or a typed file's text, boxes in pixels of `image`; None where there is none.
    is_one_bit: the source knows black and white only, no grey.
    """

    image: NDArray[np.uint8] | None
    turned_degrees: int
    text_lines: tuple[Line, ...] | None
    is_one_bit: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """What a class platform wrote into a name when the work was handed in.

    `label` is the student's part of the name ("leeann", "Ann Lee"; "" where the platform hides it) and stays on this
    machine, as stems do; `platform_id` is the platform's number for the student; `draft` counts re-uploads from 0.
    """

    platform_id: str
    label: str
    is_late: bool = False
    draft: int = 0


@dataclass(frozen=True, slots=True)
class HandIn:
    """How a piece in a class set was handed in: late, and as which draft of how many, counted from 1."""

    is_late: bool = False
    draft: int = 1
    drafts: int = 1

    @property
    def told(self) -> str:
        """What is said of it: "late, draft 2 of 2", "" for what was handed in once and in time."""
        draft = f"draft {self.draft} of {self.drafts}" if self.drafts > 1 else ""
        return ", ".join(filter(None, ("late" if self.is_late else "", draft)))


@dataclass(frozen=True, slots=True)
class PlannedPiece:
    """What one student handed in: `stem` is the name `read` gives it, `sources` are in page order.

    `handed` is what a platform's name says of it, if any; `older_drafts` are files it takes the place of, kept unread.
    `label` is the code on the separator sheet that lay in front of it in a stack, "" where there was none.
    """

    stem: str
    sources: tuple[Path, ...]
    pages: tuple[SourcePage, ...]
    handed: Handed | None = None
    older_drafts: tuple[Path, ...] = ()
    label: str = ""

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
    """Which files become which piece, shown before anything is read.

    `sides_left_out` counts blank sides and separator sheets of stacks that were cut: they are not read.
    """

    pieces: tuple[PlannedPiece, ...]
    refusals: tuple[Refusal, ...]
    same_files: tuple[SameFile, ...]
    files_seen: int
    sides_left_out: int = 0

    @property
    def page_count(self) -> int:
        """Pages over all pieces."""
        return sum(len(piece.pages) for piece in self.pieces)

    @property
    def joined_count(self) -> int:
        """Pieces made of several files."""
        return sum(piece.is_joined for piece in self.pieces)

    @property
    def late_count(self) -> int:
        """Pieces that a platform's name says were handed in late."""
        return sum(piece.handed is not None and piece.handed.is_late for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece inside a collection, known by its code alone."""

    code: str
    page_count: int


@dataclass(frozen=True, slots=True)
class Collection:
    """A class set: N pieces that answer one task. `created` is an ISO date-time in UTC.

    `engine` is what its pages are read with, "" where the settings say so; "none" where a person reads them.
    `model_answer` is an answer of the teacher's own that the pieces are laid beside, "" where there is none.
    """

    id: str
    name: str
    task: str
    created: str
    engine: str = READ_BY_SETTINGS
    model_answer: str = ""

    @property
    def is_read_by_hand(self) -> bool:
        """Whether the teacher reads the pages, and no machine does."""
        return self.engine == READ_BY_HAND
