"""Where a crop is cut and how a mark is laid over the ink."""

from __future__ import annotations

import numpy as np

from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box, Line, Reading, Word
from pipeline.transcript import build_transcript
from pipeline.views.crops import join_boxes, mark_regions, plan_crop


def _line(*words: str, top: float) -> Line:
    boxes = (Box(100.0 * k, top, 100.0 * k + 80, top + 30) for k in range(len(words)))
    return Line(tuple(Word(word, box, 0.9) for word, box in zip(words, boxes, strict=True)), 0.9)


def _page(*lines: Line) -> Reading:
    return Reading("e", "f", 900, 500, lines, 0.9, needs_eyes=False, cpu_seconds=0.0)


PAGE = _page(*(_line("the", "water", "leaves", top=50.0 * k) for k in range(8)))
TEXT = build_transcript("K07", [PAGE])


def test_a_span_is_shown_in_its_whole_line() -> None:
    """The crop shows the line over its whole width; the mark lies on the words of the span alone."""
    plan = plan_crop(TEXT, Evidence("K07", 4, 9, "water"))
    assert plan is not None
    assert plan.marks == (Box(100, 0, 180, 30),)
    assert plan.box.x0 < 0
    assert plan.box.x1 > 280
    assert plan.box.y1 < 50, "the line below stays outside"


def test_a_span_over_two_lines_has_two_marks() -> None:
    """A span that runs on is marked on each of its lines, in one crop."""
    plan = plan_crop(TEXT, Evidence("K07", 10, 20, TEXT.text[10:20]))
    assert plan is not None
    assert len(plan.marks) == 2


def test_a_long_span_shows_at_most_four_lines() -> None:
    """A strip of evidence stays a strip."""
    plan = plan_crop(TEXT, Evidence("K07", 0, len(TEXT.text), TEXT.text))
    assert plan is not None
    assert len(plan.marks) == 4


def test_a_whole_piece_is_shown_by_its_opening_without_a_mark() -> None:
    """Where the piece as a whole is the evidence, no line is singled out."""
    plan = plan_crop(TEXT, Evidence("K07", 0, 0, "", is_whole_piece=True))
    assert plan is not None
    assert plan.marks == ()
    assert plan.box.y0 <= 0


def test_typed_text_has_no_crop() -> None:
    """Words without a place on a scan are shown by their quote alone."""
    typed = Reading("t", "f", 0, 0, (Line((Word("the", None, 1.0), Word("water", None, 1.0)), 1.0),), 1.0, False, 0.0)
    transcript = build_transcript("K08", [typed])
    assert plan_crop(transcript, Evidence("K08", 0, 3, "the")) is None
    assert plan_crop(transcript, Evidence("K08", 0, 0, "", is_whole_piece=True)) is None


def test_ink_stays_dark_under_the_marker() -> None:
    """Marks tint paper once, however they overlap, and leave ink as it was; the image given is untouched."""
    paper = np.full((40, 40, 3), 255, np.uint8)
    paper[20, 20] = 0
    marked = mark_regions(paper, [Box(10, 10, 30, 30), Box(10, 10, 30, 20)])
    assert tuple(marked[20, 20]) == (0, 0, 0)
    assert marked[12, 12, 2] < marked[12, 12, 0] <= 255
    assert tuple(marked[12, 12]) == tuple(marked[25, 25])
    assert tuple(marked[5, 5]) == (255, 255, 255)
    assert tuple(paper[12, 12]) == (255, 255, 255)


def test_a_mark_may_reach_over_the_page() -> None:
    """Boxes of words near the edge may end outside the page."""
    paper = np.full((10, 10, 3), 255, np.uint8)
    assert mark_regions(paper, [Box(-5, -5, 50, 5)]).shape == paper.shape


def test_joined_boxes_hold_all() -> None:
    """The box around boxes touches each outermost side."""
    assert join_boxes([Box(0, 5, 10, 9), Box(3, 1, 20, 4)]) == Box(0, 1, 20, 9)
