"""A collection in the home in; everything a screen or a report shows of it, out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.decide import (
    apply_decisions,
    choose_next_step,
    collect_boxes,
    collect_captions,
    collect_left_out,
    collect_merged,
    drop_pieces,
    list_cut_away,
    list_newcomers,
)
from pipeline.records.boxes import SetBoxes
from pipeline.records.decisions import Decision, NextStep, Pattern, PatternStatus
from pipeline.records.pages import LeftOut
from pipeline.records.patterns import Findings
from pipeline.records.reading import Transcript
from pipeline.records.work import Collection, HandIn, Piece, Refusal
from pipeline.settings import load_settings
from pipeline.store.collections import find_collection
from pipeline.store.decisions import list_decisions
from pipeline.store.engine import reading_together
from pipeline.store.findings import load_findings
from pipeline.store.home import Home
from pipeline.store.jobs import JobStatus, load_job
from pipeline.store.pieces import list_joined, list_pieces
from pipeline.store.refusals import list_refusals
from pipeline.walk.boxed_names import renew_names
from pipeline.walk.collect import CollectedSet, collect_set, hash_inputs
from pipeline.walk.drafts import list_hand_ins
from pipeline.walk.people import People, load_mask, load_people
from pipeline.walk.quotes import renew_ideas, renew_quotes
from pipeline.walk.withhold import bar_patterns

NOTHING_FOUND = Findings((), (), ())


@dataclass(frozen=True, slots=True)
class Desk:
    """One class set as it lies on the teacher's desk. `transcripts` are by piece code, only of pieces that are read.

    In them the class's names are hidden; in `named` they stand, for the owner's screen alone. `printed`: what is
    printed on every page, which counts as the task's. `is_stale`: corrections or pieces are newer than the findings.
    `captions` are the words a teacher wrote down for pieces, by piece code. `left_out` are the pieces taken out of the
    set, which are in nothing else here; `newcomers` the codes of pieces that came after decisions and that nobody
    looked at yet. `hand_ins`: how pieces were handed in, by code, where a class platform says so. `merged`: the names
    of patterns that were taken into others, by their ids.
    """

    collection: Collection
    pieces: tuple[Piece, ...]
    transcripts: dict[str, Transcript]
    printed: str
    findings: Findings | None
    patterns: tuple[Pattern, ...]
    boxes: SetBoxes
    left_out: tuple[LeftOut, ...]
    newcomers: tuple[str, ...]
    decisions: tuple[Decision, ...]
    job: JobStatus | None
    refusals: tuple[Refusal, ...]
    next_step: NextStep | None
    is_stale: bool
    people: People
    named: dict[str, Transcript]
    captions: dict[str, str] = field(default_factory=dict)
    hand_ins: dict[str, HandIn] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)


def load_desk(home: Home, collection_id: str) -> Desk:
    """Return the desk of one collection, as it is at one moment; raises UnknownCollection."""
    with reading_together(home.engine):
        return _load_desk(home, collection_id)


def _load_desk(home: Home, collection_id: str) -> Desk:
    collection = find_collection(home, collection_id)
    decisions = list_decisions(home, collection_id)
    collected = collect_set(home, collection_id)
    people, mask = load_people(home, collection_id), load_mask(home, collection_id, collected.task)
    kept = load_findings(home, collection_id)
    inputs = hash_inputs(collected, load_settings(home.path).finding)
    findings = kept[0] if kept else None
    transcripts = {transcript.piece: transcript for transcript in collected.transcripts}
    boxes, cut_away = collect_boxes(decisions), list_cut_away(decisions)
    left_out = tuple(left for left in collect_left_out(decisions) if left.piece not in cut_away)
    gone = {left.piece for left in left_out}
    patterns = drop_pieces(apply_decisions(findings or NOTHING_FOUND, decisions), gone | cut_away)
    merged = collect_merged(decisions)
    if boxes.drawn:
        both, findings = _show_what_is_left((*patterns, *merged), findings, collected)
        patterns, merged = both[: len(patterns)], both[len(patterns) :]
    joined = {code: after for code, after in list_joined(home, collection_id).items() if code not in gone}
    return Desk(
        collection=collection,
        pieces=tuple(piece for piece in _list_in_order(home, collection_id, people) if piece.code in joined),
        transcripts=transcripts,
        printed=collected.printed,
        findings=findings,
        patterns=bar_patterns(patterns, mask),
        boxes=boxes,
        left_out=left_out,
        newcomers=list_newcomers(joined, decisions, patterns),
        decisions=decisions,
        job=load_job(home, collection_id),
        refusals=list_refusals(home, collection_id),
        next_step=choose_next_step(decisions),
        is_stale=kept is None or kept[1] != inputs,
        people=people,
        named={transcript.piece: transcript for transcript in collected.named},
        captions={code: words for code, words in collect_captions(decisions).items() if code not in cut_away},
        hand_ins=list_hand_ins(home, collection_id),
        merged={pattern.id: pattern.name for pattern in bar_patterns(merged, mask)},
    )


def _show_what_is_left(
    patterns: tuple[Pattern, ...], findings: Findings | None, collected: CollectedSet
) -> tuple[tuple[Pattern, ...], Findings | None]:
    """Return both without the words that boxes leave out, which may have been drawn since."""
    left = {transcript.piece: transcript for transcript in collected.transcripts}
    shown = renew_quotes(renew_names(patterns, left, collected.boxed), left)
    return shown, findings and replace(findings, model_ideas=renew_ideas(findings.model_ideas, left))


def _list_in_order(home: Home, collection_id: str, people: People) -> list[Piece]:
    return sorted(list_pieces(home, collection_id), key=lambda piece: people.codes[piece.code])


def list_unsorted(desk: Desk) -> tuple[str, ...]:
    """Return the codes of the pieces that are sorted nowhere yet: by no person, and by the machine in no live pattern.

    Pieces the first sort left over stay here until a person puts them somewhere, whatever ideas they share; unread
    pieces are here too, for a person can sort them all the same.
    """
    live = [pattern for pattern in desk.patterns if pattern.status is not PatternStatus.SET_ASIDE]
    members = [member for pattern in live for member in pattern.members]
    by_person = {member.piece for member in members if member.is_checked}
    left_over = set(desk.findings.not_sorted) if desk.findings else set()
    by_machine = {member.piece for member in members} - left_over
    return tuple(piece.code for piece in desk.pieces if piece.code not in by_person | by_machine)


def list_needing_eyes(desk: Desk) -> tuple[str, ...]:
    """Return the codes of the pieces that no machine could read well; none where the teacher reads them anyway."""
    if desk.collection.is_read_by_hand:
        return ()
    return tuple(code for code, transcript in desk.transcripts.items() if transcript.needs_eyes)
