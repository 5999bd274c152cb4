"""Pages so pale that no writing is found on them: a page comes in, the same page with darker ink goes out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.ink import PAPER_PX, WORKING_SIDE_PX, scale_image

_DARKEST_PERCENTILE = 99.0
_LEAST_DEPTH, _MOST_DEPTH = 3.0, 25.0  # levels of 0..255
_WANTED_DEPTH, _MOST_GAIN = 110.0, 8.0
_NOISE_PX = 0.8


def darken_ink(image: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """Return a pale page (RGB, uint8) with its ink as dark as usual, or None where it is blank or not pale."""
    import cv2

    small = scale_image(image, min(1.0, WORKING_SIDE_PX / max(image.shape[:2])))
    channels = [cv2.medianBlur(np.ascontiguousarray(small[:, :, k]), PAPER_PX) for k in range(3)]
    paper = np.stack(channels, axis=-1)
    smooth = cv2.GaussianBlur(small, (0, 0), _NOISE_PX)
    depth = float(np.percentile(cv2.subtract(paper, smooth).mean(axis=2), _DARKEST_PERCENTILE))
    if not _LEAST_DEPTH <= depth <= _MOST_DEPTH:
        return None
    gain = min(_MOST_GAIN, _WANTED_DEPTH / depth)
    light = cv2.resize(paper, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    darker = light + (cv2.GaussianBlur(image, (0, 0), _NOISE_PX).astype(np.float32) - light) * gain
    return np.asarray(darker.clip(0, 255), dtype=np.uint8)
