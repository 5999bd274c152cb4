"""The frame: whatever goes wrong is said in words with what to do now, never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.settings import HOME_VARIABLE
from pipeline.views.frame import find_settings, make_address
from tests.views.drawing import DrawnHome, open_page, read_screen


def _draw_badly() -> None:
    from pipeline.views.frame import show_page

    def draw() -> None:
        raise RuntimeError("what Anna wrote")

    show_page(draw)


def test_a_home_that_cant_be_used_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the home is no folder, the page says so and what to do now."""
    (tmp_path / "home").write_text("a file")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    screen = read_screen(open_page("sets"))
    assert "The home folder can&#x27;t be made." in screen
    assert "Choose another place with --home" in screen
    assert "Traceback" not in screen


def test_a_setting_out_of_range_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong line in the settings' file is named on the page."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    (tmp_path / "patternwork.toml").write_text("[screen]\nport = 1\n")
    assert "The setting screen.port can&#x27;t be used" in read_screen(open_page("sets"))


def test_the_unforeseen_quotes_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """An error nobody foresaw is one sentence on screen; neither the page nor the log repeats what it was about."""
    app = AppTest.from_function(_draw_badly).run()
    assert not app.exception
    assert "did not foresee" in read_screen(app)
    assert "Anna" not in read_screen(app)
    assert "Anna" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_the_server_is_told_its_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The home given to the server wins over the user's own."""
    monkeypatch.setattr("sys.argv", ["app.py", f"--home={tmp_path / 'given'}"])
    assert find_settings().home == tmp_path / "given"


def test_a_picture_becomes_a_data_address() -> None:
    """Pictures travel in the page itself, so that none is served by path."""
    assert make_address(b"abc") == "data:image/webp;base64,YWJj"


def test_the_look_is_there_and_asks_nobody_for_anything(drawn: DrawnHome) -> None:
    """The page carries its own fonts and styles; nothing in them points to a network."""
    styles = "".join(element.value for element in open_page("sets").html if "<style>" in element.value)
    assert "Atkinson Hyperlegible" in styles
    assert "http" not in styles
    assert "@import" not in styles
