"""The verbs there are, and what asking for help costs."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.cli.conftest import Run

HEAVY = {
    "alembic", "cv2", "numpy", "onnxruntime", "pandas", "pypdfium2", "rapidocr", "scipy", "sentence_transformers",
    "sklearn", "sqlalchemy", "streamlit", "torch", "typst", "wordfreq",
}  # fmt: skip
VERBS = ("demo", "add", "review", "read", "find", "export", "list", "delete", "doctor", "resume")
ASK = """
import json, sys
from pipeline.cli.boundary import run_command
run_command()
json.dump(sorted(sys.modules), sys.stderr)
"""


@pytest.mark.parametrize("words", [["--help"], ["add", "--help"], ["--version"]], ids=" ".join)
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    """Asking for help answers at once: none of the heavy libraries is loaded for it."""
    ended = subprocess.run([sys.executable, "-c", ASK, *words], capture_output=True, text=True, check=True)
    assert {name for name in json.loads(ended.stderr) if name in HEAVY} == set()


def test_listing_loads_no_engine_and_no_screen(tmp_path: object) -> None:
    """`list` needs the database alone."""
    ended = subprocess.run(
        [sys.executable, "-c", ASK, "list", "--home", f"{tmp_path}/home"], capture_output=True, text=True, check=True
    )
    loaded = {name for name in json.loads(ended.stderr) if name in HEAVY}
    assert loaded & {"torch", "streamlit", "rapidocr", "onnxruntime", "pandas", "sklearn"} == set()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_what_it_does_and_takes_a_home(verb: str, run: Run) -> None:
    """A sentence of help, and --home everywhere."""
    outcome = run(verb, "--help")
    assert outcome.code == 0
    assert "--home" in outcome.out


def test_the_apps_own_verb_is_not_listed(run: Run) -> None:
    """`resume` is for the app."""
    assert "resume" not in run("--help").out


def test_the_version_is_the_installed_one(run: Run) -> None:
    """`--version` and nothing else."""
    from importlib.metadata import version

    assert run("--version").out == f"patternwork {version('patternwork')}\n"
