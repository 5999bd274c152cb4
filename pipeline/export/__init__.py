"""The only way out: a report, findings or transcriptions come in, files that others may open go out."""

from __future__ import annotations

from pipeline.export.csv_table import render_csv, write_csv
from pipeline.export.handout import render_handout, write_pdf
from pipeline.export.workbook import render_xlsx, write_xlsx

__all__ = ["render_csv", "render_handout", "render_xlsx", "write_csv", "write_pdf", "write_xlsx"]
