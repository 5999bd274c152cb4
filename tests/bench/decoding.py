"""Folders of pages come in; the error rate after each step of our decoding, on the same strips, goes out.

    python -m tests.bench.decoding FOLDER... [--step NAME ...]

Every step reads whole pages with the product's engine, from which the later steps are left out. The last step chooses
doubtful words anew by what the pages of a folder share. Changes are in CER against the step before, page by page, with
90 % bootstrap intervals over pages.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.intake import open_page
from pipeline.reading.beam import USUAL, BeamSettings, Words
from pipeline.reading.decode import split_words
from pipeline.reading.detect import Detector, Quad
from pipeline.reading.place import place_words
from pipeline.reading.ppocr import PpocrEngine
from pipeline.reading.strips import Sight, StripReader, _View
from pipeline.reading.turned import read_upright
from pipeline.records.reading import Reading, Word
from pipeline.settings import Settings
from pipeline.transcript import build_transcript
from tests.bench.kept import settle_class
from tests.bench.pages import TruePage, list_pages
from tests.bench.score import PageScore, bound_over_pages, measure_cer, measure_wer, score_page

CLASS_STEP = "class words"
_WIDTHS = 3  # views of a doubtful strip that are level: x 1.0, 1.2, 1.5; behind them stands the one set upright


@dataclass(frozen=True, slots=True)
class Step:
    """Which parts of the decoding are at work: how many views at most, and what chooses the text."""

    views: int
    has_words: bool = True
    weighs_views: bool = True
    by_language: bool = True
    has_pairs: bool = True
    has_formulas: bool = True


_PLAIN = Step(1, weighs_views=False, by_language=False, has_pairs=False, has_formulas=False)
STEPS: Mapping[str, Step] = {
    "greedy": Step(1, has_words=False),
    "greedy, surest width": Step(_WIDTHS, has_words=False),
    "beam over words": _PLAIN,
    "beam, surest width": replace(_PLAIN, views=_WIDTHS),
    "widths weighed": replace(_PLAIN, views=_WIDTHS, weighs_views=True),
    "and set upright": replace(_PLAIN, views=_WIDTHS + 1, weighs_views=True),
    "language by line": Step(_WIDTHS + 1, has_pairs=False, has_formulas=False),
    "word pairs": Step(_WIDTHS + 1, has_formulas=False),
    "sums and code apart": Step(_WIDTHS + 1),
}


class StepReader(StripReader):
    """The product's reader with the steps after one left out; strips once recognised are in `kept`."""

    def __init__(self, whole: StripReader, step: Step, kept: dict[tuple[int, float], _View]) -> None:
        self.__dict__.update(whole.__dict__)
        self._step, self._kept = step, kept

    def _view(self, strip: NDArray[np.uint8], stretch: float) -> _View:
        key = (hash(strip.tobytes()), stretch)
        if key not in self._kept:
            self._kept[key] = super()._view(strip, stretch)
        return self._kept[key]

    def _choose_words(self, seen: str) -> tuple[Words, BeamSettings]:
        words, settings = super()._choose_words(seen)
        lexicon = words.lexicon if self._step.by_language else self._lexicons.mixed
        pairs = words.pairs if self._step.has_pairs else None
        return replace(words, lexicon=lexicon, pairs=pairs), settings if self._step.has_formulas else USUAL

    def _find_words(self, sight: Sight, best: _View, views: Sequence[_View]) -> tuple[Word, ...]:
        views = views[: self._step.views]
        best = max(views[:_WIDTHS], key=lambda view: view.belief)
        if self._step.has_words:
            return super()._find_words(sight, best, views if self._step.weighs_views else [best])
        spans = split_words(best.letters, len(best.likelihoods))
        boxes = place_words(sight.share, sight.quad, spans)
        return tuple(Word(span.text, box, span.confidence) for span, box in zip(spans, boxes, strict=True))


class KeptDetector:
    """The product's detector, which looks once at each image."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self._kept: dict[int, list[Quad]] = {}

    def find_quads(self, image: NDArray[np.uint8]) -> list[Quad]:
        """Return the stretches of writing on the page."""
        key = hash(image.tobytes())
        if key not in self._kept:
            self._kept[key] = self._detector.find_quads(image)
        return self._kept[key]


def read_steps(pages: Sequence[TruePage], steps: Mapping[str, Step]) -> dict[str, list[Reading]]:
    """Return each page's reading after every step."""
    settings = Settings()
    engine = PpocrEngine(settings.reading)
    engine.load()
    whole = engine._reader
    detector = KeptDetector(whole.detector)
    readings: dict[str, list[Reading]] = {name: [] for name in steps}
    for page in pages:
        opened, kept = open_page(page.task.source, settings.intake), {}
        for name, step in steps.items():
            # where the cached property keeps it
            engine.__dict__["_reader"] = replace(whole, detector=detector, strips=StepReader(whole.strips, step, kept))
            readings[name].append(read_upright(opened, engine)[1])
    last = list(readings.values())[-1]
    settled = settle_class({page.sha256: reading for page, reading in zip(pages, last, strict=True)}, settings)
    return {**readings, CLASS_STEP: [settled[page.sha256] for page in pages]}


def score_readings(pages: Sequence[TruePage], readings: Sequence[Reading]) -> list[PageScore]:
    """Return the pages' edits."""
    texts = [build_transcript(page.name, (reading,)).text for page, reading in zip(pages, readings, strict=True)]
    return [score_page(page.name, page.truth, text) for page, text in zip(pages, texts, strict=True)]


def describe_change(scores: Sequence[PageScore], before: Sequence[PageScore]) -> str:
    """Return how much lower the error rate is than before, in points of CER, with its interval."""
    less = np.array([b.character_edits - s.character_edits for s, b in zip(scores, before, strict=True)])
    characters = np.array([score.characters for score in scores])
    low, high = bound_over_pages(len(less), lambda draw: 100 * less[draw].sum() / characters[draw].sum())
    return f"{100 * less.sum() / characters.sum():6.2f} ({low:5.2f} to {high:5.2f})"


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--step", action="append", choices=STEPS)
    options = parser.parse_args(arguments)
    steps = {name: step for name, step in STEPS.items() if not options.step or name in options.step}
    print(f"{'set':12} {'step':22}   CER    WER  lower by (90 %)")
    for folder in options.folders:
        pages = list_pages(folder)
        before: list[PageScore] = []
        for name, readings in read_steps(pages, steps).items():
            scores = score_readings(pages, readings)
            change = describe_change(scores, before) if before else ""
            rates = f"{measure_cer(scores):6.2f} {measure_wer(scores):6.2f}"
            print(f"{folder.name:12} {name:22} {rates} {change}", flush=True)
            before = scores


if __name__ == "__main__":
    main(sys.argv[1:])
