"""Findings in typed texts come in; a JSON file of the patterns, best first, goes out."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from pipeline.export.files import write_whole
from pipeline.records.patterns import Candidate, Evidence, Findings
from pipeline.records.reference import ModelIdea


def write_findings(findings: Findings, out: Path) -> None:
    """Write the findings to `out`; raises InputError or DiskFull where the file can't be written."""
    write_whole(out, json.dumps(describe_findings(findings), ensure_ascii=False, indent=1).encode())


def describe_findings(findings: Findings) -> dict[str, object]:
    """Return the findings as plain values; offsets count characters of the text that was given.

    Where there is a model answer, what became of each of its ideas is there too.
    """
    told: dict[str, object] = {
        "n": len(findings.pieces),
        "pieces": list(findings.pieces),
        "patterns": [_describe_candidate(candidate) for candidate in findings.candidates],
        "not_sorted": list(findings.not_sorted),
        "warnings": list(findings.warnings),
    }
    if findings.model_ideas:
        told["model_ideas"] = [_describe_model_idea(idea) for idea in findings.model_ideas]
    return told


def _describe_model_idea(idea: ModelIdea) -> dict[str, object]:
    pieces = [
        {"piece": one.piece, "verdict": one.verdict.value, "start": one.start, "end": one.end, "quote": one.quote}
        for one in idea.pieces
    ]
    return {"idea": idea.text, "pieces": pieces}


def _describe_candidate(candidate: Candidate) -> dict[str, object]:
    members = [
        {
            "piece": member.piece,
            "strength": member.strength,
            "evidence": [_describe_evidence(span) for span in member.evidence],
        }
        for member in candidate.members
    ]
    return {
        "id": candidate.id,
        "kind": candidate.kind.value,
        "group": candidate.group,
        "name": candidate.name,
        "basis": candidate.basis,
        "reliable": candidate.is_reliable,
        "steadiness": asdict(candidate.steadiness),
        "members": members,
        "warnings": list(candidate.warnings),
    }


def _describe_evidence(span: Evidence) -> dict[str, object]:
    return {"whole_piece": True} if span.is_whole_piece else {"start": span.start, "end": span.end, "quote": span.quote}
