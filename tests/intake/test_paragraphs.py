"""Where paragraphs begin, by gaps and indents."""

from __future__ import annotations

import pytest

from pipeline.intake.paragraphs import mark_paragraphs
from pipeline.records.reading import Box, Word


def place(*lines: tuple[float, float]) -> list[list[Word]]:
    """Return one word a line at (x, y), 10 px high."""
    return [[Word("word", Box(x, y, x + 50, y + 10), 1.0)] for x, y in lines]


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        (place((0, 0), (0, 15), (0, 30)), [True, False, False]),
        (place((0, 0), (0, 15), (0, 30), (0, 60), (0, 75)), [True, False, False, True, False]),
        (place((0, 0), (20, 15), (0, 30)), [True, True, False]),
        (place((0, 0), (20, 15), (20, 30)), [True, False, False]),
        (place((0, 0), (0, 15), (200, 0), (200, 15)), [True, False, True, False]),
        ([], []),
    ],
    ids=["even", "gap", "indent", "block", "column", "nothing"],
)
def test_paragraphs_begin_at_gaps_indents_and_columns(lines: list[list[Word]], begins: list[bool]) -> None:
    """The first line always begins one; an indented block is no row of paragraphs."""
    marked = mark_paragraphs(lines)
    assert [line.starts_paragraph for line in marked] == begins
    assert [list(line.words) for line in marked] == lines


def test_words_without_a_place_begin_nothing() -> None:
    """Where nothing is known about the layout, nothing is claimed."""
    marked = mark_paragraphs([[Word("a", None, 1.0)], [Word("b", None, 1.0)]])
    assert [line.starts_paragraph for line in marked] == [True, False]


def test_a_line_that_ended_early_ended_a_paragraph() -> None:
    """A heading, or a last line: the next word would have fitted on it."""
    widths = [[60], [60, 60, 60], [60, 60, 50], [60], [60, 60, 60]]
    lines = [
        [
            Word("w", Box(sum(row[:at]) + 5 * at, 15 * y, sum(row[: at + 1]) + 5 * at, 15 * y + 10), 1.0)
            for at in range(len(row))
        ]
        for y, row in enumerate(widths)
    ]
    assert [line.starts_paragraph for line in mark_paragraphs(lines)] == [True, True, False, False, True]
