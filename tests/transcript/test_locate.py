"""Evidence on pages that a teacher has worked on: where it is shown."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box, Region, Transcript
from pipeline.transcript import build_transcript, locate_evidence
from tests.transcript.conftest import make_page, read_line, read_page, say_word

PAGE = read_page("#Name Maria", "the sun is", "~wos warm *good today")


def find_evidence(transcript: Transcript, text: str) -> Evidence:
    """Return the first place of the text as evidence."""
    start = transcript.text.index(text)
    return Evidence(transcript.piece, start, start + len(text), text)


def test_evidence_over_two_pages_is_shown_on_both() -> None:
    """The end of one page and the beginning of the next: a region on each, though both are the first line."""
    transcript = build_transcript("K07", [read_page("it rained"), read_page("all day")])
    regions = locate_evidence(transcript, find_evidence(transcript, "rained\n\nall"))
    assert regions == (Region(0, 0, Box(30, 0, 90, 20)), Region(1, 0, Box(0, 0, 30, 20)))


def test_the_word_before_the_evidence_is_not_touched() -> None:
    """Evidence that begins behind a word's last letter leaves the word out."""
    transcript = build_transcript("K07", [PAGE])
    assert locate_evidence(transcript, find_evidence(transcript, " sun")) == (Region(0, 1, Box(40, 30, 70, 50)),)


def test_words_of_others_are_not_shown() -> None:
    """A label before the child's word, and a word crossed out before it, are no part of the place."""
    transcript = build_transcript("K07", [PAGE])
    regions = locate_evidence(transcript, Evidence("K07", 0, len(transcript.text), transcript.text))
    assert regions == (
        Region(0, 0, Box(50, 0, 100, 20)),
        Region(0, 1, Box(0, 30, 100, 50)),
        Region(0, 2, Box(40, 60, 190, 80)),
    )


def test_a_word_typed_as_two_is_shown_half_by_half() -> None:
    """Evidence in one of the two words that share a slot shows that word's share of the room, in both the whole."""
    transcript = build_transcript("K07", [PAGE], [say_word(PAGE, 2, 3, "to day")])
    (half,) = locate_evidence(transcript, find_evidence(transcript, "day"))
    (whole,) = locate_evidence(transcript, find_evidence(transcript, "to day"))
    today = PAGE.lines[2].words[3].box
    assert today is not None
    assert whole.box == today
    assert today.x0 < half.box.x0 < half.box.x1 == today.x1


def test_a_word_without_a_place_takes_none_from_the_others() -> None:
    """A line in which one word has no place is shown by the words that have."""
    words = read_line("the sun is").words
    page = make_page([replace(read_line("the sun is"), words=(words[0], replace(words[1], box=None), words[2]))])
    transcript = build_transcript("K07", [page])
    assert locate_evidence(transcript, find_evidence(transcript, "the sun is")) == (Region(0, 0, Box(0, 0, 100, 20)),)
    assert locate_evidence(transcript, find_evidence(transcript, "sun")) == ()


@given(st.integers(0, 40), st.integers(1, 40))
def test_every_word_touched_lies_in_its_lines_region(start: int, length: int) -> None:
    """One region a line, in reading order, around every word of that line that the evidence touches."""
    transcript = build_transcript("K07", [PAGE, read_page("then rain", "falls down")])
    touched = [word for word in transcript.words if word.start < start + length and word.end > start]
    regions = locate_evidence(transcript, Evidence("K07", start, start + length, ""))
    assert [(region.page, region.line) for region in regions] == sorted({(word.page, word.line) for word in touched})
    boxes = {(region.page, region.line): region.box for region in regions}
    for word in touched:
        around = boxes[word.page, word.line]
        assert word.box is not None
        assert around.x0 <= word.box.x0 < word.box.x1 <= around.x1
        assert (around.y0, around.y1) == (word.box.y0, word.box.y1)
