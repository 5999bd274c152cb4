"""The verbs of the command line, put together. Nothing heavy is imported until a verb runs."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.add import add
from pipeline.cli.backup import backup
from pipeline.cli.delete import delete
from pipeline.cli.demo import demo
from pipeline.cli.doctor import doctor, find_version
from pipeline.cli.export import export
from pipeline.cli.find import find
from pipeline.cli.listing import list_all
from pipeline.cli.read import read
from pipeline.cli.restore import restore
from pipeline.cli.resume import resume
from pipeline.cli.review import review
from pipeline.cli.separators import separators

HELP = """Find patterns in a class set of student work, see the evidence on the scans, and decide.

Everything stays on this computer."""
EXIT_CODES = (
    "Exit codes: 0 done · 1 unforeseen · 2 can't be done as asked · 3 nothing to read · 4 no such class set · "
    "5 table without the columns needed · 6 home can't be used · 7 home locked · 8 disk full · 9 home too new · "
    "10 already being read · 11 model missing · 12 engine missing · 130 stopped by you."
)

app = typer.Typer(
    name="patternwork",
    help=HELP,
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def print_version(asked: bool) -> None:
    """Print the version and stop, where it is asked for."""
    if asked:
        typer.echo(f"patternwork {find_version('patternwork')}")
        raise typer.Exit


for verb in (demo, add, review, read, find, export, separators):
    app.command()(verb)
app.command("list")(list_all)
app.command()(delete)
app.command()(backup)
app.command()(restore)
app.command()(doctor)
app.command(hidden=True)(resume)


@app.callback()
def choose_verb(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=print_version, help="Say which this is.")
    ] = False,
) -> None:
    """Stand before every verb, for the options that need none."""
