"""Pages come in; what our default engine reads on them goes out, read once for as long as the code stays the same.

Readings are pickled under a name made of the page's hash, the engine's fingerprint and a hash of the source of the
rooms that make a reading: a bench never shows figures of code that is no longer there.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path

import pipeline
from pipeline.reading import load_engine
from pipeline.records.reading import Reading
from pipeline.settings import Settings
from pipeline.walk.settle import settle_set
from pipeline.workers.local import read_pages
from tests.bench.pages import TruePage

_ROOMS = ("reading", "intake", "imaging", "language", "records/reading.py", "settings.py")


def read_kept(pages: Sequence[TruePage], cache: Path | None, workers: int = 1) -> dict[str, Reading]:
    """Return a reading for each page by its image's hash, read alone; pages that can't be opened are missing.

    cache: the folder to keep readings in; None reads everything anew.
    """
    settings = Settings.model_validate({"reading": {"workers": workers}})
    keys = {page.sha256: f"{page.sha256[:16]}-{_hash_code(settings)}" for page in pages}
    found = {sha: kept for sha, key in keys.items() if (kept := _load(cache, key)) is not None}
    missing = {page.sha256: page.task for page in pages if page.sha256 not in found}
    for done in read_pages(list(missing.values()), settings):
        if done.reading is not None:
            sha = done.task.source.source_sha256
            found[sha] = done.reading
            _save(cache, keys[sha], done.reading)
    return found


def settle_class(readings: Mapping[str, Reading], settings: Settings) -> dict[str, Reading]:
    """Return the readings, by any key, as pieces of one class set: what all of them share tells each."""
    pieces = {key: (reading,) for key, reading in readings.items()}
    settled = settle_set(pieces, "", {}, settings.reading.languages)
    return {key: pages[0] for key, pages in settled.readings.items()}


def _hash_code(settings: Settings) -> str:
    digest = hashlib.sha256(load_engine(settings.reading).fingerprint.encode())
    root = Path(str(pipeline.__file__)).parent
    for room in _ROOMS:
        files: Mapping[str, Path] = {str(path.relative_to(root)): path for path in _list_sources(root / room)}
        for name in sorted(files):
            digest.update(name.encode() + b"\0" + files[name].read_bytes())
    return digest.hexdigest()[:16]


def _list_sources(path: Path) -> list[Path]:
    return [path] if path.is_file() else list(path.rglob("*.py"))


def _load(cache: Path | None, key: str) -> Reading | None:
    path = None if cache is None else cache / f"{key}.pickle"
    if path is None or not path.is_file():
        return None
    reading = pickle.loads(path.read_bytes())  # noqa: S301  # written by this bench, in a folder of its user's own
    assert isinstance(reading, Reading)
    return reading


def _save(cache: Path | None, key: str, reading: Reading) -> None:
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        (cache / f"{key}.pickle").write_bytes(pickle.dumps(reading))
