"""`patternwork delete`: a class set comes in; nothing of it is left in the home."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.options import ClassSetArgument, HomeOption, open_own_home, prepare_settings
from pipeline.cli.speech import say_number, show_name
from pipeline.errors import AlreadyReading


def delete(
    class_set: ClassSetArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    home: HomeOption = None,
) -> None:
    """Delete a class set for good: pages, transcriptions, decisions. Your own files are not touched."""
    settings = prepare_settings(home)
    from pipeline.store.collections import delete_collection, find_collection
    from pipeline.store.jobs import load_job
    from pipeline.store.pieces import list_pieces

    place = open_own_home(settings)
    found = find_collection(place, class_set)
    job = load_job(place, found.id)
    if job and job.is_alive:
        raise AlreadyReading("This class set is being read.", "Stop the reading first, then delete it.")
    pieces = say_number(len(list_pieces(place, found.id)), "piece")
    question = f"Delete \u201c{show_name(found.name)}\u201d with {pieces} and every decision about them, for good?"
    if not yes and not typer.confirm(question):
        typer.echo("Nothing was deleted.")
        return
    delete_collection(place, found.id)
    typer.echo("Deleted.")
