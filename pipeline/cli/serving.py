"""A home and a port come in; the app's server, running, goes out, and is ended with this process."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import BinaryIO

import typer

from pipeline.errors import HomeError, InputError, PatternworkError

ADDRESS = "127.0.0.1"
START_LIMIT_S = 60.0
END_LIMIT_S = 5.0
SERVER_LOG = "logs/app.log"


@contextlib.contextmanager
def serve_app(home: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start the server, wait until it answers, say where it is, and end it when the block is left.

    Raises InputError where the port is taken, PatternworkError where the server doesn't start.
    """
    from pipeline.views.server import build_server_command

    check_port(port)
    signal.signal(signal.SIGTERM, _stop)
    with _open_log(home) as log:
        server = subprocess.Popen(build_server_command(home, port), stdin=subprocess.DEVNULL, stdout=log, stderr=log)  # noqa: S603 our own command, arguments as a list
    try:
        _wait_until_up(server, port)
        typer.echo(f"Patternwork is at http://{ADDRESS}:{port}  (Ctrl-C ends it)")
        yield server
    finally:
        end_process(server)


@contextlib.contextmanager
def end_with_ctrl_c() -> Iterator[None]:
    """Take Ctrl-C, at whatever moment it comes, as the wish to end: it is no error."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("The app has ended; everything is kept.")


def check_port(port: int) -> None:
    """Raise InputError where something else listens on that port of this computer."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two programs have one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            other = f"Close it, or choose another port: --port {port + 1}"
            raise InputError(f"Another program (perhaps Patternwork itself) uses port {port}.", other) from error


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Ask the process to end, and end it where it doesn't."""
    process.terminate()
    try:
        process.wait(END_LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _open_log(home: Path) -> BinaryIO:
    log = home / SERVER_LOG
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return log.open("wb")
    except OSError as error:
        raise HomeError("The home folder can't be written to.") from error


def _wait_until_up(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_LIMIT_S
    while server.poll() is None and time.monotonic() < until:
        if _is_up(port):
            return
        time.sleep(0.1)
    raise PatternworkError("The app didn't start.", f"Run `patternwork doctor`; {SERVER_LOG} in the home may say more.")


def _is_up(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://{ADDRESS}:{port}/_stcore/health", timeout=2).close()
    except OSError:
        return False
    return True


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
