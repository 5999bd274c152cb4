"""A folder of images/ and truth/ comes in; its pages, each with what it truly says, go out by name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.records.work import SourcePage
from pipeline.workers.local import PageTask


@dataclass(frozen=True, slots=True)
class TruePage:
    """A page image and its text as a person would type it; `folder` and `name` are its set and its file's stem."""

    folder: str
    name: str
    image: Path
    sha256: str
    truth: str

    @property
    def task(self) -> PageTask:
        """The page as the workers take it: a piece of its own."""
        return PageTask(self.name, 0, SourcePage(self.image, self.sha256, 0))


def list_pages(folder: Path) -> tuple[TruePage, ...]:
    """Return every page of `folder`; raises FileNotFoundError where an image has no NAME.txt under truth/."""
    return tuple(_load_page(folder, path) for path in sorted((folder / "images").iterdir()))


def _load_page(folder: Path, image: Path) -> TruePage:
    truth = (folder / "truth" / f"{image.stem}.txt").read_text(encoding="utf-8")
    return TruePage(folder.resolve().name, image.stem, image, hashlib.sha256(image.read_bytes()).hexdigest(), truth)
