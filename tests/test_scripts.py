"""The scripts behind make: what they say where something is missing, and what they do then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent / ".ci"


def write_script(path: Path, body: str) -> Path:
    """An executable shell script."""
    path.write_text(f"#!/usr/bin/env bash\n{body}\n")
    path.chmod(0o755)
    return path


def run_script(name: str, *words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one of the scripts with these words and variables."""
    environment = {**{key: value for key, value in os.environ.items() if key != "SKIP_BROWSER"}, **variables}
    command = ["/bin/bash", str(SCRIPTS / name), *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_python_without_venv_is_told_the_one_command(tmp_path: Path) -> None:
    """Debian's python3 lacks venv: the command that brings it, and nothing is made."""
    python = write_script(tmp_path / "python", f'[[ "$2" == *ensurepip* ]] && exit 1\nexec "{sys.executable}" "$@"')
    ended = run_script("make_venv", python, tmp_path / "venv")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert ended.returncode == 1
    assert f"sudo apt install python{version}-venv" in ended.stderr
    assert not (tmp_path / "venv").exists()


def test_an_old_python_is_told_which_one_is_needed(tmp_path: Path) -> None:
    """Or one that isn't there at all."""
    ended = run_script("make_venv", tmp_path / "no-python", tmp_path / "venv")
    assert ended.returncode == 1
    assert "3.11 or newer" in ended.stderr


def test_the_sizes_are_said_before_anything_is_installed(tmp_path: Path) -> None:
    """What is downloaded and what disk it takes come first; an environment that is there is kept."""
    kept = tmp_path / "venv" / "bin" / "python"
    kept.parent.mkdir(parents=True)
    write_script(kept, "exit 1")
    ended = run_script("make_venv", sys.executable, tmp_path / "venv")
    assert ended.returncode == 0
    assert "GB to download" in ended.stdout


@pytest.mark.parametrize(("index_ends", "calls"), [(0, 1), (1, 2)])
def test_torch_comes_from_elsewhere_where_its_index_cannot_be_reached(
    index_ends: int, calls: int, tmp_path: Path
) -> None:
    """One quick try without retries at the index, then pip's usual places."""
    log = tmp_path / "log"
    python = write_script(
        tmp_path / "python", f'echo "$@" >> "{log}"\n[[ "$*" == *--index-url* ]] && exit {index_ends}\nexit 0'
    )
    assert run_script("install_torch", python, "torch==1", "https://index.invalid").returncode == 0
    asked = log.read_text().splitlines()
    assert len(asked) == calls
    assert "--retries 0" in asked[0]
    assert "--index-url" not in asked[-1] or index_ends == 0


def test_a_skipped_browser_is_said(tmp_path: Path) -> None:
    """SKIP_BROWSER=1 leaves those tests out and says so."""
    ended = run_script("find_browser", SKIP_BROWSER="1", PATH=str(tmp_path))
    assert ended.returncode == 0
    assert "left out" in ended.stdout


def test_no_browser_and_no_way_to_install_one_fails(tmp_path: Path) -> None:
    """With the way out: Debian's package, or SKIP_BROWSER=1."""
    ended = run_script("find_browser", PATH=str(tmp_path))
    assert ended.returncode == 1
    assert "SKIP_BROWSER=1" in ended.stderr


def test_a_missing_browser_is_installed_where_that_is_allowed(tmp_path: Path) -> None:
    """As root, apt-get is asked for chromium."""
    write_script(tmp_path / "id", "echo 0")
    write_script(tmp_path / "apt-get", f'echo "$@" >> "{tmp_path}/log"')
    for name in ("bash", "env"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    assert run_script("find_browser", PATH=str(tmp_path)).returncode == 0
    assert "install" in (tmp_path / "log").read_text()
