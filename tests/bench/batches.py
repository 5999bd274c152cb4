"""A kind of stack and a seed come in; a batch of a class's sides with its truth goes out (stacked.py draws the sides).

Each kind is one way in which class sets come off a copier; each batch has what goes wrong there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from tests.bench.stacked import (
    Batch,
    Side,
    copy_side,
    lay_over,
    make_paper,
    print_form,
    print_separator,
    write_page,
)
from tests.rendering.capture import Look
from tests.rendering.paper import Paper

PAPERS = (Paper.PLAIN, Paper.RULED, Paper.SQUARED)
BESIDE_SHARE, LINE_PX = 0.75, 21


@dataclass(slots=True)
class _Sheet:
    """A side before it is copied: its piece (-1: none), and whether it lies upside down."""

    page: Side
    piece: int
    is_turned: bool = False
    back: Side | None = None


class _Class:
    """A class whose work is stacked: hands and papers by student, one look of the copier."""

    def __init__(self, kind: str, seed: int) -> None:
        self.rng = np.random.default_rng((seed, *kind.encode()))
        self.kind, self.seed = kind, seed
        self.students = int(self.rng.integers(9, 16))
        self.look = Look.GREY_SCAN if self.rng.random() < 0.6 else Look.COLOUR_SCAN
        self.paper = PAPERS[int(self.rng.integers(3))]
        self.mixed = bool(self.rng.random() < 0.5)
        self.form = int(self.rng.integers(10_000))
        self.sheets: list[_Sheet] = []
        self.offset = int(self.rng.integers(60))

    def write(self, student: int, number: int, share: float = 1.0) -> Side:
        """One handwritten page of a student, on the class's or the student's own paper."""
        paper = PAPERS[(student * 7 + self.seed) % 3] if self.mixed else self.paper
        return write_page((student * 5 + self.offset) % 60, number, paper, share)

    def fill(self, student: int, number: int, lines: int, form: int = 0, start: float = 0.05) -> Side:
        """A printed page that a student filled in: under the print, one in four across it."""
        written = self.write(student, number)
        if self.rng.random() < BESIDE_SHARE:
            down_px = round(LINE_PX * lines)
            written = np.concatenate([make_paper(self.rng, self.paper)[:down_px], written[:-down_px]])
        return lay_over(written, print_form(self.form + form, lines, start=start))

    def put(self, page: Side, piece: int, *, is_turned: bool = False, back: Side | None = None) -> None:
        """Lay a side on the stack."""
        self.sheets.append(_Sheet(page, piece, is_turned, back))

    def blank(self) -> Side:
        """An empty side of the class's paper, or of plain paper."""
        return make_paper(self.rng, self.paper if self.rng.random() < 0.3 else Paper.PLAIN)

    def copy(self) -> Batch:
        """Copy the stack as it lies."""
        batch = Batch(self.kind)
        for sheet in self.sheets:
            side = copy_side(sheet.page, self.rng, self.look, sheet.back)
            batch.sides.append(np.ascontiguousarray(side[::-1, ::-1]) if sheet.is_turned else side)
            batch.truth.append(sheet.piece)
        return batch


def _form_fronts_backs(kind: str, seed: int) -> Batch:
    """A printed form, front and back, every sheet; a sheet or two upside down."""
    room = _Class(kind, seed)
    lines = int(room.rng.integers(2, 9))
    for student in range(room.students):
        turned = bool(room.rng.random() < 0.08)
        for number in range(2):
            page = room.fill(student, number, lines, form=number)
            room.put(page, student, is_turned=turned)
    return room.copy()


def _form_missing_back(kind: str, seed: int) -> Batch:
    """As before, but written on by hand behind, and a back or two is missing; blank backs are kept."""
    room = _Class(kind, seed)
    gone = set(room.rng.choice(room.students, 2, replace=False).tolist())
    for student in range(room.students):
        front = room.fill(student, 0, 5)
        room.put(front, student)
        if student not in gone:
            is_blank = room.rng.random() < 0.2
            room.put(room.blank() if is_blank else room.write(student, 1), -1 if is_blank else student, back=front)
    return room.copy()


def _cover_mixed(kind: str, seed: int) -> Batch:
    """A first page with the task's print, then none to three pages by hand."""
    room = _Class(kind, seed)
    lines = int(room.rng.integers(2, 7))
    for student in range(room.students):
        room.put(room.fill(student, 0, lines), student, is_turned=bool(room.rng.random() < 0.05))
        for number in range(1, int(room.rng.integers(1, 5))):
            room.put(room.write(student, number), student)
    return room.copy()


def _jam(kind: str, seed: int) -> Batch:
    """A cover and one more page; the copier took a page twice and swallowed another."""
    room = _Class(kind, seed)
    twice, lost = room.rng.choice(room.students * 2, 2, replace=False).tolist()
    for student in range(room.students):
        for number in range(2):
            page = room.fill(student, number, 4) if number == 0 else room.write(student, number)
            for _ in range(1 + (2 * student + number == twice) - (2 * student + number == lost)):
                room.put(page, student)
    return room.copy()


def _duplex_blanks(kind: str, seed: int) -> Batch:
    """Written on one side or both, copied on both: blank backs; a first page's print."""
    room = _Class(kind, seed)
    for student in range(room.students):
        for number in range(int(room.rng.integers(1, 3))):
            page = room.fill(student, 2 * number, 5) if number == 0 else room.write(student, 2 * number)
            room.put(page, student)
            if room.rng.random() < 0.6:
                room.put(room.blank(), -1, back=page)
            else:
                room.put(room.write(student, 2 * number + 1, 0.5), student, back=page)
    return room.copy()


def _dividers(kind: str, seed: int) -> Batch:
    """A blank sheet between students, copied on one side; one to four pages by hand."""
    room = _Class(kind, seed)
    for student in range(room.students):
        for number in range(int(room.rng.integers(1, 5))):
            room.put(room.write(student, number), student)
        if student < room.students - 1:
            room.put(room.blank(), -1)
    return room.copy()


def _duplex_dividers(kind: str, seed: int) -> Batch:
    """A blank sheet between students, copied on both sides; some backs are blank as well."""
    room = _Class(kind, seed)
    for student in range(room.students):
        for number in range(int(room.rng.integers(1, 3))):
            room.put(room.write(student, 2 * number), student)
            is_blank = room.rng.random() < 0.3
            room.put(room.blank() if is_blank else room.write(student, 2 * number + 1), -1 if is_blank else student)
        if student < room.students - 1:
            room.put(room.blank(), -1)
            room.put(room.blank(), -1)
    return room.copy()


def _separators(kind: str, seed: int) -> Batch:
    """A separator sheet before each student, some upside down; one to four pages; every second class on both sides."""
    room = _Class(kind, seed)
    is_duplex = bool(room.rng.random() < 0.5)
    for student in range(room.students):
        room.put(print_separator(f"S{student + 1:02d}"), -1, is_turned=bool(room.rng.random() < 0.2))
        if is_duplex:
            room.put(room.blank(), -1)
        pages = int(room.rng.integers(1, 5))
        for number in range(pages):
            room.put(room.write(student, number), student)
        if is_duplex and pages % 2:
            room.put(room.blank(), -1)
    return room.copy()


def _separator_lost(kind: str, seed: int) -> Batch:
    """Two pages each behind separator sheets; one sheet was left out, one is scribbled over."""
    room = _Class(kind, seed)
    lost, spoiled = room.rng.choice(np.arange(1, room.students), 2, replace=False).tolist()
    for student in range(room.students):
        if student != lost:
            sheet = print_separator(f"S{student + 1:02d}")
            if student == spoiled:
                sheet = sheet.copy()
                sheet[330:470, 230:380] = room.rng.integers(0, 255, (140, 150, 1), dtype=np.uint8)
            room.put(sheet, -1)
        for number in range(2):
            room.put(room.write(student, number), student)
    return room.copy()


def _apart(kind: str, seed: int) -> Batch:
    """All fronts, then all backs, in reverse order in every second class; the form is printed in front only."""
    room = _Class(kind, seed)
    for student in range(room.students):
        room.put(room.fill(student, 0, 5), student)
    backs = range(room.students)
    for student in backs if room.rng.random() < 0.4 else reversed(backs):
        room.put(room.write(student, 1), student)
    return room.copy()


def _plain(kind: str, seed: int, length: int, *, is_jammed: bool = False) -> Batch:
    """Handwriting on the class's paper, every piece as long as the others, no print at all."""
    room = _Class(kind, seed)
    lost = int(room.rng.integers(room.students * length)) if is_jammed else -1
    for student in range(room.students):
        for number in range(length):
            if student * length + number != lost:
                room.put(room.write(student, number), student)
    return room.copy()


def _worksheets(kind: str, seed: int) -> Batch:
    """One printed page each, filled in; two lie upside down."""
    room = _Class(kind, seed)
    turned = set(room.rng.choice(room.students, 2, replace=False).tolist())
    for student in range(room.students):
        room.put(room.fill(student, 0, 9), student, is_turned=student in turned)
    return room.copy()


def _slips(kind: str, seed: int, slips: int) -> Batch:
    """Exit tickets, several on a sheet, each with the same print; the last sheet isn't full."""
    room = _Class(kind, seed)
    height = 877 // slips
    ticket = print_form(room.form, 2, start=0.04)[:height]
    students = room.students * 2
    batch = Batch(kind, slips=slips)
    for first in range(0, students, slips):
        page = np.full((877, 620, 3), 250, np.uint8)
        for at, student in enumerate(range(first, min(first + slips, students))):
            words = write_page((student * 5 + room.offset) % 60, 0, Paper.PLAIN, 0.15)[: height - 70]
            part = page[at * height + 60 : at * height + 60 + len(words)]
            part[:] = lay_over(part, words[: len(part)])
            top = page[at * height : (at + 1) * height]
            top[:] = lay_over(top, ticket[: len(top)])
        batch.sides.append(copy_side(page, room.rng, room.look))
        batch.truth.append(min(slips, students - first))
    return batch


def _shuffled(kind: str, seed: int) -> Batch:
    """Pages of all students in no order at all: nothing can be cut surely."""
    room = _Class(kind, seed)
    for student in range(room.students):
        for number in range(2):
            room.put(room.write(student, number), student)
    room.rng.shuffle(room.sheets)  # type: ignore[arg-type]
    return room.copy()


KINDS: Mapping[str, Callable[[str, int], Batch]] = {
    "form, both sides": _form_fronts_backs,
    "form, backs missing": _form_missing_back,
    "cover, 1 to 4 pages": _cover_mixed,
    "cover, jammed": _jam,
    "duplex, blank backs": _duplex_blanks,
    "blank dividers": _dividers,
    "duplex dividers": _duplex_dividers,
    "separators": _separators,
    "separator lost": _separator_lost,
    "fronts, then backs": _apart,
    "handwriting, 1 page": lambda kind, seed: _plain(kind, seed, 1),
    "handwriting, 2 pages": lambda kind, seed: _plain(kind, seed, 2),
    "handwriting, 3 pages": lambda kind, seed: _plain(kind, seed, 3),
    "handwriting, 2, jammed": lambda kind, seed: _plain(kind, seed, 2, is_jammed=True),
    "worksheets, 1 page": _worksheets,
    "slips, 2": lambda kind, seed: _slips(kind, seed, 2),
    "slips, 3": lambda kind, seed: _slips(kind, seed, 3),
    "slips, 4": lambda kind, seed: _slips(kind, seed, 4),
    "shuffled": _shuffled,
}
