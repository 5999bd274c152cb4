"""A collection in the home in; what its pieces can be sorted, split and searched by, out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.find.split import Ground, lay_ground
from pipeline.records.reading import Transcript
from pipeline.settings import load_settings
from pipeline.store.home import Home
from pipeline.walk.collect import HomeShelf
from pipeline.walk.find import assemble_set


def load_ground(home: Home, collection_id: str, transcripts: Sequence[Transcript], task: str) -> Ground:
    """Return the ground of a collection's transcripts; vectors the home has are not made again."""
    settings = load_settings(home.path).finding
    return lay_ground(assemble_set(transcripts, task, settings, HomeShelf(home, collection_id)), settings)
