"""From a stretch of writing to its words: a sight of the page comes in, words with boxes and confidences go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.language.pairs import load_pairs
from pipeline.reading.align import align_text
from pipeline.reading.beam import USUAL, BeamSettings, Words
from pipeline.reading.confidence import StripRead
from pipeline.reading.decode import Letter, Span, decode_greedy, join_letters, measure_belief, split_words
from pipeline.reading.detect import Quad
from pipeline.reading.languages import load_lexicons
from pipeline.reading.lexicon import Lexicon
from pipeline.reading.place import place_words
from pipeline.reading.recognise import Recogniser, cut_strip
from pipeline.reading.share import Share
from pipeline.reading.slant import set_upright
from pipeline.reading.sure import judge_word, strip_marks
from pipeline.reading.trust import Standing, weigh_words
from pipeline.reading.weigh import weigh_texts
from pipeline.records.reading import Box, Word

DECODING = "views-5-pairs"
_TALL = 1.5
_STRETCHES = (1.2, 1.5)
_UPRIGHT_STRETCH = 1.2
# Print keeps its spaces in its own width; hard cursive reads better a little wider or upright (models/README.md).
_SURE_BELIEF = 0.95
_PAIRED_LANGUAGE = "en"

FORMULA = BeamSettings(word_weight=0.1, pair_weight=0.0, letter_bonus=0.2)
_FORMULA_SIGNS = frozenset("=+*/<>^_()[]{}|\\#%×÷")  # noqa: RUF001 the sign for times
_FORMULA_SHARE = 0.06


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A stretch of writing: the page's image (RGB, uint8), its quad and its ink."""

    image: NDArray[np.uint8]
    quad: Quad
    share: Share


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """A strip as seen in one width: likelihoods, the likeliest letter of each frame, and the mean belief in those."""

    likelihoods: NDArray[np.float32]
    letters: tuple[Letter, ...]
    belief: float


class StripReader:
    """Reads stretches of writing one by one, in the languages given; raises ModelMissing where weights are missing."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._recogniser = Recogniser()
        self._lexicons = load_lexicons(languages)
        self._pairs = load_pairs() if _PAIRED_LANGUAGE in languages else None

    def read_quad(self, sight: Sight) -> StripRead:
        """Read one stretch of writing; a tall one also from top to bottom, and the surer reading is kept."""
        reads = [self._read_strip(sight)]
        if _is_tall(sight.quad):
            reads.append(self._read_strip(replace(sight, quad=np.roll(sight.quad, -1, axis=0))))
        return max(reads, key=lambda read: read.belief)

    def measure_belief(self, sight: Sight) -> float:
        """Return the mean belief in the letters seen one by one in one width: a cheap way to compare two sights."""
        strip = cut_strip(sight.image, sight.quad)
        return 0.0 if strip is None else self._view(strip, 1.0).belief

    def _read_strip(self, sight: Sight) -> StripRead:
        strip = cut_strip(sight.image, sight.quad)
        if strip is None:
            return StripRead((), 0.0)
        level = [self._view(strip, 1.0)]
        leaning: list[_View] = []
        if level[0].belief < _SURE_BELIEF:
            level += [self._view(strip, stretch) for stretch in _STRETCHES]
            leaning = [self._view(set_upright(strip), _UPRIGHT_STRETCH)]
        best = max(level, key=lambda view: view.belief)
        seen = tuple(span.confidence for span in split_words(best.letters, len(best.likelihoods)))
        return StripRead(self._find_words(sight, best, [*level, *leaning]), best.belief, seen=seen)

    def _view(self, strip: NDArray[np.uint8], stretch: float) -> _View:
        likelihoods = self._recogniser.read_strip(strip, stretch)
        letters = decode_greedy(likelihoods, self._recogniser.alphabet)
        return _View(likelihoods, letters, measure_belief(letters))

    def _find_words(self, sight: Sight, best: _View, views: Sequence[_View]) -> tuple[Word, ...]:
        """Return the words of the likeliest text, placed where the surest level view shows them."""
        alphabet = self._recogniser.alphabet
        seen = [join_letters(view.letters) for view in views]
        words, settings = self._choose_words(join_letters(best.letters))
        weighed = weigh_texts([view.likelihoods for view in views], alphabet, words, seen, settings)
        if not weighed:
            return ()
        letters = best.letters
        if weighed[0].text != join_letters(letters):
            letters = align_text(best.likelihoods, alphabet, weighed[0].text) or letters
        spans = split_words(letters, len(best.likelihoods))
        standings = weigh_words(weighed)
        if len(spans) != len(standings):  # the frames were too few for the text: what was seen stays
            standings = tuple(Standing(span.confidence, ()) for span in spans)
        boxes = place_words(sight.share, sight.quad, spans)
        plain = _split_seen(best, spans)
        return tuple(_join_word(words.lexicon, *found) for found in zip(spans, boxes, plain, standings, strict=True))

    def _choose_words(self, seen: str) -> tuple[Words, BeamSettings]:
        """Return the words to read a line with, and how much they count: little in a sum or a line of code."""
        lexicon = self._lexicons.choose(seen)
        is_paired = self._lexicons.is_partly(lexicon, _PAIRED_LANGUAGE)
        if _is_formula(seen):
            return Words(lexicon), FORMULA
        return Words(lexicon, self._pairs if is_paired else None), USUAL


def _join_word(lexicon: Lexicon, span: Span, box: Box, plain: str, standing: Standing) -> Word:
    is_seen = plain == span.text
    frequency = lexicon.measure(strip_marks(span.text))
    confidence = judge_word(span, standing.share, frequency, is_seen=is_seen)
    return Word(span.text, box, confidence, "" if is_seen else plain, standing.choices)


def _split_seen(view: _View, spans: Sequence[Span]) -> list[str]:
    """Return for each word the letters seen one by one between the middles of the gaps around it."""
    frames = len(view.likelihoods)
    cuts = [(before.last + after.first) / 2 * frames for before, after in pairwise(spans)]
    starts, ends = [0.0, *cuts], [*cuts, float(frames)]
    return [
        join_letters([letter for letter in view.letters if start <= (letter.start + letter.end) / 2 < end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _is_formula(seen: str) -> bool:
    """Whether a line is a sum or code rather than a sentence, by the share of its signs that sentences do without."""
    signs = [sign for sign in seen if sign != " "]
    return sum(sign in _FORMULA_SIGNS for sign in signs) >= max(1.0, _FORMULA_SHARE * len(signs))


def _is_tall(quad: Quad) -> bool:
    return bool(np.linalg.norm(quad[3] - quad[0]) > _TALL * np.linalg.norm(quad[1] - quad[0]))
