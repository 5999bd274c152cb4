"""Counts always say of what."""

from __future__ import annotations

from dataclasses import replace

from pipeline.export.wording import say_count, say_footer
from pipeline.records.decisions import PatternMember
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
