"""A class set comes in; for one of the sample, the sentence that says how far its pages are from real ones goes out."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from pipeline.bundled import find_bundled
from pipeline.records.work import Collection

NOTE = "Sample work in handwriting fonts: they read far better than real pages will."


def note_sample(collection: Collection) -> str:
    """Return the sentence for a set of the sample, "" for a teacher's own; raises ModelMissing as `find_bundled`."""
    return NOTE if collection.name in _list_names() else ""


@lru_cache(maxsize=1)
def _list_names() -> frozenset[str]:
    listed = tomllib.loads((find_bundled("sample_work") / "sets.toml").read_text(encoding="utf-8"))["set"]
    return frozenset(str(entry["name"]) for entry in listed)
