"""Rules of a child's hand."""

from __future__ import annotations

from tests.rendering.hands import draw_hand, make_generator


def test_a_child_keeps_one_hand() -> None:
    """The same child writes in the same hand on every page."""
    assert draw_hand("otter", "zeyada") == draw_hand("otter", "zeyada")


def test_two_children_with_one_font_write_unlike() -> None:
    """Size, slant and pressure differ between children who share a font."""
    one, other = draw_hand("otter", "zeyada"), draw_hand("moose", "zeyada")
    assert (one.letter_px, one.slant, one.pressure) != (other.letter_px, other.slant, other.pressure)


def test_chance_depends_on_the_words_alone() -> None:
    """A generator made of the same words gives the same numbers, one of other words gives others."""
    assert make_generator("a", "b").integers(1_000_000) == make_generator("a", "b").integers(1_000_000)
    assert make_generator("a", "b").integers(1_000_000) != make_generator("a", "c").integers(1_000_000)
