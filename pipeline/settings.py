"""Settings of every room: defaults here, then patternwork.toml in the home, then environment variables (PATTERNWORK_…).

Ranges are part of the fields, so a setting out of range is an error that names the setting.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from pipeline.errors import InputError

HOME_VARIABLE = "PATTERNWORK_HOME"
SETTINGS_FILE = "patternwork.toml"
WORD_LISTS = "ca cs da de en es fi fil fr hu id is it lt lv ms nb nl pl pt ro sh sk sl sv tr"
"""Languages in Latin letters that wordfreq has a list of words for."""


class IntakeSettings(BaseModel):
    """Files in. The pixel limit holds before anything is decoded; a page image is kept at `page_side_px` at most.

    What all zips given at once may hold: files, unpacked megabytes, and how many times its packed size any one file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_pixels: int = Field(default=200_000_000, ge=1_000_000, le=1_000_000_000)
    page_side_px: int = Field(default=2600, ge=1000, le=6000)
    pdf_dpi: int = Field(default=200, ge=72, le=400)
    max_pages_a_file: int = Field(default=1000, ge=1, le=10_000)
    max_zip_files: int = Field(default=5000, ge=1, le=100_000)
    max_zip_mb: int = Field(default=8000, ge=1, le=200_000)
    max_zip_ratio: int = Field(default=200, ge=10, le=10_000)
    turn_confidence: float = Field(default=0.85, ge=0.5, le=1.0)


class ReadingSettings(BaseModel):
    """Pages to words. Measured values: see models/README.md.

    `languages`: codes of the word lists that lines are read with, the usual language first.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    engine: Literal["ppocr", "tesseract", "none"] = "ppocr"
    languages: tuple[str, ...] = Field(default=("en", "es", "fr"), min_length=1, max_length=4)
    detection_side_px: int = Field(default=1280, ge=640, le=4000)
    needs_eyes_below: float = Field(default=0.48, ge=0.0, le=1.0)
    doubtful_below: float = Field(default=0.8, ge=0.0, le=1.0, description="words less sure are dotted")
    page_timeout_s: float = Field(default=180.0, ge=5.0, le=3600.0)
    workers: int = Field(default=0, ge=0, le=64, description="0: as many as cores and memory allow")

    @field_validator("languages")
    @classmethod
    def _check_languages(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [language for language in languages if language not in WORD_LISTS.split()]
        if unknown:
            raise ValueError(f"there is no word list for {unknown[0]!r}, only for {WORD_LISTS}")
        return tuple(dict.fromkeys(languages))


class FindingSettings(BaseModel):
    """Words to candidate patterns. `short_answer_words`: longer pieces are sorted on observations (DESIGN).

    `conventions`: whether spelling, capitals, spacing and agreement are looked at too, where the text was read surely.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    embedder: str = Field(
        default="sentence-transformers",
        description="the model as published; all-minilm-l6-v2: the same in whole numbers, faster; or a folder",
    )
    short_answer_words: int = Field(default=80, ge=10, le=400)
    fewest_pieces: int = Field(default=5, ge=3, le=20)
    fewest_students_an_idea: int = Field(default=3, ge=2, le=20)
    conventions: bool = False
    resamples: int = Field(default=100, ge=20, le=2000)
    seed: int = 0


class ScreenSettings(BaseModel):
    """The app's server."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    port: int = Field(default=8501, ge=1024, le=65535)
    teacher: str = Field(default="teacher", max_length=80, description="who decisions are signed with")


class Settings(BaseSettings):
    """All rooms' settings and the home folder, in which everything Patternwork keeps lives."""

    model_config = SettingsConfigDict(env_prefix="PATTERNWORK_", env_nested_delimiter="__", frozen=True, extra="ignore")

    home: Path = Field(default_factory=lambda: user_data_path("patternwork", appauthor=False))
    intake: IntakeSettings = IntakeSettings()
    reading: ReadingSettings = ReadingSettings()
    finding: FindingSettings = FindingSettings()
    screen: ScreenSettings = ScreenSettings()

    @field_validator("home")
    @classmethod
    def _find_home(cls, home: Path) -> Path:
        return home.expanduser().absolute()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 pydantic-settings' signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Command line over environment over the home's TOML file over defaults."""
        toml = TomlConfigSettingsSource(settings_cls, _settings_file(init_settings))
        return init_settings, env_settings, toml


def _settings_file(init_settings: PydanticBaseSettingsSource) -> Path:
    given = init_settings().get("home") or os.environ.get(HOME_VARIABLE)
    home = Path(given).expanduser() if given else user_data_path("patternwork", appauthor=False)
    return home / SETTINGS_FILE


def load_settings(home: Path | None = None) -> Settings:
    """Return the settings for `home` (default: the user's own).

    Raises InputError where a setting is out of its range or patternwork.toml is no TOML.
    """
    try:
        return Settings(home=home) if home else Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"The setting {name} can't be used: {first['msg'].removeprefix('Value error, ')}.",
            f"Change it in {SETTINGS_FILE} in the home folder, or in the environment.",
        ) from error
    except ValueError as error:
        raise InputError(f"{SETTINGS_FILE} can't be read: {error}.", "Mend or remove that file.") from error
