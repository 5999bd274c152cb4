"""A report comes in; a PDF of one page goes out: what we saw, with the lines that show it, and the one next step."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.errors import ModelMissing
from pipeline.export.files import write_whole
from pipeline.export.sheet import FITS, plan_sheet
from pipeline.records.report import Report

if TYPE_CHECKING:
    import typst

Paper = Literal["a4", "us-letter"]
FOLDER = Path(__file__).parent
FONTS = FOLDER / "fonts"


def write_pdf(report: Report, out: Path, paper: Paper = "us-letter") -> None:
    """Write the one-page handout to `out`.

    A long review shows its first patterns and counts the rest. Raises InputError or DiskFull where the file can't be
    written, ModelMissing where the page's font isn't there.
    """
    write_whole(out, render_handout(report, paper))


def render_handout(report: Report, paper: Paper = "us-letter") -> bytes:
    """Return the PDF: the roomiest layout in FITS that still fits on one page."""
    for fit in FITS:
        sheet = plan_sheet(report, fit)
        pdf = _typeset({**sheet.words, "paper": paper}, sheet.pictures)
        if _count_pages(pdf) == 1:
            break
    return pdf


def _typeset(words: Mapping[str, object], pictures: Mapping[str, bytes]) -> bytes:
    """Return the PDF. Text goes in as data (sys_inputs), never as source; pictures too, so that no file is left."""
    import typst

    pdf, warnings = typst.compile_with_warnings(
        (FOLDER / "handout.typ").read_bytes(),
        format="pdf",
        font_paths=load_fonts(),
        sys_inputs={"review": json.dumps(words), "pictures": json.dumps({k: list(v) for k, v in pictures.items()})},
    )
    if any("unknown font" in warning.message for warning in warnings):
        raise ModelMissing("The handout's font is missing from the installation.")
    return bytes(pdf)


@cache
def load_fonts() -> typst.Fonts:
    """Return ours first; the system's come in only for scripts that ours doesn't have."""
    import typst

    return typst.Fonts(font_paths=[str(FONTS)])


def _count_pages(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
