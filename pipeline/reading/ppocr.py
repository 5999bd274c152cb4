"""The default engine, PP-OCRv6-small: a page comes in, lines of words with boxes and confidences go out."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.align import align_text
from pipeline.reading.beam import search_text
from pipeline.reading.confidence import StripRead, join_strips, judge_page
from pipeline.reading.decode import Letter, decode_greedy, measure_belief, split_words
from pipeline.reading.detect import Detector, Quad
from pipeline.reading.ink import find_ink
from pipeline.reading.lexicon import load_lexicon
from pipeline.reading.place import place_words
from pipeline.reading.protocol import compose_fingerprint, measure_page, read_nothing
from pipeline.reading.recognise import Recogniser, cut_strip
from pipeline.reading.rows import find_rows
from pipeline.reading.share import Share, share_ink
from pipeline.records.reading import Reading, Word
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings

_DECODING = "beam-1.0-or-1.5"
_TALL = 1.5
_STRETCHES = (1.2, 1.5)
_SURE_BELIEF = (
    0.9  # print keeps its spaces in its own width, hard cursive reads better a little wider (models/README.md)
)


@dataclass(frozen=True, slots=True, eq=False)
class _Sight:
    """A stretch of writing: the page's image (RGB, uint8), its quad and its ink."""

    image: NDArray[np.uint8]
    quad: Quad
    share: Share


@dataclass(frozen=True, slots=True, eq=False)
class _Decoded:
    """A strip's likelihoods, the likeliest letter of each frame, and the mean belief in those."""

    likelihoods: NDArray[np.float32]
    letters: tuple[Letter, ...]
    belief: float


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
        _ = self._detector, self._recogniser, load_lexicon()

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
        ink = find_ink(page.image)
        quads = self._detector.find_quads(page.image)
        sights = [_Sight(page.image, *pair) for pair in zip(quads, share_ink(ink, quads), strict=True)]
        rows = find_rows(quads)
        strips = [[self._read_quad(sights[k]) for k in row.quads] for row in rows]
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

    def _read_quad(self, sight: _Sight) -> StripRead:
        """Read one stretch of writing; a tall one also from top to bottom, and the surer reading is kept."""
        reads = [self._read_strip(sight)]
        if _is_tall(sight.quad):
            reads.append(self._read_strip(replace(sight, quad=np.roll(sight.quad, -1, axis=0))))
        return max(reads, key=lambda read: read.belief)

    def _read_strip(self, sight: _Sight) -> StripRead:
        strip = cut_strip(sight.image, sight.quad)
        if strip is None:
            return StripRead((), 0.0)
        best = self._decode_strip(strip, 1.0)
        if best.belief < _SURE_BELIEF:
            wider = [self._decode_strip(strip, stretch) for stretch in _STRETCHES]
            best = max([best, *wider], key=lambda decoded: decoded.belief)
        spans = split_words(self._find_letters(best), len(best.likelihoods))
        boxes = place_words(sight.share, sight.quad, spans)
        words = tuple(Word(span.text, box, span.confidence) for span, box in zip(spans, boxes, strict=True))
        seen = tuple(span.confidence for span in split_words(best.letters, len(best.likelihoods)))
        return StripRead(words, best.belief, seen=seen)

    def _decode_strip(self, strip: NDArray[np.uint8], stretch: float) -> _Decoded:
        likelihoods = self._recogniser.read_strip(strip, stretch)
        letters = decode_greedy(likelihoods, self._recogniser.alphabet)
        return _Decoded(likelihoods, letters, measure_belief(letters))

    def _find_letters(self, decoded: _Decoded) -> tuple[Letter, ...]:
        """Return the letters of the likeliest words; where those are not the likeliest letters, with little belief."""
        alphabet = self._recogniser.alphabet
        text = search_text(decoded.likelihoods, alphabet, load_lexicon())
        if text == "".join(letter.sign for letter in decoded.letters):
            return decoded.letters
        return align_text(decoded.likelihoods, alphabet, text) or decoded.letters


def _is_tall(quad: Quad) -> bool:
    return bool(np.linalg.norm(quad[3] - quad[0]) > _TALL * np.linalg.norm(quad[1] - quad[0]))
