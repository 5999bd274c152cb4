"""What was written, and where it lies on the page files, comes in; JSON that tests compare crops with goes out.

Boxes are (x0, y0, x1, y1) in pixels of the page's picture as it is stored. `turn_degrees` is how far that picture has
to be turned clockwise to stand upright, whatever its EXIF says; `exif_orientation` is what it says (1: nothing).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class WordTruth:
    """A word as it was written, the page's line it stands on (from 0), and its ink's box."""

    text: str
    line: int
    box: Corners


@dataclass(frozen=True, slots=True)
class PageTruth:
    """One page: the file it lies in (inside the set's folder), its page number there, and its words in order."""

    file: str
    index: int
    width_px: int
    height_px: int
    turn_degrees: int
    exif_orientation: int
    words: tuple[WordTruth, ...]


@dataclass(frozen=True, slots=True)
class PieceTruth:
    """A piece: its text, and its pages; a typed piece has files and no pages."""

    stem: str
    text: str
    files: tuple[str, ...]
    pages: tuple[PageTruth, ...]


def place_upright(page: PageTruth, upright_width_px: int) -> tuple[WordTruth, ...]:
    """Return the page's words with boxes in pixels of the upright page shown `upright_width_px` wide."""
    is_sideways = page.turn_degrees in {90, 270}
    scale = upright_width_px / (page.height_px if is_sideways else page.width_px)
    placed = []
    for word in page.words:
        x0, y0, x1, y1 = _turn_box(word.box, page)
        placed.append(WordTruth(word.text, word.line, (x0 * scale, y0 * scale, x1 * scale, y1 * scale)))
    return tuple(placed)


def save_truth(truth: PieceTruth, folder: Path) -> Path:
    """Write STEM.json into `folder` and return its path; boxes are rounded to a tenth of a pixel."""
    content = asdict(truth)
    for page in content["pages"]:
        page["words"] = [
            [word["text"], word["line"], *(round(float(edge), 1) for edge in word["box"])] for word in page["words"]
        ]
    path = folder / f"{truth.stem}.json"
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return path


def load_truth(path: Path) -> PieceTruth:
    """Return the truth that `save_truth` wrote to `path`."""
    content = json.loads(path.read_text(encoding="utf-8"))
    pages = []
    for page in content["pages"]:
        words = tuple(WordTruth(text, line, (x0, y0, x1, y1)) for text, line, x0, y0, x1, y1 in page["words"])
        pages.append(PageTruth(**{**page, "words": words}))
    return PieceTruth(content["stem"], content["text"], tuple(content["files"]), tuple(pages))


def _turn_box(box: Corners, page: PageTruth) -> Corners:
    x0, y0, x1, y1 = box
    width, height = page.width_px, page.height_px
    turned = {
        0: (x0, y0, x1, y1),
        90: (height - y1, x0, height - y0, x1),
        180: (width - x1, height - y1, width - x0, height - y0),
        270: (y0, width - x1, y1, width - x0),
    }
    return turned[page.turn_degrees]
