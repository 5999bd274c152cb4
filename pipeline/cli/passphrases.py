"""A file, an environment variable or whoever sits at the keyboard comes in; a passphrase goes out, shown nowhere."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import InputError

VARIABLE = "PATTERNWORK_PASSPHRASE"
PassphraseFileOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", metavar="FILE", help=f"A text file that holds the passphrase (or set {VARIABLE})."
    ),
]


def ask_passphrase(file: Path | None, *, twice: bool) -> str:
    """Return the passphrase from `file`, else from the environment, else asked for without echo (`twice`: a new one).

    Raises InputError where the file can't be read, two answers differ, or there is nobody to ask.
    """
    if file is not None:
        return _read_passphrase(file)
    if os.environ.get(VARIABLE):
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        raise InputError("There is nobody to ask for the passphrase.", f"Give --passphrase-file, or set {VARIABLE}.")
    if not twice:
        return getpass("Passphrase: ")
    typer.echo("Whoever has the passphrase can open the backup; without it nobody can, you included.")
    first = getpass("New passphrase: ")
    if getpass("Once more: ") != first:
        raise InputError("The two passphrases differ.", "Run the command again; nothing was written.")
    return first


def _read_passphrase(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("The passphrase's file can't be read.", "Give a plain text file saved as UTF-8.") from error
