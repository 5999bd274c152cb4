"""A real browser and a real server. SKIP_BROWSER=1 leaves these tests out and says so; without a browser they fail."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from pipeline.views.server import build_server_command
from tests.views.drawing import DrawnHome, fill_home

SKIP_VARIABLE = "SKIP_BROWSER"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_LIMIT_S = 60
WAIT_MS = 30_000


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark that tests of the real browser carry."""
    config.addinivalue_line("markers", "browser: drives a real browser; left out with SKIP_BROWSER=1")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser's tests out where that is asked for, and say so."""
    if os.environ.get(SKIP_VARIABLE) != "1":
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
        reporter = config.pluginmanager.get_plugin("terminalreporter")
        if reporter:
            reporter.write_line(f"{SKIP_VARIABLE}=1: {len(left_out)} tests of the real browser are left out.")


def find_browser() -> str:
    """Return the browser's program; fails with what to do where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.fail("No chromium on this machine: install it, or set SKIP_BROWSER=1 to leave these tests out.")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium with a profile of its own; what is expected is waited for as long as anything else."""
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Path], str]]:
    """Start the app's server on a home and return its address; it ends with the test."""
    processes: list[subprocess.Popen[bytes]] = []

    def start(home: Path) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = (tmp_path / f"server-{port}.log").open("wb")
        processes.append(subprocess.Popen(build_server_command(home, port), stdout=log, stderr=log))
        address = f"http://127.0.0.1:{port}"
        _wait_until_up(address)
        return address

    yield start
    for process in processes:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def drawn(tmp_path: Path) -> DrawnHome:
    """Make a home with ten drawn answers."""
    return fill_home(tmp_path / "home", tmp_path / "answers")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page of 1280 by 800 in a fresh context."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(WAIT_MS)
    yield context.new_page()
    context.close()


def _wait_until_up(address: str) -> None:
    end = time.monotonic() + START_LIMIT_S
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:  # noqa: S310 our own server
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The server did not answer within {START_LIMIT_S} s.")
