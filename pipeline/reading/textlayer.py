"""The text a file brings with it: an opened page comes in, whether that text can be trusted and its Reading go out.

Scanners write text layers of their own over handwriting, forms hold a layer for the printed part alone, and some fonts
map their glyphs to nonsense. Such a layer is not believed, and the page is read from its image.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.words import find_words, is_known_word
from pipeline.reading.ink import Ink, find_ink
from pipeline.reading.protocol import compose_fingerprint, measure_page
from pipeline.records.reading import Box, Reading, Word
from pipeline.records.work import OpenedPage

NAME = "textlayer"
LANGUAGES = ("en", "es", "fr")

_LEAST_SIGN_SHARE = 0.95
_LEAST_KNOWN_SHARE = 0.7
_LEAST_WORDS_ON_INK = 0.8
_LEAST_INK_COVERED = 0.7
_INK_UNDER_A_LETTER = 2
_MARGIN_HEIGHTS = 0.3


def read_text_layer(page: OpenedPage) -> Reading:
    """Return the page's own text as a reading of confidence 1.0; no lines where it has none."""
    width_px, height_px = measure_page(page)
    lines, fingerprint = page.text_lines or (), compose_fingerprint(NAME, "1")
    return Reading(NAME, fingerprint, width_px, height_px, lines, 1.0, needs_eyes=False, cpu_seconds=0, print_share=1)


def is_trustworthy(page: OpenedPage) -> bool:
    """Whether the page's own text is to be taken: typed text without an image always, else where text and ink agree.

    They agree where the text is made of characters and mostly of words of one language, its boxes lie on ink, and
    little ink lies outside them.
    """
    if page.image is None:
        return True
    words = [word for line in page.text_lines or () for word in line.words]
    if not words or not _is_language(" ".join(word.text for word in words)):
        return False
    return _lies_on_ink(words, find_ink(page.image))


def _is_language(text: str) -> bool:
    signs = [sign for sign in text if not sign.isspace()]
    if "(cid:" in text or sum(map(_is_written_sign, signs)) < _LEAST_SIGN_SHARE * len(signs):
        return False
    words = [word.text for word in find_words(text) if any(sign.isalpha() for sign in word.text)]
    if not words:
        return False
    known = max(sum(is_known_word(word, language) for word in words) for language in LANGUAGES)
    return known >= _LEAST_KNOWN_SHARE * len(words)


def _is_written_sign(sign: str) -> bool:
    """Whether a font that knows its letters would give this sign: printable, not private, no sign for "unknown"."""
    return sign.isprintable() and sign != "\ufffd" and not "\ue000" <= sign <= "\uf8ff"


def _lies_on_ink(words: Sequence[Word], ink: Ink) -> bool:
    boxes = [(word.box, len(word.text)) for word in words if word.box is not None]
    if len(boxes) < len(words):
        return False
    on_ink = sum(ink.measure_inside(box) >= _INK_UNDER_A_LETTER * letters for box, letters in boxes)
    if on_ink < _LEAST_WORDS_ON_INK * len(boxes):
        return False
    covered = ink.measure_under([_widen(box) for box, _ in boxes])
    return covered >= _LEAST_INK_COVERED * max(1, int(ink.mask.sum()))


def _widen(box: Box) -> Box:
    """Return the box with room for what reaches over a font's own box: accents, underlines, the space between words."""
    margin = _MARGIN_HEIGHTS * (box.y1 - box.y0)
    return Box(box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin)
