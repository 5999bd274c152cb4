"""A collection in the home in; everything a screen or a report shows of it, out."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.decide import apply_decisions, choose_next_step
from pipeline.records.decisions import Decision, NextStep, Pattern
from pipeline.records.patterns import Findings
from pipeline.records.reading import Transcript
from pipeline.records.work import Collection, Piece, Refusal
from pipeline.settings import load_settings
from pipeline.store.collections import find_collection
from pipeline.store.decisions import list_decisions
from pipeline.store.findings import load_findings
from pipeline.store.home import Home
from pipeline.store.jobs import JobStatus, load_job
from pipeline.store.pieces import list_pieces, list_refusals
from pipeline.walk.collect import collect_set, hash_inputs

NOTHING_FOUND = Findings((), (), ())


@dataclass(frozen=True, slots=True)
class Desk:
    """One class set as it lies on the teacher's desk. `transcripts` are by piece code, only of pieces that are read.

    `printed`: what is printed on every page, which counts as the task's. `is_stale`: corrections or pieces are newer
    than the findings.
    """

    collection: Collection
    pieces: tuple[Piece, ...]
    transcripts: dict[str, Transcript]
    printed: str
    findings: Findings | None
    patterns: tuple[Pattern, ...]
    decisions: tuple[Decision, ...]
    job: JobStatus | None
    refusals: tuple[Refusal, ...]
    next_step: NextStep | None
    is_stale: bool


def load_desk(home: Home, collection_id: str) -> Desk:
    """Return the desk of one collection; raises UnknownCollection."""
    collection = find_collection(home, collection_id)
    decisions = list_decisions(home, collection_id)
    collected = collect_set(home, collection_id)
    kept = load_findings(home, collection_id)
    inputs = hash_inputs(collected, load_settings(home.path).finding)
    findings = kept[0] if kept else None
    return Desk(
        collection=collection,
        pieces=list_pieces(home, collection_id),
        transcripts={transcript.piece: transcript for transcript in collected.transcripts},
        printed=collected.printed,
        findings=findings,
        patterns=apply_decisions(findings or NOTHING_FOUND, decisions),
        decisions=decisions,
        job=load_job(home, collection_id),
        refusals=list_refusals(home, collection_id),
        next_step=choose_next_step(decisions),
        is_stale=kept is None or kept[1] != inputs,
    )
