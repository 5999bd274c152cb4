"""What the command line's tests share: one way to run a command, and a home with six typed pieces in it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli.boundary import run_command

NAMES = ("otter", "finch", "heron", "tapir", "bison", "gecko")
ANSWERS = (
    "The water went into the air because the floor is wide. It dried.",
    "It dried because the sun made the water warm, and it went into the air.",
    "The cup is deep, so the water stays in the cup. It can not go out.",
    "The water in the cup is deep and stays there for a long time.",
    "On the floor the water is spread out, so it goes into the air faster.",
    "Spread out water goes into the air faster. NA is what I wrote first.",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit code and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def quick_embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedder without weights: these tests are about the command line."""
    monkeypatch.setenv("PATTERNWORK_FINDING__EMBEDDER", "hashed")
    monkeypatch.setenv("PATTERNWORK_READING__WORKERS", "1")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `patternwork` with these words, inside this process."""

    def run_here(*words: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["patternwork", *map(str, words)])
        capsys.readouterr()
        code = run_command()
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run_here


@pytest.fixture(scope="session")
def answers_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six typed answers, named after nobody."""
    folder = tmp_path_factory.mktemp("class") / "Spilled water"
    folder.mkdir()
    for name, answer in zip(NAMES, ANSWERS, strict=True):
        (folder / f"{name}.txt").write_text(answer)
    return folder


@pytest.fixture(scope="session")
def first_add(answers_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home into which the six answers were added by the command line, and what it said."""
    import contextlib
    import io

    home = tmp_path_factory.mktemp("home") / "home"
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.setenv("PATTERNWORK_FINDING__EMBEDDER", "hashed")
        patch.setenv("PATTERNWORK_READING__WORKERS", "1")
        words = ["add", str(answers_folder), "--task", "Where did the water go?", "--home", str(home)]
        patch.setattr(sys, "argv", ["patternwork", *words])
        assert run_command() == 0
    return home, said.getvalue()


@pytest.fixture
def home(first_add: tuple[Path, str], tmp_path: Path) -> Path:
    """A home of one's own with the six answers in it."""
    return Path(shutil.copytree(first_add[0], tmp_path / "home"))
