"""From a strip of writing to letters: a crop of one line comes in, likelihoods of characters by frame go out."""

from __future__ import annotations

import string

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad
from pipeline.reading.weights import RECOGNITION_FILE, find_weights, open_session

_HEIGHT_PX = 48
_LEAST_WIDTH_PX = 320
_FRAME_PX = 8
_LEAST_STRIP_PX = 4

# What students of English, Spanish and French write; the model also knows 18,000 signs that they do not.
ALPHABET = frozenset(
    string.ascii_letters + string.digits + string.punctuation + " ’‘“”–—…•£€°×÷²³½¼¾"  # noqa: RUF001  # as they are
    "ÀÂÄÆÇÈÉÊËÎÏÔŒÙÛÜŸàâäæçèéêëîïôœùûüÿÁÍÑÓÚáíñóú¿«»"
)


class Recogniser:
    """Reads strips one by one, so that a line's reading does not depend on its neighbours.

    `alphabet`: the characters of the columns, "" (the blank of CTC) first. Raises ModelMissing without the weights.
    """

    def __init__(self) -> None:
        self._session = open_session(find_weights(RECOGNITION_FILE))
        self._input = self._session.get_inputs()[0].name
        signs = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        known = ["", *signs, " "]
        self._columns = np.array([0, *(k for k, sign in enumerate(known) if sign in ALPHABET)])
        self.alphabet = tuple(known[column] for column in self._columns)

    def read_strip(self, strip: NDArray[np.uint8], stretch: float = 1.0) -> NDArray[np.float32]:
        """Return likelihoods, shape (frames, len(alphabet)), of an RGB strip (uint8, shape (height, width, 3)).

        The strip is made wider by `stretch`.
        Frames are equally wide and cover the strip from its left to its right edge. Rows sum to less than 1 where the
        model believes in a sign outside the alphabet: a scribble is read with little confidence.
        """
        import cv2

        height_px, width_px = strip.shape[:2]
        wide_px = max(16, round(width_px * stretch * _HEIGHT_PX / height_px))
        way = cv2.INTER_AREA if height_px > _HEIGHT_PX else cv2.INTER_LINEAR
        sized = cv2.resize(strip, (wide_px, _HEIGHT_PX), interpolation=way)
        batch = (sized[:, :, ::-1].astype(np.float32) / 127.5 - 1.0).transpose(2, 0, 1)[None]
        if wide_px < _LEAST_WIDTH_PX:
            batch = np.pad(batch, ((0, 0), (0, 0), (0, 0), (0, _LEAST_WIDTH_PX - wide_px)))
        likelihoods: NDArray[np.float32] = self._session.run(None, {self._input: batch})[0][0]
        return likelihoods[: max(1, -(-wide_px // _FRAME_PX)), self._columns]


def cut_strip(image: NDArray[np.uint8], quad: Quad) -> NDArray[np.uint8] | None:
    """Return the quad's part of the page set straight (RGB, uint8), or None where it is too small to read."""
    import cv2

    width_px = int(max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3])))
    height_px = int(max(np.linalg.norm(quad[3] - quad[0]), np.linalg.norm(quad[2] - quad[1])))
    if min(width_px, height_px) < _LEAST_STRIP_PX:
        return None
    corners = np.array([[0, 0], [width_px, 0], [width_px, height_px], [0, height_px]], dtype=np.float32)
    turn = cv2.getPerspectiveTransform(quad.astype(np.float32), corners)
    strip = cv2.warpPerspective(
        image, turn, (width_px, height_px), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(strip, dtype=np.uint8)
