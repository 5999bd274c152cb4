"""Decisions make patterns of candidates; what was decided stays when more work comes in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.decide import apply_decisions, keep_in_force
from pipeline.records.decisions import Mark, PatternStatus
from pipeline.records.patterns import CandidateKind, Evidence, Member
from tests.decide.conftest import Diary, candidate_of, codes, findings_of

LEAVES = candidate_of("water leaves through the leaves", "A11", "B22", "C33")
ROOTS = candidate_of("the roots can't drink", "C33", "D44", "E55", at=40)
SUN = candidate_of("the sun dries it", "A11", "F66", "G77", at=80)
FINDINGS = findings_of(LEAVES, ROOTS, SUN)


@pytest.fixture
def diary() -> Diary:
    return Diary()


def test_without_decisions_all_is_suggested() -> None:
    """As found, best first, nothing checked, no mark."""
    patterns = apply_decisions(FINDINGS, [])
    assert [pattern.id for pattern in patterns] == [LEAVES.id, ROOTS.id, SUN.id]
    assert all(p.status is PatternStatus.SUGGESTED and p.mark is None and not p.checked_count for p in patterns)


def test_confirm_checks_all_members_and_moves_on(diary: Diary) -> None:
    """A confirmed pattern stands after the suggestions that are left."""
    diary.decide("confirm", LEAVES)
    *open_ones, confirmed = apply_decisions(FINDINGS, diary.decisions)
    assert [pattern.id for pattern in open_ones] == [ROOTS.id, SUN.id]
    assert (confirmed.status, confirmed.checked_count) == (PatternStatus.CONFIRMED, 3)


def test_rename_keeps_the_suggested_name_beside(diary: Diary) -> None:
    """The teacher's name is shown; an empty name gives the suggestion back."""
    diary.decide("rename", LEAVES, "Transpiration")
    renamed = apply_decisions(FINDINGS, diary.decisions)[0]
    assert (renamed.name, renamed.suggested_name, renamed.is_renamed) == ("Transpiration", LEAVES.name, True)
    diary.decide("rename", LEAVES, " ")
    assert apply_decisions(FINDINGS, diary.decisions)[0].name == LEAVES.name


def test_set_aside_goes_last_with_its_reason(diary: Diary) -> None:
    """Not a pattern: last on the desk, and the reason is kept."""
    diary.decide("set_aside", LEAVES, "only the task's words")
    diary.decide("confirm", ROOTS)
    patterns = apply_decisions(FINDINGS, diary.decisions)
    assert [pattern.id for pattern in patterns] == [SUN.id, ROOTS.id, LEAVES.id]
    assert (patterns[-1].status, patterns[-1].reason) == (PatternStatus.SET_ASIDE, "only the task's words")


def test_pieces_are_taken_out_and_put_in(diary: Diary) -> None:
    """Taken out is remembered; put in is checked, and takes the piece off the list of those taken out."""
    diary.decide("take_out", LEAVES, "B22")
    diary.decide("put_in", LEAVES, "Z99")
    pattern = apply_decisions(FINDINGS, diary.decisions)[0]
    assert codes(pattern.members) == ["A11", "C33", "Z99"]
    assert (pattern.taken_out, pattern.checked_count) == (("B22",), 1)
    diary.decide("put_in", LEAVES, "B22")
    assert apply_decisions(FINDINGS, diary.decisions)[0].taken_out == ()


def test_confirming_after_taking_out_leaves_it_out(diary: Diary) -> None:
    """The snapshot on the card still has the piece; the teacher's word counts."""
    diary.decide("take_out", LEAVES, "B22")
    diary.decide("confirm", LEAVES)
    assert codes(apply_decisions(FINDINGS, diary.decisions)[-1].members) == ["A11", "C33"]


def test_mark_and_notice(diary: Diary) -> None:
    """The teacher's mark and words; an empty mark takes it off."""
    diary.decide("mark", LEAVES, "success")
    diary.decide("notice", LEAVES, "they name the leaf")
    pattern = apply_decisions(FINDINGS, diary.decisions)[0]
    assert (pattern.mark, pattern.notice) == (Mark.SUCCESS, "they name the leaf")
    assert pattern.status is PatternStatus.SUGGESTED
    diary.decide("mark", LEAVES, "")
    assert apply_decisions(FINDINGS, diary.decisions)[0].mark is None


def test_undo_and_redo(diary: Diary) -> None:
    """Undo takes back; undoing the undo brings it back."""
    confirmed = diary.decide("confirm", LEAVES)
    undone = diary.undo(confirmed)
    assert apply_decisions(FINDINGS, diary.decisions) == apply_decisions(FINDINGS, [])
    diary.undo(undone)
    assert apply_decisions(FINDINGS, diary.decisions)[-1].status is PatternStatus.CONFIRMED


def test_six_decisions_stay_when_five_pieces_come(diary: Diary) -> None:
    """Everything found anew has other members and so other ids; what was decided keeps its name, mark and members.

    Its new members wait unchecked, what was set aside stays away, and what was taken out stays out.
    """
    diary.decide("take_out", LEAVES, "B22")
    diary.decide("confirm", LEAVES)
    diary.decide("rename", LEAVES, "Transpiration")
    diary.decide("mark", LEAVES, "success")
    diary.decide("set_aside", ROOTS, "from the book")
    diary.decide("notice", LEAVES, "the leaf is named")
    leaves = candidate_of("leaves lose water", "A11", "B22", "C33", "H01", "H02")
    roots = candidate_of("roots and water", "C33", "D44", "E55", "H03", at=40)
    sun = candidate_of("sun", "A11", "F66", "G77", "H04", "H05", at=80)
    soil = candidate_of("the soil is dry", "H01", "H03", "H05", at=120)
    patterns = apply_decisions(findings_of(soil, sun, roots, leaves), diary.decisions)
    assert [pattern.id for pattern in patterns] == [soil.id, sun.id, LEAVES.id, ROOTS.id]
    kept = patterns[2]
    assert (kept.name, kept.mark, kept.notice) == ("Transpiration", Mark.SUCCESS, "the leaf is named")
    assert [(m.piece, m.is_checked) for m in kept.members] == [
        ("A11", True),
        ("C33", True),
        ("H01", False),
        ("H02", False),
    ]
    assert (patterns[3].status, codes(patterns[3].members)) == (PatternStatus.SET_ASIDE, ["C33", "D44", "E55"])


def test_what_is_not_found_again_stays_as_it_was_decided(diary: Diary) -> None:
    """A confirmed pattern no candidate resembles any more is shown from its snapshot."""
    diary.decide("confirm", LEAVES)
    (kept,) = apply_decisions(findings_of(), diary.decisions)
    assert codes(kept.members) == ["A11", "B22", "C33"]


def test_kinds_never_match(diary: Diary) -> None:
    """A first sort of the same pieces is another pattern than a shared idea."""
    diary.decide("confirm", LEAVES)
    pile = candidate_of("pile", "A11", "B22", "C33", kind=CandidateKind.PILE)
    assert len(apply_decisions(findings_of(pile), diary.decisions)) == 2


def test_a_weak_likeness_is_no_match(diary: Diary) -> None:
    """One shared piece of five, shown by other words, is a new pattern, not the decided one."""
    diary.decide("set_aside", LEAVES, "no")
    other = candidate_of("something else", "C33", "X01", "X02", at=200)
    assert [pattern.id for pattern in apply_decisions(findings_of(other), diary.decisions)] == [other.id, LEAVES.id]


def test_confirming_pins_what_was_on_the_card(diary: Diary) -> None:
    """Renamed first, grown and changed by a new run, then confirmed: the members of that card are the checked ones."""
    diary.decide("rename", LEAVES, "Transpiration")
    card = replace(candidate_of("leaves", "A11", "C33", "H01"), id=LEAVES.id)
    diary.decide("confirm", card)
    (kept,) = apply_decisions(findings_of(), diary.decisions)
    assert (kept.name, codes(kept.members), kept.checked_count) == ("Transpiration", ["A11", "C33", "H01"], 3)


def test_a_pattern_is_known_as_it_was_seen_last(diary: Diary) -> None:
    """It grew from three to six pieces with the teacher's blessing; the next run is compared with the six."""
    diary.decide("confirm", LEAVES)
    grown = ("A11", "B22", "C33", "H01", "H02", "H03")
    diary.decide("confirm", replace(candidate_of("leaves", *grown), id=LEAVES.id))
    later = candidate_of("leaves again", *grown[3:], "H04")
    (kept,) = apply_decisions(findings_of(later), diary.decisions)
    assert (codes(kept.members), kept.checked_count) == ([*grown, "H04"], 6)


def test_the_confirmed_stand_in_the_order_decided(diary: Diary) -> None:
    """A notice is no verdict: what counts is when each was confirmed."""
    diary.decide("notice", LEAVES, "look")
    for candidate in (SUN, LEAVES, ROOTS):
        diary.decide("confirm", candidate)
    assert [p.id for p in apply_decisions(FINDINGS, diary.decisions)] == [SUN.id, LEAVES.id, ROOTS.id]


def test_evidence_stays_what_the_teacher_saw(diary: Diary) -> None:
    """Corrections move words: the same words are shown where they stand now, and other lines don't take their place."""
    diary.decide("confirm", LEAVES)
    moved = Evidence("A11", 300, 310, "words at 0")
    other = Evidence("B22", 200, 230, "another line")
    corrected = Evidence("C33", 2, 14, "words at zero")
    members = tuple(Member(evidence.piece, 1.0, (evidence,)) for evidence in (moved, other, corrected))
    (kept,) = apply_decisions(findings_of(replace(LEAVES, members=members)), diary.decisions)
    assert [member.evidence for member in kept.members] == [(moved,), LEAVES.members[1].evidence, (corrected,)]


def test_who_is_put_in_may_bring_evidence(diary: Diary) -> None:
    """A passage chosen by hand comes in the snapshot; without one the piece alone is put in."""
    chosen = (Evidence("Z99", 5, 9, "wilt"),)
    diary.decide("put_in", replace(LEAVES, members=(*LEAVES.members, Member("Z99", 1.0, chosen))), "Z99")
    diary.decide("put_in", LEAVES, "Y88")
    members = apply_decisions(FINDINGS, diary.decisions)[0].members
    assert [(m.piece, m.evidence, m.is_checked) for m in members[-2:]] == [("Z99", chosen, True), ("Y88", (), True)]


def test_an_undone_decision_lets_the_new_run_speak(diary: Diary) -> None:
    """Taken back, the old pattern is gone and what the new run found is a suggestion of its own."""
    diary.undo(diary.decide("confirm", LEAVES))
    later = candidate_of("leaves again", "A11", "B22", "C33", "H01")
    (pattern,) = apply_decisions(findings_of(later), diary.decisions)
    assert (pattern.id, pattern.status) == (later.id, PatternStatus.SUGGESTED)


VERBS = st.sampled_from(["confirm", "rename", "set_aside", "take_out", "put_in", "mark", "notice"])
VALUES = {"mark": "challenge", "take_out": "A11", "put_in": "A11", "rename": "mine"}


@given(st.lists(st.tuples(VERBS, st.sampled_from([LEAVES, ROOTS, SUN])), max_size=8))
def test_undoing_everything_leaves_nothing(steps: list[tuple[str, object]]) -> None:
    """Whatever was decided, undone from the last to the first the desk is as it was found."""
    diary = Diary()
    made = [diary.decide(verb, candidate, VALUES.get(verb, "")) for verb, candidate in steps]  # type: ignore[arg-type]
    for decision in reversed(made):
        diary.undo(decision)
    assert keep_in_force(diary.decisions) == ()
    assert apply_decisions(FINDINGS, diary.decisions) == apply_decisions(FINDINGS, [])


@given(st.lists(st.tuples(VERBS, st.sampled_from([LEAVES, ROOTS, SUN])), max_size=12))
def test_no_pattern_is_lost_and_no_piece_is_twice_in_one(steps: list[tuple[str, object]]) -> None:
    """Three candidates stay three patterns, whatever is decided."""
    diary = Diary()
    for verb, candidate in steps:
        diary.decide(verb, candidate, VALUES.get(verb, ""))  # type: ignore[arg-type]
    patterns = apply_decisions(FINDINGS, diary.decisions)
    assert {pattern.id for pattern in patterns} == {LEAVES.id, ROOTS.id, SUN.id}
    assert all(len(set(codes(p.members))) == len(p.members) for p in patterns)
