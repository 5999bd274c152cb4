"""Stacks as they come off a copier, small enough to check by eye: where each is cut, why, and what is marked odd."""

from __future__ import annotations

import numpy as np
from PIL import Image

from pipeline.intake.stack.propose import cut_looks_every, propose_cut
from pipeline.records.stack import LeafRole, StackCut
from tests.intake.stack.sides import draw_blank, draw_separator, draw_side, draw_slips, look_at, turn


def propose(pages: list[Image.Image]) -> StackCut:
    """Return the proposed cut."""
    return propose_cut(look_at(pages))


def list_sides(cut: StackCut) -> list[list[int]]:
    """Return the sides of each piece, in reading order."""
    return [[cut.leaves[place].side for place in piece.pages] for piece in cut.pieces]


def list_odds(cut: StackCut) -> list[str]:
    """Return what is said to be odd."""
    return [cut.odds[place] for place in sorted(cut.odds)]


def test_separator_sheets_cut_and_name_pieces() -> None:
    """Also upside down; the sheets and blank sides are counted and not read, and their codes stay with the pieces."""
    pages = [draw_separator("S01"), draw_side(0, 0), draw_side(0, 1), turn(draw_separator("S02")), draw_side(1, 0)]
    cut = propose([*pages, draw_blank()])
    assert list_sides(cut) == [[1, 2], [4]]
    assert [piece.label for piece in cut.pieces] == ["S01", "S02"]
    assert {piece.why for piece in cut.pieces} == {"a separator sheet"}
    assert (cut.count(LeafRole.SEPARATOR), cut.count(LeafRole.BLANK)) == (2, 1)


def test_a_code_that_comes_twice_is_odd() -> None:
    """Two pieces can't be told apart by it."""
    codes = ("S01", "S01", "S02")
    sheets = [page for at, code in enumerate(codes) for page in (draw_separator(code), draw_side(at, 0))]
    assert list_odds(propose(sheets)) == ["the code S01 more than once"] * 2


def test_first_pages_that_look_alike_cut() -> None:
    """Whatever the number of pages behind them, and one of them upside down."""
    lengths = (2, 1, 3, 1, 2, 3)
    pages = [
        draw_side(student, number, print_lines=0 if number else 3)
        for student, length in enumerate(lengths)
        for number in range(length)
    ]
    pages[3] = turn(pages[3])
    cut = propose(pages)
    assert [len(piece.pages) for piece in cut.pieces] == list(lengths)
    assert [leaf.side for leaf in cut.leaves if leaf.is_upside_down] == [3]
    assert "look alike" in cut.basis
    assert not cut.is_weak


def test_a_piece_of_another_length_is_odd() -> None:
    """A back that is missing is said, and cut rightly all the same."""
    pages = [draw_side(student, number, print_lines=3 * (number == 0)) for student in range(6) for number in range(2)]
    del pages[5]
    cut = propose(pages)
    assert list_sides(cut)[2] == [4]
    assert "1 page where most have 2" in list_odds(cut)


def test_a_page_copied_twice_is_odd() -> None:
    """The copier took one sheet twice."""
    pages = [draw_side(student, number, print_lines=3 * (number == 0)) for student in range(6) for number in range(2)]
    pages.insert(4, pages[3])
    assert "the same page twice" in list_odds(propose(pages))


def test_blank_sheets_between_pieces_cut() -> None:
    """Copied on one side, after an odd or even number of pages; and on both sides, as two blank sides of one sheet."""
    pages: list[Image.Image] = []
    for student, length in enumerate((1, 2, 3, 2, 1)):
        pages += [*(draw_side(student, number) for number in range(length)), draw_blank()]
    assert [len(piece.pages) for piece in propose(pages).pieces] == [1, 2, 3, 2, 1]
    both: list[Image.Image] = []
    for student in range(4):
        both += [
            draw_side(student, 0),
            draw_blank() if student == 2 else draw_side(student, 1),
            draw_blank(),
            draw_blank(),
        ]
    assert [len(piece.pages) for piece in propose(both).pieces] == [2, 2, 1, 2]


def test_fronts_and_backs_copied_apart_are_paired_and_marked() -> None:
    """The writing tells that the backs run backwards; that it was so is for a teacher to see."""
    fronts = [draw_side(student, 0, print_lines=3) for student in range(6)]
    backs = [draw_side(student, 1) for student in reversed(range(6))]
    cut = propose(fronts + backs)
    assert list_sides(cut)[:2] == [[0, 11], [1, 10]]
    assert "in reverse order" in cut.basis
    assert any("copied apart" in odd for odd in list_odds(cut))


def test_slips_become_pieces_with_their_places() -> None:
    """Three on a sheet, the last sheet not full: what is empty is no piece."""
    cut = propose([draw_slips(number, 3) for number in range(3)] + [draw_slips(9, 3, filled=1)])
    assert len(cut.pieces) == 10
    tops = [cut.leaves[place].region for place in range(3)]
    assert [round(region.y0, 1) for region in tops if region] == [0.0, 0.3, 0.7]


def test_handwriting_alone_is_cut_by_the_writing_or_weakly() -> None:
    """Where hands change every two pages that is the cut; pages in no order bear nothing out."""
    pages = [draw_side(student, number) for student in range(10) for number in range(2)]
    cut = propose(pages)
    assert [len(piece.pages) for piece in cut.pieces] == [2] * 10
    assert not cut.is_weak
    np.random.default_rng(3).shuffle(pages)  # type: ignore[arg-type]
    assert propose(pages).is_weak


def test_every_n_pages_is_said_and_what_is_left_over_too() -> None:
    """Blank backs count as pages and are not read."""
    pages = [draw_side(0, 0), draw_blank(), draw_side(1, 0), draw_side(1, 1), draw_side(2, 0)]
    cut = cut_looks_every(look_at(pages), 2)
    assert list_sides(cut) == [[0], [2, 3], [4]]
    assert cut.pieces[1].why == "every 2 pages"
    assert list_odds(cut)[-1] == "1 of 2 pages are left over"


def test_a_side_with_one_word_is_read_and_marked() -> None:
    """A blank side is left out only where there is nothing on it."""
    pages = [draw_side(student, number, print_lines=3 * (number == 0)) for student in range(5) for number in range(2)]
    pages[5] = draw_side(2, 1, lines=0)
    assert propose(pages).leaves[5].role is LeafRole.BLANK
    from PIL import ImageDraw

    ImageDraw.Draw(pages[5]).text((80, 200), "no", fill="#203080")
    cut = propose(pages)
    assert cut.leaves[5].role is LeafRole.PAGE
    assert cut.odds[5] == "nearly blank"
