"""The only way out: a report, findings or transcriptions come in, files that others may open go out."""

from __future__ import annotations

from pipeline.export.csv_table import write_csv
from pipeline.export.handout import write_pdf
from pipeline.export.workbook import write_xlsx

__all__ = ["write_csv", "write_pdf", "write_xlsx"]
