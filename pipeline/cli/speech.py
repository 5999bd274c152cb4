"""Plans, refusals and findings come in; the sentences a teacher reads in the terminal go out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.records.patterns import Findings
    from pipeline.records.work import IntakePlan, Refusal

MOST_PATTERNS = 10


def say_number(count: int, one: str, many: str = "") -> str:
    """Return "1 page" or "3 pages"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def show_name(name: str) -> str:
    """Return a file's name so that a terminal can't be led astray by it: no control or direction signs."""
    return "".join("?" if unicodedata.category(sign) in ("Cc", "Cf", "Cs") else sign for sign in name)


def say_plan(plan: IntakePlan) -> Iterator[str]:
    """Yield what will become of the files: "30 files → 28 pieces, 2 joined", and each join."""
    joined = f", {plan.joined_count} joined" if plan.joined_count else ""
    pages = say_number(plan.page_count, "page")
    yield f"{say_number(plan.files_seen, 'file')} → {say_number(len(plan.pieces), 'piece')}{joined}, {pages}"
    for piece in plan.pieces:
        if piece.is_joined:
            yield f"  joined: {' + '.join(show_name(source.name) for source in piece.sources)}"
    if plan.joined_count:
        yield "  (--one-file-one-piece keeps them apart)"
    for same in plan.same_files:
        yield f"  the same file twice, both kept: {' = '.join(show_name(source.name) for source in same.sources)}"


def say_refusals(refusals: tuple[Refusal, ...]) -> Iterator[str]:
    """Yield what couldn't be opened, why, and what to do."""
    if refusals:
        yield f"Couldn't open {say_number(len(refusals), 'file or page', 'files or pages')}:"
    for refusal in refusals:
        yield f"  {show_name(refusal.source_name)}: {refusal.reason} {refusal.hint}".rstrip()


def say_findings(findings: Findings) -> Iterator[str]:
    """Yield the patterns with n of N, best first, and what is about the set as a whole."""
    handed_in = len(findings.pieces)
    shown = findings.candidates[:MOST_PATTERNS]
    yield (
        f"{say_number(len(findings.candidates), 'pattern')} to look at:"
        if shown
        else "No clear pattern in these pieces."
    )
    for candidate in shown:
        doubt = "" if candidate.is_reliable else "  (not steady)"
        yield f"  {len(candidate.members)} of {handed_in}  {show_name(candidate.name)}{doubt}"
    if len(findings.candidates) > MOST_PATTERNS:
        yield f"  and {len(findings.candidates) - MOST_PATTERNS} more"
    if findings.not_sorted:
        yield f"Not sorted yet: {say_number(len(findings.not_sorted), 'piece')}."
    yield from findings.warnings
