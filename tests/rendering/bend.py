"""A flat sheet comes in; the same sheet lying curled on the desk goes out. Images are float32 RGB in 0..255."""

from __future__ import annotations

import cv2
import numpy as np

from tests.rendering.light import Picture


def curl_sheet(image: Picture, rng: np.random.Generator, depth: float = 1.0) -> Picture:
    """Return the sheet with its lines bent and its light uneven, as a page that does not lie flat.

    depth: 1 bends lines by about a hundredth of the sheet's height. The sheet's corners stay about where they were.
    """
    height, width = image.shape[:2]
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    u, v = across / width, down / height
    bow, twist = rng.uniform(0.3, 1.0) * rng.choice([-1, 1]), rng.normal(0, 0.5)
    lift = (bow * np.sin(np.pi * u) + twist * np.sin(2 * np.pi * u) * (v - 0.5)) * 0.012 * height * depth
    squeeze = rng.normal(0, 0.006) * depth * width * np.sin(2 * np.pi * u)
    bent = cv2.remap(
        image,
        (across + squeeze).astype(np.float32),
        (down + lift).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    slope = np.gradient(lift, axis=1)
    shade = 1 - np.clip(2.5 * slope * rng.choice([-1, 1]), -0.06, 0.12)
    return np.asarray(bent * shade[:, :, None], np.float32)
