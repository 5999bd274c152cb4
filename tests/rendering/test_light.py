"""Rules of light, shadow, folds and noise."""

from __future__ import annotations

import numpy as np
import pytest

from tests.rendering.hands import make_generator
from tests.rendering.light import Picture, add_noise, cast_shadow, fold_sheet, light_unevenly, make_desk, smear_motion


@pytest.fixture
def white() -> Picture:
    """Give a white sheet, upright."""
    return np.full((400, 300, 3), 250, np.float32)


def test_a_fold_is_a_dark_line_across_the_middle(white: Picture) -> None:
    """The darkest row of a folded sheet lies near the middle of its longer side."""
    rows = fold_sheet(white, make_generator("fold")).mean(axis=(1, 2))
    assert 0.44 < rows.argmin() / 400 < 0.58
    assert rows.min() < 235 < rows[0]


def test_a_shadow_only_darkens(white: Picture) -> None:
    """No pixel gets lighter in a shadow, and the lower edge gets much darker than the upper one."""
    shaded = cast_shadow(white, make_generator("shadow"))
    assert (shaded <= white + 1e-3).all()
    assert shaded[-1].min() < 0.9 * shaded[0].min()


def test_a_lamp_lights_one_side_more(white: Picture) -> None:
    """Opposite corners differ in brightness."""
    lit = light_unevenly(white, make_generator("lamp")).mean(axis=2)
    corners = [lit[0, 0], lit[0, -1], lit[-1, 0], lit[-1, -1]]
    assert max(corners) - min(corners) > 10


def test_noise_keeps_the_mean(white: Picture) -> None:
    """Noise scatters the pixels by its sigma around what they were."""
    noisy = add_noise(white, 4.0, 0.6, make_generator("noise"))
    assert abs(noisy.mean() - 250) < 0.2
    assert 3.5 < noisy.std() < 4.5


def test_a_desk_is_darker_than_paper() -> None:
    """A table top has the wanted size and is never as light as paper."""
    desk = make_desk((320, 240), make_generator("desk"))
    assert desk.shape == (240, 320, 3)
    assert desk.mean() < 200


def test_a_moving_phone_smears_an_edge_and_keeps_the_light(white: Picture) -> None:
    """A sharp edge takes more pixels to cross than before; the mean brightness stays."""
    white[200:] = 20
    smeared = smear_motion(white, make_generator("motion"))
    assert ((smeared[:, 150, 0] > 30) & (smeared[:, 150, 0] < 240)).any()
    assert abs(smeared.mean() - white.mean()) < 2
