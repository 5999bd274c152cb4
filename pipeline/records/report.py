"""What leaves the house: a class set's review by codes only, ready for any exporter."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.decisions import NextStep, Pattern
from pipeline.records.work import Collection


@dataclass(frozen=True, slots=True)
class EvidenceCrop:
    """One line of a scan that shows a pattern: PNG bytes, or None where the piece is typed. `pattern` is its id."""

    pattern: str
    piece: str
    quote: str
    png: bytes | None


@dataclass(frozen=True, slots=True)
class Report:
    """A review: patterns in the order of the desk, with codes of pieces and never a name.

    `needs_eyes` are pieces with a page a person should look at; `couldnt_open` counts refused files.
    """

    collection: Collection
    pieces: tuple[str, ...]
    needs_eyes: tuple[str, ...]
    couldnt_open: int
    patterns: tuple[Pattern, ...]
    not_sorted: tuple[str, ...]
    next_step: NextStep | None
    crops: tuple[EvidenceCrop, ...]
