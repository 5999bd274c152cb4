"""What several rooms' tests share: the sample class sets, a home in which two are read once, and pairs of sentences."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.bundled import find_bundled
from pipeline.cli.samples import load_samples
from pipeline.intake import plan_pieces
from pipeline.settings import SETTINGS_FILE, load_settings
from pipeline.store.collections import list_collections
from pipeline.store.home import Home, open_home
from pipeline.store.pages import load_readings
from pipeline.walk.add import AddRequest, add_work

RUN = "PYTEST_XDIST_TESTRUNUID"
"""Stands in the environment where tests run in several processes."""

ANSWERS = "answers-first"
ESSAYS = "essays-first"
QUICK = """
[reading]
workers = 1

[finding]
embedder = "hashed"
resamples = 20
fewest_pieces = 3
"""


def make_quick_home(path: Path) -> Path:
    """Make a home whose settings ask for one reading process and the embedder that needs no weights, and return it."""
    path.mkdir()
    (path / SETTINGS_FILE).write_text(QUICK)
    return path


@dataclass(frozen=True, slots=True)
class SampleHome:
    """A home with the first answers and the first essays; collection ids by folder. To be read, never written."""

    home: Home
    collections: dict[str, str]

    def widths_px(self, folder: str) -> dict[str, list[int]]:
        """How wide each page image of each piece is, by code."""
        readings = load_readings(self.home, self.collections[folder])
        return {code: [reading.width_px for reading in pages] for code, pages in readings.items()}


@pytest.fixture(autouse=True)
def keep_main() -> Iterator[None]:
    """Put `__main__` back: Streamlit's tests leave a script there that is gone, and a spawned process looks for it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def answer_files() -> list[Path]:
    """Give the sample answers' files, in the order of their names."""
    return sorted(path for path in (find_bundled("sample_work") / ANSWERS).iterdir() if path.is_file())


@pytest.fixture
def six_answers(tmp_path: Path, answer_files: list[Path]) -> Path:
    """Make a folder with the first six answers."""
    folder = tmp_path / "answers"
    folder.mkdir()
    for path in answer_files[:6]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> SampleHome:
    """Give the sample read by the real engine and found in with the real embedder, once for all tests.

    Where tests run in several processes, the first to ask makes it and the others wait.
    """
    mine = tmp_path_factory.getbasetemp()
    path = (mine.parent if RUN in os.environ else mine) / "sample" / "home"
    path.parent.mkdir(exist_ok=True)
    with (path.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _read_sample(path)
    home = open_home(path)
    names = {sample.name: sample.folder.name for sample in load_samples(find_bundled("sample_work"))}
    return SampleHome(home, {names[one.name]: one.id for one in list_collections(home)})


def _read_sample(path: Path) -> None:
    home, sets = open_home(path), {sample.folder.name: sample for sample in load_samples(find_bundled("sample_work"))}
    settings = load_settings(path)
    for folder in (ANSWERS, ESSAYS):
        plan = plan_pieces([sets[folder].folder], settings.intake)
        add_work(home, AddRequest(plan, sets[folder].name, sets[folder].task), settings, lambda _: None)


@pytest.fixture(scope="session")
def read_pairs() -> Callable[[str], list[tuple[str, ...]]]:
    """The name of a file in language/pairs/ in, its lines out, each as the parts between the bars."""

    def read(name: str) -> list[tuple[str, ...]]:
        lines = (Path(__file__).parent / "language" / "pairs" / name).read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if line and not line.startswith("#")]
        return [tuple(part.strip() for part in line.split("|")) for line in kept]

    return read
