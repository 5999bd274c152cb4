"""Transcripts of pages on which a form, a teacher and a child's own pen have left words that are not the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.reading import AsideWord, Box, Choice, Correction, Line, Reading, WordRole
from pipeline.transcript import build_transcript
from pipeline.transcript.correct import fill_slots
from tests.transcript.conftest import make_page, read_line, read_page, say_word, show_aside, spell_words

SHEET = read_page(
    "#Name Maria", "#Why #did #it #dry?", "the sun ~wos is *nice", "warm today", "#And #then?", "it rained"
)


def read_text(page: Reading, *corrections: Correction) -> str:
    """Return the text of the page with what was said about it."""
    return build_transcript("K07", [page], corrections).text


def test_only_the_students_words_are_the_text() -> None:
    """Print, remarks and crossed-out words stand beside it, in reading order; they leave no gap behind."""
    transcript = build_transcript("K07", [SHEET])
    assert transcript.text == "Maria\n\nthe sun is\nwarm today\n\nit rained"
    assert spell_words(transcript) == transcript.text.split()
    assert show_aside(transcript) == ["#Name", "#Why", "#did", "#it", "#dry?", "~wos", "*nice", "#And", "#then?"]


def test_every_word_beside_the_text_knows_where_it_stands() -> None:
    """Page, line and slot say which word of the reading it is, and its box where it is seen."""
    transcript = build_transcript("K07", [read_page("so"), SHEET])
    wos = next(word for word in transcript.aside if word.text == "wos")
    assert wos == AsideWord("wos", 1, 2, 2, Box(80, 60, 110, 80), WordRole.STRUCK)
    for word in transcript.aside:
        there = (read_page("so"), SHEET)[word.page].lines[word.line].words[word.slot]
        assert (word.text, word.box, word.role) == (there.text, there.box, there.role)


def test_slots_count_all_words_of_a_line() -> None:
    """The student's words keep the numbers they have among the others."""
    words = build_transcript("K07", [SHEET]).words
    assert [word.slot for word in words] == [1, 0, 1, 3, 0, 1, 0, 1]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("#Why?", "the sun"), "the sun"),
        (("it rained", "#Why?", "the sun"), "it rained\n\nthe sun"),
        (("it rained", "#Why?", "#And #when?", "the sun"), "it rained\n\nthe sun"),
        (("it rained", "#Why?", "*good", "the sun"), "it rained\n\nthe sun"),
        (("it rained", "the sun", "#Why?"), "it rained\nthe sun"),
        (("it rained", "*good", "the sun"), "it rained\nthe sun"),
        (("it rained", "~the ~moon", "the sun"), "it rained\nthe sun"),
        (("it rained", "*good #Why?", "the sun"), "it rained\n\nthe sun"),
        (("it rained", "#Because the sun", "is warm"), "it rained\nthe sun\nis warm"),
    ],
)
def test_what_stands_behind_print_begins_anew(lines: tuple[str, ...], text: str) -> None:
    """An empty line where a printed line stood between; none for remarks, crossed-out lines, or a printed beginning."""
    assert read_text(read_page(*lines)) == text


def test_print_at_a_pages_end_and_the_nexts_beginning_makes_one_gap() -> None:
    """Between two pages there is one empty line, whatever is printed there."""
    pages = [read_page("it rained", "#Turn #over"), read_page("#And #then?", "the sun")]
    assert build_transcript("K07", pages).text == "it rained\n\nthe sun"


def test_an_emptied_line_is_no_print() -> None:
    """What a teacher took out leaves no gap behind."""
    assert read_text(read_page("it rained", "|||", "the sun"), Correction(0, 1, "")) == "it rained\nthe sun"


def test_a_line_said_to_be_printed_leaves_the_text() -> None:
    """It stands aside, and a paragraph begins behind it; said to be the student's again, all is as it was, checked."""
    page = read_page("it rained", "Why so", "the sun")
    printed, back = Correction(0, 1, None, role=WordRole.FORM), Correction(0, 1, None)
    transcript = build_transcript("K07", [page], [printed])
    assert (transcript.text, show_aside(transcript)) == ("it rained\n\nthe sun", ["#Why", "#so"])
    again = build_transcript("K07", [page], [printed, back])
    assert (again.text, again.aside) == ("it rained\nWhy so\nthe sun", ())
    assert [word.is_checked for word in again.words] == [False, False, True, True, False, False]


@pytest.mark.parametrize(
    ("line", "said", "text"),
    [
        ("#Why #so?", Correction(0, 1, None), "it rained\nWhy so?\nthe sun"),
        ("#Why #so?", Correction(0, 1, None, role=WordRole.TEACHER), "it rained\nthe sun"),
        ("#Why #so?", Correction(0, 1, None, role=WordRole.STRUCK), "it rained\nthe sun"),
        ("#Why #so?", Correction(0, 1, ""), "it rained\nthe sun"),
        ("#Why #so?", Correction(0, 1, "Why", 0, role=WordRole.TEACHER), "it rained\n\nthe sun"),
        ("*so *good", Correction(0, 1, None, role=WordRole.FORM), "it rained\n\nthe sun"),
        ("~the ~moon", Correction(0, 1, "Why?", 1, role=WordRole.FORM), "it rained\n\nthe sun"),
        ("so it was", Correction(0, 1, "so", 0, role=WordRole.FORM), "it rained\nit was\nthe sun"),
    ],
)
def test_what_a_teacher_says_is_printed_counts(line: str, said: Correction, text: str) -> None:
    """A paragraph begins behind a line of which a word is print by what was said last, not by how it was read."""
    assert read_text(read_page("it rained", line, "the sun"), said) == text


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("~the ~moon", ()),
        ("*so *good", ()),
        ("the moon", (Correction(0, 1, ""),)),
        ("the moon", (Correction(0, 1, None, role=WordRole.STRUCK),)),
    ],
)
def test_a_line_that_starts_a_paragraph_does_so_when_it_is_gone(gone: str, said: tuple[Correction, ...]) -> None:
    """Crossed out, a teacher's or emptied: the empty line before it stands before what follows, if anything stood."""
    first, last = read_page("it rained", "the sun").lines
    starting = read_line(gone, 30, starts_paragraph=True)
    assert read_text(make_page([first, starting, last]), *said) == "it rained\n\nthe sun"
    assert (
        read_text(make_page([first, starting, replace(last, starts_paragraph=True)]), *said) == "it rained\n\nthe sun"
    )
    assert read_text(make_page([first, read_line(gone, 30), last]), *said) == "it rained\nthe sun"
    assert read_text(make_page([Line((), 0.6), starting, last]), *said) == "the sun"


def test_words_said_to_be_anothers_stand_aside() -> None:
    """One word of a line, as it was read or with what it says: its slot is the same, beside the text or in it."""
    page = read_page("the sun is nice")
    told = say_word(page, 0, 3, None, WordRole.TEACHER), say_word(page, 0, 1, "son", WordRole.STRUCK)
    transcript = build_transcript("K07", [page], told)
    assert (transcript.text, show_aside(transcript)) == ("the is", ["~son", "*nice"])
    assert [word.slot for word in transcript.aside] == [1, 3]
    assert [word.slot for word in transcript.words] == [0, 2]


def test_a_crossed_out_word_is_given_back() -> None:
    """What the reading took for crossed out is the child's when a teacher says so."""
    struck = SHEET.lines[2].words[2]
    transcript = build_transcript("K07", [SHEET], [say_word(SHEET, 2, 2, None)])
    assert "the sun wos is" in transcript.text
    assert "~wos" not in show_aside(transcript)
    wos = next(word for word in transcript.words if (word.line, word.slot) == (2, 2))
    assert (wos.box, wos.confidence, wos.is_checked) == (struck.box, 1.0, True)


def test_a_word_brings_what_else_it_may_say() -> None:
    """The other texts that fit its ink, and the letters as seen: kept when it is confirmed, gone when it is typed."""
    sun = replace(read_line("sun").words[0], plain="sum", choices=(Choice("sun", -0.1), Choice("son", -2.0)))
    page = make_page([Line((sun,), 0.6)])
    for said, told in (((), (False, 0.6)), ((say_word(page, 0, 0, None),), (True, 1.0))):
        (word,) = build_transcript("K07", [page], said).words
        assert (word.is_checked, word.confidence) == told
        assert (word.others, word.plain) == (("son",), "sum")
    (word,) = build_transcript("K07", [page], [say_word(page, 0, 0, "moon")]).words
    assert (word.others, word.plain) == ((), "")


def test_corrections_of_another_page_change_nothing() -> None:
    """The same line and slot on the next page is another word."""
    said = replace(say_word(SHEET, 3, 0, "cold"), page=1)
    text = build_transcript("K07", [SHEET, SHEET], [said]).text
    assert text.split("\n\n") == [
        "Maria",
        "the sun is\nwarm today",
        "it rained",
        "Maria",
        "the sun is\ncold today",
        "it rained",
    ]


WORDS = st.sampled_from(["the", "sun", "is", "#Name", "#Why?", "*Good", "~wos"])
LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
BOXES = st.one_of(st.none(), st.builds(lambda x, y: Box(x, y, x + 40, y + 20), st.integers(0, 150), st.integers(0, 90)))
CORRECTIONS = st.builds(
    Correction,
    st.integers(0, 2),
    st.integers(0, 4),
    st.one_of(st.none(), st.sampled_from(["", "moon", "red sun", "the sun is", "  so  it goes on "])),
    st.one_of(st.none(), st.integers(0, 4)),
    BOXES,
    st.sampled_from(WordRole),
)


@given(st.lists(st.lists(LINES, max_size=4), max_size=2), st.lists(CORRECTIONS, max_size=6))
def test_whatever_is_said_every_word_is_in_its_slot(pages: list[list[str]], said: list[Correction]) -> None:
    """Offsets cut out the words in their order; each has a slot of its line, and none is lost or told twice."""
    readings = [read_page(*lines) for lines in pages]
    transcript = build_transcript("K07", readings, said)
    assert spell_words(transcript) == transcript.text.split()
    told = [(w.page, w.line, w.slot, text) for w, text in zip(transcript.words, spell_words(transcript), strict=True)]
    told += [(word.page, word.line, word.slot, word.text) for word in transcript.aside]
    there = [
        (page, line, slot, word.text)
        for page, reading in enumerate(readings)
        for line, slots in enumerate(fill_slots(reading, [one for one in said if one.page == page]))
        for slot, stands in enumerate(slots)
        for word in stands.words
    ]
    assert sorted(told) == sorted(there)
    assert all(word.slot < len(readings[word.page].lines[word.line].words) for word in transcript.words)
    assert [(word.page, word.line) for word in transcript.words] == sorted((w.page, w.line) for w in transcript.words)
