"""Which words of the drawn class set are to be looked at, in which order, and what is cut from their pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.records.decisions import PatternStatus
from pipeline.views.doubt import count_words, draw_words, find_words, list_doubtful, plan_word, split_line
from pipeline.walk.desk import Desk, load_desk
from tests.views.drawing import DOUBT, DrawnHome

BELOW = 0.8


@pytest.fixture
def desk(drawn: DrawnHome) -> Desk:
    """Give the desk of ten drawn answers, in which one "soft" is doubtful and one pattern rests on that word."""
    return load_desk(drawn.home, drawn.collection_id)


def doubt_word(desk: Desk, text: str, confidence: float) -> Desk:
    """Return the desk with a word of its pieces less sure."""
    transcripts = {
        code: replace(
            t, words=tuple(replace(w, confidence=confidence) if t.text[w.start : w.end] == text else w for w in t.words)
        )
        for code, t in desk.transcripts.items()
    }
    return replace(desk, transcripts=transcripts)


def spell(desk: Desk, below: float = BELOW) -> list[str]:
    """Return the doubtful words in their order."""
    return [desk.transcripts[one.piece].text[one.word.start : one.word.end] for one in list_doubtful(desk, below)]


def test_the_doubtful_words_are_those_less_sure(desk: Desk) -> None:
    """One word is, and nothing else."""
    assert spell(desk) == ["soft"]
    assert spell(desk, DOUBT) == []


def test_words_that_patterns_rest_on_come_first(desk: Desk) -> None:
    """A word less sure that no pattern rests on waits behind them, and before them once the pattern is set aside."""
    less = doubt_word(desk, "lonely", 0.1)
    assert spell(less) == ["soft", "lonely"]
    aside = tuple(replace(pattern, status=PatternStatus.SET_ASIDE) for pattern in less.patterns)
    assert spell(replace(less, patterns=aside)) == ["lonely", "soft"]


def test_a_checked_word_is_no_longer_doubtful(desk: Desk) -> None:
    """Once a person has looked, it is settled."""
    transcripts = {
        code: replace(t, words=tuple(replace(w, is_checked=True) for w in t.words))
        for code, t in desk.transcripts.items()
    }
    assert list_doubtful(replace(desk, transcripts=transcripts), BELOW) == ()


def test_a_test_draws_words_from_all_pieces_and_each_test_others(desk: Desk) -> None:
    """Twenty different words, the same ones when the test is begun again, others in the next test."""
    first = [one.key for one in draw_words(desk, 20, 0)]
    assert len(set(first)) == 20
    assert len({key[0] for key in first}) > 5
    assert [one.key for one in draw_words(desk, 20, 0)] == first
    assert {one.key for one in draw_words(desk, 20, 1)} != set(first)
    assert len(draw_words(desk, 10_000, 0)) == count_words(desk)


def test_words_are_found_again_by_their_keys(desk: Desk) -> None:
    """Every word has a key of its own."""
    words = draw_words(desk, count_words(desk), 0)
    assert find_words(desk, {one.key for one in words}) == {one.key: one for one in words}
    assert find_words(desk, {("Z99", 0, 0, 0)}) == {}


def test_the_crop_shows_the_word_amid_its_line_and_no_more(desk: Desk) -> None:
    """The word is marked and inside the crop; the crop ends with the line, half a height behind it."""
    for one in draw_words(desk, 20, 0):
        plan = plan_word(desk.transcripts[one.piece], one)
        line = [w for w in desk.transcripts[one.piece].words if w.line == one.word.line]
        assert plan.marks == (one.box,)
        assert plan.box.x0 <= one.box.x0 < one.box.x1 <= plan.box.x1
        assert plan.box.y0 < one.box.y0 < one.box.y1 < plan.box.y1
        assert plan.box.x1 <= max(w.box.x1 for w in line if w.box) + (one.box.y1 - one.box.y0) / 2


def test_a_words_line_is_told_without_it(desk: Desk) -> None:
    """What stands before and behind it make up the line."""
    for one in draw_words(desk, 20, 0):
        transcript = desk.transcripts[one.piece]
        before, after = split_line(transcript, one.word)
        told = " ".join(part for part in (before, transcript.text[one.word.start : one.word.end], after) if part)
        assert told in transcript.text.split("\n")
