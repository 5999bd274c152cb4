"""No traceback reaches a user: every way to end is a sentence, what to do now, and a documented exit code."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import errors
from pipeline.cli import boundary, verbs
from tests.cli.conftest import Run


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make whatever verb is run end in this error."""

    def fail(prog_name: str) -> None:
        raise error

    monkeypatch.setattr(verbs, "app", fail)


def list_kinds(kind: type[errors.PatternworkError]) -> list[type[errors.PatternworkError]]:
    """An error's class and all below it."""
    return [kind, *(lower for child in kind.__subclasses__() for lower in list_kinds(child))]


@pytest.mark.parametrize("kind", list_kinds(errors.PatternworkError), ids=lambda kind: kind.__name__)
def test_an_error_of_ours_says_what_to_do(
    kind: type[errors.PatternworkError], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Message, then hint, each on its line of stderr; the exit code is the error's."""
    error = errors.PatternworkError.__new__(kind)
    errors.PatternworkError.__init__(error, "It went wrong.")
    fail_with(monkeypatch, error)
    outcome = run("list")
    assert outcome.code == kind.exit_code
    assert outcome.err.splitlines() == ["It went wrong.", kind.default_hint]


def test_stopping_says_that_nothing_is_lost(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is 130, as in any shell."""
    fail_with(monkeypatch, KeyboardInterrupt())
    outcome = run("list")
    assert outcome.code == 130
    assert "goes on where it stopped" in outcome.err


def test_the_unforeseen_is_logged_without_a_students_words(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log in the home says where it happened, and nothing of what an error's message may quote."""
    from pipeline.store import collections

    def fail(home: object) -> None:
        raise RuntimeError("the water went away") from KeyError("Maria wrote: the water")

    monkeypatch.setattr(collections, "list_collections", fail)
    outcome = run("list", "--home", home)
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    assert "water" not in outcome.err
    log = (home / "logs" / "errors.log").read_text()
    assert "RuntimeError <- KeyError" in log
    assert "test_boundary.py" in log
    assert "water" not in log


def test_a_log_that_cannot_be_written_hides_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk keeps the log from being written; the sentence and the exit code are there all the same."""

    def fill_disk(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    fail_with(monkeypatch, RuntimeError("what"))
    monkeypatch.setattr(Path, "mkdir", fill_disk)
    outcome = run("list")
    assert (outcome.code, outcome.err.splitlines()[1]) == (1, errors.PatternworkError.default_hint)


def test_wrong_words_are_exit_code_2(run: Run) -> None:
    """A verb or an option that isn't there."""
    assert run("sing").code == 2
    assert run("list", "--loud").code == 2


def test_exit_codes_are_documented(run: Run) -> None:
    """--help names every exit code there is."""
    told = " ".join(run("--help").out.split())
    for kind in list_kinds(errors.PatternworkError):
        assert f"{kind.exit_code} " in told.split("Exit codes:")[1]


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`patternwork --help | head -0` ends quietly."""
    command = f"{sys.executable} -m pipeline.cli --help"
    ended = subprocess.run(["bash", "-c", f"{command} | head -c 1"], capture_output=True, text=True, check=True)
    assert ended.stderr == ""


def test_the_module_is_the_command() -> None:
    """`python -m pipeline.cli` leaves with the command's exit code."""
    assert boundary.UNFORESEEN == 1
    ended = subprocess.run([sys.executable, "-m", "pipeline.cli", "sing"], capture_output=True, check=False)
    assert ended.returncode == 2
