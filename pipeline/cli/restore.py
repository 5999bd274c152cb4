"""`patternwork restore`: a backup comes in; the home it holds, where none was before, goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import HomeOption, prepare_settings
from pipeline.cli.passphrases import PassphraseFileOption, ask_passphrase
from pipeline.cli.speech import say_number, show_path


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `backup` wrote.")],
    passphrase_file: PassphraseFileOption = None,
    home: HomeOption = None,
) -> None:
    """Put a backup back into an empty or new home; nothing that is there is ever written over."""
    settings = prepare_settings(home)
    from pipeline.store.place import find_home_warnings
    from pipeline.store.restore import check_restore, restore_home

    source = file.expanduser().absolute()
    check_restore(source, settings.home)
    for warning in find_home_warnings(settings.home):
        typer.echo(warning, err=True)
    count = restore_home(source, settings.home, ask_passphrase(passphrase_file, twice=False))
    typer.echo(f"Restored {say_number(count, 'class set')} into {settings.home}")
    typer.echo(f"Look at them with: patternwork review --home {show_path(settings.home)}")
