"""A report in; the same with every name of the class hidden and every piece under the code it is shown as, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from pipeline.records.decisions import Pattern
from pipeline.records.report import Report
from pipeline.roster import NameMask, bar_names, hide_names

Change = Callable[[str], str]


def make_strict(mask: NameMask) -> NameMask:
    """Return the mask for what leaves: names written small are hidden too, as words that name a pattern are."""
    return replace(mask, any_case=True)


def withhold_names(report: Report, mask: NameMask, codes: Mapping[str, str]) -> Report:
    """Return the report as it may leave: whatever text is in it, now or in a later version, goes through here.

    Who does the next step is a teacher: of that only a student's whole name is hidden.
    """
    strict = make_strict(mask)

    def change(text: str) -> str:
        return codes.get(text) or hide_names(text, strict)

    changed: Report = change_texts(report, change)
    if changed.next_step and report.next_step:
        whole = NameMask(beside=mask.certain | mask.beside)
        owner = hide_names(report.next_step.owner, whole)
        changed = replace(changed, next_step=replace(changed.next_step, owner=owner))
    return replace(changed, pieces=tuple(sorted(changed.pieces)))


def bar_patterns(patterns: Sequence[Pattern], mask: NameMask) -> tuple[Pattern, ...]:
    """Return patterns with bars for names in quotes and suggested names: they may be older than the class's list."""
    return tuple(_bar_pattern(pattern, mask) for pattern in patterns) if mask else tuple(patterns)


def _bar_pattern(pattern: Pattern, mask: NameMask) -> Pattern:
    def bar(text: str) -> str:
        return bar_names(text, mask)

    suggested = bar(pattern.suggested_name)
    name = pattern.name if pattern.is_renamed else suggested
    return replace(pattern, name=name, suggested_name=suggested, members=change_texts(pattern.members, bar))


def change_texts(record: Any, change: Change) -> Any:
    """Return a record with every text in it changed, however deep; pictures, numbers and kinds stay."""
    if isinstance(record, str) and not isinstance(record, Enum):
        return change(record)
    if isinstance(record, tuple):
        return tuple(change_texts(part, change) for part in record)
    if isinstance(record, Mapping):
        return {change_texts(key, change): change_texts(part, change) for key, part in record.items()}
    if is_dataclass(record) and not isinstance(record, type):
        return replace(record, **{f.name: change_texts(getattr(record, f.name), change) for f in fields(record)})
    return record
