"""Forms filled in by several children, made by hand: print on every copy, each child's words where that child wrote.

A page read alone tells some of its print: each longer row is the form's already on every second copy, and on no other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.form.places import PlacedWord, fold_word
from pipeline.records.reading import Box, Line, Reading, Word, WordRole

PRINT_PX = 12.0
HEIGHT_PX = 24.0
FEWEST_IN_A_ROW = 3
BLURRED = "f1x"

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """Words in a row, from the upper left corner of the first; every sign and space is `letter_px` wide.

    `is_print`: their letters were taken for print when the page was read alone.
    """

    text: str
    x: float
    y: float
    letter_px: float = PRINT_PX
    is_print: bool = False


FORM = (
    Row("Exit ticket: the water cycle", 80, 60),
    Row("Name", 700, 60),
    Row("1. Why did the puddle on the playground dry up?", 80, 180),
    Row("2. And what happens on a cold day?", 80, 700),
    Row("Which sentence in our book shows it?", 80, 1200),
)
OTHER_FORM = (
    Row("Science notebook page twelve", 120, 90),
    Row("I believe electric bulbs light whenever", 90, 300),
    Row("Evidence for my idea comes from", 90, 650),
)
FORM_TEXTS, OTHER_TEXTS = (tuple(row.text for row in form) for form in (FORM, OTHER_FORM))
TEMPLATE = ("Name and date of the day:", "Say why the puddle dried up.", "Your evidence:")
TYPED_ANSWERS = ("the sun took it away", "wind blew over the puddle", "it sank into warm ground", "heat did it all")
ANSWERS = (
    "Maria, Sun took every drop away, Ice makes them hard, Page four says so",
    "Theo, It went into clouds because heat, Nothing moves much then, They wrote evaporation there",
    "Amina, Ground drank some of that, Slow but still goes, Look where steam rises",
    "Jo, Wind blew all off, Frozen till spring, My favourite bit about rivers",
    "Li, Because hot air lifts vapour, Colder means longer, Last paragraph has this",
    "Sam, I think people stepped through, Snow falls instead, Chapter two explains",
)

SHIFT: Matrix = np.array([[1, 0, 17], [0, 1, -9], [0, 0, 1]], dtype=np.float64)
_SINE, _COSINE = math.sin(math.radians(2)), math.cos(math.radians(2))
TURN: Matrix = np.array([[_COSINE, -_SINE, 30], [_SINE, _COSINE, -12], [0, 0, 1]])
SLANT: Matrix = np.array([[0.95, 0.03, 12], [0.02, 0.97, 8], [2e-5, 8e-5, 1]])
VIEWS = {"shift": SHIFT, "turn": TURN, "slant": SLANT}


def lay_row(row: Row) -> Line:
    """Return the row as a line all of whose words are the form's, or the student's so far."""
    words, x, role = [], row.x, WordRole.FORM if row.is_print else WordRole.STUDENT
    for text in row.text.split():
        words.append(Word(text, Box(x, row.y, x + row.letter_px * len(text), row.y + HEIGHT_PX), 0.9, role=role))
        x += row.letter_px * (len(text) + 1)
    return Line(tuple(words), 0.9)


def place_rows(*rows: Row) -> tuple[PlacedWord, ...]:
    """Return the words of the rows with their places, one line for each row."""
    return tuple(
        PlacedWord(line, number, fold_word(word.text), word.box, word.text, row.is_print)
        for line, row in enumerate(rows)
        for number, word in enumerate(lay_row(row).words)
        if word.box is not None
    )


def make_page(lines: Sequence[Line], print_share: float = 0.1) -> Reading:
    """Return the lines as an engine's reading of a page."""
    page = Reading("ppocr", "1", 1000, 1400, tuple(lines), 0.9, needs_eyes=False, cpu_seconds=0.0)
    return replace(page, print_share=print_share)


def write_page(*rows: Row) -> Reading:
    """Return a page with the rows, from the top to the bottom."""
    return make_page([lay_row(row) for row in sorted(rows, key=lambda row: (row.y, row.x))])


def write_answers(child: int) -> tuple[Row, ...]:
    """Return what a child wrote on the form: no two begin at the same place or write as wide."""
    name, *answers = ANSWERS[child].split(", ")
    letter_px = 8.0 + 1.7 * child
    rows = [Row(name, 780 + 6 * child, 58 + 3 * child, letter_px)]
    places = zip(answers, (240, 760, 1260), strict=True)
    return (*rows, *(Row(text, 90 + 11 * child, y + 9 * child, letter_px) for text, y in places))


def print_form(child: int, form: Sequence[Row] = FORM) -> tuple[Row, ...]:
    """Return the form's rows on a child's copy, every second one of those of three words or more taken for print."""
    longer = [len(row.text.split()) >= FEWEST_IN_A_ROW for row in form]
    return tuple(replace(row, is_print=longer[k] and (child + k) % 2 == 0) for k, row in enumerate(form))


def fill_form(child: int, form: Sequence[Row] = FORM) -> Reading:
    """Return a child's copy of the form, lying straight."""
    return write_page(*print_form(child, form), *write_answers(child))


def fill_forms(children: int = len(ANSWERS), form: Sequence[Row] = FORM) -> dict[str, tuple[Reading, ...]]:
    """Return the children's copies by code."""
    return {f"A{child:02}": (fill_form(child, form),) for child in range(children)}


def fill_others(count: int) -> dict[str, tuple[Reading, ...]]:
    """Return copies of another form, filled in otherwise, by code."""
    rows = [Row(ANSWERS[k].split(", ")[2], 140 + 20 * k, 390 + 5 * k, 9.0 + k) for k in range(count)]
    return {f"S{k}": (write_page(*print_form(k, OTHER_FORM), row),) for k, row in enumerate(rows)}


def type_forms(count: int = 5) -> dict[str, tuple[Reading, ...]]:
    """Return typed copies of the template, each with an answer of its own behind its question, by code."""
    answers = [f"in my view {TYPED_ANSWERS[k % len(TYPED_ANSWERS)]} {k}" for k in range(count)]
    return {f"T{k}": (type_page(*TEMPLATE[:2], answer, TEMPLATE[2]),) for k, answer in enumerate(answers)}


def see_page(page: Reading, matrix: Matrix) -> Reading:
    """Return the page as on a picture taken with that map: upright boxes around the moved corners."""
    return make_page(
        [replace(line, words=tuple(_see_word(word, matrix) for word in line.words)) for line in page.lines]
    )


def _see_word(word: Word, matrix: Matrix) -> Word:
    assert word.box is not None
    box = word.box
    corners = np.array([[x, y, 1] for x in (box.x0, box.x1) for y in (box.y0, box.y1)]) @ matrix.T
    points = corners[:, :2] / corners[:, 2:]
    return replace(word, box=Box(*map(float, (*points.min(axis=0), *points.max(axis=0)))))


def change_words(page: Reading, changes: Mapping[str, str]) -> Reading:
    """Return the page with some words read otherwise."""
    lines = [
        replace(line, words=tuple(replace(word, text=changes.get(word.text, word.text)) for word in line.words))
        for line in page.lines
    ]
    return replace(page, lines=tuple(lines))


def blur_word(page: Reading, text: str) -> Reading:
    """Return the page with a word that can't be read: it doesn't look like print, and its letters are none of its."""
    lines = [
        replace(
            line,
            words=tuple(
                replace(word, text=BLURRED, role=WordRole.STUDENT) if word.text == text else word for word in line.words
            ),
        )
        for line in page.lines
    ]
    return replace(page, lines=tuple(lines))


def list_words(page: Reading, role: WordRole) -> list[str]:
    """Return the page's words that have the role, in their order."""
    return [word.text for line in page.lines for word in line.words if word.role is role]


def type_page(*lines: str, print_share: float = 1.0) -> Reading:
    """Return a typed file's page: no word has a place."""
    texts = [Line(tuple(Word(word, None, 1.0) for word in line.split()), 1.0) for line in lines]
    return make_page(texts, print_share)


def list_own(page: Reading) -> list[str]:
    """Return the student's text of every line that has any."""
    return [line.text for line in page.lines if line.own]


def strip_roles(page: Reading) -> Reading:
    """Return the page with every word the student's."""
    lines = (
        replace(line, words=tuple(replace(word, role=WordRole.STUDENT) for word in line.words)) for line in page.lines
    )
    return replace(page, lines=tuple(lines))
