"""README.md is true: its commands run, its pictures and files are there."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line]
OURS = [line for line in COMMANDS if line.startswith("patternwork ")]
SERVERS = ("review", "demo")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README's reader may have it: scans/ and a table of answers."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "scans").mkdir()
    answers = [f"The water number {n} on the floor dried because it was spread out." for n in range(5)]
    for number, answer in enumerate(answers):
        (folder / "scans" / f"{'abcde'[number]}.txt").write_text(answer)
    (folder / "answers.csv").write_text("id,text\n" + "".join(f"{n},{answer}\n" for n, answer in enumerate(answers)))
    return folder


@pytest.fixture(scope="module")
def environment(place: Path) -> dict[str, str]:
    """A home of its own, a free port, and this installation's `patternwork` first."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    own = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PATTERNWORK_HOME": str(place / "home"),
        "PATTERNWORK_FINDING__EMBEDDER": "hashed",
        "PATTERNWORK_SCREEN__PORT": port,
    }
    return {**os.environ, **own}


def serve(words: list[str], place: Path, environment: dict[str, str]) -> int:
    """Start a command that serves, stop it when it has said where, and return its exit code."""
    command = subprocess.Popen(words, cwd=place, env=environment, stdout=subprocess.PIPE, text=True)
    assert command.stdout
    assert "http://127.0.0.1:" in command.stdout.readline()
    command.send_signal(signal.SIGINT)
    return command.wait(30)


def test_its_commands_run_in_their_order(place: Path, environment: dict[str, str]) -> None:
    """Every `patternwork` line ends well and writes the files it names; `delete` is answered with yes."""
    assert len(OURS) >= 8
    for line in OURS:
        words = shlex.split(line)
        if words[1] in SERVERS:
            assert serve(words, place, environment) == 0, line
            continue
        ended = subprocess.run(
            words, cwd=place, env=environment, input="y\n", capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, f"{line}\n{ended.stdout}{ended.stderr}"
        if "--out" in words:
            assert (place / words[words.index("--out") + 1]).exists(), line


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("make ")])
def test_its_make_commands_are_there(line: str) -> None:
    """Each is a target that make knows how to reach."""
    ended = subprocess.run([*shlex.split(line), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_each_block_of_commands_is_known() -> None:
    """Nothing in a shell block escapes these tests."""
    assert [line for line in COMMANDS if not line.startswith(("make ", "patternwork "))] == []


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"\]\(([^)#:]+)\)|`([a-z_]+/[A-Za-z_./]+)`", README))), ids="".join
)
def test_the_files_it_names_are_there(name: tuple[str, str]) -> None:
    """Pictures and documents."""
    assert (ROOT / "".join(name)).exists()


def test_it_says_what_the_installation_says() -> None:
    """The size to download and the disk it takes stand in the README as `make` says them."""
    said = (ROOT / ".ci" / "make_venv").read_text()
    for figure in re.findall(r"[\d.]+ GB", said):
        assert figure in README
