"""What a teacher says about words and lines, and what then stands in the place of every word that was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.reading import Box, Choice, Correction, Line, Reading, Word, WordRole
from pipeline.transcript.boxes import surround_words
from pipeline.transcript.correct import fill_slots
from tests.transcript.conftest import PITCH_PX, SIGNS, make_page, read_line, read_page, say_word, show_slots

PAGE = read_page("the sun is", "warm today")
SUN = PAGE.lines[0].words[1]
FORM = read_page("#Name Maria Lopez *Good", "#Why #did #it", "~it the rain")
SIGNED = {role: sign for sign, role in SIGNS.items()}


def correct(reading: Reading, *corrections: Correction) -> list[str]:
    """Return what stands on the page's lines after the corrections."""
    return show_slots(fill_slots(reading, corrections))


def say_line(reading: Reading, line: int, text: str | None, role: WordRole = WordRole.STUDENT) -> Correction:
    """Return what a teacher says about a line, with the place of the student's words, or of all where none is."""
    box = surround_words(reading.lines[line].own or reading.lines[line].words)
    return Correction(0, line, text, None, box, role)


def test_every_word_read_is_a_slot() -> None:
    """Without corrections each holds its word, whoever wrote it, and nothing is checked."""
    slots = fill_slots(FORM, [])
    assert [[slot.words for slot in line] for line in slots] == [
        [(word,) for word in line.words] for line in FORM.lines
    ]
    assert not any(slot.is_checked for line in slots for slot in line)


def test_a_word_is_typed_in_the_place_of_one() -> None:
    """The new word stands where the old one stood, sure and checked; the others stay as they are."""
    slots = fill_slots(PAGE, [say_word(PAGE, 0, 1, "moon")])
    assert show_slots(slots) == ["the | moon | is", "warm | today"]
    assert slots[0][1].words == (Word("moon", SUN.box, 1.0),)
    assert [[slot.is_checked for slot in line] for line in slots] == [[False, True, False], [False, False]]


def test_a_word_that_is_right_stays_as_it_was_read() -> None:
    """Only that it is checked is new: what else its ink may say is kept."""
    read = replace(SUN, plain="sum", choices=(Choice("sun", -0.1), Choice("son", -2.0)))
    page = make_page([Line((PAGE.lines[0].words[0], read), 0.6)])
    (line,) = fill_slots(page, [say_word(page, 0, 1, None)])
    assert (line[1].words, line[1].is_checked, line[0].is_checked) == ((read,), True, False)


def test_two_words_typed_for_one_share_its_slot_and_room() -> None:
    """Side by side in the place of the one; the words behind them keep their numbers."""
    page = read_page("the sunset is")
    (line,) = fill_slots(page, [say_word(page, 0, 1, "sun  set")])
    assert show_slots([line]) == ["the | sun set | is"]
    one, other = (word.box for word in line[1].words)
    assert one is not None
    assert other is not None
    assert (one.x0, other.x1) == (40, pytest.approx(100))
    assert one.x1 < other.x0


def test_an_emptied_slot_is_still_there() -> None:
    """No word stands in it; the words behind keep their numbers, and a later correction finds it."""
    emptied = say_word(PAGE, 0, 1, " ")
    assert correct(PAGE, emptied) == ["the |  | is", "warm | today"]
    assert correct(PAGE, emptied, say_word(PAGE, 0, 2, "was")) == ["the |  | was", "warm | today"]
    assert correct(PAGE, emptied, say_word(PAGE, 0, 1, "moon")) == ["the | moon | is", "warm | today"]


def test_a_later_correction_of_the_same_slot_counts() -> None:
    """Whatever was typed there before, one word or two."""
    twice = say_word(PAGE, 0, 1, "red sun"), say_word(PAGE, 0, 1, "moon")
    assert correct(PAGE, *twice)[0] == "the | moon | is"
    assert correct(PAGE, *reversed(twice))[0] == "the | red sun | is"


def test_a_line_typed_after_a_word_counts() -> None:
    """What was said of the word is gone with the line; each word typed takes the slot of the word it stands for."""
    slots = fill_slots(PAGE, [say_word(PAGE, 0, 1, "moon"), say_line(PAGE, 0, "the sun was")])
    assert show_slots(slots)[0] == "the | sun | was"
    assert all(slot.is_checked for slot in slots[0])
    assert not any(slot.is_checked for slot in slots[1])


def test_a_word_typed_after_a_line_counts() -> None:
    """Slots keep their numbers through a line that has more words than were read, or fewer."""
    more, fewer = say_line(PAGE, 0, "the big sun is"), say_line(PAGE, 0, "the is")
    assert correct(PAGE, more)[0] == "the big | sun | is"
    assert correct(PAGE, more, say_word(PAGE, 0, 2, "was"))[0] == "the big | sun | was"
    assert correct(PAGE, fewer)[0] == "the |  | is"
    assert correct(PAGE, fewer, say_word(PAGE, 0, 1, "moon"))[0] == "the | moon | is"


def test_words_typed_for_others_stand_in_their_room() -> None:
    """Three words typed for two share the room of both; one put in before the first stands where that stands."""
    (line,) = fill_slots(read_page("ab cd is"), [Correction(0, 0, "x yy z is")])
    assert show_slots([line]) == ["x yy z |  | is"]
    boxes = [word.box for word in line[0].words if word.box is not None]
    assert (boxes[0].x0, boxes[2].x1) == (0, pytest.approx(50))
    (line,) = fill_slots(PAGE, [Correction(0, 1, "so warm today")])[1:]
    assert show_slots([line]) == ["so warm | today"]
    assert line[0].words[0].box == PAGE.lines[1].words[0].box


def test_as_many_words_typed_as_read_stand_one_for_one() -> None:
    """Each in the slot and the box of the one it takes the place of, however unlike."""
    (line,) = fill_slots(read_page("ab cd is"), [Correction(0, 0, "x yy is")])
    assert show_slots([line]) == ["x | yy | is"]
    assert [slot.words[0].box for slot in line] == [word.box for word in read_page("ab cd is").lines[0].words]


def test_an_emptied_line_can_be_typed_again() -> None:
    """Its slots are still there."""
    assert correct(PAGE, say_line(PAGE, 0, "")) == [" |  | ", "warm | today"]
    assert correct(PAGE, say_line(PAGE, 0, ""), say_line(PAGE, 0, "the moon is"))[0] == "the | moon | is"


def test_a_line_typed_is_the_students_own() -> None:
    """A form's print, a teacher's remark and crossed-out words stand in the line as before."""
    assert correct(FORM, say_line(FORM, 0, "Mary"), say_line(FORM, 2, "the rain fell")) == [
        "#Name | Mary |  | *Good",
        "#Why | #did | #it",
        "~it | the | rain fell",
    ]


@pytest.mark.parametrize("role", SIGNED)
def test_a_word_is_given_a_role(role: WordRole) -> None:
    """As it was read, or with what it says: it is that person's, whoever's it was, and the others stay."""
    sign = SIGNED[role]
    assert correct(FORM, say_word(FORM, 0, 2, None, role))[0] == f"#Name | Maria | {sign}Lopez | *Good"
    assert correct(FORM, say_word(FORM, 0, 0, None, role))[0] == f"{sign}Name | Maria | Lopez | *Good"
    typed = say_word(FORM, 0, 1, "My name", role)
    assert correct(FORM, typed)[0] == f"#Name | {sign}My {sign}name | Lopez | *Good"


@pytest.mark.parametrize("role", SIGNED)
def test_a_line_is_given_a_role(role: WordRole) -> None:
    """The student's words of it are taken; where none is the student's, all are."""
    sign = SIGNED[role]
    assert correct(FORM, say_line(FORM, 0, None, role))[0] == f"#Name | {sign}Maria | {sign}Lopez | *Good"
    assert correct(FORM, say_line(FORM, 1, None, role))[1] == f"{sign}Why | {sign}did | {sign}it"
    assert correct(PAGE, say_line(PAGE, 1, "so warm", role))[1] == f"{sign}so {sign}warm | "


def test_words_and_lines_are_given_back() -> None:
    """Taken for print or crossed out by the reading, or by a teacher before, they become the student's again."""
    assert correct(FORM, say_line(FORM, 1, None))[1] == "Why | did | it"
    assert correct(FORM, say_word(FORM, 2, 0, None))[2] == "it | the | rain"
    there, back = say_line(PAGE, 0, None, WordRole.TEACHER), say_line(PAGE, 0, None)
    assert correct(PAGE, there)[0] == "*the | *sun | *is"
    assert correct(PAGE, there, back) == correct(PAGE)


def test_only_what_is_the_students_is_checked_by_its_role() -> None:
    """Saying that a word is the student's says it is right; saying it is another's says nothing of its letters."""
    (line, *_) = fill_slots(FORM, [say_word(FORM, 0, 0, None), say_word(FORM, 0, 1, None, WordRole.STRUCK)])
    assert [slot.is_checked for slot in line] == [True, False, False, False]
    (line, *_) = fill_slots(FORM, [say_word(FORM, 0, 1, "Mary", WordRole.STRUCK)])
    assert [slot.is_checked for slot in line] == [False, True, False, False]


def test_a_word_is_found_again_on_a_page_read_anew() -> None:
    """A line more above, and the word before it read as two: what was said follows its place, not its numbers."""
    said = say_word(PAGE, 0, 2, "was"), say_word(PAGE, 1, 0, None, WordRole.STRUCK)
    anew = make_page([read_line("of light", -PITCH_PX), read_line("the su n is", 0), read_line("warm today", PITCH_PX)])
    shifted = _move_words(anew, {(1, 3): PAGE.lines[0].words[2].box})
    assert correct(shifted, *said) == ["of | light", "the | su | n | was", "~warm | today"]


def test_a_line_is_found_again_on_a_page_read_anew() -> None:
    """By the place of the student's words, or of all of them where it has none of the student's."""
    anew = make_page([read_line("of light", -PITCH_PX), *PAGE.lines])
    assert correct(anew, say_line(PAGE, 1, "so warm")) == ["of | light", "the | sun | is", "so warm | "]
    moved = make_page([read_line("1", -PITCH_PX), *FORM.lines])
    assert correct(moved, say_line(FORM, 1, None))[2] == "Why | did | it"
    label = read_page("#What #is #your #name? Bo")
    assert correct(make_page([read_line("1", -PITCH_PX), *label.lines]), say_line(label, 0, "Bob"))[1].endswith("| Bob")


@pytest.mark.parametrize("slot", [None, 0])
def test_the_number_counts_where_the_place_is_still_the_same(slot: int | None) -> None:
    """Of two lines that stand one over the other, the one of that number is meant."""
    page = make_page([read_line("rain", 0), read_line("snow", 4)])
    for number, told in enumerate((["hail", "snow"], ["rain", "hail"])):
        assert correct(page, Correction(0, number, "hail", slot, Box(0, 2, 40, 22))) == told
    assert correct(page, Correction(0, 5, "hail", slot, Box(0, 4, 40, 24))) == ["rain", "hail"]


@pytest.mark.parametrize("slot", [None, 0, 7])
@pytest.mark.parametrize("has_boxes", [True, False])
def test_what_was_said_of_a_place_where_nothing_stands_changes_nothing(*, slot: int | None, has_boxes: bool) -> None:
    """The page read anew has nothing there, less than half of it, or no places at all."""
    page = read_page("the sun is", "warm today", has_boxes=has_boxes)
    assert correct(page, Correction(0, 0, "moon", slot, Box(0, 300, 30, 320))) == correct(page)
    aside = Box(60, 0, 260, 20) if slot is None else Box(27, 0, 43, 20)
    assert correct(page, Correction(0, 0, "moon", slot, aside)) == correct(page)
    assert correct(make_page([]), Correction(0, 0, "moon", slot, Box(0, 0, 30, 20))) == []


@pytest.mark.parametrize(("x", "told"), [(49, "the | sun | is"), (50, "moon |  | ")])
def test_half_of_the_smaller_place_is_enough_for_a_line(x: float, told: str) -> None:
    """What was said of a line counts where the line now covers half of that place, or lies in it by half."""
    page = read_page("the sun is")
    assert correct(page, Correction(0, 0, "moon", None, Box(x - 100, 0, x, 20)))[0] == told


@pytest.mark.parametrize(
    ("slot", "told"), [(0, "moon | sun | is"), (1, "the | moon | is"), (2, "moon | sun | is"), (9, "moon | sun | is")]
)
def test_the_slot_of_the_number_is_looked_at_first(slot: int, told: str) -> None:
    """Half of the place is enough for it, though another slot has all; without that the slot with most is meant."""
    page = read_page("the sun is")
    assert correct(page, Correction(0, 0, "moon", slot, Box(0, 0, 55, 20))) == [told]


def test_typed_files_go_by_numbers() -> None:
    """Without places a correction finds its line and word by number; numbers that aren't there change nothing."""
    page = read_page("the sun is", "warm today", has_boxes=False)
    assert correct(page, say_word(page, 1, 1, "now"), say_line(page, 0, "the moon is")) == [
        "the | moon | is",
        "warm | now",
    ]
    assert fill_slots(page, [say_word(page, 0, 1, "red sun")])[0][1].words == (
        Word("red", None, 1.0),
        Word("sun", None, 1.0),
    )
    nowhere = [Correction(0, 0, "x", 3), Correction(0, 2, "x", 0), Correction(0, 2, "x")]
    assert correct(page, *nowhere) == correct(page)


TEXTS = st.lists(st.sampled_from(["the", "sun", "moon", "is", "x"]), max_size=4).map(" ".join)
LINES = st.lists(st.sampled_from(["the", "sun", "is", "#Name", "*Good", "~wos"]), min_size=1, max_size=5).map(" ".join)
SAID = st.tuples(st.integers(0, 5), TEXTS, st.sampled_from(WordRole))


@given(LINES, st.lists(SAID, max_size=6))
def test_the_last_word_on_each_slot_is_what_stands_there(text: str, said: Sequence[tuple[int, str, WordRole]]) -> None:
    """However many words are corrected in whatever order, each slot holds what was said of it last."""
    page = read_page(text)
    known = [one for one in said if one[0] < len(page.lines[0].words)]
    (line,) = fill_slots(page, [say_word(page, 0, *one) for one in known])
    last = {slot: (typed.split(), role) for slot, typed, role in known}
    for k, slot in enumerate(line):
        there = [word.text for word in slot.words], {word.role for word in slot.words}
        typed, role = last.get(k, ([page.lines[0].words[k].text], page.lines[0].words[k].role))
        assert there == (typed, {role} if typed else set())
        assert slot.is_checked is (k in last)


@given(LINES, st.lists(SAID, max_size=4), TEXTS)
def test_a_line_says_what_was_typed_last(text: str, said: Sequence[tuple[int, str, WordRole]], typed: str) -> None:
    """Whatever was said of its words before, the student's are those typed; as many slots as words were read."""
    page = read_page(text)
    before = [say_word(page, 0, *one) for one in said if one[0] < len(page.lines[0].words)]
    (line,) = fill_slots(page, [*before, Correction(0, 0, typed)])
    own = [word.text for slot in line for word in slot.words if word.role is WordRole.STUDENT]
    assert own == typed.split()
    assert len(line) == len(page.lines[0].words)


def _move_words(page: Reading, places: dict[tuple[int, int], Box | None]) -> Reading:
    """Return the page with some words, by line and number, at other places."""
    lines = [
        replace(line, words=tuple(replace(word, box=places.get((k, n), word.box)) for n, word in enumerate(line.words)))
        for k, line in enumerate(page.lines)
    ]
    return replace(page, lines=tuple(lines))
