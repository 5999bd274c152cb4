"""Copies of one form: whose every word is, told from all of them together."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.form import PartedSet, part_form
from pipeline.form.part import FEWEST_PIECES
from pipeline.records.reading import Line, Reading, Word, WordRole
from tests.form.conftest import (
    ANSWERS,
    BLURRED,
    FORM_TEXTS,
    OTHER_FORM,
    OTHER_TEXTS,
    VIEWS,
    Matrix,
    Row,
    blur_word,
    change_words,
    fill_form,
    fill_forms,
    lay_row,
    list_own,
    list_words,
    make_page,
    print_form,
    see_page,
    strip_roles,
    type_forms,
    write_answers,
    write_page,
)

STRAIGHT: Matrix = np.eye(3)
PRINT = [word for text in FORM_TEXTS for word in text.split()]
MISREAD = {"puddle": "pudde", "playground": "ployqround", "sentence": "senterce", "water": "wate"}
MISSPELT = ("tickel:", "pudde", "hapens", "wate", "baok", "Nam")
BOARD = (
    "Water goes up into the air",
    "when the sun makes it warm",
    "It turns to vapour and rises",
    "High above it cools down again",
    "and little drops become a cloud",
    "Then it falls back as rain",
)
BOARD_CHILDREN = 10


def see_all(look: Callable[[int], Matrix]) -> dict[str, tuple[Reading, ...]]:
    """Return the children's copies, each as it is looked at."""
    return {f"A{child:02}": (see_page(fill_form(child), look(child)),) for child in range(len(ANSWERS))}


def copy_board(seed: int, neat: int) -> dict[str, tuple[Reading, ...]]:
    """Return pages onto which all children copied the board's text line by line, words by a tenth wider or narrower.

    So many children write so neatly that their hand was taken for print.
    """
    rng = random.Random(seed)  # noqa: S311 no secret
    pages: dict[str, tuple[Reading, ...]] = {}
    for child in range(BOARD_CHILDREN):
        rows = [Row(text, 90, 120 + 70 * k, is_print=child >= BOARD_CHILDREN - neat) for k, text in enumerate(BOARD)]
        pages[f"C{child}"] = (make_page([_vary_widths(lay_row(row), rng) for row in rows]),)
    return pages


@pytest.mark.parametrize("view", VIEWS)
def test_print_is_the_forms_however_a_page_lies(view: str) -> None:
    """Every second copy is shifted, turned or seen slantwise: print is the form's, the rest the child's, on all."""
    parted = part_form(see_all(lambda child: VIEWS[view] if child % 2 else STRAIGHT))
    for child, (page,) in enumerate(parted.readings.values()):
        assert list_words(page, WordRole.FORM) == PRINT
        assert " ".join(list_words(page, WordRole.STUDENT)) == ANSWERS[child].replace(",", "")


def test_what_is_printed_comes_in_reading_order() -> None:
    """The form's own lines, from its top to its end, whatever way the copies lie."""
    views = list(VIEWS.values())
    assert part_form(see_all(lambda child: views[child % 3])).printed.splitlines() == list(FORM_TEXTS)


@pytest.mark.parametrize("misreader", range(len(ANSWERS)))
def test_print_misread_on_one_copy_is_print(misreader: int) -> None:
    """A letter or two read wrongly, on whichever of the copies: still the form's words on all of them."""
    readings = fill_forms()
    code = f"A{misreader:02}"
    readings[code] = (change_words(readings[code][0], MISREAD),)
    parted = part_form(readings).readings
    assert list_words(parted[code][0], WordRole.FORM) == [MISREAD.get(word, word) for word in PRINT]
    assert all(list_words(page, WordRole.FORM) == PRINT for other, (page,) in parted.items() if other != code)


@pytest.mark.parametrize("blurred", range(len(ANSWERS)))
def test_print_that_one_copy_could_not_read_is_told_by_the_others(blurred: int) -> None:
    """A word that is blurred on one copy, whichever it is, is the form's on all others, and in what the form says."""
    readings = fill_forms()
    code = f"A{blurred:02}"
    readings[code] = (blur_word(readings[code][0], "playground"),)
    parted = part_form(readings)
    assert parted.printed.splitlines() == list(FORM_TEXTS)
    for other, (page,) in parted.readings.items():
        assert list_words(page, WordRole.FORM) == [word for word in PRINT if word != "playground" or other != code]
    assert BLURRED in list_words(parted.readings[code][0], WordRole.STUDENT)


def test_print_is_spelt_as_most_copies_have_it() -> None:
    """Every copy has another word misread: what the form says has none of those, whichever page it is taken from."""
    misread = {
        "ticket:": "tickel:",
        "puddle": "pudde",
        "happens": "hapens",
        "water": "wate",
        "book": "baok",
        "Name": "Nam",
    }
    readings = {f"A{k:02}": (change_words(fill_form(k), dict([pair])),) for k, pair in enumerate(misread.items())}
    parted = part_form(readings)
    assert parted.printed.splitlines() == list(FORM_TEXTS)
    for (word, read), (page,) in zip(misread.items(), parted.readings.values(), strict=True):
        assert list_words(page, WordRole.FORM) == [read if other == word else other for other in PRINT]


def test_print_is_told_where_no_copy_has_all_of_it() -> None:
    """Every copy has another word blurred: each is the form's on all copies that have it."""
    blurred = ("ticket:", "cycle", "playground", "cold", "sentence", "shows")
    readings = {f"A{k:02}": (blur_word(fill_form(k), word),) for k, word in enumerate(blurred)}
    for word, (page,) in zip(blurred, part_form(readings).readings.values(), strict=True):
        assert list_words(page, WordRole.FORM) == [other for other in PRINT if other != word]


def test_a_line_that_was_not_read_is_not_looked_for() -> None:
    """Where a copy's line of print is missing, nothing else of that copy is taken for it."""
    readings = fill_forms()
    page = readings["A02"][0]
    readings["A02"] = (replace(page, lines=tuple(line for line in page.lines if line.text != FORM_TEXTS[3])),)
    parted = part_form(readings).readings
    rest = " ".join(text for text in FORM_TEXTS if text != FORM_TEXTS[3])
    assert list_words(parted["A02"][0], WordRole.FORM) == rest.split()
    assert list_words(parted["A03"][0], WordRole.FORM) == PRINT


def test_a_word_that_all_wrote_at_one_place_is_theirs() -> None:
    """Every child begins with "Evaporation" below the question, each a bit elsewhere and as wide as it comes."""
    readings = {}
    for child in range(len(ANSWERS)):
        begun = Row("Evaporation", 120 + 9 * (child % 3), 330 + 8 * (child % 2), 9.0 + 1.5 * child)
        readings[f"A{child:02}"] = (write_page(*print_form(child), *write_answers(child), begun),)
    for (page,) in part_form(readings).readings.values():
        assert list_words(page, WordRole.FORM) == PRINT
        assert "Evaporation" in list_words(page, WordRole.STUDENT)


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(FEWEST_PIECES, 8), known=st.integers(20, 60))
def test_essays_keep_all_their_words(seed: int, count: int, known: int) -> None:
    """Children who write about one thing in the same few words, wherever they like: nothing is taken from them.

    Some of their lines were taken for print, as neat ones are.
    """
    rng, vocabulary = random.Random(seed), [f"{number}word" for number in range(known)]  # noqa: S311 no secret
    readings = {}
    for child in range(count):
        words, rows = rng.sample(vocabulary, 20), []
        for k in range(5):
            text, x, y = " ".join(words[4 * k : 4 * k + 4]), rng.uniform(50, 250), 100 + 90 * k + rng.uniform(-12, 12)
            rows.append(Row(text, x, y, rng.uniform(8, 16), is_print=rng.random() < 0.4))
        readings[f"E{child}"] = (write_page(*rows),)
    assert part_form(readings) == PartedSet(readings, "")


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), neat=st.integers(0, 1))
def test_a_text_that_all_copied_stays_theirs(*, seed: int, neat: int) -> None:
    """Six lines from the board on ten pages, line under line, words nearly as wide: no print, however alike.

    One neat hand among ten that was taken for print is no evidence; four would be.
    """
    readings = copy_board(seed, neat)
    assert part_form(readings) == PartedSet(readings, "")
    assert part_form(copy_board(seed, 4)).printed


def test_print_that_was_taken_for_print_nowhere_stays() -> None:
    """A form none of whose copies looked printed as it was read can't be told from a text that all wrote."""
    readings = {code: tuple(map(strip_roles, pages)) for code, pages in fill_forms().items()}
    assert part_form(readings) == PartedSet(readings, "")


@pytest.mark.parametrize("make", [fill_forms, type_forms])
def test_three_copies_tell_nothing(make: Callable[[int], dict[str, tuple[Reading, ...]]]) -> None:
    """With fewer than four pieces nothing changes; the fourth tells all of them."""
    few, enough = make(FEWEST_PIECES - 1), make(FEWEST_PIECES)
    assert part_form(few) == PartedSet(few, "")
    assert all(list_words(page, WordRole.FORM) for (page,) in part_form(enough).readings.values())
    assert part_form({}) == PartedSet({}, "")


@settings(max_examples=60, deadline=None)
@given(views=st.lists(st.sampled_from(sorted(VIEWS)), min_size=1, max_size=len(ANSWERS)), is_blank=st.booleans())
def test_only_roles_change(*, views: list[str], is_blank: bool) -> None:
    """Lines and words keep their numbers, texts and places, and words no other role than the form's is given."""
    readings = {f"A{child:02}": (see_page(fill_form(child), VIEWS[view]),) for child, view in enumerate(views)}
    if is_blank:
        readings["Z"] = (replace(readings["A00"][0], lines=(Line((), 0.5),)), replace(readings["A00"][0], lines=()))
    parted = part_form(readings).readings
    for code, pages in readings.items():
        assert [*map(strip_roles, parted[code])] == [*map(strip_roles, pages)]
        for before, after in zip(_list_roles(pages), _list_roles(parted[code]), strict=True):
            assert after in {before, WordRole.FORM}


def test_every_page_of_a_form_is_told() -> None:
    """A form of two pages, the second of which one child lost: both pages' print, the first page's first."""
    readings = {
        code: (
            *pages,
            write_page(*print_form(k, OTHER_FORM), Row(ANSWERS[k].split(", ")[1], 130 + 17 * k, 380, 9.0 + k)),
        )
        for k, (code, pages) in enumerate(fill_forms().items())
    }
    readings["A03"] = readings["A03"][:1]
    parted = part_form(readings)
    assert parted.printed.splitlines() == [*FORM_TEXTS, *OTHER_TEXTS]
    assert [len(pages) for pages in parted.readings.values()] == [2, 2, 2, 1, 2, 2]
    assert list_own(parted.readings["A01"][1]) == ["It went into clouds because heat"]


def test_a_role_that_is_told_already_stays() -> None:
    """Print that a teacher crossed out on one copy is no less crossed out."""
    readings = fill_forms()
    page = readings["A01"][0]
    name = next(k for k, line in enumerate(page.lines) if line.words[0].text == "Name")
    struck = replace(page.lines[name], words=(replace(page.lines[name].words[0], role=WordRole.STRUCK),))
    readings["A01"] = (replace(page, lines=(*page.lines[:name], struck, *page.lines[name + 1 :])),)
    parted = part_form(readings).readings
    assert list_words(parted["A01"][0], WordRole.STRUCK) == ["Name"]
    assert list_words(parted["A01"][0], WordRole.FORM) == [word for word in PRINT if word != "Name"]


def _list_roles(pages: Sequence[Reading]) -> list[WordRole]:
    return [word.role for page in pages for line in page.lines for word in line.words]


def _vary_widths(line: Line, rng: random.Random) -> Line:
    """Return the line with every word up to a tenth wider or narrower around its middle."""
    return replace(line, words=tuple(_widen(word, rng.uniform(0.9, 1.1)) for word in line.words))


def _widen(word: Word, times: float) -> Word:
    assert word.box is not None
    box = word.box
    middle, half = (box.x0 + box.x1) / 2, (box.x1 - box.x0) * times / 2
    return replace(word, box=replace(box, x0=middle - half, x1=middle + half))
