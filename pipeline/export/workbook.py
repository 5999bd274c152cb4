"""A report comes in; an XLSX workbook goes out: pieces by patterns, the patterns, the next step, what was circled."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.export.files import write_whole
from pipeline.export.table import CAPTION_COLUMN, build_table, tabulate_model_ideas
from pipeline.export.wording import (
    HOW_COMPARED,
    KIND_WORDS,
    STATUS_WORDS,
    keep_shown,
    say_count,
    say_footer,
    say_missing,
    say_sections,
)
from pipeline.records.decisions import NextStep, Pattern
from pipeline.records.report import EvidenceCrop, Report

Row = Sequence[str | int]
PATTERN_HEADER = (
    "pattern", "kind", "mark", "status", "n", "of", "count", "pieces", "I notice", "suggested name", "rests on",
    "how steady", "warnings", "by section",
)  # fmt: skip
AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
PICTURE_HEIGHT_PX = 160
LONGEST_CELL = 32_000
"""Characters; a worksheet's cell holds 32,767 (Microsoft, Excel specifications and limits)."""


def write_xlsx(report: Report, out: Path) -> None:
    """Write the workbook to `out`; raises InputError or DiskFull where the file can't be written."""
    write_whole(out, render_xlsx(report))


def render_xlsx(report: Report) -> bytes:
    """Return the workbook: text only ever as text, counts as numbers, codes and never a name."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    with Workbook(content, AS_TEXT) as workbook:
        head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for title, rows in _plan_sheets(report).items():
            _fill_sheet(workbook.add_worksheet(title), rows, head)
        circled = [crop for crop in report.crops if crop.is_circled]
        if circled:
            _fill_pictures(workbook.add_worksheet("Circled"), circled, report, head)
    return content.getvalue()


def _plan_sheets(report: Report) -> dict[str, list[Row]]:
    table = build_table(report)
    missing: list[Row] = [(say_missing(report), "missing:", " ".join(report.missing))] if report.listed else []
    counts: list[Row] = [(), *((phrase,) for phrase in say_footer(report)), *missing]
    shown = [_describe_pattern(pattern, report) for pattern in keep_shown(report)]
    sheets: dict[str, list[Row]] = {
        "Pieces by patterns": [table.header, *table.rows],
        "Patterns": [PATTERN_HEADER, *shown, *counts],
        "Next step": [("next step", ""), *_describe_step(report.next_step, report)],
    }
    if report.model_ideas:
        ideas = tabulate_model_ideas(report)
        sheets["Against the model answer"] = [ideas.header, *ideas.rows, (), (HOW_COMPARED,)]
    return sheets


def _describe_pattern(pattern: Pattern, report: Report) -> Row:
    handed_in = len(report.pieces)
    codes = " ".join(member.piece for member in pattern.members)
    mark = pattern.mark.value if pattern.mark else ""
    return (
        pattern.name, KIND_WORDS[pattern.kind], mark, STATUS_WORDS[pattern.status],
        len(pattern.members), handed_in, say_count(pattern, handed_in), codes, pattern.notice, pattern.suggested_name,
        pattern.basis, pattern.steadiness.sentence, " ".join(pattern.warnings),
        say_sections(pattern, report),
    )  # fmt: skip


def _describe_step(step: NextStep | None, report: Report) -> list[Row]:
    if step is None:
        return [("not chosen yet", "")]
    names = [pattern.name for pattern in report.patterns if pattern.id in step.patterns]
    return [
        ("task", report.collection.task),
        ("what we saw", "; ".join(names)),
        ("for", step.grouping.value),
        ("what we do", step.move),
        ("who", step.owner),
        ("when", step.do_on),
        ("how we will know", step.expected_evidence),
        ("check on", step.check_on),
    ]


def _fill_pictures(sheet: Any, circled: Sequence[EvidenceCrop], report: Report, head: Any) -> None:
    """Show what was circled beside the pattern it belongs to and its piece's code."""
    names = {pattern.id: pattern.name for pattern in report.patterns}
    rows = [("pattern", "piece", CAPTION_COLUMN), *((names[one.pattern], one.piece, one.caption) for one in circled)]
    _fill_sheet(sheet, rows, head)
    for row, crop in enumerate(circled, 1):
        sheet.set_row_pixels(row, PICTURE_HEIGHT_PX)
        if crop.png:
            scale = PICTURE_HEIGHT_PX / _measure_height(crop.png)
            place = {"image_data": io.BytesIO(crop.png), "x_scale": scale, "y_scale": scale, "object_position": 1}
            sheet.insert_image(row, 3, f"{crop.piece}.png", place)


def _measure_height(png: bytes) -> int:
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        return picture.height


def _fill_sheet(sheet: Any, rows: Sequence[Row], head: Any) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 20, 18)
    sheet.freeze_panes(1, 1)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            style = head if row == 0 else None
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, style)
            else:
                sheet.write_string(row, column, cell[:LONGEST_CELL], style)
