"""`patternwork export`: a class set comes in; a file that others may have, by codes only, goes out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import ClassSetArgument, HomeOption, OutOption, open_own_home, prepare_settings

if TYPE_CHECKING:
    from pipeline.records.report import Report


class ExportFormat(StrEnum):
    """What can be written."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


class PaperSize(StrEnum):
    """The PDF's paper, as typst names it."""

    A4 = "a4"
    LETTER = "us-letter"


def export(
    class_set: ClassSetArgument,
    export_format: Annotated[
        ExportFormat, typer.Option("--format", help="A table, a workbook, or one page for Monday.")
    ],
    out: OutOption,
    paper: Annotated[PaperSize, typer.Option(help="The PDF's paper.")] = PaperSize.LETTER,
    home: HomeOption = None,
) -> None:
    """Write what was found and decided in a class set; pieces by their codes, never by a name."""
    settings = prepare_settings(home)
    from pipeline.store.collections import find_collection
    from pipeline.walk.report import build_report

    place = open_own_home(settings)
    _write(build_report(place, find_collection(place, class_set).id), export_format, out, paper)
    typer.echo(f"Written to {out}")


def _write(report: Report, export_format: ExportFormat, out: Path, paper: PaperSize) -> None:
    from pipeline.export import write_csv, write_pdf, write_xlsx

    if export_format is ExportFormat.PDF:
        write_pdf(report, out, paper.value)
    else:
        {ExportFormat.CSV: write_csv, ExportFormat.XLSX: write_xlsx}[export_format](report, out)
