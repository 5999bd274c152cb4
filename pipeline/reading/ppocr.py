"""The default engine, PP-OCRv6-small: a page comes in, lines of words with boxes and confidences go out."""

from __future__ import annotations

import time
from functools import cached_property
from importlib.metadata import version

from pipeline.reading.confidence import join_strips, judge_page
from pipeline.reading.detect import Detector
from pipeline.reading.ink import find_ink
from pipeline.reading.protocol import compose_fingerprint, measure_page, read_nothing
from pipeline.reading.rows import find_rows
from pipeline.reading.share import share_ink
from pipeline.reading.strips import DECODING, Sight, StripReader
from pipeline.records.reading import Reading
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings


class PpocrEngine:
    """Reads handwriting and print. Loads the weights with the first page; raises ModelMissing where there are none."""

    name = "ppocr"

    def __init__(self, settings: ReadingSettings) -> None:
        self.fingerprint = compose_fingerprint(
            self.name,
            version("rapidocr"),
            decoding=DECODING,
            needs_eyes_below=settings.needs_eyes_below,
            side_px=settings.detection_side_px,
        )
        self._needs_eyes_below = settings.needs_eyes_below
        self._detection_side_px = settings.detection_side_px

    def load(self) -> None:
        """Load the weights, which the first page would do otherwise; raises ModelMissing."""
        _ = self._detector, self._reader

    @cached_property
    def _detector(self) -> Detector:
        return Detector(self._detection_side_px)

    @cached_property
    def _reader(self) -> StripReader:
        return StripReader()

    def read(self, page: OpenedPage) -> Reading:
        """Return what is written on the page's image; no lines where there is no image."""
        if page.image is None:
            return read_nothing(self, page)
        self.load()  # what loading costs is no part of the page's seconds
        started = time.process_time()
        ink = find_ink(page.image)
        quads = self._detector.find_quads(page.image)
        sights = [Sight(page.image, *pair) for pair in zip(quads, share_ink(ink, quads), strict=True)]
        rows = find_rows(quads)
        strips = [[self._reader.read_quad(sights[k]) for k in row.quads] for row in rows]
        joined = (
            join_strips(line, starts_paragraph=row.starts_paragraph) for line, row in zip(strips, rows, strict=True)
        )
        lines = tuple(line for line in joined if line is not None)
        verdict = judge_page(ink, [strip for line in strips for strip in line], self._needs_eyes_below)
        width_px, height_px = measure_page(page)
        seconds = time.process_time() - started
        return Reading(
            self.name, self.fingerprint, width_px, height_px, lines, verdict.confidence, verdict.needs_eyes, seconds
        )
