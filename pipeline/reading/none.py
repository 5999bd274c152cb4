"""The engine that reads nothing: a page comes in, a Reading without lines goes out.

For a class set that is sorted by hand, for documentation of what an engine is, and for tests that need no text.
"""

from __future__ import annotations

from pipeline.reading.protocol import compose_fingerprint, read_nothing
from pipeline.records.reading import Reading
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings


class NoEngine:
    """Marks every page that has an image as one for a person's eyes. The settings change nothing."""

    name = "none"

    def __init__(self, settings: ReadingSettings) -> None:
        del settings
        self.fingerprint = compose_fingerprint(self.name, "1")

    def read(self, page: OpenedPage) -> Reading:
        """Return a reading without lines, in the size of the page."""
        return read_nothing(self, page, needs_eyes=page.image is not None)
