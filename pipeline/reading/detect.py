"""Where there is writing: a page image comes in, quads around stretches of writing go out."""

from __future__ import annotations

import logging

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.weights import DETECTION_FILE, find_weights, open_session

Quad = NDArray[np.float32]
"""Corners of a stretch of writing in pixels, shape (4, 2): upper left, upper right, lower right, lower left."""

# rapidocr 3.10's own values for this detector; only the size of the image is ours.
_MEAN = _SPREAD = (0.5, 0.5, 0.5)
_PIXEL_THRESHOLD, _BOX_THRESHOLD, _UNCLIP_RATIO = 0.3, 0.5, 1.6


class Detector:
    """PP-OCRv6-small's detector, on pages shrunk to `side_px` on the longer side.

    1280 reads better and cheaper than full size (models/README.md).

    Raises ModelMissing where the weights are not in rapidocr's wheel.
    """

    def __init__(self, side_px: int) -> None:
        self._session = open_session(find_weights(DETECTION_FILE))
        _silence_rapidocr()
        from rapidocr.ch_ppocr_det.utils import DBPostProcess, DetPreProcess

        self._prepare = DetPreProcess(side_px, "max", _MEAN, _SPREAD)
        self._find = DBPostProcess(
            thresh=_PIXEL_THRESHOLD, box_thresh=_BOX_THRESHOLD, unclip_ratio=_UNCLIP_RATIO, use_dilation=True
        )
        self._input = self._session.get_inputs()[0].name

    def find_quads(self, image: NDArray[np.uint8]) -> list[Quad]:
        """Return the quads of an RGB image (uint8, shape (height, width, 3)), top to bottom.

        Source: differentiable binarization (Liao et al. 2020).
        """
        batch = self._prepare(np.ascontiguousarray(image[:, :, ::-1]))
        if batch is None:
            return []
        heat = self._session.run(None, {self._input: batch})[0]
        found, _ = self._find(heat, image.shape[:2])
        quads = [np.asarray(quad, dtype=np.float32) for quad in found]
        return sorted(quads, key=lambda quad: (float(quad[:, 1].mean()), float(quad[:, 0].mean())))


def _silence_rapidocr() -> None:
    """Take away the handler that rapidocr's own logger brings: what is read must not end in a log."""
    import rapidocr  # noqa: F401  # its import is what adds the handler

    logger = logging.getLogger("RapidOCR")
    logger.handlers = [logging.NullHandler()]
    logger.setLevel(logging.CRITICAL)
