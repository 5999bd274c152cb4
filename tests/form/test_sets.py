"""Class sets of more than one kind of piece: two forms, typed files, pages that belong to none, in any order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.form import part_form
from pipeline.records.reading import Reading, WordRole
from tests.form.conftest import (
    ANSWERS,
    FORM_TEXTS,
    HEIGHT_PX,
    OTHER_TEXTS,
    TEMPLATE,
    TYPED_ANSWERS,
    VIEWS,
    Row,
    fill_forms,
    fill_others,
    list_own,
    list_words,
    see_page,
    type_forms,
    type_page,
    write_page,
)

PRINT, OTHER_PRINT = (" ".join(texts).split() for texts in (FORM_TEXTS, OTHER_TEXTS))
Pieces = Mapping[str, tuple[Reading, ...]]


def fill_two_forms() -> dict[str, tuple[Reading, ...]]:
    """Return six copies of one form and four of another."""
    return {**fill_others(4), **fill_forms()}


def photograph_forms() -> dict[str, tuple[Reading, ...]]:
    """Return copies that lie one like this, one like that."""
    views = [np.eye(3), *VIEWS.values()]
    return {code: (see_page(page, views[k % 4]),) for k, (code, (page,)) in enumerate(fill_forms().items())}


def write_mixed() -> dict[str, tuple[Reading, ...]]:
    """Return copies of a form, a page of another, a file that is neither, and typed copies of a template."""
    return {**fill_forms(), **fill_others(1), "S": (type_page("no form", "at all", print_share=0.2),), **type_forms(4)}


MAKERS = (fill_forms, fill_two_forms, photograph_forms, type_forms, write_mixed)


@settings(max_examples=40, deadline=None)
@given(st.data())
@pytest.mark.parametrize("make", [fill_two_forms, write_mixed])
def test_the_order_of_pieces_does_not_matter(make: Callable[[], Pieces], data: st.DataObject) -> None:
    """Pieces dealt anew: the same readings and the same print."""
    pieces = make()
    order = data.draw(st.permutations(list(pieces)))
    assert part_form({code: pieces[code] for code in order}) == part_form(pieces)


@pytest.mark.parametrize("make", MAKERS)
def test_once_is_enough(make: Callable[[], Pieces]) -> None:
    """What was told once is told the same again: every word is whose it was, and the form says what it said."""
    once = part_form(make())
    assert once.readings != make()
    assert part_form(once.readings) == once


def test_two_forms_in_one_set_are_both_told() -> None:
    """Six children filled in one, four another: each is told in full, as it is alone, the one that more have first."""
    both = part_form(fill_two_forms())
    assert both.printed.splitlines() == [*FORM_TEXTS, *OTHER_TEXTS]
    for one in (fill_forms(), fill_others(4)):
        alone = part_form(one).readings
        assert {code: both.readings[code] for code in alone} == alone
    for k, (code, (page,)) in enumerate(both.readings.items()):
        is_other = code.startswith("S")
        assert list_words(page, WordRole.FORM) == (OTHER_PRINT if is_other else PRINT)
        own = ANSWERS[k].split(", ")[2] if is_other else ANSWERS[k - 4].replace(",", "")
        assert " ".join(list_words(page, WordRole.STUDENT)) == own


def test_three_copies_of_another_form_tell_nothing() -> None:
    """They keep their words, as they do alone; the form that more have is told."""
    strays = fill_others(3)
    parted = part_form({**fill_forms(), **strays})
    assert {code: parted.readings[code] for code in strays} == strays
    assert parted.printed.splitlines() == list(FORM_TEXTS)


def test_a_page_with_the_forms_words_elsewhere_hides_no_form() -> None:
    """A child wrote all questions down on a sheet of paper, in another order: the copies are told, the sheet stays."""
    words = sorted({*PRINT, *" ".join(ANSWERS).replace(",", "").split()})
    rows = [Row(" ".join(words[k::13]), 60 + 7 * (k % 4), 60 + 90 * k, 9) for k in range(13)]
    sheet = {"A99": (write_page(*rows),)}
    parted = part_form({**fill_forms(), **sheet})
    assert {code: parted.readings[code] for code in sheet} == sheet
    assert parted == replace(part_form(fill_forms()), readings={**part_form(fill_forms()).readings, **sheet})


@pytest.mark.parametrize("is_scan", [False, True])
def test_a_typed_template_is_the_forms(*, is_scan: bool) -> None:
    """Typed files, and scans of print with places: lines of four words that all have are the form's, shorter ones not.

    On a scan it makes no difference that an answer pushes the lines below it down.
    """
    readings = type_forms()
    if is_scan:
        readings = {code: (_scan(page, k),) for k, (code, (page,)) in enumerate(readings.items())}
    parted = part_form(readings)
    assert parted.printed.splitlines() == list(TEMPLATE[:2])
    for k, (page,) in enumerate(parted.readings.values()):
        assert list_own(page) == [f"in my view {TYPED_ANSWERS[k % 4]} {k}", TEMPLATE[2]]


def test_an_answer_that_half_of_them_typed_is_theirs() -> None:
    """Half of the pieces have the same sentence: theirs, however long it is."""
    shared = "the sun made the water go into the air"
    readings = {
        f"T{k}": (type_page(*TEMPLATE[:2], shared if k % 2 else f"my own answer is number {k}"),) for k in range(10)
    }
    parted = part_form(readings)
    assert all(shared in list_own(parted.readings[f"T{k}"][0]) for k in range(1, 10, 2))
    assert shared not in parted.printed


def test_written_and_typed_pieces_are_told_apart() -> None:
    """Most are on paper, four are typed: each kind is told among its own, the template's lines first."""
    parted = part_form({**fill_forms(), **type_forms(4)})
    assert parted.printed.splitlines() == [*TEMPLATE[:2], *FORM_TEXTS]
    assert list_words(parted.readings["A00"][0], WordRole.FORM) == PRINT
    assert list_words(parted.readings["T0"][0], WordRole.FORM) == " ".join(TEMPLATE[:2]).split()


def _scan(page: Reading, child: int) -> Reading:
    """Return the typed page as a scan of print, its lines further apart from child to child."""
    rows = [Row(line.text, 100, 80 + (2 + child) * HEIGHT_PX * k) for k, line in enumerate(page.lines)]
    return replace(write_page(*rows), print_share=1.0)
