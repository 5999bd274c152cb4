"""`patternwork find`: a CSV of typed texts comes in; the patterns in them go out as JSON."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import HomeOption, ModelAnswerOption, OutOption, check_out, prepare_settings, read_text
from pipeline.cli.speech import say_findings
from pipeline.errors import BadTable, InputError

COLUMNS = ("id", "text")
LONGEST_TEXT = 10_000_000
"""Characters of one cell."""


def find(
    table: Annotated[Path, typer.Argument(metavar="FILE.csv", help="Columns id and text; others are ignored.")],
    out: OutOption,
    task: Annotated[str, typer.Option(metavar="TEXT", help="What students were asked to do.")] = "",
    home: HomeOption = None,
    model_answer: ModelAnswerOption = None,
    conventions: Annotated[bool, typer.Option(help="Look at spelling, capitals and agreement too.")] = False,
) -> None:
    """Find patterns in texts that are already typed."""
    settings = prepare_settings(home)
    check_out(out, table)
    if conventions:
        finding = settings.finding.model_copy(update={"conventions": True})
        settings = settings.model_copy(update={"finding": finding})
    texts, model = load_texts(table), read_text(model_answer, "model answer")
    from pipeline.export.findings import write_findings
    from pipeline.walk.find import find_in_texts

    findings = find_in_texts(texts, task, settings, model)
    write_findings(findings, out)
    for line in say_findings(findings):
        typer.echo(line)
    typer.echo(f"Written to {out}")


def load_texts(table: Path) -> dict[str, str]:
    """Return the texts by id, every cell a string ("NA" is a word).

    Raises InputError where there is no such file, BadTable where a column is missing, a row has more cells than there
    are columns, an id is empty or comes twice, or there is no row.
    """
    try:
        with table.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(_read_rows(lines))
    except OSError as error:
        raise InputError("There is no such file, or it can't be read.", "Check the name of the CSV file.") from error
    except (ValueError, csv.Error) as error:
        raise BadTable("The file isn't a table that can be read.") from error
    _check_ids([name for name, _ in rows])
    return dict(rows)


def _read_rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each row's id and text; raises BadTable where a column is missing, or a row has too many cells."""
    csv.field_size_limit(LONGEST_TEXT)
    table = csv.DictReader(lines, strict=True)
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise BadTable(f"The column {' and the column '.join(missing)} is missing.")
    for row in table:
        if None in row:  # where a reader of tables puts what is left over
            hint = "Put texts that have commas in them in quotes; spreadsheets do so when they save as CSV."
            raise BadTable(f"The row that ends in line {table.line_num} has more cells than there are columns.", hint)
        yield row["id"] or "", row["text"] or ""


def _check_ids(ids: list[str]) -> None:
    if not ids:
        raise BadTable("The table has no rows.")
    if any(not name.strip() for name in ids):
        raise BadTable("A row has no id.", "Give every row an id of its own.")
    if len(set(ids)) < len(ids):
        raise BadTable("An id comes twice.", "Give every row an id of its own.")
