"""The engines by name: settings come in, a loaded engine goes out, and a page is read by what knows it best."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.errors import InputError
from pipeline.reading.protocol import Engine
from pipeline.reading.textlayer import is_trustworthy, read_text_layer
from pipeline.records.reading import Reading
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings


def load_engine(settings: ReadingSettings) -> Engine:
    """Return the engine the settings name; its weights are loaded with the first page it reads.

    Raises EngineMissing where it is not installed, InputError where there is none of that name; reading raises
    ModelMissing where the weights are not whole.
    """
    if settings.engine not in ENGINES:
        raise InputError(f"There is no reading engine named {settings.engine}.", f"Choose one of {', '.join(ENGINES)}.")
    return ENGINES[settings.engine](settings)


def read_page(page: OpenedPage, engine: Engine) -> Reading:
    """Return the page's own text where it has one that can be trusted, else what the engine reads.

    The reading carries the engine's fingerprint either way: it says by whose rules the page was read.
    """
    if is_trustworthy(page):
        return replace(read_text_layer(page), fingerprint=engine.fingerprint)
    return engine.read(page)


def _load_ppocr(settings: ReadingSettings) -> Engine:
    from pipeline.reading.ppocr import PpocrEngine

    return PpocrEngine(settings)


def _load_tesseract(settings: ReadingSettings) -> Engine:
    from pipeline.reading.tesseract import TesseractEngine

    return TesseractEngine(settings)


def _load_none(settings: ReadingSettings) -> Engine:
    from pipeline.reading.none import NoEngine

    return NoEngine(settings)


ENGINES: dict[str, Callable[[ReadingSettings], Engine]] = {
    "ppocr": _load_ppocr,
    "tesseract": _load_tesseract,
    "none": _load_none,
}
