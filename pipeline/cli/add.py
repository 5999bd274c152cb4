"""`patternwork add`: a folder comes in; a class set with its pages read and patterns found goes into the home."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.cutting import cut_request, read_choice
from pipeline.cli.options import HomeOption, ModelAnswerOption, open_own_home, prepare_settings, read_text
from pipeline.cli.speech import say_findings, say_number, say_plan, say_refusals, show_path
from pipeline.cli.watching import show_progress
from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.walk.add import AddSummary


class ReadingEngine(StrEnum):
    """What pages can be read with."""

    PPOCR = "ppocr"
    TESSERACT = "tesseract"
    NONE = "none"


EngineOption = Annotated[
    ReadingEngine | None,
    typer.Option(help="What its pages are read with from now on; none: you read them yourself (default: settings)."),
]
CutOption = Annotated[
    str,
    typer.Option(
        "--cut",
        "--pages-per-piece",
        metavar="auto|none|N",
        help="Cut a class's long file as proposed, not at all, or every N pages.",
    ),
]


def add(  # noqa: PLR0913, PLR0917 each of Typer's options is a parameter
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="A folder of scans, photos, PDFs, typed files, zips; or one of them."),
    ],
    class_set: Annotated[str, typer.Option(metavar="NAME", help="Its name (default: the folder's).")] = "",
    task: Annotated[str, typer.Option(metavar="TEXT", help="What students were asked to do.")] = "",
    task_file: Annotated[Path | None, typer.Option(metavar="FILE", help="A text file that says it.")] = None,
    engine: EngineOption = None,
    model_answer: ModelAnswerOption = None,
    one_file_one_piece: Annotated[bool, typer.Option("--one-file-one-piece", help="Never join files.")] = False,
    cut: CutOption = "",
    home: HomeOption = None,
) -> None:
    """Read a folder into a class set and find patterns; the same command again goes on, or adds what is new."""
    choice, asked, model = read_choice(cut), read_task(task, task_file), read_text(model_answer, "model answer")
    settings = prepare_settings(home)
    from pipeline.walk.add import AddRequest, add_work, drop_given_zips, plan_work

    place, name = open_own_home(settings), class_set or _name_set(folder)
    plan = plan_work(place, folder, name, settings, one_file_one_piece=one_file_one_piece)
    request = AddRequest(plan, name, asked, engine.value if engine else "", model)
    request = cut_request(place, request, choice, settings)
    for line in say_plan(request.plan, shows_files=False):
        typer.echo(line)
    with show_progress() as watch:
        summary = add_work(place, request, settings, watch)
    drop_given_zips(place, summary.collection.id, folder.absolute())
    tell_summary(summary, settings.home)


def _name_set(folder: Path) -> str:
    """Return what a class set is called where nobody says so: as the folder or the zip it comes from."""
    whole = folder.resolve() if folder.name == ".." else folder.absolute()
    return whole.name.removesuffix(".zip")


def read_task(task: str, task_file: Path | None) -> str:
    """Return the task's text; raises InputError where both are given or the file can't be read."""
    if task and task_file:
        raise InputError("The task was given twice.", "Give --task or --task-file, not both.")
    return read_text(task_file, "task") or task


def tell_summary(summary: AddSummary, home: Path) -> None:
    """Print what was read, what couldn't be opened and why, the patterns, and where to look.

    Names of files may be names of students: the app shows them, on its owner's screen.
    """
    typer.echo(_say_read(summary))
    if summary.older_drafts:
        drafts = say_number(len(summary.older_drafts), "older draft gave", "older drafts gave")
        typer.echo(f"{drafts} way to a newer one, and can be put back in the app.")
    for line in say_refusals(summary.refusals, shows_files=False):
        typer.echo(line)
    if summary.broken_scans:
        broken, of = summary.broken_scans.broken, say_number(summary.broken_scans.pages, "page")
        typer.echo(f"Thin strokes are broken up on {broken} of {of}: black-and-white scans lose pencil. Scan in grey.")
    if summary.was_stopped:
        typer.echo("Stopped. The same command goes on where it stopped.")
    if summary.findings is not None:
        if not summary.collection.is_read_by_hand or summary.findings.candidates:
            for line in say_findings(summary.findings):
                typer.echo(line)
        typer.echo(f"Look at them with: patternwork review --home {show_path(home)}")


def _say_read(summary: AddSummary) -> str:
    pages, name = say_number(summary.pages_read, "page"), f"\u201c{summary.collection.name}\u201d"
    if not summary.pages_read:
        return "Nothing new to read."
    if summary.collection.is_read_by_hand:
        return f"Opened {pages} into {name}. You read them yourself."
    return f"Read {pages} into {name}."
