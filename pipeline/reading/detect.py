"""Where there is writing: a page image comes in, quads around stretches of writing go out."""

from __future__ import annotations

import logging
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.weights import DETECTION_FILE, find_weights, open_session

Quad = NDArray[np.float32]
"""Corners of a stretch of writing in pixels, shape (4, 2): upper left, upper right, lower right, lower left."""

# rapidocr 3.10's own values for this detector, but for the size of the image and the belief in a box (it has 0.5): pale
# and small writing is found better so (models/README.md).
_MEAN = _SPREAD = (0.5, 0.5, 0.5)
_PIXEL_THRESHOLD, _BOX_THRESHOLD, _UNCLIP_RATIO = 0.3, 0.4, 1.6

_MOST_ENLARGED = 2.0
_CLEARLY_SMALLER = 0.95


class Detector:
    """PP-OCRv6-small's detector, on pages brought to `side_px` on the longer side; small ones at most doubled.

    1280 reads better and cheaper than full size (models/README.md).

    Raises ModelMissing where the weights are not in rapidocr's wheel.
    """

    def __init__(self, side_px: int) -> None:
        self._session = open_session(find_weights(DETECTION_FILE), keeps_memory=True)
        _silence_rapidocr()
        from rapidocr.ch_ppocr_det.utils import DBPostProcess

        self._side_px = side_px
        self._prepare = _open_preparation(side_px)
        self._find = DBPostProcess(
            thresh=_PIXEL_THRESHOLD, box_thresh=_BOX_THRESHOLD, unclip_ratio=_UNCLIP_RATIO, use_dilation=True
        )
        self._input = self._session.get_inputs()[0].name

    def find_quads(self, image: NDArray[np.uint8]) -> list[Quad]:
        """Return the quads of an RGB image (uint8, shape (height, width, 3)), top to bottom.

        Source: differentiable binarization (Liao et al. 2020).
        """
        sized, enlarged = self._enlarge(image)
        batch = self._prepare(np.ascontiguousarray(sized[:, :, ::-1]))
        if batch is None:
            return []
        heat = self._session.run(None, {self._input: batch})[0]
        found, _ = self._find(heat, sized.shape[:2])
        quads = [np.asarray(quad, dtype=np.float32) / np.float32(enlarged) for quad in found]
        return sorted(quads, key=lambda quad: (float(quad[:, 1].mean()), float(quad[:, 0].mean())))

    def _enlarge(self, image: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], float]:
        """Return a small image made larger, and by how much."""
        import cv2

        longest = max(image.shape[:2])
        if longest >= _CLEARLY_SMALLER * self._side_px:
            return image, 1.0
        enlarged = min(_MOST_ENLARGED, self._side_px / longest)
        sized = cv2.resize(image, None, fx=enlarged, fy=enlarged, interpolation=cv2.INTER_CUBIC)
        return np.asarray(sized, dtype=np.uint8), enlarged


def _open_preparation(side_px: int) -> Callable[[NDArray[np.uint8]], NDArray[np.float32] | None]:
    """Return rapidocr's own preparation of an image, its levels looked up in a table: the same figures, far cheaper."""
    import cv2
    from rapidocr.ch_ppocr_det.utils import DetPreProcess

    levels = ((np.arange(256, dtype=np.float32) * (1 / 255.0) - _MEAN[0]) / _SPREAD[0]).astype(np.float32)

    class Preparation(DetPreProcess):
        def normalize(self, img: NDArray[np.uint8]) -> NDArray[np.float32]:
            return np.asarray(cv2.LUT(img, levels), dtype=np.float32)

    return Preparation(side_px, "max", _MEAN, _SPREAD)


def _silence_rapidocr() -> None:
    """Take away the handler that rapidocr's own logger brings: what is read must not end in a log."""
    import rapidocr  # noqa: F401  # its import is what adds the handler

    logger = logging.getLogger("RapidOCR")
    logger.handlers = [logging.NullHandler()]
    logger.setLevel(logging.CRITICAL)
