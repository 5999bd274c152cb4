"""How sure words are: what makes one doubtful, and what must not."""

from __future__ import annotations

from pipeline.reading.decode import Span
from pipeline.reading.sure import judge_word, strip_marks

COMMON = 1e-4


def judge(text: str, letter: float, share: float, frequency: float, *, is_seen: bool = True) -> float:
    """Return how sure a word is whose least certain letter is believed in by `letter`."""
    return judge_word(Span(text, 0.0, 0.1, 0.9, 1.0, letter), share, frequency, is_seen=is_seen)


def test_more_agreement_is_surer() -> None:
    """The more of the texts have the word, the surer it is, and always between 0 and 1."""
    sure = [judge("water", 0.9, share, COMMON) for share in (0.0, 0.3, 0.7, 0.99, 1.0)]
    assert sure == sorted(sure)
    assert 0 < sure[0] < sure[-1] < 1


def test_a_childs_own_spelling_clearly_seen_is_not_doubtful() -> None:
    """No list has "becuase": where its letters are sure that is nothing against it."""
    assert judge("becuase", 0.98, 0.99, 0.0) > 0.9
    assert judge("brd", 0.98, 0.99, 0.0) > 0.8


def test_an_unknown_word_of_unsure_letters_is_doubtful() -> None:
    """What is hardly a word and hardly seen is most likely misread; a common word hardly seen less so."""
    assert judge("wuter", 0.5, 0.7, 0.0) < 0.3 < judge("water", 0.5, 0.7, COMMON)


def test_a_word_that_was_not_seen_letter_by_letter_is_less_sure() -> None:
    """Where the word lists changed what was seen, doubt is due."""
    assert judge("water", 0.98, 0.9, COMMON, is_seen=False) < judge("water", 0.98, 0.9, COMMON)


def test_a_number_is_no_unknown_word() -> None:
    """Word lists have no 1496."""
    assert judge("1496", 0.9, 0.9, 0.0) > judge("zqkx", 0.9, 0.9, 0.0)


def test_marks_around_a_word_are_no_part_of_it() -> None:
    """Apostrophes inside stay."""
    assert strip_marks('"Don\'t!"') == "don't"
    assert strip_marks("...") == ""
