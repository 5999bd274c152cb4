"""The default engine, PP-OCRv6-small: a page comes in, lines of words with boxes and confidences go out."""

from __future__ import annotations

import time
from functools import cached_property
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.confidence import Verdict
from pipeline.reading.detect import Detector
from pipeline.reading.faint import darken_ink
from pipeline.reading.focus import sharpen_page
from pipeline.reading.pageread import PageRead, PageReader
from pipeline.reading.protocol import compose_fingerprint, measure_page, read_nothing
from pipeline.reading.strips import DECODING, StripReader
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
            languages="+".join(settings.languages),
            needs_eyes_below=settings.needs_eyes_below,
            side_px=settings.detection_side_px,
        )
        self._settings = settings

    def load(self) -> None:
        """Load the weights, which the first page would do otherwise; raises ModelMissing."""
        _ = self._reader

    @cached_property
    def _reader(self) -> PageReader:
        settings = self._settings
        detector, strips = Detector(settings.detection_side_px), StripReader(settings.languages)
        return PageReader(detector, strips, settings.needs_eyes_below)

    def read(self, page: OpenedPage) -> Reading:
        """Return what is written on the page's image; no lines where there is no image."""
        if page.image is None:
            return read_nothing(self, page)
        self.load()  # what loading costs is no part of the page's seconds
        started = time.process_time()
        read = self._read_clearly(page.image)
        width_px, height_px = measure_page(page)
        return Reading(
            engine=self.name,
            fingerprint=self.fingerprint,
            width_px=width_px,
            height_px=height_px,
            lines=read.lines,
            confidence=read.verdict.confidence,
            needs_eyes=read.verdict.needs_eyes,
            cpu_seconds=time.process_time() - started,
            print_share=read.print_share,
        )

    def _read_clearly(self, image: NDArray[np.uint8]) -> PageRead:
        """Return what is on the page, made sharper where it is out of focus, and darker where else nothing is found.

        A page that shows writing only when darkened always needs eyes: more of it may be there.
        """
        read = self._reader.read_image(sharpen_page(image))
        darker = None if read.lines else darken_ink(image)
        if darker is None:
            return read
        again = self._reader.read_image(darker)
        confidence = min(again.verdict.confidence, self._settings.needs_eyes_below)
        return PageRead(again.lines, Verdict(confidence, needs_eyes=True), again.print_share) if again.lines else read
