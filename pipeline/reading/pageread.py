"""The picture of a page comes in; its lines, whose they are and how sure they are go out: the corridor of this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.compose import compose_lines, join_sides
from pipeline.reading.confidence import Verdict, judge_page
from pipeline.reading.detect import Detector, Quad
from pipeline.reading.doodles import leave_out_doodles
from pipeline.reading.hues import Side, Sides, part_inks
from pipeline.reading.ink import find_ink
from pipeline.reading.mirrored import leave_out_show_through
from pipeline.reading.roles import cross_out, judge_origins, measure_print_share, part_print
from pipeline.reading.rows import find_rows
from pipeline.reading.share import share_ink
from pipeline.reading.signs import measure_cut
from pipeline.reading.stripread import NOTHING_READ, StripRead
from pipeline.reading.strips import Sight, StripReader
from pipeline.reading.tilt import lay_flat, lift_quads, measure_view
from pipeline.records.reading import Line, WordRole


@dataclass(frozen=True, slots=True)
class PageRead:
    """What stands on a page: its lines in reading order, how sure they are, and how much of it is print (0..1)."""

    lines: tuple[Line, ...]
    verdict: Verdict
    print_share: float


@dataclass(frozen=True, slots=True)
class PageReader:
    """Reads the pictures of pages; under `needs_eyes_below` (0..1) a page needs eyes."""

    detector: Detector
    strips: StripReader
    needs_eyes_below: float

    def read_image(self, image: NDArray[np.uint8]) -> PageRead:
        """Return what is written on an upright page (RGB, uint8)."""
        quads = self._find_quads(image)
        sides = part_inks(image, find_ink(image, measure_view(quads).tilts))
        reads = self._read_side(sides.student, quads)
        origins = judge_origins(image, reads)
        reads = part_print(reads, origins)
        lines = compose_lines(find_rows(quads, image), quads, self._add_teacher(reads, sides, quads))
        cut = measure_cut(quads, reads, image.shape[1])
        verdict = judge_page(sides.student.ink, reads, cut, self.needs_eyes_below)
        return PageRead(lines, verdict, measure_print_share(reads, origins))

    def _find_quads(self, image: NDArray[np.uint8]) -> list[Quad]:
        """Return the quads of an image in its own pixels; a page seen slantwise is laid flat and looked at again."""
        quads = self.detector.find_quads(image)
        view = measure_view(quads)
        if not view.is_strong:
            return quads
        flat, view = lay_flat(image, view, quads)
        return lift_quads(self.detector.find_quads(flat), view)

    def _read_side(self, side: Side, quads: Sequence[Quad]) -> list[StripRead]:
        """Return what one person wrote in each quad; drawings and what shines through are marked as such."""
        sights = [Sight(side.image, *pair) for pair in zip(quads, share_ink(side.ink, quads), strict=True)]
        reads = [
            NOTHING_READ if side.is_part and sight.share.is_empty else self.strips.read_quad(sight) for sight in sights
        ]
        reads = leave_out_show_through(reads, sights, self.strips.measure_belief)
        reads = leave_out_doodles(reads, quads, side.ink)
        return cross_out(side.image, quads, reads)

    def _add_teacher(self, reads: Sequence[StripRead], sides: Sides, quads: Sequence[Quad]) -> list[StripRead]:
        """Return the strips with what a teacher wrote in another ink beside the student's words."""
        if sides.teacher is None:
            return list(reads)
        theirs = [read.give_roles(WordRole.TEACHER) for read in self._read_side(sides.teacher, quads)]
        return [join_sides(*both) for both in zip(reads, theirs, quads, strict=True)]
