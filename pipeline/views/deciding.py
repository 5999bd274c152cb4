"""What a teacher pressed comes in; a decision kept for good goes out, and the next card is in focus.

Every function here is a widget's callback: `frame.guard` calls it before the page is drawn anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from pipeline.decide import (
    begin_pattern,
    keep_in_force,
    list_seen,
    read_part,
    write_caption,
    write_correction,
    write_part,
    write_ring,
)
from pipeline.errors import InputError
from pipeline.records.decisions import Decision, DecisionKind, Mark, NextStep, Pattern, PatternStatus, ReadingTest
from pipeline.records.patterns import Candidate, Evidence, Member
from pipeline.records.reading import Box, Correction, Transcript, WordRole
from pipeline.roster import BAR
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.views.components.scan import Said
from pipeline.views.crops import join_boxes
from pipeline.views.desk import OpenDesk, list_suggestions
from pipeline.views.focus import bring_to_focus, find_next
from pipeline.views.frame import find_settings
from pipeline.views.telling import tell_of_page
from pipeline.views.words import name_mark, shorten
from pipeline.walk.desk import Desk

NAME_CHARACTERS = 48
WORD_CHARACTERS = 24
PUT_IN_STRENGTH = 1.0
"""Who is put in by hand is a clear case: the teacher saw it."""


def confirm_pattern(table: OpenDesk, pattern: Pattern) -> None:
    """Confirm a pattern with the members it shows now, and go to the next one to look at."""
    _record(table, DecisionKind.CONFIRM, pattern)
    _turn_to_next(table, pattern)


def set_aside_pattern(table: OpenDesk, pattern: Pattern, reason: str) -> None:
    """Say that it is not a pattern, and why; go to the next one."""
    _record(table, DecisionKind.SET_ASIDE, pattern, reason.strip())
    _turn_to_next(table, pattern)


def rename_pattern(table: OpenDesk, pattern: Pattern, name: str) -> None:
    """Give a pattern the teacher's own name; an empty or unchanged one changes nothing."""
    if name.strip() and name.strip() != pattern.name:
        _record(table, DecisionKind.RENAME, pattern, name.strip())
    bring_to_focus(pattern.id)


def take_out_piece(table: OpenDesk, pattern: Pattern, piece: str) -> None:
    """Take a piece out of a pattern."""
    _record(table, DecisionKind.TAKE_OUT, pattern, piece)


def put_in_piece(table: OpenDesk, pattern: Pattern, piece: str) -> None:
    """Put a piece into a pattern, checked by the teacher."""
    _record(table, DecisionKind.PUT_IN, pattern, piece)
    bring_to_focus(pattern.id)


def put_in_evidence(table: OpenDesk, pattern: Pattern, evidence: Evidence) -> None:
    """Put a piece into a pattern with the place that shows it; what is in focus stays so."""
    snapshot = make_snapshot(table.desk, pattern)
    if snapshot is not None:
        members = (*snapshot.members, Member(evidence.piece, PUT_IN_STRENGTH, (evidence,)))
        who, shown = find_settings().screen.teacher, replace(snapshot, members=members)
        _append(table, NewDecision(DecisionKind.PUT_IN, pattern.id, evidence.piece, shown, who))


def split_pattern(table: OpenDesk, pattern: Pattern, part: Candidate | None) -> None:
    """Let a part of a pattern go off as a pattern of its own, which is looked at next."""
    if part is not None:
        _record(table, DecisionKind.SPLIT, pattern, write_part(part))
        bring_to_focus(part.id)


def merge_patterns(table: OpenDesk, pattern: Pattern, other: Pattern) -> None:
    """Take another pattern into this one; its pieces join, and it is gone from the desk."""
    part = make_snapshot(table.desk, other)
    if part is not None:
        _record(table, DecisionKind.MERGE, pattern, write_part(replace(part, id=other.id, name=other.name)))
        bring_to_focus(pattern.id)


def tag_piece(table: OpenDesk, pattern: Pattern, piece: str) -> None:
    """Put a piece into a pattern, or take out one that the teacher has put there; what is in focus stays so."""
    is_on = any(member.piece == piece and member.is_checked for member in pattern.members)
    sort_pieces(table, pattern, (piece,), is_on=not is_on)


def sort_pieces(table: OpenDesk, pattern: Pattern, pieces: Sequence[str], *, is_on: bool) -> None:
    """Put pieces into a pattern, or take them out: one decision, however many they are."""
    _record(table, DecisionKind.PUT_IN if is_on else DecisionKind.TAKE_OUT, pattern, " ".join(pieces))


def circle_place(table: OpenDesk, pattern: Pattern, place: Evidence) -> None:
    """Keep a place circled on a page as evidence of a pattern; its piece is in the pattern by that."""
    _record(table, DecisionKind.CIRCLE, pattern, write_ring(place))


def uncircle_place(table: OpenDesk, pattern: Pattern, place: Evidence) -> None:
    """Take a circle off; the piece stays in the pattern."""
    _record(table, DecisionKind.UNCIRCLE, pattern, write_ring(place))


def keep_caption(table: OpenDesk, piece: str, words: str) -> None:
    """Keep the words a teacher wrote down for a piece; unchanged ones change nothing, empty ones are gone."""
    if words.strip() != table.desk.captions.get(piece, ""):
        value = write_caption(piece, words.strip())
        _append(table, NewDecision(DecisionKind.CAPTION, value=value, who=find_settings().screen.teacher))


def point_at_whole(pieces: Sequence[str]) -> tuple[Evidence, ...]:
    """Return evidence that is each of these pieces as a whole."""
    return tuple(Evidence(piece, 0, 0, "", is_whole_piece=True) for piece in pieces)


def begin_own_pattern(table: OpenDesk, name: str, evidence: Sequence[Evidence] = ()) -> None:
    """Begin a pattern of the teacher's own with these places; an empty name begins nothing."""
    if not name.strip():
        return
    known = [*(pattern.id for pattern in table.desk.patterns), *(one.pattern for one in table.desk.decisions)]
    begun = begin_pattern(" ".join(name.split()), known, evidence)
    who = find_settings().screen.teacher
    _append(table, NewDecision(DecisionKind.SEED, begun.id, begun.name, begun, who))


def mark_pattern(table: OpenDesk, pattern: Pattern, mark: Mark) -> None:
    """Mark a pattern as success, challenge, strategy or inconsistency; the mark it has is taken off."""
    _record(table, DecisionKind.MARK, pattern, "" if mark is pattern.mark else mark.value)


def note_notice(table: OpenDesk, pattern: Pattern, notice: str) -> None:
    """Keep what the teacher noticed in a pattern."""
    if notice.strip() != pattern.notice:
        _record(table, DecisionKind.NOTICE, pattern, notice.strip())


def correct_reading(table: OpenDesk, piece: str, said: Said) -> None:
    """Keep what the teacher said about a word or a line of a piece, with the place on the scan it speaks of."""
    if said.text and BAR in said.text:
        raise InputError("A name is hidden in this line.", "Show the names first (N), then correct it.")
    box = _find_place(table.desk.transcripts[piece], said)
    correction = Correction(said.page, said.line, said.text, said.slot, box, said.role)
    value = write_correction(piece, correction)
    _append(table, NewDecision(DecisionKind.CORRECT, value=value, who=find_settings().screen.teacher))


def keep_reading_test(table: OpenDesk, test: ReadingTest) -> None:
    """Keep how many of some words, drawn at random, were read right."""
    value = json.dumps(asdict(test))
    _append(table, NewDecision(DecisionKind.TEST_READING, value=value, who=find_settings().screen.teacher))


def choose_step(table: OpenDesk, step: NextStep) -> None:
    """Keep the one next step the teacher chose; an earlier one stays in the record."""
    value = json.dumps(asdict(step), ensure_ascii=False)
    _append(table, NewDecision(DecisionKind.CHOOSE_STEP, value=value, who=find_settings().screen.teacher))


def undo_last(table: OpenDesk) -> None:
    """Take the last decision in force back, by one more decision."""
    last = find_last_decision(table.desk)
    if last is not None:
        undo_decision(table, last)
        if last.pattern:
            bring_to_focus(last.pattern)


def undo_decision(table: OpenDesk, decision: Decision) -> None:
    """Take one decision in force back, by one more decision."""
    _append(table, NewDecision(DecisionKind.UNDO, value=str(decision.id), who=find_settings().screen.teacher))


def find_last_decision(desk: Desk) -> Decision | None:
    """Return the last decision that was not taken back, or None."""
    return next(reversed(keep_in_force(desk.decisions)), None)


def describe_decision(desk: Desk, decision: Decision) -> str:
    """Return what a decision did, for the line beside Undo: "confirmed “the water leaves”"."""
    name, codes = _quote_name(desk, decision.pattern), desk.people.codes
    if decision.kind is DecisionKind.MERGE:
        return f"merged {_quote_name(desk, read_part(decision).id)} into {name}"
    told = {
        DecisionKind.CONFIRM: f"confirmed {name}",
        DecisionKind.RENAME: f"renamed to {name}",
        DecisionKind.SET_ASIDE: f"not a pattern: {name}",
        DecisionKind.TAKE_OUT: f"took {_tell_pieces(decision.value, codes)} out of {name}",
        DecisionKind.PUT_IN: f"put {_tell_pieces(decision.value, codes)} into {name}",
        DecisionKind.SPLIT: f"split {name}",
        DecisionKind.SEED: f"began {name}",
        DecisionKind.NOTICE: f"noticed something in {name}",
        DecisionKind.CORRECT: _tell_correction(decision.value),
        DecisionKind.TEST_READING: "tested the reading",
        DecisionKind.CIRCLE: f"circled a place for {name}",
        DecisionKind.UNCIRCLE: f"took a circle off {name}",
        DecisionKind.CAPTION: "wrote words down",
        DecisionKind.CHOOSE_STEP: "chose the next step",
    }
    return tell_of_page(decision, codes) or told.get(decision.kind) or f"marked {name} {_tell_mark(decision.value)}"


def _quote_name(desk: Desk, pattern_id: str) -> str:
    """Return a pattern's name in quotes, also of one that was merged into another."""
    names = desk.merged | {pattern.id: pattern.name for pattern in desk.patterns}
    name = shorten(names.get(pattern_id, ""), NAME_CHARACTERS)
    return (name if "“" in name else f"“{name}”") if name else "a pattern"


def make_snapshot(desk: Desk, pattern: Pattern) -> Candidate | None:
    """Return the candidate behind a pattern with the members that are on the card now."""
    found = desk.findings.candidates if desk.findings else ()
    now = [candidate for candidate in found if candidate.id == pattern.id]
    before = [seen for one in reversed(desk.decisions) for at, seen in list_seen(one, {}) if at == pattern.id]
    base = next(iter([*now, *before]), None)
    if base is None:
        return None
    strengths = {member.piece: member.strength for member in base.members}
    members = (Member(m.piece, strengths.get(m.piece, PUT_IN_STRENGTH), m.evidence) for m in pattern.members)
    return replace(base, members=tuple(members))


def is_open(pattern: Pattern) -> bool:
    """Whether there is something left to confirm: it is not confirmed, or it has members nobody checked."""
    return pattern.status is not PatternStatus.CONFIRMED or pattern.checked_count < len(pattern.members)


def _tell_pieces(value: str, codes: Mapping[str, str]) -> str:
    first, *more = [codes.get(piece, piece) for piece in value.split()] or [""]
    return f"{first} and {len(more)} more" if more else first


def _tell_mark(value: str) -> str:
    return name_mark(Mark(value)) if value else "no longer"


def _tell_correction(value: str) -> str:
    told = json.loads(value) if value.startswith("{") else {}
    if told.get("role", WordRole.STUDENT) != WordRole.STUDENT:
        return "said whose words these are"
    if told.get("text") is None:
        return "checked a word"
    return "corrected a line" if told.get("slot") is None else f"corrected “{shorten(told['text'], WORD_CHARACTERS)}”"


def _find_place(transcript: Transcript, said: Said) -> Box | None:
    """Return the box around what was spoken of: a word, the student's words of a line, or all of the line's."""
    own, aside = (
        [w.box for w in words if (w.page, w.line) == (said.page, said.line) and said.slot in {None, w.slot} and w.box]
        for words in (transcript.words, transcript.aside)
    )
    boxes = own or aside
    return join_boxes(boxes) if boxes else None


def _turn_to_next(table: OpenDesk, pattern: Pattern) -> None:
    bring_to_focus(find_next(list_suggestions(table.desk), pattern.id))


def _record(table: OpenDesk, kind: DecisionKind, pattern: Pattern, value: str = "") -> None:
    snapshot = make_snapshot(table.desk, pattern)
    _append(table, NewDecision(kind, pattern.id, value, snapshot, find_settings().screen.teacher))


def _append(table: OpenDesk, decision: NewDecision) -> None:
    append_decision(table.home, table.collection.id, decision)
