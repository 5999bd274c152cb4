"""Pieces get codes that tell no name, are known again, and keep their code."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.codes import LETTERS, choose_code
from pipeline.store.pages import list_unread_pages
from pipeline.store.pieces import add_pieces, list_pieces, list_stems
from tests.store.conftest import Kept, piece_of, plan_of


def test_codes_are_short_and_in_no_order_that_tells(kept: Kept) -> None:
    """A letter and two digits, from the pages alone."""
    codes = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa"), piece_of("bob", "bb")))
    assert all(code[0] in LETTERS and code[1:].isdigit() and len(code) == 3 for code in codes)
    assert list_stems(kept.home, kept.collection.id) == dict(zip(codes, ["ann", "bob"], strict=True))


def test_a_piece_is_known_again(kept: Kept) -> None:
    """The same pages under the same stem are no new piece, wherever the folder lies now; the place is refreshed."""
    codes = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa", pages=2)))
    moved = piece_of("ann", "aa", pages=2, folder="/moved")
    assert add_pieces(kept.home, kept.collection.id, plan_of(moved, piece_of("late", "cc"))) != codes
    assert [piece.page_count for piece in list_pieces(kept.home, kept.collection.id)].count(2) == 1
    sources = {str(page.source.source) for page in list_unread_pages(kept.home, kept.collection.id, "ppocr 1")}
    assert sources == {"/moved/ann.pdf", "/work/late.pdf"}


def test_two_children_with_the_same_words_are_two_pieces(kept: Kept) -> None:
    """Equal content under two stems: two pieces, two codes."""
    codes = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa"), piece_of("bob", "aa")))
    assert len(set(codes)) == 2


def test_the_order_of_files_changes_no_code(kept: Kept) -> None:
    """A folder listed backwards gives the same codes."""
    pieces = [piece_of(f"child{n}", f"{n:02x}") for n in range(40)]
    forward = add_pieces(kept.home, kept.collection.id, plan_of(*pieces))
    again = kept.collection.id
    assert dict(zip(forward, [p.stem for p in pieces], strict=True)) == list_stems(kept.home, again)
    assert add_pieces(kept.home, again, plan_of(*reversed(pieces))) == ()


@given(st.sets(st.text("0123456789abcdef", min_size=4, max_size=8), min_size=1, max_size=200))
def test_codes_never_collide(contents: set[str]) -> None:
    """Whatever the contents, each gets a code of its own."""
    taken: list[str] = []
    for content in sorted(contents):
        taken.append(choose_code(content, taken))
    assert len(set(taken)) == len(contents)


def test_codes_grow_when_all_short_ones_are_given() -> None:
    """The 2,301st piece gets three digits."""
    short = [f"{letter}{number:02d}" for letter in LETTERS for number in range(100)]
    assert len(choose_code("aa", short)) == 4
