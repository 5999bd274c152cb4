"""The default engine, PP-OCRv6-small: a page comes in, lines of words with boxes and confidences go out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.confidence import StripRead, join_strips, judge_page
from pipeline.reading.decode import decode_greedy, measure_belief, split_words
from pipeline.reading.detect import Detector, Quad
from pipeline.reading.ink import Ink, find_ink
from pipeline.reading.place import place_words
from pipeline.reading.protocol import compose_fingerprint, measure_page, read_nothing
from pipeline.reading.recognise import Recogniser, cut_strip
from pipeline.reading.rows import find_rows
from pipeline.records.reading import Reading, Word
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings

_DECODING = "greedy-1.2"
_TALL = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class _Sight:
    """A page's image (RGB, uint8) and its ink."""

    image: NDArray[np.uint8]
    ink: Ink


class PpocrEngine:
    """Reads handwriting and print. Loads the weights with the first page; raises ModelMissing where there are none."""

    name = "ppocr"

    def __init__(self, settings: ReadingSettings) -> None:
        self.fingerprint = compose_fingerprint(
            self.name,
            version("rapidocr"),
            decoding=_DECODING,
            needs_eyes_below=settings.needs_eyes_below,
            side_px=settings.detection_side_px,
        )
        self._needs_eyes_below = settings.needs_eyes_below
        self._detection_side_px = settings.detection_side_px

    def load(self) -> None:
        """Load the weights, which the first page would do otherwise; raises ModelMissing."""
        _ = self._detector, self._recogniser

    @cached_property
    def _detector(self) -> Detector:
        return Detector(self._detection_side_px)

    @cached_property
    def _recogniser(self) -> Recogniser:
        return Recogniser()

    def read(self, page: OpenedPage) -> Reading:
        """Return what is written on the page's image; no lines where there is no image."""
        if page.image is None:
            return read_nothing(self, page)
        self.load()  # what loading costs is no part of the page's seconds
        started = time.process_time()
        sight = _Sight(page.image, find_ink(page.image))
        quads = self._detector.find_quads(page.image)
        rows = find_rows(quads)
        strips = [[self._read_quad(sight, quads[k]) for k in row.quads] for row in rows]
        joined = (
            join_strips(line, starts_paragraph=row.starts_paragraph) for line, row in zip(strips, rows, strict=True)
        )
        lines = tuple(line for line in joined if line is not None)
        verdict = judge_page(sight.ink, [strip for line in strips for strip in line], self._needs_eyes_below)
        width_px, height_px = measure_page(page)
        seconds = time.process_time() - started
        return Reading(
            self.name, self.fingerprint, width_px, height_px, lines, verdict.confidence, verdict.needs_eyes, seconds
        )

    def _read_quad(self, sight: _Sight, quad: Quad) -> StripRead:
        """Read one stretch of writing; a tall one also from top to bottom, and the surer reading is kept."""
        reads = [self._read_strip(sight, quad)]
        if _is_tall(quad):
            reads.append(self._read_strip(sight, np.roll(quad, -1, axis=0)))
        return max(reads, key=lambda read: read.belief)

    def _read_strip(self, sight: _Sight, quad: Quad) -> StripRead:
        strip = cut_strip(sight.image, quad)
        if strip is None:
            return StripRead((), 0.0)
        likelihoods = self._recogniser.read_strip(strip)
        letters = decode_greedy(likelihoods, self._recogniser.alphabet)
        spans = split_words(letters, len(likelihoods))
        boxes = place_words(sight.ink, quad, spans)
        words = tuple(Word(span.text, box, span.confidence) for span, box in zip(spans, boxes, strict=True))
        return StripRead(words, measure_belief(letters))


def _is_tall(quad: Quad) -> bool:
    return bool(np.linalg.norm(quad[3] - quad[0]) > _TALL * np.linalg.norm(quad[1] - quad[0]))
