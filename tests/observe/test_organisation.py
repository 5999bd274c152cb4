"""Organisation: openings, claims, breaks, connectives and endings."""

from __future__ import annotations

import pytest

from pipeline.observe import organisation
from tests.observe.conftest import Looker

MIDDLE = "The lake is deep. Boats go fast. Fish swim there. Rain came down. "


@pytest.mark.parametrize("opening", ["Why do we sleep?", "Have you ever slept outside"])
def test_a_question_opens(look: Looker, opening: str) -> None:
    """A question in the first sentence opens the piece, also where the mark was lost; its chance is its share."""
    seen = organisation.open_with_question(look(f"{opening}\n\n{MIDDLE}"))
    assert (seen.strength, seen.chance) == (1.0, pytest.approx(1 / 5))


def test_a_later_question_opens_nothing(look: Looker) -> None:
    """A question further down is not an opening."""
    assert organisation.open_with_question(look(f"{MIDDLE}Why do we sleep?")).strength == 0


def test_a_claim_at_the_start(look: Looker) -> None:
    """What the writer thinks in one of the first two sentences stands at the start, and is not kept for the end."""
    seen = look(f"Hello. I think sleep is good. {MIDDLE}")
    assert organisation.open_with_claim(seen).strength == 1
    assert organisation.keep_claim_for_end(seen).strength == 0


def test_a_claim_kept_for_the_end(look: Looker) -> None:
    """A claim only in the last quarter of the sentences was kept for the end."""
    seen = look(f"{MIDDLE}{MIDDLE}In my opinion we should swim.")
    assert organisation.keep_claim_for_end(seen).strength == 1
    assert organisation.open_with_claim(seen).strength == 0


def test_a_scene_opens(look: Looker) -> None:
    """A moment told at the start is a scene."""
    assert organisation.open_with_scene(look(f"When I was six I fell in. {MIDDLE}")).strength == 1
    assert organisation.open_with_scene(look(MIDDLE)).strength == 0


def test_closing_words_end_the_piece(look: Looker) -> None:
    """A closing phrase counts at the end, not at the start."""
    assert organisation.announce_ending(look(f"{MIDDLE}In conclusion, lakes are great.")).strength == 1
    assert organisation.announce_ending(look(f"In conclusion, lakes are great. {MIDDLE}")).strength == 0


def test_the_ending_returns_to_the_opening(look: Looker) -> None:
    """Three content words of the opening in the ending are a return, the task's own words apart."""
    text = f"My grandmother planted an apple tree. It was small. {MIDDLE}Now the apple tree of my grandmother is tall."
    assert organisation.return_to_opening(look(text)).strength == 1
    assert organisation.return_to_opening(look(text, "Tell about an apple tree")).strength == 0


def test_paragraph_breaks_are_counted_by_length(look: Looker) -> None:
    """Breaks count per 100 words; one block of text is measured, and has nearly none."""
    broken, block = look("\n\n".join([MIDDLE] * 4)), look(MIDDLE * 4)
    assert organisation.break_paragraphs(broken).strength == pytest.approx(100 * 3 / len(broken.words))
    assert 0 < organisation.break_paragraphs(block).strength < 0.01


@pytest.mark.parametrize(
    ("observe", "shows", "lacks"),
    [
        (organisation.use_sequence_words, "First we ran. Then we slept.", "We came second. It is the next one."),
        (organisation.use_adding_words, "It is also cheap. In addition it is warm.", "It is cheap. It is warm."),
        (organisation.use_contrast_words, "It is cheap but cold. However we stay.", "It is cheap. We stay."),
    ],
)
def test_connectives_are_counted(look: Looker, observe, shows: str, lacks: str) -> None:  # noqa: ANN001  # a table's column
    """Two connectives in a short piece count as four per 100 words, plain sentences as none."""
    assert (observe(look(shows)).strength, observe(look(lacks)).strength) == (4.0, 0.0)
