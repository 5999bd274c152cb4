"""Lines that typed pieces share: a template's, or the children's own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.form.typed import find_template, fold_line
from pipeline.records.reading import Line, Reading, Word, WordRole
from tests.form.conftest import type_page

QUESTION = "Why did the puddle dry?"
LINES = ("Science notebook, page number twelve", QUESTION, "And what did you see?", "Say where you saw it.")


def type_pieces(count: int, *, sharing: int, line: str = QUESTION) -> dict[str, tuple[Reading, ...]]:
    """Return so many pieces, some of which have the line."""
    return {f"T{k:02}": (type_page(*[line] * (k < sharing), f"my own answer, number {k}"),) for k in range(count)}


def share_lines(pieces: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the template of pieces with these lines, each with one of its own behind them."""
    typed = {code: (type_page(*lines, f"mine is answer {code}"),) for code, lines in pieces.items()}
    return list(find_template(typed).values())


def test_lines_are_compared_by_their_letters() -> None:
    """Marks, capitals and empty words don't count."""
    line = Line((Word("Why,", None, 1.0), Word("—", None, 1.0), Word("TOO?", None, 1.0)), 1.0)
    assert fold_line(line) == "why too"
    assert fold_line(Line((), 1.0)) == ""


@pytest.mark.parametrize(
    ("role", "folded"),
    [
        (WordRole.STUDENT, "why too"),
        (WordRole.FORM, "why too"),
        (WordRole.TEACHER, "why"),
        (WordRole.STRUCK, "why"),
    ],
)
def test_a_line_is_its_students_and_its_forms(role: WordRole, folded: str) -> None:
    """What was told to be the form's once is compared as before; a remark and what is crossed out don't count."""
    assert fold_line(Line((Word("Why", None, 1.0), Word("too?", None, 1.0, role=role)), 1.0)) == folded


@pytest.mark.parametrize(
    ("count", "sharing", "is_template"), [(10, 8, True), (10, 7, False), (4, 4, True), (5, 4, True), (3, 3, False)]
)
def test_eight_in_ten_have_a_templates_line(*, count: int, sharing: int, is_template: bool) -> None:
    """Four pieces at least, and eight in ten of them."""
    template = find_template(type_pieces(count, sharing=sharing))
    assert template == ({"why did the puddle dry": QUESTION} if is_template else {})


@pytest.mark.parametrize(
    ("line", "is_template"), [("Say why now:", False), ("Say why or how.", True), ("Say — why not?", False)]
)
def test_a_templates_line_has_four_words(*, line: str, is_template: bool) -> None:
    """Three words many children type of themselves; marks are no words."""
    assert (line in find_template(type_pieces(6, sharing=6, line=line)).values()) is is_template


def test_a_line_typed_twice_in_one_piece_counts_once() -> None:
    """Saying it again and again makes no template of it."""
    pieces = {f"T{k}": (type_page(*[QUESTION] * 4 * (k == 0), f"mine is answer {k}"),) for k in range(5)}
    assert find_template(pieces) == {}


def test_a_line_is_found_on_whichever_page() -> None:
    """Longer answers push a template's line to the next page."""
    pieces = {
        f"T{k}": (type_page(f"mine is answer {k}", *[QUESTION] * (k % 2)), type_page(*[QUESTION] * (1 - k % 2)))
        for k in range(6)
    }
    assert list(find_template(pieces).values()) == [QUESTION]


def test_lines_typed_otherwise_are_one_line() -> None:
    """Capitals and marks that some children changed leave it the template's."""
    lines = (QUESTION, QUESTION.upper(), f"{QUESTION}!", "why did the puddle, dry")
    pieces = {f"T{k}": (type_page(line),) for k, line in enumerate(lines)}
    assert list(find_template(pieces)) == ["why did the puddle dry"]


def test_a_templates_lines_come_in_their_order() -> None:
    """As they stand in the piece that has most of them, and of two that have as many in the first by its code."""
    whole = {f"T{k}": LINES for k in range(1, 6)}
    assert share_lines({"T0": (LINES[2], LINES[1], LINES[0]), **whole}) == list(LINES)
    assert share_lines({"T0": LINES[::-1], **whole}) == list(LINES[::-1])
    assert share_lines({**whole, "T9": LINES[::-1]}) == list(LINES)


def test_a_line_that_the_fullest_piece_lacks_comes_last() -> None:
    """Where every piece lacks another line, it stands behind those of the piece that is looked at first."""
    lines = (*LINES, "Draw a picture of it:")
    pieces = {f"T{k}": tuple(line for line in lines if line != lines[k // 2]) for k in range(10)}
    assert share_lines(pieces) == [*lines[1:], lines[0]]


def test_a_templates_line_is_spelt_as_the_fullest_piece_has_it() -> None:
    """Capitals and marks are those of the piece with most lines, and of the first by its code among those."""
    pieces = {"T0": (QUESTION.upper(),), "T1": (LINES[0], f"{QUESTION}!", *LINES[2:])}
    assert share_lines({**pieces, **{f"T{k}": LINES for k in range(2, 6)}}) == [LINES[0], f"{QUESTION}!", *LINES[2:]]


@given(st.permutations(range(5)))
def test_the_order_of_pieces_changes_no_template(order: list[int]) -> None:
    """Lines that were turned, left out or spelt otherwise by some: the same lines, in the same order and spelling."""
    pieces = (
        (LINES[2].lower(), QUESTION, LINES[0].upper()),
        (QUESTION.upper(), *LINES[2:], LINES[0]),
        (*LINES[:3], f"{LINES[3]}!"),
        (LINES[3].upper(), QUESTION, LINES[2]),
        (LINES[0].lower(), *LINES[2:], QUESTION),
    )
    assert share_lines({f"T{k}": pieces[k] for k in order}) == [QUESTION.upper(), *LINES[2:], LINES[0]]
