"""`patternwork add`: a folder comes in; a collection with its pages read and patterns found goes into the home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import HomeOption, open_own_home, prepare_settings
from pipeline.cli.speech import say_findings, say_number, say_plan, say_refusals
from pipeline.cli.watching import show_progress
from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.walk.add import AddSummary


def add(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder of scans, photos, PDFs or typed files, or one file.")
    ],
    collection: Annotated[str, typer.Option(metavar="NAME", help="The class set's name (default: the folder's).")] = "",
    task: Annotated[str, typer.Option(metavar="TEXT", help="What students were asked to do.")] = "",
    task_file: Annotated[Path | None, typer.Option(metavar="FILE", help="A text file that says it.")] = None,
    one_file_one_piece: Annotated[bool, typer.Option("--one-file-one-piece", help="Never join files.")] = False,
    home: HomeOption = None,
) -> None:
    """Read a folder into a collection and find patterns; the same command again goes on, or adds what is new."""
    asked = read_task(task, task_file)
    settings = prepare_settings(home)
    from pipeline.intake import plan_pieces
    from pipeline.walk.add import AddRequest, add_work

    plan = plan_pieces([folder], settings.intake, one_file_one_piece=one_file_one_piece)
    for line in say_plan(plan):
        typer.echo(line)
    request = AddRequest(plan, collection or folder.absolute().name, asked)
    with show_progress() as watch:
        summary = add_work(open_own_home(settings), request, settings, watch)
    tell_summary(summary, settings.home)


def read_task(task: str, task_file: Path | None) -> str:
    """Return the task's text; raises InputError where both are given or the file can't be read."""
    if task and task_file:
        raise InputError("The task was given twice.", "Give --task or --task-file, not both.")
    if task_file is None:
        return task
    try:
        return task_file.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("The task file can't be read.", "Give a plain text file saved as UTF-8.") from error


def tell_summary(summary: AddSummary, home: Path) -> None:
    """Print what was read, what couldn't be opened and why, the patterns, and where to look."""
    pages = say_number(summary.pages_read, "page")
    typer.echo(
        f"Read {pages} into \u201c{summary.collection.name}\u201d." if summary.pages_read else "Nothing new to read."
    )
    for line in say_refusals(summary.refusals):
        typer.echo(line)
    if summary.was_stopped:
        typer.echo("Stopped. The same command goes on where it stopped.")
    if summary.findings is not None:
        for line in say_findings(summary.findings):
            typer.echo(line)
        typer.echo(f"Look at them with: patternwork review --home {home}")
