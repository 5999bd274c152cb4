"""The default engine, PP-OCRv6-small: a page comes in, lines of words with boxes and confidences go out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.compose import compose_lines, join_sides
from pipeline.reading.confidence import judge_page
from pipeline.reading.detect import Detector, Quad
from pipeline.reading.doodles import leave_out_doodles
from pipeline.reading.hues import Side, Sides, part_inks
from pipeline.reading.ink import find_ink
from pipeline.reading.mirrored import leave_out_show_through
from pipeline.reading.protocol import compose_fingerprint, measure_page, read_nothing
from pipeline.reading.roles import cross_out, judge_origins, measure_print_share, part_print
from pipeline.reading.rows import find_rows
from pipeline.reading.share import share_ink
from pipeline.reading.stripread import NOTHING_READ, StripRead
from pipeline.reading.strips import DECODING, Sight, StripReader
from pipeline.reading.tilt import lay_flat, lift_quads, measure_view
from pipeline.records.reading import Reading, WordRole
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
        self._needs_eyes_below = settings.needs_eyes_below
        self._detection_side_px = settings.detection_side_px
        self._languages = settings.languages

    def load(self) -> None:
        """Load the weights, which the first page would do otherwise; raises ModelMissing."""
        _ = self._detector, self._reader

    @cached_property
    def _detector(self) -> Detector:
        return Detector(self._detection_side_px)

    @cached_property
    def _reader(self) -> StripReader:
        return StripReader(self._languages)

    def _find_quads(self, image: NDArray[np.uint8]) -> list[Quad]:
        """Return the quads of an image in its own pixels; a page seen slantwise is laid flat and looked at again."""
        quads = self._detector.find_quads(image)
        view = measure_view(quads)
        if not view.is_strong:
            return quads
        flat, view = lay_flat(image, view, quads)
        return lift_quads(self._detector.find_quads(flat), view)

    def read(self, page: OpenedPage) -> Reading:
        """Return what is written on the page's image; no lines where there is no image."""
        if page.image is None:
            return read_nothing(self, page)
        self.load()  # what loading costs is no part of the page's seconds
        started = time.process_time()
        quads = self._find_quads(page.image)
        sides = part_inks(page.image, find_ink(page.image, measure_view(quads).tilts))
        reads = self._read_side(sides.student, quads)
        origins = judge_origins(page.image, reads)
        reads = part_print(reads, origins)
        lines = compose_lines(find_rows(quads, page.image), quads, self._add_teacher(reads, sides, quads))
        verdict = judge_page(sides.student.ink, reads, self._needs_eyes_below)
        width_px, height_px = measure_page(page)
        seconds = time.process_time() - started
        return Reading(
            self.name,
            self.fingerprint,
            width_px,
            height_px,
            lines,
            verdict.confidence,
            verdict.needs_eyes,
            seconds,
            measure_print_share(reads, origins),
        )

    def _read_side(self, side: Side, quads: Sequence[Quad]) -> list[StripRead]:
        """Return what one person wrote in each quad; drawings and what shines through are marked as such."""
        sights = [Sight(side.image, *pair) for pair in zip(quads, share_ink(side.ink, quads), strict=True)]
        reads = [
            NOTHING_READ if side.is_part and sight.share.is_empty else self._reader.read_quad(sight) for sight in sights
        ]
        reads = leave_out_show_through(reads, sights, self._reader.measure_belief)
        reads = leave_out_doodles(reads, quads, side.ink)
        return cross_out(side.image, quads, reads)

    def _add_teacher(self, reads: Sequence[StripRead], sides: Sides, quads: Sequence[Quad]) -> list[StripRead]:
        """Return the strips with what a teacher wrote in another ink beside the student's words."""
        if sides.teacher is None:
            return list(reads)
        theirs = [read.give_roles(WordRole.TEACHER) for read in self._read_side(sides.teacher, quads)]
        return [join_sides(*both) for both in zip(reads, theirs, quads, strict=True)]
