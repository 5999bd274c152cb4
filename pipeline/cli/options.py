"""Options that verbs share, and the home that this run works in."""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.settings import Settings
    from pipeline.store.home import Home

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", metavar="DIR", help="Where Patternwork keeps everything (default: a folder of your own)."),
]
PortOption = Annotated[
    int | None, typer.Option("--port", min=1024, max=65535, help="The app's port on this computer (default: 8501).")
]
OutOption = Annotated[Path, typer.Option("--out", help="Where to write it.")]
ModelAnswerOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A text file with a model answer, to lay the pieces beside.")
]
ClassSetArgument = Annotated[str, typer.Argument(metavar="CLASS-SET", help="A class set's name or id, as in `list`.")]

_home: ContextVar[Path | None] = ContextVar("home", default=None)


def prepare_settings(home: Path | None) -> Settings:
    """Return the settings for this run and remember its home; raises InputError where a setting can't be used."""
    from pipeline.settings import load_settings

    _home.set(home.expanduser().absolute() if home else None)
    settings = load_settings(home)
    _home.set(settings.home)
    return settings


def read_text(file: Path | None, what: str) -> str:
    """Return a text file's text, "" where none is given; raises InputError where it can't be read."""
    if file is None:
        return ""
    try:
        return file.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The {what} file can't be read.", "Give a plain text file saved as UTF-8.") from error


def check_out(out: Path, given: Path) -> None:
    """Raise InputError where what is written to `out` would take the place of what was given, or stand among it."""
    place, work = out.resolve(), given.resolve()
    if place == work or (work.is_dir() and place.is_relative_to(work)) or (work.is_file() and place == work.parent):
        raise InputError("It would be written over your own files, or among them.", "Choose another place with --out.")


def open_own_home(settings: Settings) -> Home:
    """Open the home, saying on stderr where its place is a risky one; raises HomeError and its kinds."""
    from pipeline.store.home import open_home
    from pipeline.store.place import find_home_warnings

    for warning in find_home_warnings(settings.home):
        typer.echo(warning, err=True)
    return open_home(settings.home)


def get_home() -> Path:
    """Return the home of this run, the user's own where none was opened yet."""
    from platformdirs import user_data_path

    return _home.get() or user_data_path("patternwork", appauthor=False)
