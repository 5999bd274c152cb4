"""Patterns and reports come in; the words that every artefact says of them go out."""

from __future__ import annotations

from collections import Counter

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import CandidateKind
from pipeline.records.report import Report
from pipeline.roster import count_sections, say_section

KIND_WORDS = {
    CandidateKind.PILE: "first sort",
    CandidateKind.IDEA: "shared idea",
    CandidateKind.CRAFT: "way of writing",
    CandidateKind.OWN: "the teacher's own",
}
HOW_COMPARED = "As the computer compares words: it misses ideas said in other words. A place to look, and no mark."
STATUS_WORDS = {
    PatternStatus.SUGGESTED: "suggested",
    PatternStatus.CONFIRMED: "confirmed",
    PatternStatus.SET_ASIDE: "not a pattern",
}


def say_count(pattern: Pattern, handed_in: int) -> str:
    """Return who counted how many of what: "9 checked by you + 2 suggested, of 26 handed in"."""
    checked = pattern.checked_count
    suggested = len(pattern.members) - checked
    parts = [f"{checked} checked by you"] if checked else []
    parts += [f"{suggested} suggested"] if suggested or not parts else []
    return f"{' + '.join(parts)}, of {handed_in} handed in"


def say_sections(pattern: Pattern, report: Report, *, is_printed: bool = False) -> str:
    """Return n of N for each section, "Period 1: 5 of 14 · Period 2: 1 of 12"; "" where there are no sections.

    On what is printed one or two pieces are not counted out.
    """
    if not report.sections:
        return ""
    counts = count_sections([member.piece for member in pattern.members], report.sections)
    return " · ".join(say_section(count, is_printed=is_printed) for count in counts)


def say_missing(report: Report) -> str:
    """Return "24 of 26 on the class's list handed in", "" without a list."""
    if not report.listed:
        return ""
    return f"{report.listed - len(report.missing)} of {report.listed} on the class's list handed in"


def say_taken_out(report: Report) -> str:
    """Return "28 of 30 pieces; 2 taken out: newer draft (2)", "" where every piece counts."""
    if not report.left_out:
        return ""
    count, all_count = len(report.left_out), len(report.pieces) + len(report.left_out)
    reasons = Counter(left.reason or "no reason given" for left in report.left_out)
    told = ", ".join(f"{reason} ({many})" if many > 1 else reason for reason, many in sorted(reasons.items()))
    return f"{len(report.pieces)} of {all_count} pieces; {count} taken out: {told}"


def say_footer(report: Report) -> tuple[str, ...]:
    """Return the counts that stand under every artefact, one phrase each."""
    statuses = [pattern.status for pattern in report.patterns]
    return (
        f"{statuses.count(PatternStatus.SUGGESTED)} suggested",
        f"{statuses.count(PatternStatus.CONFIRMED)} confirmed",
        f"{sum(pattern.is_renamed for pattern in report.patterns)} renamed",
        f"{statuses.count(PatternStatus.SET_ASIDE)} not a pattern",
        f"{len(report.not_sorted)} not sorted yet",
        f"{len(report.needs_eyes)} {'needs' if len(report.needs_eyes) == 1 else 'need'} your eyes",
        f"{report.couldnt_open} couldn't be opened",
        *filter(None, (say_taken_out(report),)),
    )


def keep_shown(report: Report) -> tuple[Pattern, ...]:
    """Return the patterns that are not set aside, confirmed ones first, each kind in the order of the desk."""
    shown = [pattern for pattern in report.patterns if pattern.status is not PatternStatus.SET_ASIDE]
    return tuple(sorted(shown, key=lambda pattern: pattern.status is not PatternStatus.CONFIRMED))
