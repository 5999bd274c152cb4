"""`patternwork list`: the home comes in; its class sets, one a line, go out."""

from __future__ import annotations

import typer

from pipeline.cli.options import HomeOption, open_own_home, prepare_settings
from pipeline.cli.speech import say_number, show_name


def list_all(home: HomeOption = None) -> None:
    """List the class sets: id, pieces, how far they are, name."""
    settings = prepare_settings(home)
    from pipeline.store.collections import list_collections
    from pipeline.store.jobs import load_job
    from pipeline.store.pieces import list_pieces

    place = open_own_home(settings)
    collections = list_collections(place)
    if not collections:
        typer.echo("No papers yet. Add some with: patternwork add FOLDER")
    for collection in collections:
        job = load_job(place, collection.id)
        pieces = say_number(len(list_pieces(place, collection.id)), "piece")
        typer.echo(f"{collection.id}  {pieces:>10}  {job.told if job else 'not read':<8}  {show_name(collection.name)}")
