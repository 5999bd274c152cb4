"""Counts always say of what."""

from __future__ import annotations

from dataclasses import replace

from pipeline.export.wording import say_count, say_footer, say_taken_out
from pipeline.records.decisions import PatternMember
from pipeline.records.pages import LeftOut
from pipeline.records.report import Report


def test_a_mixed_pattern_says_who_counted_what(report: Report) -> None:
    """Checked by a person and suggested by the machine are told apart."""
    confirmed = report.patterns[1]
    mixed = replace(confirmed, members=(*confirmed.members, PatternMember("M31", (), is_checked=False)))
    assert say_count(mixed, 26) == "2 checked by you + 1 suggested, of 26 handed in"


def test_an_emptied_pattern_still_counts(report: Report) -> None:
    """None of them is an answer."""
    assert say_count(replace(report.patterns[1], members=()), 26) == "0 suggested, of 26 handed in"


def test_the_footer_counts_what_still_needs_a_person(report: Report) -> None:
    """Not sorted, needing eyes, couldn't be opened: never left out."""
    assert say_footer(report)[-3:] == ("1 not sorted yet", "1 needs your eyes", "1 couldn't be opened")


def test_the_footer_counts_what_was_taken_out(handed_report: Report) -> None:
    """Of how many, and why; a reason given twice is counted."""
    assert say_footer(handed_report)[-1] == "3 of 5 pieces; 2 taken out: =absent, newer draft"
    twice = replace(handed_report, left_out=(LeftOut("A11", "absent"), LeftOut("A12", "absent"), LeftOut("A13", "")))
    assert say_taken_out(twice) == "3 of 6 pieces; 3 taken out: absent (2), no reason given"
    assert say_taken_out(replace(handed_report, left_out=())) == ""
