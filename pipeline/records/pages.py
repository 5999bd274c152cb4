"""What becomes of pages and pieces after they were handed in: a better picture of a page, a piece out of the set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.records.boxes import PageBox


class PageHow(StrEnum):
    """How the picture of a page came to be another one."""

    REPLACED = "replaced"
    TURNED = "turned"
    CROPPED = "cropped"


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page (from 0) of a piece has another picture from now on, known by the SHA-256 of its file.

    `boxes`: where the boxes of the page stand on that picture, so that a name stays hidden when it moves; `without`:
    the ids of those that are no longer on it.
    """

    piece: str
    page: int
    picture: str
    how: PageHow
    boxes: tuple[PageBox, ...] = ()
    without: tuple[str, ...] = ()


NEWER_DRAFT = "newer draft"
"""The reason of a piece that doesn't count because its student handed in a newer one."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece that does not count, and why."""

    piece: str
    reason: str
