"""What a teacher says a second time: about an empty line, a line partly printed, and a slot with several words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.reading import Correction, Line, Reading, WordRole
from pipeline.transcript import build_transcript
from pipeline.transcript.boxes import surround_words
from pipeline.transcript.correct import Slot, fill_slots
from tests.transcript.conftest import PITCH_PX, make_page, read_line, read_page, say_word, show_slots

EMPTY = make_page([Line((), 0.5), *read_page("the sun is").lines])
FORM_LINE = read_page("What is your name? Bo", "the sun is")


def correct(reading: Reading, *corrections: Correction) -> list[str]:
    """Return what stands on the page's lines after the corrections."""
    return show_slots(fill_slots(reading, corrections))


def say_left(reading: Reading, line: int, before: list[Correction], text: str | None) -> Correction:
    """Return what a teacher says about a line, with the place of its words that are still the student's."""
    slots = fill_slots(reading, before)[line]
    own = [word for slot in slots for word in slot.words if word.role is WordRole.STUDENT]
    return Correction(0, line, text, None, surround_words(own))


def say_slot(line: int, number: int, slot: Slot, text: str | None, role: WordRole = WordRole.STUDENT) -> Correction:
    """Return what a teacher says about all that stands in a slot now, with the place of that."""
    return Correction(0, line, text, number, surround_words(slot.words), role)


def test_a_line_in_which_nothing_was_read_gets_a_slot() -> None:
    """What is typed into it stands there, checked and without a place; whose it is can be said."""
    (line,) = fill_slots(make_page([Line((), 0.5)]), [Correction(0, 0, "a drawing", role=WordRole.TEACHER)])
    assert show_slots([line]) == ["*a *drawing"]
    assert ([word.box for word in line[0].words], line[0].is_checked) == ([None, None], True)


@given(st.lists(st.sampled_from(["", "a drawing", "sun", "the red sun"]), min_size=1, max_size=4))
def test_a_line_in_which_nothing_was_read_is_corrected_again_and_again(typed: list[str]) -> None:
    """What was typed last stands there, in one slot, and is the text; the other lines stay."""
    told = [Correction(0, 0, text) for text in typed]
    lines = fill_slots(EMPTY, told)
    assert show_slots(lines) == [typed[-1], "the | sun | is"]
    assert (len(lines[0]), lines[0][0].is_checked) == (1, True)
    assert build_transcript("K07", [EMPTY], told).text == f"{typed[-1]}\nthe sun is".strip()


@pytest.mark.parametrize("slot", [0, 3])
def test_a_word_typed_where_nothing_was_read_is_corrected_by_its_slot(slot: int) -> None:
    """The line has no words to count: whichever is named, it is the one slot there."""
    assert correct(EMPTY, Correction(0, 0, "a drawing"), Correction(0, 0, "rain", slot))[0] == "rain"


@pytest.mark.parametrize("printed", [1, 2, 3, 4])
def test_a_line_is_corrected_after_some_of_its_words_were_said_to_be_printed(printed: int) -> None:
    """What is left of the student's is a small part of the line at its end: it is found there, and alone changed."""
    before = [say_word(FORM_LINE, 0, k, None, WordRole.FORM) for k in range(printed)]
    read = [f"#{word.text}" if k < printed else word.text for k, word in enumerate(FORM_LINE.lines[0].words)]
    rest = [*read[printed:-1], "Bob"]
    told = say_left(FORM_LINE, 0, before, " ".join(rest))
    assert correct(FORM_LINE, *before, told) == [" | ".join([*read[:printed], *rest]), "the | sun | is"]


def test_what_is_left_of_a_line_is_found_on_a_page_read_anew() -> None:
    """A line more above: the small place of the last word is enough to find its line, and the print stays."""
    before = [say_word(FORM_LINE, 0, k, None, WordRole.FORM) for k in range(4)]
    told = say_left(FORM_LINE, 0, before, "Bob")
    moved = make_page([read_line("of light", -PITCH_PX), *FORM_LINE.lines])
    assert correct(moved, *before, told) == ["of | light", "#What | #is | #your | #name? | Bob", "the | sun | is"]


@pytest.mark.parametrize(
    ("text", "line", "slot", "told"),
    [
        ("ab cd is", "x yy z is", 0, "moon |  | is"),
        ("ab cdefgh is", "x yy z is", 0, "moon |  | is"),
        ("a bcdefghijk it", "so this went on it", 0, "moon |  | it"),
        ("it ab cd", "it x yy z", 1, "it | moon | "),
        ("the sun is", "the big round sun is", 0, "moon | sun | is"),
    ],
)
def test_a_word_is_corrected_after_a_line_put_several_into_its_slot(text: str, line: str, slot: int, told: str) -> None:
    """They stand in the room of several words read, far wider than the slot's own: its number says which it is."""
    page = read_page(text)
    typed = Correction(0, 0, line)
    there = fill_slots(page, [typed])[0][slot]
    assert len(there.words) > 1
    assert correct(page, typed, say_slot(0, slot, there, "moon"))[0] == told
    (confirmed,) = fill_slots(page, [typed, say_slot(0, slot, there, None)])
    assert confirmed == fill_slots(page, [typed])[0]
    (printed,) = fill_slots(page, [typed, say_slot(0, slot, there, None, WordRole.FORM)])
    assert [word.text for word in printed[slot].words] == [word.text for word in there.words]
    assert {word.role for word in printed[slot].words} == {WordRole.FORM}


READ = st.lists(st.sampled_from(["a", "sun", "rained", "evaporation"]), min_size=1, max_size=5).map(" ".join)
TYPED = st.lists(st.sampled_from(["a", "moon", "sun", "is"]), min_size=1, max_size=7).map(" ".join)


@given(READ, TYPED, st.data())
def test_every_slot_that_a_line_filled_is_found_by_its_room(read: str, typed: str, data: st.DataObject) -> None:
    """However the words typed were shared out among those read, what is said of a slot's words changes that slot."""
    page = read_page(read)
    line = Correction(0, 0, typed)
    (slots,) = fill_slots(page, [line])
    number = data.draw(st.sampled_from([k for k, slot in enumerate(slots) if slot.words]))
    (after,) = fill_slots(page, [line, say_slot(0, number, slots[number], "hail")])
    assert [word.text for word in after[number].words] == ["hail"]
    assert [slot for k, slot in enumerate(after) if k != number] == [s for k, s in enumerate(slots) if k != number]
