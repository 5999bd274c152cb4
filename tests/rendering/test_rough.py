"""Rules of untidy hands."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.rendering.hands import Hand, Roughness, draw_hand, make_generator
from tests.rendering.ink import write_word
from tests.rendering.rough import grain_pencil, hurry_strokes, jumble_letters, weigh_strokes


def make_rough_hand(**roughness: float) -> Hand:
    """Return a hand in one font, as rough as is said."""
    return replace(draw_hand("otter", "schoolbell"), roughness=Roughness(**roughness))


def test_letters_written_one_by_one_do_not_stand_alike() -> None:
    """Three times the same letter leaves three unlike heights; the pen travels on to the right."""
    mask, pen_x, pen_y, advance_px = jumble_letters("o o o", make_rough_hand(jumble=1.0), 40, make_generator("jumble"))
    inked = np.flatnonzero(mask.max(axis=0) > 60)
    letters = np.split(inked, np.flatnonzero(np.diff(inked) > 5) + 1)
    tops = [int(np.flatnonzero(mask[:, letter].max(axis=1) > 60)[0]) for letter in letters]
    assert len(letters) == 3
    assert len(set(tops)) > 1
    assert pen_x <= inked[0] + 5
    assert advance_px > inked[-1] - inked[0] - 5
    assert pen_y > max(tops)


def test_no_hurry_leaves_a_word_as_it_is() -> None:
    """Without hurry the mask comes back untouched; with it the word is another, with about as much ink."""
    mask, _, pen_y, _ = jumble_letters("water", make_rough_hand(), 40, make_generator("calm"))
    assert hurry_strokes(mask, pen_y, Roughness(), make_generator("hurry")) is mask
    hurried = hurry_strokes(mask, pen_y, Roughness(hurry=1.0), make_generator("hurry"))
    assert not np.array_equal(hurried, mask)
    assert 0.5 < hurried.sum() / mask.sum() < 1.5


def test_a_blunt_nib_writes_thicker_and_loses_nothing() -> None:
    """More nib, more ink; what the pen touched stays inked even under a thin one."""
    mask, *_ = jumble_letters("thin.", make_rough_hand(), 40, make_generator("nib"))
    thin, blunt = (weigh_strokes(mask, Roughness(nib=nib), make_generator("press")) for nib in (-0.1, 0.2))
    assert blunt.sum() > thin.sum()
    assert (thin >= mask).all()


def test_the_tooth_of_the_paper_shows_through_pencil() -> None:
    """A full stroke of pencil is paler and more uneven than ink; more so with more grain."""
    ink = np.ones((60, 200), np.float32)
    fine, coarse = (grain_pencil(ink, grain, make_generator("tooth")) for grain in (0.2, 0.9))
    assert coarse.mean() < fine.mean() < 1
    assert coarse.std() > fine.std() > 0


def test_a_rough_hand_still_says_where_its_ink_lies() -> None:
    """All dark ink of a rough word lies inside the bounds of its hull."""
    hand = make_rough_hand(jumble=0.8, hurry=0.8, nib=0.05)
    stroke = write_word("evaporates", hand, make_generator("rough"))
    rows, columns = np.nonzero(stroke.ink > 0.5)
    left, top = stroke.hull.min(axis=0) + np.array([stroke.pen_x, stroke.pen_y])
    right, bottom = stroke.hull.max(axis=0) + np.array([stroke.pen_x, stroke.pen_y])
    assert left <= columns.min() <= columns.max() <= right
    assert top <= rows.min() <= rows.max() <= bottom
