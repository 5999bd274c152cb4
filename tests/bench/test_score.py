"""Rules of error rates, of what became of misspelt words, and of telling right words from wrong ones."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.confidence import PageWords, mark_words, measure_auroc, measure_catch
from tests.bench.score import bound_cer, find_median, measure_cer, measure_wer, score_page
from tests.bench.spelling import count_survivors
from tests.bench.texts import load_seeded


def test_case_quotes_and_spaces_do_not_count() -> None:
    """Only letters, marks and words that differ are errors."""
    score = score_page("a", "It\u2019s  WARM\ntoday", "it's warm today")
    assert (score.character_edits, score.word_edits) == (0, 0)
    assert (score.characters, score.words) == (15, 3)


def test_rates_are_over_all_pages() -> None:
    """Two edits in ten letters and none in thirty are five percent; the median page lies between."""
    scores = [score_page("a", "aaaaa bbbb", "aaaaa bbcc"), score_page("b", "c" * 30, "c" * 30)]
    assert measure_cer(scores) == pytest.approx(5.0)
    assert measure_wer(scores) == pytest.approx(100 / 3)
    assert find_median(scores) == pytest.approx(10.0)
    low, high = bound_cer(scores)
    assert low == 0.0
    assert high == pytest.approx(20.0)


def test_a_misspelt_word_stays_is_made_right_or_is_lost() -> None:
    """Each is counted once, whatever stands after it; the other words are counted apart."""
    truth, read = "It wuz hot becuase the sol dryd.", "It wuz hot, because the soul dried"
    counts = count_survivors(truth, read, [("wuz", "was"), ("becuase", "because"), ("sol", "soil"), ("dryd", "dried")])
    assert (counts.seeded, counts.kept, counts.righted) == (4, 1, 2)
    assert (counts.others, counts.others_kept) == (3, 3)
    assert counts.lost == ("becuase>because", "sol>soul", "dryd>dried")
    assert (counts + counts).seeded == 8


def test_at_least_a_hundred_words_are_misspelt_on_purpose() -> None:
    """Every one of them stands in its text as a word, and none is spelt as it was meant."""
    pieces = load_seeded()
    pairs = [pair for piece in pieces for pair in piece.seeded]
    assert len(pairs) >= 100
    assert all(written != meant for written, meant in pairs)
    for piece in pieces:
        words = [word.strip(".,!?") for word in piece.text.split()]
        assert [written for written, _ in piece.seeded if written not in words] == []
        assert "{" not in piece.text


def test_words_are_right_where_the_truth_has_them() -> None:
    """A word that is not in its place is wrong, one that is missing is counted apart."""
    right, unread = mark_words(["the", "sun", "is", "very", "hot"], ["the", "son", "is", "hot"])
    assert right.tolist() == [True, False, True, True]
    assert unread == 1


def test_the_least_sure_fifth_holds_what_it_holds() -> None:
    """Ten words of which the two least sure are wrong: a fifth catches both, and every right word is surer."""
    said, right = np.linspace(0.1, 1.0, 10), np.array([False, False] + [True] * 8)
    pages = [PageWords("a", is_fitting=True, said=said, right=right, unread=0)]
    assert measure_auroc(pages) == pytest.approx(1.0)
    words, wrong = measure_catch(pages, pages, 0.2)
    assert words == pytest.approx(0.2)
    assert wrong == pytest.approx(1.0)
