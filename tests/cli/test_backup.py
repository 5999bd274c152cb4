"""Moving house from the command line: a passphrase asked for twice, or taken from a file or the environment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.cli import passphrases
from pipeline.cli.passphrases import VARIABLE, ask_passphrase
from pipeline.errors import InputError
from tests.cli.conftest import Run


class Terminal:
    """A keyboard with somebody at it."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def type_in(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Let somebody type these, one after the other."""
    waiting = list(answers)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(passphrases.sys, "stdin", Terminal())
    monkeypatch.setattr(passphrases, "getpass", lambda _: waiting.pop(0))


def test_a_home_moves(run: Run, home: Path, tmp_path: Path) -> None:
    """The class set is there in the new home, decisions and all; a second restore over it is refused."""
    (tmp_path / "words.txt").write_text("five words nobody would guess\n")
    words = ("--passphrase-file", tmp_path / "words.txt")
    outcome = run("backup", tmp_path / "b.pwbackup", "--home", home, *words)
    assert outcome.code == 0
    assert "Backed up 1 class set in" in outcome.out
    assert "five words" not in outcome.out
    outcome = run("restore", tmp_path / "b.pwbackup", "--home", tmp_path / "new", *words)
    assert (outcome.code, "Restored 1 class set into" in outcome.out) == (0, True)
    assert run("list", "--home", tmp_path / "new").out == run("list", "--home", home).out
    assert run("restore", tmp_path / "b.pwbackup", "--home", tmp_path / "new", *words).code == 2


def test_what_can_not_be_done_is_said_before_anybody_types(run: Run, home: Path, tmp_path: Path) -> None:
    """No home to back up, a file that is there, a backup that is not, nobody to ask."""
    (tmp_path / "there").write_text("x")
    for words, said in (
        (("backup", tmp_path / "b", "--home", tmp_path / "none"), "nothing to back up"),
        (("backup", tmp_path / "there", "--home", home), "already"),
        (("restore", tmp_path / "no", "--home", tmp_path / "new"), "no such backup"),
        (("backup", tmp_path / "b", "--home", home), "nobody to ask"),
    ):
        outcome = run(*words)
        assert outcome.code == 2
        assert said in outcome.err
    assert not (tmp_path / "none").exists()
    shutil.rmtree(home)


def test_a_passphrase_comes_from_a_file_the_environment_or_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order; only the line's end is taken off."""
    (tmp_path / "words.txt").write_bytes(b" two words \r\n")
    monkeypatch.setenv(VARIABLE, "from outside")
    assert ask_passphrase(tmp_path / "words.txt", twice=True) == " two words "
    assert ask_passphrase(None, twice=True) == "from outside"
    type_in(monkeypatch, "typed words", "typed words", "typed once")
    assert ask_passphrase(None, twice=True) == "typed words"
    assert ask_passphrase(None, twice=False) == "typed once"


def test_two_that_differ_and_a_file_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are said."""
    type_in(monkeypatch, "one", "another")
    with pytest.raises(InputError, match="differ"):
        ask_passphrase(None, twice=True)
    with pytest.raises(InputError, match="can't be read"):
        ask_passphrase(tmp_path / "none.txt", twice=False)
