"""`patternwork find`: a CSV of typed texts comes in; the patterns in them go out as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import HomeOption, ModelAnswerOption, OutOption, check_out, prepare_settings, read_text
from pipeline.cli.speech import say_findings
from pipeline.errors import BadTable, InputError

COLUMNS = ("id", "text")
IN_QUOTES = "Put texts that have commas in them in quotes; spreadsheets do so when they save as CSV."


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
    import pandas as pd

    try:  # the head is read as a row: with a head, cells too many would move all others one column on
        rows = pd.read_csv(table, header=None, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except OSError as error:
        raise InputError("There is no such file, or it can't be read.", "Check the name of the CSV file.") from error
    except pd.errors.ParserError as error:
        raise BadTable("A row has more cells than there are columns, or a quote has no end.", IN_QUOTES) from error
    except ValueError as error:
        raise BadTable("The file isn't a table that can be read.") from error
    frame = rows.iloc[1:].fillna("").set_axis(rows.iloc[0].tolist(), axis="columns")
    frame = frame.loc[:, ~frame.columns.duplicated()]
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise BadTable(f"The column {' and the column '.join(missing)} is missing.")
    ids, texts = (frame[name].tolist() for name in COLUMNS)
    _check_ids(ids)
    return dict(zip(ids, texts, strict=True))


def _check_ids(ids: list[str]) -> None:
    if not ids:
        raise BadTable("The table has no rows.")
    if any(not name.strip() for name in ids):
        raise BadTable("A row has no id.", "Give every row an id of its own.")
    if len(set(ids)) < len(ids):
        raise BadTable("An id comes twice.", "Give every row an id of its own.")
