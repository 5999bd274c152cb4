"""Settings that are wrong are said by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.settings import HOME_VARIABLE, SETTINGS_FILE, load_settings


def write_settings(home: Path, text: str) -> Path:
    home.mkdir()
    (home / SETTINGS_FILE).write_text(text, encoding="utf-8")
    return home


def test_languages_are_the_homes(tmp_path: Path) -> None:
    """The usual one first; one said twice counts once."""
    home = write_settings(tmp_path / "home", '[reading]\nlanguages = ["fr", "en", "fr"]\n')
    assert load_settings(home).reading.languages == ("fr", "en")
    assert load_settings(tmp_path / "new").reading.languages == ("en", "es", "fr")


@pytest.mark.parametrize(("languages", "said"), [('["en", "xx"]', "'xx'"), ("[]", "at least 1")])
def test_a_language_without_words_is_refused(tmp_path: Path, languages: str, said: str) -> None:
    """The message names the setting and what is wrong with it."""
    home = write_settings(tmp_path / "home", f"[reading]\nlanguages = {languages}\n")
    with pytest.raises(InputError) as refused:
        load_settings(home)
    assert "reading.languages" in refused.value.message
    assert said in refused.value.message
    assert "Value error" not in refused.value.message


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    """It says which file."""
    with pytest.raises(InputError, match=SETTINGS_FILE):
        load_settings(write_settings(tmp_path / "home", "[reading\n"))


def test_a_home_named_in_the_environment_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a tilde for one's own folder, or relative to this one, its settings count and it is one whole path."""
    write_settings(tmp_path / "home", "[screen]\nport = 9000\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for written in ("~/home", "home"):
        monkeypatch.setenv(HOME_VARIABLE, written)
        settings = load_settings()
        assert (settings.home, settings.screen.port) == (tmp_path / "home", 9000)
