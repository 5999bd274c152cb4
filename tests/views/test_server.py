"""The server's command line: this machine only, nothing sent, nothing told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.views.server import THEME, build_server_command


def _contrast(first: str, second: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two #RRGGBB colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_server_answers_this_machine_alone_and_tells_nothing(tmp_path: Path) -> None:
    """It listens on 127.0.0.1, knows its own host names only, guards against forgery and sends no statistics."""
    command = build_server_command(tmp_path, 8600)
    for flag in (
        "--server.address=127.0.0.1",
        "--server.port=8600",
        "--server.allowedHosts=127.0.0.1",
        "--server.allowedHosts=localhost",
        "--server.enableXsrfProtection=true",
        "--server.enableCORS=true",
        "--browser.gatherUsageStats=false",
        "--client.showErrorDetails=none",
    ):
        assert flag in command
    assert command[-2:] == ["--", f"--home={tmp_path}"]
    assert Path(command[4]).name == "app.py"


def test_streamlit_knows_every_flag(tmp_path: Path) -> None:
    """Every option given exists in the Streamlit that is installed."""
    from streamlit.config import get_config_options

    known = get_config_options()
    flags = [
        flag for flag in build_server_command(tmp_path, 8600) if flag.startswith("--") and "." in flag.split("=")[0]
    ]
    assert flags
    assert not [flag for flag in flags if flag[2:].split("=")[0] not in known]


def test_building_the_command_imports_no_streamlit() -> None:
    """The command line can start the server without paying for Streamlit's import."""
    script = "import sys, pipeline.views.server; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_and_accent_stand_out_from_the_paper(mode: str) -> None:
    """Ink and accent have a contrast of at least 4.5 to 1 on the paper, in light and in dark."""
    paper = THEME[f"theme.{mode}.backgroundColor"]
    for role in ("textColor", "primaryColor", "linkColor"):
        assert _contrast(THEME[f"theme.{mode}.{role}"], paper) >= 4.5
