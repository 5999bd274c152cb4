"""Fingerprints, and readings of nothing."""

from __future__ import annotations

from pipeline.reading.none import NoEngine
from pipeline.reading.protocol import compose_fingerprint, measure_page, read_nothing
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings
from tests.reading.pages import draw_blank


def test_a_fingerprint_does_not_depend_on_the_order_of_settings() -> None:
    """The same engine, version and settings are the same key; another value is another key."""
    assert compose_fingerprint("x", "1", a=1, b=2) == compose_fingerprint("x", "1", b=2, a=1)
    assert compose_fingerprint("x", "1", a=1) != compose_fingerprint("x", "1", a=2)
    assert compose_fingerprint("x", "1") != compose_fingerprint("x", "2")


def test_nothing_there_is_sure_and_nothing_read_is_not() -> None:
    """Confidence 1.0 and no eyes, or 0.0 and eyes."""
    engine = NoEngine(ReadingSettings(engine="none"))
    assert read_nothing(engine, draw_blank()).confidence == 1.0
    assert read_nothing(engine, draw_blank(), needs_eyes=True).confidence == 0.0


def test_a_page_is_measured_in_pixels() -> None:
    """Width before height; nothing for typed text."""
    assert measure_page(draw_blank((500, 300))) == (500, 300)
    assert measure_page(OpenedPage(None, 0, None)) == (0, 0)
