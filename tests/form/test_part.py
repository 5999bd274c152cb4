"""Class sets of forms: whose every word is, told from all copies together."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.form import PartedSet, part_form
from pipeline.form.part import FEWEST_PIECES
from pipeline.records.reading import Line, Reading, WordRole
from tests.form.conftest import (
    ANSWERS,
    FORM,
    FORM_TEXTS,
    HEIGHT_PX,
    VIEWS,
    Matrix,
    Row,
    change_words,
    fill_form,
    fill_forms,
    list_own,
    list_words,
    see_page,
    type_page,
    write_answers,
    write_page,
)

STRAIGHT: Matrix = np.eye(3)
PRINT = [word for text in FORM_TEXTS for word in text.split()]
MISREAD = {"puddle": "pudde", "playground": "ployqround", "sentence": "senterce", "water": "wate"}
OTHER_FORM = (
    Row("Science notebook page twelve", 120, 90),
    Row("I believe electric bulbs light whenever", 90, 300),
    Row("Evidence for my idea comes from", 90, 650),
)
TEMPLATE = ("Name and date of the day:", "Say why the puddle dried up.", "Your evidence:")
TYPED_ANSWERS = ("the sun took it away", "wind blew over the puddle", "it sank into warm ground", "heat did it all")


def strip_roles(page: Reading) -> Reading:
    """Return the page with every word the student's."""
    lines = (
        replace(line, words=tuple(replace(word, role=WordRole.STUDENT) for word in line.words)) for line in page.lines
    )
    return replace(page, lines=tuple(lines))


def see_all(look: Callable[[int], Matrix]) -> dict[str, tuple[Reading, ...]]:
    """Return the children's copies, each as it is looked at."""
    return {f"A{child:02}": (see_page(fill_form(child), look(child)),) for child in range(len(ANSWERS))}


def type_forms(count: int = 5) -> dict[str, tuple[Reading, ...]]:
    """Return typed copies of the template, each with an answer of its own behind its question."""
    return {
        f"T{k}": (type_page(*TEMPLATE[:2], f"in my view {TYPED_ANSWERS[k % 4]} {k}", TEMPLATE[2]),)
        for k in range(count)
    }


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
    readings[code] = (change_words(readings[code][0], {"playground": "f1x"}),)
    parted = part_form(readings)
    assert parted.printed.splitlines() == list(FORM_TEXTS)
    for other, (page,) in parted.readings.items():
        assert list_words(page, WordRole.FORM) == [word for word in PRINT if word != "playground" or other != code]
    assert "f1x" in list_words(parted.readings[code][0], WordRole.STUDENT)


def test_print_is_told_where_no_copy_has_all_of_it() -> None:
    """Every copy has another word blurred: each is the form's on all copies that have it."""
    blurred = ("ticket:", "cycle", "playground", "cold", "sentence", "shows")
    readings = {f"A{k:02}": (change_words(fill_form(k), {word: "f1x"}),) for k, word in enumerate(blurred)}
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
        readings[f"A{child:02}"] = (write_page(*FORM, *write_answers(child), begun),)
    for (page,) in part_form(readings).readings.values():
        assert list_words(page, WordRole.FORM) == PRINT
        assert "Evaporation" in list_words(page, WordRole.STUDENT)


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(FEWEST_PIECES, 8), known=st.integers(20, 60))
def test_essays_keep_all_their_words(seed: int, count: int, known: int) -> None:
    """Children who write about one thing in the same few words, wherever they like: nothing is taken from them."""
    rng, vocabulary = random.Random(seed), [f"{number}word" for number in range(known)]  # noqa: S311 no secret
    readings = {}
    for child in range(count):
        words, rows = rng.sample(vocabulary, 20), []
        for k in range(5):
            text, x, y = " ".join(words[4 * k : 4 * k + 4]), rng.uniform(50, 250), 100 + 90 * k + rng.uniform(-12, 12)
            rows.append(Row(text, x, y, rng.uniform(8, 16)))
        readings[f"E{child}"] = (write_page(*rows),)
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
    assert {code: tuple(map(strip_roles, pages)) for code, pages in parted.items()} == readings
    roles = {word.role for pages in parted.values() for page in pages for line in page.lines for word in line.words}
    assert roles <= {WordRole.STUDENT, WordRole.FORM}


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(ANSWERS) + 6)))
def test_the_order_of_pieces_does_not_matter(order: list[int]) -> None:
    """Copies on paper, a stray page and typed files, dealt anew: the same readings and the same print."""
    pieces = list({**fill_forms(), **_write_strays(1), "S": (type_page("no form", "at all", print_share=0.2),)}.items())
    pieces += list(type_forms(4).items())
    assert part_form(dict(pieces[k] for k in order)) == part_form(dict(pieces))


@pytest.mark.parametrize("make", [fill_forms, type_forms])
def test_once_is_enough(make: Callable[[], dict[str, tuple[Reading, ...]]]) -> None:
    """What was told once stays as it is when it is told again."""
    once = part_form(make()).readings
    assert once != make()
    assert part_form(once).readings == once


def test_another_form_among_them_changes_nothing() -> None:
    """Six children filled in this form, four another: this one's print is told as it is alone, their answers stay."""
    alone = part_form(fill_forms()).readings
    strays = _write_strays(4)
    mixed = part_form({**strays, **fill_forms()}).readings
    assert {code: mixed[code] for code in alone} == alone
    others_print = {word for row in OTHER_FORM for word in row.text.split()}
    for code in strays:
        assert set(list_words(mixed[code][0], WordRole.FORM)) <= others_print


def test_one_other_page_among_them_stays_as_it_is() -> None:
    """A child who handed in another page keeps all of its words."""
    stray = _write_strays(1)
    assert part_form({**fill_forms(), **stray}).readings["S0"] == stray["S0"]


def test_every_page_of_a_form_is_told() -> None:
    """A form of two pages, the second of which one child lost: both pages' print, the first page's first."""
    readings = {
        code: (*pages, write_page(*OTHER_FORM, Row(ANSWERS[k].split(", ")[1], 130 + 17 * k, 380, 9.0 + k)))
        for k, (code, pages) in enumerate(fill_forms().items())
    }
    readings["A03"] = readings["A03"][:1]
    parted = part_form(readings)
    assert parted.printed.splitlines() == [*FORM_TEXTS, *(row.text for row in OTHER_FORM)]
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


def _write_strays(count: int) -> dict[str, tuple[Reading, ...]]:
    """Return copies of another form, filled in otherwise."""
    return {
        f"S{k}": (write_page(*OTHER_FORM, Row(ANSWERS[k].split(", ")[2], 140 + 20 * k, 390 + 5 * k, 9.0 + k)),)
        for k in range(count)
    }


def _scan(page: Reading, child: int) -> Reading:
    """Return the typed page as a scan of print, its lines further apart from child to child."""
    rows = [Row(line.text, 100, 80 + (2 + child) * HEIGHT_PX * k) for k, line in enumerate(page.lines)]
    return replace(write_page(*rows), print_share=1.0)
