"""Strips as they might have been read, and what they say of themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.reading.stripread import LEAST_STRIP_BELIEF, NOTHING_READ, Nature, StripRead
from pipeline.records.reading import Box, Word, WordRole

SUN, IS, WARM = Word("sun", Box(0, 0, 30, 20), 0.9), Word("is", None, 0.6), Word("warm", Box(60, 0, 100, 20), 0.7)
STRIP = StripRead((SUN, IS, WARM), 0.8)


def test_a_strip_is_the_students_until_somebody_says_otherwise() -> None:
    """All its words are their own, with their letters and the places that are known."""
    assert STRIP.own == STRIP.words
    assert STRIP.letters == len("suniswarm")
    assert STRIP.boxes == (SUN.box, WARM.box)


@pytest.mark.parametrize("role", [WordRole.STRUCK, WordRole.FORM, WordRole.TEACHER])
def test_words_of_others_stay_and_are_not_the_students(role: WordRole) -> None:
    """Words given another role are kept in their places, while the student's are those that are left."""
    parted = STRIP.give_roles(role, {0, 2})
    assert [word.role for word in parted.words] == [role, WordRole.STUDENT, role]
    assert parted.own == (IS,)
    assert (parted.boxes, parted.letters) == (STRIP.boxes, STRIP.letters)


def test_without_a_choice_every_word_takes_the_role() -> None:
    """None is all of them, and an empty choice none."""
    assert STRIP.give_roles(WordRole.FORM).own == ()
    assert STRIP.give_roles(WordRole.FORM, ()) == STRIP


def test_a_role_given_changes_nothing_else() -> None:
    """Text, place, confidence, belief and nature stay; the strip it was given from too."""
    strip = replace(STRIP, seen=(0.5, 0.5), nature=Nature.DRAWING)
    given = strip.give_roles(WordRole.TEACHER)
    assert strip.own == STRIP.words
    assert given.give_roles(WordRole.STUDENT) == strip


def test_what_was_seen_letter_by_letter_is_how_sure_a_strip_is() -> None:
    """Where a list of words had a say, the letters' own confidences tell better."""
    assert STRIP.confidences == (0.9, 0.6, 0.7)
    assert replace(STRIP, seen=(0.4, 0.3)).confidences == (0.4, 0.3)


def test_only_the_students_words_say_how_sure_a_strip_is() -> None:
    """What was seen can't be parted by whose it is: with a word of another's, each word speaks for itself."""
    parted = replace(STRIP, seen=(0.4, 0.3)).give_roles(WordRole.STRUCK, {1})
    assert parted.confidences == (0.9, 0.7)
    assert parted.give_roles(WordRole.TEACHER).confidences == ()


@pytest.mark.parametrize(
    "strip",
    [
        NOTHING_READ,
        replace(STRIP, words=()),
        replace(STRIP, nature=Nature.DRAWING),
        replace(STRIP, nature=Nature.SHOW_THROUGH),
        replace(STRIP, belief=LEAST_STRIP_BELIEF - 0.01),
        replace(STRIP, least_belief=0.81),
    ],
    ids=["nothing read", "no words", "drawing", "show-through", "not believed in", "below this engine's belief"],
)
def test_what_is_no_writing(strip: StripRead) -> None:
    """A strip without words, one that is something else, and one that is not believed in are not read out."""
    assert not strip.is_writing


def test_belief_at_the_line_is_enough() -> None:
    """A strip is writing from the least belief on, whoever wrote it."""
    assert replace(STRIP, belief=LEAST_STRIP_BELIEF).is_writing
    assert STRIP.give_roles(WordRole.TEACHER).is_writing
