"""The sample sets, the port, and the server that ends with its command."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.bundled import find_bundled
from pipeline.cli import samples, serving
from pipeline.cli.serving import ADDRESS, check_port
from pipeline.errors import InputError, PatternworkError
from tests.cli.conftest import Run


@pytest.fixture
def port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server((ADDRESS, 0)) as server:
        yield int(server.getsockname()[1])


def test_every_sample_set_has_its_folder_and_its_task() -> None:
    """Each set named in sample_work is there, with files to read and the task that was given."""
    sets = samples.load_samples(find_bundled("sample_work"))
    assert sets
    for sample in sets:
        assert any(sample.folder.iterdir())
        assert len(sample.task) > 20
    assert len({sample.name for sample in sets}) == len(sets)


@pytest.mark.parametrize("verb", ["review", "demo"])
def test_a_taken_port_is_said_with_another(verb: str, run: Run, taken_port: int, tmp_path: Path) -> None:
    """Exit code 2, and the option that helps."""
    outcome = run(verb, "--home", tmp_path / "home", "--port", taken_port)
    assert outcome.code == 2
    assert f"--port {taken_port + 1}" in outcome.err


def test_a_free_port_is_no_trouble(port: int) -> None:
    """Nothing is said of a port that can be used."""
    check_port(port)


def test_a_server_that_does_not_start_is_said(port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ended at once: the command ends too, and says where to look."""
    from pipeline.views import server

    monkeypatch.setattr(
        server, "build_server_command", lambda home, port: [sys.executable, "-c", "raise SystemExit(3)"]
    )
    with pytest.raises(PatternworkError, match="didn't start"), serving.serve_app(tmp_path, port):
        pass


def test_the_app_starts_quickly_and_ends_with_its_command(port: int, tmp_path: Path) -> None:
    """`review` answers on this computer, and Ctrl-C ends command and server with exit code 0."""
    words = ["review", "--home", str(tmp_path / "home"), "--port", str(port)]
    command = subprocess.Popen([sys.executable, "-m", "pipeline.cli", *words], stdout=subprocess.PIPE, text=True)
    assert command.stdout
    line = command.stdout.readline()
    assert f"http://{ADDRESS}:{port}" in line
    with urllib.request.urlopen(f"http://{ADDRESS}:{port}/_stcore/health") as answer:
        assert answer.status == 200
    command.send_signal(signal.SIGINT)
    assert command.wait(15) == 0
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            check_port(port)
            break
        except InputError:
            time.sleep(0.2)
    check_port(port)
