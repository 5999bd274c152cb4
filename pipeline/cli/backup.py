"""`patternwork backup`: the home comes in; one encrypted file that holds all of it goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import HomeOption, open_own_home, prepare_settings
from pipeline.cli.passphrases import PassphraseFileOption, ask_passphrase
from pipeline.cli.speech import say_number, show_path
from pipeline.errors import InputError


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; best on another disk.")],
    passphrase_file: PassphraseFileOption = None,
    home: HomeOption = None,
) -> None:
    """Write everything Patternwork keeps into one file that only your passphrase opens."""
    settings = prepare_settings(home)
    from pipeline.store.backup import back_up, check_backup
    from pipeline.store.home import DATABASE

    if not (settings.home / DATABASE).exists():
        raise InputError("There is nothing to back up: no home is there.", "Name it with --home DIR.")
    place, target = open_own_home(settings), file.expanduser().absolute()
    check_backup(place, target)
    summary = back_up(place, target, ask_passphrase(passphrase_file, twice=True))
    sets, files = say_number(summary.collections, "class set"), say_number(summary.files, "file")
    typer.echo(f"Backed up {sets} in {files} ({summary.content_bytes / 1e6:.0f} MB) to {target}")
    typer.echo(f"Put it back with: patternwork restore {show_path(target)} --home NEW")
