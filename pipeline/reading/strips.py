"""From a stretch of writing to its words: a sight of the page comes in, words with boxes and confidences go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.align import align_text
from pipeline.reading.beam import search_text
from pipeline.reading.confidence import StripRead
from pipeline.reading.decode import Letter, decode_greedy, measure_belief, split_words
from pipeline.reading.detect import Quad
from pipeline.reading.lexicon import load_lexicon
from pipeline.reading.place import place_words
from pipeline.reading.recognise import Recogniser, cut_strip
from pipeline.reading.share import Share
from pipeline.records.reading import Word

DECODING = "beam-1.0-or-1.5"
_TALL = 1.5
_STRETCHES = (1.2, 1.5)
_SURE_BELIEF = (
    0.9  # print keeps its spaces in its own width, hard cursive reads better a little wider (models/README.md)
)


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
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


class StripReader:
    """Reads stretches of writing one by one. Raises ModelMissing where there are no weights."""

    def __init__(self) -> None:
        self._recogniser = Recogniser()
        load_lexicon()

    def read_quad(self, sight: Sight) -> StripRead:
        """Read one stretch of writing; a tall one also from top to bottom, and the surer reading is kept."""
        reads = [self._read_strip(sight)]
        if _is_tall(sight.quad):
            reads.append(self._read_strip(replace(sight, quad=np.roll(sight.quad, -1, axis=0))))
        return max(reads, key=lambda read: read.belief)

    def _read_strip(self, sight: Sight) -> StripRead:
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
