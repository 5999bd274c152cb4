"""Page images in; crops, smaller or turned images and encoded bytes out.

Pure functions: the image given is never changed.
An image is always RGB, uint8, of shape (height, width, 3).
"""

from pipeline.imaging.codec import decode_image, encode_png, encode_webp
from pipeline.imaging.crops import blank_boxes, crop_box
from pipeline.imaging.direction import find_turn, set_upright
from pipeline.imaging.look import measure_look
from pipeline.imaging.masks import mask_boxes
from pipeline.imaging.rings import cut_ring
from pipeline.imaging.sizes import shrink_image
from pipeline.imaging.strokes import is_broken
from pipeline.imaging.turns import turn_box, turn_image

__all__ = [
    "blank_boxes",
    "crop_box",
    "cut_ring",
    "decode_image",
    "encode_png",
    "encode_webp",
    "find_turn",
    "is_broken",
    "mask_boxes",
    "measure_look",
    "set_upright",
    "shrink_image",
    "turn_box",
    "turn_image",
]
