"""A look holds a piece's sentences as the writer ended them."""

from __future__ import annotations

from tests.observe.conftest import Looker

RUN_ON = "the dog ran and " * 15 + "it slept."


def test_a_run_on_is_one_sentence(look: Looker) -> None:
    """What stands between two full stops is one sentence, however long."""
    assert [len(sentence.words) for sentence in look(f"Dogs run. {RUN_ON}").sentences] == [2, 62]


def test_an_empty_line_ends_sentence_and_paragraph(look: Looker) -> None:
    """An empty line ends a sentence without a full stop; the end of the text is no paragraph break."""
    seen = look("Dogs run\n\nCats\nsleep. Birds fly.")
    assert [sentence.ends_paragraph for sentence in seen.sentences] == [True, False, False]


def test_halves_share_no_sentence(look: Looker) -> None:
    """Every second sentence goes to one half, the others to the other."""
    seen = look("One dog. Two cats. Three birds.")
    assert seen.take_half(0).sentences + seen.take_half(1).sentences == (
        seen.sentences[0], seen.sentences[2], seen.sentences[1],
    )  # fmt: skip


def test_the_tasks_words_are_its_content_words(look: Looker) -> None:
    """Stop words and short words are nobody's; a plural counts as its singular."""
    assert look("x", "Should the students do homework at night?").task_words == {"student", "homework", "night"}


def test_no_text_has_no_sentence(look: Looker) -> None:
    """An empty page is looked at like any other."""
    assert look("").sentences == ()
