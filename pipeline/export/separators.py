"""Codes come in; a PDF of separator sheets, one a code, goes out: laid before each student's pages, they cut a stack.

A sheet carries its code and nothing else about a student: as a square for the scanner and as text for people.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import InputError, ModelMissing
from pipeline.export.files import write_whole
from pipeline.export.handout import FOLDER, Paper, load_fonts

MOST_SHEETS = 500
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,23}")


def number_codes(count: int) -> tuple[str, ...]:
    """Return "S01", "S02", …, as wide as the last one needs; raises InputError for none or too many."""
    if not 1 <= count <= MOST_SHEETS:
        raise InputError(f"Separator sheets are made 1 to {MOST_SHEETS} at a time.", "Ask for fewer.")
    digits = max(2, len(str(count)))
    return tuple(f"S{number:0{digits}d}" for number in range(1, count + 1))


def check_codes(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes; raises InputError for one that is no code or given twice: a name must not get on a sheet."""
    wrong = next((code for code in codes if not _CODE.fullmatch(code)), None)
    if wrong is not None or not codes:
        at = f" Line {codes.index(wrong) + 1} is none." if wrong is not None else ""
        hint = "One code a line: letters, digits, dots and dashes, 24 signs at most, no names."
        raise InputError(f"These are no codes.{at}", hint)
    if len(set(codes)) < len(codes) or len(codes) > MOST_SHEETS:
        raise InputError(f"Each code is needed once, {MOST_SHEETS} at most.", "Take out what is there twice.")
    return tuple(codes)


def write_separators(codes: Sequence[str], out: Path, paper: Paper = "us-letter") -> None:
    """Write the sheets to `out`; raises InputError or DiskFull where the file can't be written."""
    write_whole(out, render_separators(codes, paper))


def render_separators(codes: Sequence[str], paper: Paper = "us-letter") -> bytes:
    """Return the PDF, one page a code. Codes are QR (ISO/IEC 18004) at error level Q: a quarter may be unreadable."""
    import segno
    import typst

    sheets = [{"code": code, "square": segno.make_qr(code, error="q").svg_inline(border=4)} for code in codes]
    pdf, warnings = typst.compile_with_warnings(
        (FOLDER / "separators.typ").read_bytes(),
        format="pdf",
        font_paths=load_fonts(),
        sys_inputs={"sheets": json.dumps(sheets), "paper": paper},
    )
    if any("unknown font" in warning.message for warning in warnings):
        raise ModelMissing("The separator sheets' font is missing from the installation.")
    return bytes(pdf)
