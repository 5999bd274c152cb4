"""Names and codes in a report: every text in it goes through the same hands."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records.decisions import PatternMember
from pipeline.records.patterns import Evidence
from pipeline.records.report import Report
from pipeline.records.roster import RosterEntry
from pipeline.roster import BAR, NAME_SIGN, build_mask
from pipeline.walk.withhold import bar_patterns, withhold_names
from tests.export.conftest import make_report

MASK = build_mask([RosterEntry("Zephyrine", "Quillfeather"), RosterEntry("Bo", "Lopez")])
CODES = {"B12": "KE7", "K07": "BA2", "M31": "M31"}


def plant(report: Report) -> Report:
    """A name wherever a teacher or a student can have written one."""
    collection = replace(report.collection, name="Zephyrine's class", task="Write to Quillfeather.")
    patterns = tuple(
        replace(
            one,
            name="Zephyrine says",
            notice="like Bo Lopez",
            basis="near Quillfeather",
            suggested_name="zephyrine, floor",
        )
        for one in report.patterns
    )
    crops = tuple(replace(crop, quote="my friend Zephyrine") for crop in report.crops)
    step = replace(report.next_step, move="ask Quillfeather", owner="Ms Lopez") if report.next_step else None
    return replace(report, collection=collection, patterns=patterns, crops=crops, next_step=step)


def test_no_text_of_a_report_keeps_a_name() -> None:
    """Title, task, names, notices, quotes and the step; the teacher's own name stays."""
    left = withhold_names(plant(make_report()), MASK, CODES)
    told = repr(left).casefold()
    assert not [name for name in ("zephyrine", "quillfeather", "bo lopez") if name in told]
    assert left.collection.name == f"{NAME_SIGN}'s class"
    assert left.next_step is not None
    assert left.next_step.owner == "Ms Lopez"
    assert all(crop.quote == f"my friend {NAME_SIGN}" for crop in left.crops)


def test_every_piece_is_shown_under_its_students_code() -> None:
    """Members, evidence, crops and lists; pictures and kinds stay what they are."""
    before = make_report()
    left = withhold_names(before, MASK, CODES)
    assert left.pieces == ("BA2", "KE7", "M31")
    assert [member.piece for member in left.patterns[1].members] == ["BA2", "KE7"]
    assert [member.evidence[0].piece for member in left.patterns[1].members] == ["BA2", "KE7"]
    assert [crop.piece for crop in left.crops] == ["BA2", "KE7"]
    assert left.crops[0].png == before.crops[0].png
    assert left.patterns[0].kind is before.patterns[0].kind
    assert left.next_step is not None
    assert before.next_step is not None
    assert left.next_step.grouping is before.next_step.grouping


def test_quotes_older_than_the_list_get_bars_too() -> None:
    """What was decided before the list was given; a name that the teacher typed stays on the teacher's screen."""
    evidence = Evidence("K07", 0, 16, "Zephyrine's water")
    found, typed, _ = make_report().patterns
    found = replace(found, name="Zephyrine says", suggested_name="Zephyrine says")
    found = replace(found, members=(PatternMember("K07", (evidence,), is_checked=True),))
    barred, kept = bar_patterns([found, replace(typed, name="as Zephyrine did")], MASK)
    bar = BAR * len("Zephyrine")
    assert (barred.name, barred.members[0].evidence[0].quote) == (f"{bar} says", f"{bar}'s water")
    assert barred.members[0].piece == "K07"
    assert kept.name == "as Zephyrine did"
    assert bar_patterns([found], build_mask([])) == (found,)
