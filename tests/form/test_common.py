"""A page's words beside those of its copies: which of them are print, and how print is spelt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.form.common import Copy, Twin, find_common, find_twins, is_printed, spell_word
from pipeline.form.places import PlacedWord
from tests.form.conftest import HEIGHT_PX, SHIFT, Row, place_rows

STILL = np.eye(3)
SEEN = Row("Why did it rain", 100, 200, is_print=True)
PLAIN = replace(SEEN, is_print=False)
HEAD = Row("Exit ticket today", 100, 60, is_print=True)
GONE = Row("nothing", 700, 900)
NAMES = ("Theo", "Lily", "Omar", "Maya", "Zoey")
WORDS = place_rows(SEEN)
TWIN_WORD = WORDS[3]
Page = Sequence[Row]


def find_print(page: Page, copies: Sequence[Page]) -> frozenset[int]:
    """Return the numbers of the words of a page's rows that are print beside copies that lie as it does."""
    return compare_words(place_rows(*page), [place_rows(*rows) for rows in copies])


def compare_words(words: Sequence[PlacedWord], copies: Sequence[tuple[PlacedWord, ...]]) -> frozenset[int]:
    """Return the numbers of the words that are print beside the words of copies that lie as the page does."""
    return find_common(words, {f"A{k}": find_twins(words, Copy(there, STILL)) for k, there in enumerate(copies)})


def test_the_same_page_is_its_own_twin() -> None:
    """Every word stands on itself: alike, not off, no wider."""
    twins = find_twins(WORDS, Copy(WORDS, STILL))
    assert twins == {k: Twin(word, 1.0, 0.0, 0.0) for k, word in enumerate(WORDS)}


def test_a_copys_words_are_found_where_the_map_lays_them() -> None:
    """A copy that lies elsewhere is looked at through its map; without it nothing stands there."""
    moved = place_rows(replace(SEEN, x=100 + SHIFT[0, 2], y=200 + SHIFT[1, 2]))
    assert [twin.word for twin in find_twins(WORDS, Copy(moved, SHIFT)).values()] == list(moved)
    far = place_rows(replace(SEEN, y=200 + 2 * HEIGHT_PX))
    assert find_twins(WORDS, Copy(far, STILL)) == {}


def test_the_word_most_alike_is_the_twin() -> None:
    """Two words stand near: the one that says the same, though the other is nearer; of two that do, the nearer."""
    others = place_rows(Row("Who", 100, 200), Row("Why", 106, 206), Row("Why", 104, 202))
    assert find_twins(WORDS[:1], Copy(others, STILL))[0].word == others[2]


def test_distances_are_told_in_heights_and_widths_as_ratios() -> None:
    """Half a height lower is 0.5 off; twice as wide and half as wide are as far from the same."""
    (twin,) = find_twins(WORDS[3:], Copy((_vary(WORDS[3], 2, 0.5),), STILL)).values()
    assert (twin.off, twin.wider) == (pytest.approx(0.5), pytest.approx(np.log(2)))
    (other,) = find_twins(WORDS[3:], Copy((_vary(WORDS[3], 0.5, 0),), STILL)).values()
    assert (other.off, other.wider) == (pytest.approx(0), pytest.approx(np.log(2)))


@pytest.mark.parametrize(("words", "others"), [((), WORDS), (WORDS, ()), ((), ())])
def test_an_empty_page_has_no_twins(words: Sequence[PlacedWord], others: Sequence[PlacedWord]) -> None:
    """Nothing stands on nothing."""
    assert find_twins(words, Copy(tuple(others), STILL)) == {}


def test_print_is_on_all_copies_at_the_same_place() -> None:
    """What every copy has at its place is printed; a word of it that is another on every copy is not."""
    assert find_print([SEEN], [[SEEN]] * 5) == {0, 1, 2, 3}
    assert find_print([SEEN], [[replace(SEEN, text=f"Why did it {name}")] for name in NAMES]) == {0, 1, 2}


def test_most_copies_are_enough_but_never_two() -> None:
    """Of ten pages six must have it; of four or fewer, three other copies."""
    assert find_print([SEEN], [[SEEN]] * 5 + [[GONE]] * 4) == {0, 1, 2, 3}
    assert find_print([SEEN], [[SEEN]] * 4 + [[GONE]] * 5) == frozenset()
    assert find_print([SEEN], [[SEEN]] * 3) == {0, 1, 2, 3}
    assert find_print([SEEN], [[SEEN]] * 2) == frozenset()
    assert find_print([SEEN], []) == frozenset()


def test_what_looks_like_print_nowhere_is_none() -> None:
    """The same to a hair on every copy, it is still a text that all wrote; the page's own look says nothing."""
    assert find_print([PLAIN], [[PLAIN]] * 9) == frozenset()
    assert find_print([SEEN], [[PLAIN]] * 9) == frozenset()
    assert find_print([PLAIN], [[SEEN]] * 9) == {0, 1, 2, 3}


@pytest.mark.parametrize(("seen", "copies", "is_print"), [(1, 4, True), (1, 5, False), (2, 8, True), (2, 9, False)])
def test_a_quarter_of_a_row_looks_like_print(*, seen: int, copies: int, is_print: bool) -> None:
    """Counted over its words on all copies, whichever copies those are."""
    rows = [[SEEN]] * seen + [[PLAIN]] * (copies - seen)
    for there in (rows, rows[::-1]):
        assert find_print([PLAIN], there) == (frozenset(range(4)) if is_print else frozenset())


def test_another_text_that_looks_like_print_is_no_evidence() -> None:
    """Of what stands where the row does, only the same words are asked how they look."""
    other = replace(SEEN, text="How has he slept")
    assert find_print([PLAIN], [*[[PLAIN]] * 5, [other], [other]]) == frozenset()
    assert find_print([PLAIN], [*[[PLAIN]] * 5, [SEEN], [SEEN]]) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("texts", "is_row"), [(("Why did it",), True), (("Why did",), False), (("Why did", "it"), False)]
)
def test_three_words_side_by_side_are_a_row(*, texts: tuple[str, ...], is_row: bool) -> None:
    """Two words, and three that stand in two lines, are no evidence of print, whatever they look like."""
    page = [Row(text, 100 + 120 * k, 200, is_print=True) for k, text in enumerate(texts)]
    assert find_print(page, [page] * 5) == (frozenset(range(3)) if is_row else frozenset())


def test_a_row_ends_with_its_line() -> None:
    """A line's third word, behind two that every child wrote anew, doesn't go on with the two of the line before."""
    copies = [[replace(SEEN, text="Why did"), replace(SEEN, text=f"{name} {name} it", y=260)] for name in NAMES]
    assert find_print(copies[0], copies[1:]) == frozenset()
    assert find_print([HEAD, *copies[0]], [[HEAD, *copy] for copy in copies[1:]]) == {0, 1, 2, 3, 4, 7}


@pytest.mark.parametrize(("after", "found"), [("it rain", frozenset()), ("it rain here", {0, 1, 3, 4, 5})])
def test_a_word_that_is_another_on_every_copy_breaks_a_row(after: str, found: frozenset[int]) -> None:
    """Two words on either side of it are two short rows; a longer row behind it is evidence for both."""
    copies = [[replace(SEEN, text=f"Why did {name} {after}")] for name in NAMES]
    assert find_print([replace(SEEN, text=f"Why did Anna {after}")], copies) == found


@pytest.mark.parametrize(
    ("lower", "wider", "is_fair", "is_hair"),
    [
        (0.0, 0.0, True, True),
        (0.13, 0.0, True, True),
        (0.15, 0.0, True, False),
        (0.21, 0.0, True, False),
        (0.23, 0.0, False, False),
        (0.0, 0.045, True, True),
        (0.0, 0.055, True, False),
        (0.0, 0.075, True, False),
        (0.0, 0.085, False, False),
    ],
)
@pytest.mark.parametrize("text", ["Why did it rain", "Name here", "Name"])
@pytest.mark.parametrize("is_seen", [True, False])
def test_print_is_level_and_wide_to_a_hair(
    *, text: str, is_seen: bool, lower: float, wider: float, is_fair: bool, is_hair: bool
) -> None:
    """Beside a heading that looks printed, so does a row that is off by what a scanner does; all else by a hair."""
    words = place_rows(HEAD, Row(text, 100, 200, is_print=is_seen))
    copies = [
        (*words[:3], *(_vary(word, np.exp(sign * wider), sign * lower) for word in words[3:])) for sign in (1, -1)
    ]
    is_print = is_fair if is_seen and text == PLAIN.text else is_hair
    assert compare_words(words, copies * 3) == frozenset(range(len(words) if is_print else 3))


def test_fewer_copies_that_lie_badly_do_not_matter() -> None:
    """Print is told by the middle one of the copies."""
    bad = tuple(_vary(word, 1.3, 0.5) for word in WORDS)
    assert compare_words(WORDS, [bad, bad, *[WORDS] * 3]) == {0, 1, 2, 3}
    assert compare_words(WORDS, [bad, bad, bad, *[WORDS] * 2]) == frozenset()


@given(st.permutations(range(8)))
def test_the_order_of_copies_does_not_matter(order: list[int]) -> None:
    """Copies dealt anew tell the same words, and spell them alike."""
    copies = [place_rows(replace(SEEN, x=100.0 + 2 * k, is_print=k % 2 == 0)) for k in range(5)]
    copies += [place_rows(row) for row in (replace(PLAIN, text="Why did he run"), replace(PLAIN, text="why dad"), GONE)]
    twins = {f"A{k}": find_twins(WORDS, Copy(copies[k], STILL)) for k in order}
    assert find_common(WORDS, twins) == {0, 1, 2, 3}
    assert [spell_word(word, k, twins) for k, word in enumerate(WORDS)] == PLAIN.text.split()


@pytest.mark.parametrize(
    ("alike", "wider", "is_print"),
    [(0.8, 0.9, True), (0.5, 0.1, True), (0.5, 0.3, False), (0.2, 0.0, False)],
)
def test_what_stands_where_print_is_belongs_to_it(*, alike: float, wider: float, is_print: bool) -> None:
    """Nearly the same text, or half of it where the size is the same; another text written there does not."""
    assert is_printed(Twin(TWIN_WORD, alike, 0.0, wider)) is is_print


@pytest.mark.parametrize(("read", "is_same"), [("puddle", True), ("pudde", True), ("poodle", False), ("sun", False)])
def test_the_same_word_is_misread_by_a_letter_or_two(*, read: str, is_same: bool) -> None:
    """Three letters of four at least are those of the print."""
    copy = Copy((replace(TWIN_WORD, box=WORDS[0].box, core=read),), STILL)
    (twin,) = find_twins(place_rows(Row("puddle", 100, 200)), copy).values()
    assert twin.is_same is is_same


@pytest.mark.parametrize(
    ("own", "others", "spelt"),
    [
        ("pudde?", ["puddle?", "Puddle?", "puddle?"], "puddle?"),
        ("puddle?", ["pudde?", "pudde?", "puddle", "puddle?"], "puddle?"),
        ("puddle?", ["puddel?"], "puddle?"),
        ("puddel?", ["puddle?"], "puddel?"),
        ("puddle?", ["clouds", "clouds", "clouds"], "puddle?"),
        ("pudde?", ["puddle!", "puddle?"], "pudde?"),
        ("puddle?", [], "puddle?"),
    ],
)
def test_print_is_spelt_as_most_copies_have_it(own: str, others: list[str], spelt: str) -> None:
    """With its marks and capitals; the page's own spelling where as many have it, and never another word's."""
    words = place_rows(Row(own, 100, 200))
    copies = {f"A{k}": Copy(place_rows(Row(text, 100, 200)), STILL) for k, text in enumerate([*others, "far away"])}
    assert spell_word(words[0], 0, {code: find_twins(words, copy) for code, copy in copies.items()}) == spelt


def _vary(word: PlacedWord, times: float, lower: float) -> PlacedWord:
    """Return the word so many times as wide around its middle, and lower by so many heights."""
    half, x, down = (word.box.x1 - word.box.x0) * times / 2, word.middle[0], lower * HEIGHT_PX
    box = replace(word.box, x0=x - half, x1=x + half, y0=word.box.y0 + down, y1=word.box.y1 + down)
    return replace(word, box=box)
