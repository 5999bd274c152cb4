"""Plans, refusals and findings come in; the sentences a teacher reads in the terminal go out."""

from __future__ import annotations

import os
import shlex
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.records.patterns import Findings
    from pipeline.records.work import IntakePlan, Refusal

MOST_PATTERNS = 10
LONGEST_ENDING = 5


def say_number(count: int, one: str, many: str = "") -> str:
    """Return "1 page" or "3 pages"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def show_name(name: str) -> str:
    """Return a file's name so that a terminal can't be led astray by it: no control or direction signs."""
    return "".join("?" if unicodedata.category(sign) in ("Cc", "Cf", "Cs") else sign for sign in name)


def show_path(path: Path) -> str:
    """Return a path as it can be copied into a command, in quotes where it has a space in it."""
    return subprocess.list2cmdline([str(path)]) if os.name == "nt" else shlex.quote(str(path))


def say_plan(plan: IntakePlan, *, shows_files: bool = True) -> Iterator[str]:
    """Yield what will become of the files: "30 files → 28 pieces, 2 joined", and each join.

    Names of files are names of students: they are left out where `shows_files` says so.
    """
    joined = f", {plan.joined_count} joined" if plan.joined_count else ""
    pages = say_number(plan.page_count, "page")
    yield f"{say_number(plan.files_seen, 'file')} → {say_number(len(plan.pieces), 'piece')}{joined}, {pages}"
    for piece in plan.pieces:
        if piece.is_joined and shows_files:
            yield f"  joined: {' + '.join(show_name(source.name) for source in piece.sources)}"
    if plan.sides_left_out:
        yield f"  not read: {say_number(plan.sides_left_out, 'blank side or separator', 'blank sides and separators')}"
    if plan.joined_count:
        yield "  (--one-file-one-piece keeps them apart)"
    yield from _say_hand_ins(plan, shows_files=shows_files)
    for same in plan.same_files if shows_files else ():
        yield f"  the same file twice, both kept: {' = '.join(show_name(source.name) for source in same.sources)}"


def _say_hand_ins(plan: IntakePlan, *, shows_files: bool) -> Iterator[str]:
    """Yield what a class platform says of the hand-ins: which are late, and which drafts are passed over."""
    if plan.late_count:
        yield f"  handed in late, as the platform says: {say_number(plan.late_count, 'piece')}"
    for piece in plan.pieces if shows_files else ():
        if piece.handed and piece.handed.is_late:
            yield f"    {show_name(piece.stem)}"
    redrafted = [piece for piece in plan.pieces if piece.older_drafts]
    if redrafted and not shows_files:
        yield f"  the newest draft counts, older ones are kept unread: {say_number(len(redrafted), 'piece')}"
    for piece in redrafted if shows_files else ():
        older, newest = ", ".join(show_name(path.name) for path in piece.older_drafts), piece.sources[-1].name
        yield f"  the newest draft counts: {show_name(newest)}; kept unread: {older}"


def say_refusals(refusals: tuple[Refusal, ...], *, shows_files: bool = True) -> Iterator[str]:
    """Yield what couldn't be opened, why, and what to do; without `shows_files` only the kind of each file."""
    if refusals:
        where = "" if shows_files else " (the app says which)"
        yield f"Couldn't open {say_number(len(refusals), 'file or page', 'files or pages')}{where}:"
    for refusal in refusals:
        name = show_name(refusal.source_name) if shows_files else _name_kind(refusal.source_name)
        yield f"  {name}: {refusal.reason} {refusal.hint}".rstrip()


def _name_kind(source_name: str) -> str:
    """Return "a .jpg" for a file's name; an ending may be part of a name ("essay.ann lee") and is then left out."""
    ending = PurePath(source_name).suffix.lower()
    is_known = len(ending) <= LONGEST_ENDING and ending[1:].isalnum()
    return f"a {ending} file" if is_known else "a file"


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
    yield from _say_model_ideas(findings)
    yield from findings.warnings


def _say_model_ideas(findings: Findings) -> Iterator[str]:
    from pipeline.records.reference import Verdict

    if findings.model_ideas:
        yield "Against the model answer, as the computer compares words:"
    for idea in findings.model_ideas:
        otherwise = idea.count(Verdict.OTHERWISE)
        also = f", {otherwise} say otherwise" if otherwise else ""
        yield f"  {idea.count(Verdict.SHARES)} of {len(findings.pieces)} share it{also}:  {show_name(idea.text)}"
