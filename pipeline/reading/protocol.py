"""What every reading engine is: an opened page comes in, a Reading goes out.

Nothing downstream knows which engine it was.
"""

from __future__ import annotations

from typing import Protocol

from pipeline.records.reading import Reading
from pipeline.records.work import OpenedPage

# Counted up when rows, paragraphs, the places of words or the judging of text layers change: part of every engine's
# fingerprint.
ROOM_VERSION = 4


class Engine(Protocol):
    """One way of reading. `fingerprint` is the engine with its version and the settings that change what it reads."""

    @property
    def name(self) -> str:
        """The engine's name in the settings."""

    @property
    def fingerprint(self) -> str:
        """A cache key: two readings of one page with one fingerprint are equal."""

    def read(self, page: OpenedPage) -> Reading:
        """Return what is on the page's image; a page without an image, or without ink, has no lines."""


def compose_fingerprint(engine: str, version: str, **settings: object) -> str:
    """Return the engine, its package's version, the settings in the order of their names, and this room's version."""
    parts = [engine, version, *(f"{name}={settings[name]}" for name in sorted(settings)), f"room={ROOM_VERSION}"]
    return " ".join(parts)


def measure_page(page: OpenedPage) -> tuple[int, int]:
    """Return the width and height of the page's image in pixels, (0, 0) where it has none."""
    return (0, 0) if page.image is None else (page.image.shape[1], page.image.shape[0])


def read_nothing(engine: Engine, page: OpenedPage, *, needs_eyes: bool = False) -> Reading:
    """Return the reading of a page on which there is nothing (confidence 1.0), or nothing that was read (0.0)."""
    width_px, height_px = measure_page(page)
    confidence = 0.0 if needs_eyes else 1.0
    return Reading(engine.name, engine.fingerprint, width_px, height_px, (), confidence, needs_eyes, 0.0)
