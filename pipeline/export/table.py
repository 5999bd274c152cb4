"""A report comes in; the table of pieces by patterns goes out, by codes only, with no cell that a spreadsheet runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.export.wording import STATUS_WORDS, keep_shown
from pipeline.records.decisions import Pattern, PatternMember
from pipeline.records.report import Report

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell starts that a spreadsheet takes for a formula (OWASP, CSV injection), full-width forms included."""

CAPTION_COLUMN = "words the teacher wrote down"
HAND_IN_COLUMN = "handed in"
OUT_COLUMN = "taken out of the set"

_Column = tuple[str, Mapping[str, str]]
"""What stands above a column, and its cells by the piece's code."""


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows, every cell a string; all rows are as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def build_table(report: Report) -> Table:
    """Return one row a piece: its code, its section where there are several, and what it has of each pattern.

    "checked" or "suggested"; then what still needs a person, and what is known of any piece: how it was handed in, the
    words a teacher wrote down, the model answer's ideas. Pieces taken out of the set follow, each with its reason.
    """
    patterns, ideas = keep_shown(report), tabulate_model_ideas(report)
    columns = [
        _make_column("section", report.sections),
        *(_tell_members(name, one) for name, one in zip(_name_columns(patterns), patterns, strict=True)),
        ("not sorted yet", dict.fromkeys(report.not_sorted, "yes")),
        ("needs your eyes", dict.fromkeys(report.needs_eyes, "yes")),
        _make_column(HAND_IN_COLUMN, {code: one.told for code, one in report.hand_ins.items()}),
        _make_column(CAPTION_COLUMN, report.captions),
        *((head, {row[0]: row[at] for row in ideas.rows}) for at, head in enumerate(ideas.header) if at),
        _make_column(OUT_COLUMN, {left.piece: left.reason or "yes" for left in report.left_out}),
    ]
    kept = [column for column in columns if column]
    codes = (*report.pieces, *(left.piece for left in report.left_out))
    header = ("piece", *(head for head, _ in kept))
    return Table(header, tuple((code, *(cells.get(code, "") for _, cells in kept)) for code in codes))


def add_warnings(table: Table, report: Report) -> Table:
    """Return the table with what is to be minded of each piece's patterns in one more column, if there is anything."""
    shown = keep_shown(report)
    named = zip(_name_columns(shown), shown, strict=True)
    told = [
        (f"{name}: {' '.join(one.warnings)}", {member.piece for member in one.members})
        for name, one in named
        if one.warnings
    ]
    if not told:
        return table
    rows = ((*row, " ".join(words for words, pieces in told if row[0] in pieces)) for row in table.rows)
    return Table((*table.header, "warnings"), tuple(rows))


def tabulate_model_ideas(report: Report) -> Table:
    """Return one row a piece and one column an idea of the model answer; no rows where there is none."""
    if not report.model_ideas:
        return Table(("piece",), ())
    header = ("piece", *(f"model answer: {idea.text}" for idea in report.model_ideas))
    verdicts = [{one.piece: one.verdict.value for one in idea.pieces} for idea in report.model_ideas]
    return Table(header, tuple((code, *(one.get(code, "") for one in verdicts)) for code in report.pieces))


def defuse_cell(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe before what it would take for a formula.

    Signs that nobody sees are left out; a space of any width is a space.
    """
    plain = (" " if sign.isspace() and sign not in "\t\r\n" else sign for sign in text)
    kept = "".join(sign for sign in plain if sign.isprintable() or sign in "\t\r\n")
    return f"'{kept}" if kept.startswith(RUNS) or kept.lstrip().startswith(RUNS) else kept


def _name_columns(patterns: tuple[Pattern, ...]) -> list[str]:
    """Name and status of each pattern; a name that comes twice is numbered."""
    names: list[str] = []
    for pattern in patterns:
        name = f"{pattern.name} ({STATUS_WORDS[pattern.status]})"
        again = sum(other == name or other.startswith(f"{name} #") for other in names)
        names.append(f"{name} #{again + 1}" if again else name)
    return names


def _make_column(head: str, cells: Mapping[str, str]) -> _Column | None:
    """Return a column that is there only where it says something."""
    return (head, cells) if any(cells.values()) else None


def _tell_members(head: str, pattern: Pattern) -> _Column:
    return head, {member.piece: _tell_member(member) for member in reversed(pattern.members)}


def _tell_member(member: PatternMember) -> str:
    circled = ", circled" if any(evidence.ring for evidence in member.evidence) else ""
    return ("checked" if member.is_checked else "suggested") + circled
