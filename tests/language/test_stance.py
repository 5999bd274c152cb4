"""What a sentence claims."""

from __future__ import annotations

from pipeline.language.stance import Stance, find_stance


def _list_turned(text: str) -> list[str]:
    return [claim.stem for claim in find_stance(text).claims if claim.turned_by]


def test_a_denial_reaches_the_words_after_it() -> None:
    """What follows "not" is turned, what stands before it or behind a connective is not."""
    assert _list_turned("The lamp does not glow because the wire broke") == ["glow"]


def test_a_question_takes_no_stance() -> None:
    """Whoever asks may mean either."""
    assert find_stance("Does it float?") == Stance()


def test_numbers_come_with_their_neighbours() -> None:
    """As digits, with the words beside them."""
    assert find_stance("There are three branches of it").numbers == {("3", "are", "branches")}


def test_how_much_of_all_is_a_level() -> None:
    """None is 0 and all is 4."""
    assert find_stance("All seeds sprouted").levels == {4}
    assert find_stance("None sprouted").levels == {0}


def test_the_passive_is_told() -> None:
    """Only what "by" follows."""
    assert find_stance("The boy was chased by the wolf").is_passive
    assert not find_stance("The boy was tired").is_passive
