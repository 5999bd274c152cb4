"""`patternwork separators`: how many, or a file of codes, comes in; a PDF of separator sheets to print goes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline.cli.options import check_out
from pipeline.cli.speech import say_number
from pipeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence


def separators(
    out: Annotated[Path, typer.Option("--out", help="Where to write the PDF.")] = Path("separators.pdf"),
    count: Annotated[int | None, typer.Option("--count", metavar="N", help="N sheets, numbered S01, S02, …")] = None,
    codes: Annotated[
        Path | None, typer.Option("--codes", metavar="FILE", help="A text file with one code a line; no names.")
    ] = None,
    paper: Annotated[Literal["a4", "us-letter"], typer.Option(help="The paper to print on.")] = "us-letter",
) -> None:
    """Print sheets to lay before each student's pages: the copier's stack is then cut by their codes."""
    from pipeline.export.separators import check_codes, number_codes, write_separators

    if count is not None and codes is None:
        sheets = number_codes(count)
    elif codes is not None and count is None:
        check_out(out, codes)
        sheets = check_codes(_read_codes(codes))
    else:
        raise InputError("Say which sheets to make.", "Give --count N or --codes FILE.")
    write_separators(sheets, out, paper)
    typer.echo(f"{say_number(len(sheets), 'sheet')} written to {out}")


def _read_codes(path: Path) -> Sequence[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("The file of codes can't be read.", "Give a plain text file saved as UTF-8.") from error
    return [line.strip() for line in text.splitlines() if line.strip()]
