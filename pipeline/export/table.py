"""A report comes in; the table of pieces by patterns goes out, by codes only, with no cell that a spreadsheet runs."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.export.wording import STATUS_WORDS, keep_shown
from pipeline.records.decisions import Pattern
from pipeline.records.report import Report

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell starts that a spreadsheet takes for a formula (OWASP, CSV injection), full-width forms included."""

CAPTION_COLUMN = "words the teacher wrote down"


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows, every cell a string; all rows are as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def build_table(report: Report) -> Table:
    """Return one row a piece: its code, its section where there are several, and what it has of each pattern.

    "checked" or "suggested"; then what still needs a person, and the words a teacher wrote down for pieces, if any.
    """
    patterns = keep_shown(report)
    section = ("section",) if report.sections else ()
    told = (CAPTION_COLUMN,) if report.captions else ()
    ideas = tabulate_model_ideas(report)
    header = ("piece", *section, *_name_columns(patterns), "not sorted yet", "needs your eyes", *told)
    verdicts = ideas.rows or [("",) for _ in report.pieces]
    rows = zip((_fill_row(report, patterns, code) for code in report.pieces), verdicts, strict=True)
    return Table((*header, *ideas.header[1:]), tuple((*row, *more[1:]) for row, more in rows))


def tabulate_model_ideas(report: Report) -> Table:
    """Return one row a piece and one column an idea of the model answer; no rows where there is none."""
    if not report.model_ideas:
        return Table(("piece",), ())
    header = ("piece", *(f"model answer: {idea.text}" for idea in report.model_ideas))
    verdicts = [{one.piece: one.verdict.value for one in idea.pieces} for idea in report.model_ideas]
    return Table(header, tuple((code, *(one.get(code, "") for one in verdicts)) for code in report.pieces))


def defuse_cell(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe before what it would take for a formula."""
    kept = "".join(sign for sign in text if sign.isprintable() or sign in "\t\r\n")
    return f"'{kept}" if kept.startswith(RUNS) else kept


def _name_columns(patterns: tuple[Pattern, ...]) -> list[str]:
    """Name and status of each pattern; a name that comes twice is numbered."""
    names: list[str] = []
    for pattern in patterns:
        name = f"{pattern.name} ({STATUS_WORDS[pattern.status]})"
        again = sum(other == name or other.startswith(f"{name} #") for other in names)
        names.append(f"{name} #{again + 1}" if again else name)
    return names


def _fill_row(report: Report, patterns: tuple[Pattern, ...], code: str) -> tuple[str, ...]:
    cells = [_fill_cell(pattern, code) for pattern in patterns]
    unsorted = "yes" if code in report.not_sorted else ""
    section = (report.sections.get(code, ""),) if report.sections else ()
    told = (report.captions.get(code, ""),) if report.captions else ()
    return code, *section, *cells, unsorted, "yes" if code in report.needs_eyes else "", *told


def _fill_cell(pattern: Pattern, code: str) -> str:
    for member in pattern.members:
        if member.piece == code:
            circled = ", circled" if any(evidence.ring for evidence in member.evidence) else ""
            return ("checked" if member.is_checked else "suggested") + circled
    return ""
