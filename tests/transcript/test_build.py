"""Readings small enough to read by eye, and the transcripts made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box, Correction, Line, Reading, Region, Transcript, Word
from pipeline.transcript import build_transcript, locate_evidence

LETTER_PX = 10


def write_line(text: str, y: int, *, starts_paragraph: bool = False, has_boxes: bool = True) -> Line:
    """Return a line at height `y` in which every letter and space is ten pixels wide."""
    words, x = [], 0
    for word in text.split():
        box = Box(x, y, x + LETTER_PX * len(word), y + 20) if has_boxes else None
        words.append(Word(word, box, 0.6))
        x += LETTER_PX * (len(word) + 1)
    return Line(tuple(words), 0.6, starts_paragraph)


def write_page(*lines: Line, confidence: float = 0.9, needs_eyes: bool = False) -> Reading:
    """Return a reading with these lines."""
    return Reading("none", "none 1", 500, 500, lines, confidence, needs_eyes, 0.0)


@pytest.fixture
def rain() -> tuple[Reading, Reading]:
    """Write two pages: two paragraphs on the first, one line on the second."""
    first = write_page(
        write_line("the sun is", 0), write_line("warm today", 30), write_line("then rain", 60, starts_paragraph=True)
    )
    return first, write_page(write_line("falls down", 0))


def spell_words(transcript: Transcript) -> list[str]:
    """Return every word as its offsets cut it out of the text."""
    return [transcript.text[word.start : word.end] for word in transcript.words]


def test_lines_paragraphs_and_pages_are_kept_apart(rain: tuple[Reading, Reading]) -> None:
    """A newline between lines, an empty line before a paragraph and between pages."""
    transcript = build_transcript("K07", rain)
    assert transcript.text == "the sun is\nwarm today\n\nthen rain\n\nfalls down"
    assert (transcript.piece, transcript.needs_eyes) == ("K07", False)
    assert transcript.confidence == pytest.approx(0.9)


def test_every_word_knows_where_it_stands(rain: tuple[Reading, Reading]) -> None:
    """Offsets cut the word out of the text; page, line and box say where it is on the scan."""
    transcript = build_transcript("K07", rain)
    assert spell_words(transcript) == transcript.text.split()
    rain_word = transcript.words[6]
    assert transcript.text[rain_word.start : rain_word.end] == "rain"
    assert (rain_word.page, rain_word.line, rain_word.box) == (0, 2, Box(50, 60, 90, 80))
    assert [word.page for word in transcript.words][-2:] == [1, 1]


def test_the_first_line_of_a_piece_has_nothing_before_it() -> None:
    """A paragraph at the very start needs no empty line."""
    page = write_page(write_line("so it", 0, starts_paragraph=True))
    assert build_transcript("K07", [page]).text == "so it"


def test_a_broken_word_stays_broken() -> None:
    """Hyphens at the end of a line stay as written."""
    page = write_page(write_line("evapo-", 0), write_line("rates", 30))
    assert build_transcript("K07", [page]).text == "evapo-\nrates"


def test_a_piece_is_as_sure_as_its_pages() -> None:
    """Confidence is the mean of the pages'; one page that needs eyes makes the piece need them."""
    pages = [write_page(confidence=0.5, needs_eyes=True), write_page(confidence=1.0)]
    transcript = build_transcript("K07", pages)
    assert (transcript.text, transcript.words, transcript.needs_eyes) == ("", (), True)
    assert transcript.confidence == pytest.approx(0.75)
    assert build_transcript("K07", []).confidence == 1.0


def test_a_correction_takes_the_place_of_the_line(rain: tuple[Reading, Reading]) -> None:
    """Words that were right keep their boxes, the corrected one takes that of what it replaced, all are checked."""
    transcript = build_transcript("K07", rain, [Correction(0, 1, "warm  toady")])
    assert transcript.text == "the sun is\nwarm toady\n\nthen rain\n\nfalls down"
    warm, toady = (word for word in transcript.words if (word.page, word.line) == (0, 1))
    assert (warm.box, warm.confidence, warm.is_checked) == (Box(0, 30, 40, 50), 1.0, True)
    assert (toady.box, toady.confidence, toady.is_checked) == (Box(50, 30, 100, 50), 1.0, True)
    assert [word.is_checked for word in transcript.words].count(True) == 2


def test_words_put_in_share_the_room_by_their_letters(rain: tuple[Reading, Reading]) -> None:
    """Two words for one stand side by side in its box, each as wide as its share of the characters."""
    transcript = build_transcript("K07", rain, [Correction(0, 0, "the sun it is is")])
    boxes = [word.box for word in transcript.words if word.line == 0 and word.page == 0]
    assert all(box is not None and box.y1 == 20 for box in boxes)
    split = build_transcript("K07", rain, [Correction(1, 0, "fal ls down")])
    first, second, _ = (word.box for word in split.words if word.page == 1)
    assert first is not None
    assert second is not None
    assert first.x0 == 0
    assert second.x1 == pytest.approx(50)
    assert first.x1 <= second.x0


def test_the_later_of_two_corrections_counts(rain: tuple[Reading, Reading]) -> None:
    """A teacher may correct a line twice."""
    twice = [Correction(1, 0, "fell down"), Correction(1, 0, "falls now")]
    assert build_transcript("K07", rain, twice).text.endswith("falls now")


def test_an_emptied_line_is_gone(rain: tuple[Reading, Reading]) -> None:
    """A teacher can take out what is no writing; line numbers of the others stay."""
    transcript = build_transcript("K07", rain, [Correction(0, 0, "  ")])
    assert transcript.text.startswith("warm today")
    assert transcript.words[0].line == 1


def test_a_correction_elsewhere_changes_nothing(rain: tuple[Reading, Reading]) -> None:
    """A line or page that is not there is passed over."""
    plain = build_transcript("K07", rain)
    assert build_transcript("K07", rain, [Correction(7, 0, "x"), Correction(0, 99, "x")]) == plain


def test_evidence_is_located_line_by_line(rain: tuple[Reading, Reading]) -> None:
    """From "is" to "warm": one region on each of the two lines, around the words touched."""
    transcript = build_transcript("K07", rain)
    start, end = transcript.text.index("is"), transcript.text.index("today") - 1
    regions = locate_evidence(transcript, Evidence("K07", start, end, transcript.text[start:end]))
    assert regions == (Region(0, 0, Box(80, 0, 100, 20)), Region(0, 1, Box(0, 30, 40, 50)))


def test_a_part_of_a_word_touches_the_word(rain: tuple[Reading, Reading]) -> None:
    """Evidence that begins inside a word shows the whole of it, and not the word it ends before."""
    transcript = build_transcript("K07", rain)
    assert locate_evidence(transcript, Evidence("K07", 5, 8, "un ")) == (Region(0, 0, Box(40, 0, 70, 20)),)


@pytest.mark.parametrize(
    "evidence", [Evidence("K07", 0, 0, "", is_whole_piece=True), Evidence("K07", 900, 950, "nothing")]
)
def test_the_whole_piece_has_no_place(rain: tuple[Reading, Reading], evidence: Evidence) -> None:
    """It is the piece that shows it; text that is not there shows nothing."""
    assert locate_evidence(build_transcript("K07", rain), evidence) == ()


def test_typed_words_have_no_place() -> None:
    """Without a scan there is nothing to point at, corrected or not."""
    page = write_page(write_line("typed words", 0, has_boxes=False))
    for corrections in ([], [Correction(0, 0, "typed better words")]):
        transcript = build_transcript("K07", [page], corrections)
        assert locate_evidence(transcript, Evidence("K07", 0, 11, "")) == ()


WORDS = st.lists(st.text("abé-'.", min_size=1, max_size=6), max_size=6)


@given(st.lists(st.lists(WORDS, max_size=4), max_size=3), WORDS, st.integers(0, 2), st.integers(0, 3))
def test_offsets_always_cut_out_the_words(pages: list[list[list[str]]], typed: list[str], page: int, line: int) -> None:
    """Whatever was read or typed, the text's words are the words, in order, and a corrected line is what was typed."""
    readings = [write_page(*(write_line(" ".join(words), 30 * k) for k, words in enumerate(lines))) for lines in pages]
    transcript = build_transcript("K07", readings, [Correction(page, line, " ".join(typed))])
    assert spell_words(transcript) == transcript.text.split()
    if page < len(pages) and line < len(pages[page]):
        corrected = [word for word in transcript.words if (word.page, word.line) == (page, line)]
        assert [transcript.text[word.start : word.end] for word in corrected] == typed
        assert all(word.is_checked for word in corrected)
        assert all(word.box is not None for word in corrected) or not pages[page][line]
