"""What was planted in the essays is found again from the scans, and shown where it stands."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

import pytest
from rapidfuzz import fuzz

from pipeline.bundled import find_bundled
from pipeline.records.patterns import Candidate, Evidence
from pipeline.store.pieces import list_stems
from pipeline.walk.desk import load_desk
from tests.conftest import ESSAYS, SampleHome

SEEN = 10
LEAST_FOUND = 4
LEAST_RECALL = 0.6
LEAST_PRECISION = 0.5
SAME_WORDS = 70
"""Partial ratio (0..100) from which a quote as read and a quote as written are the same place, misreadings and all."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A pattern that was written into the essays: the quotes that show it, by piece (its stem)."""

    name: str
    kind: str
    quotes: dict[str, list[str]]


def load_planted() -> list[Planted]:
    """Read expected.toml for the first drafts."""
    told = tomllib.loads((find_bundled("sample_work") / "essays" / "expected.toml").read_text())["pattern"]
    return [
        Planted(p["id"], p["kind"], {m["piece"]: m["quotes"] for m in p["members"] if m["set"] == ESSAYS}) for p in told
    ]


def is_shown(evidence: tuple[Evidence, ...], quotes: list[str]) -> bool:
    """Whether a candidate's evidence stands where the pattern was planted."""
    read = [one.quote.replace("\n", " ").lower() for one in evidence if not one.is_whole_piece]
    return any(fuzz.partial_ratio(one, quote.lower()) >= SAME_WORDS for one in read for quote in quotes)


def is_found(planted: Planted, candidate: Candidate, stems: dict[str, str]) -> bool:
    """Whether the candidate is the planted pattern: enough of its pieces, at the right place, and not many others."""
    if candidate.kind.value != planted.kind:
        return False
    members = {stems[member.piece]: member.evidence for member in candidate.members}
    right = [stem for stem, evidence in members.items() if is_shown(evidence, planted.quotes.get(stem, []))]
    share_right = len(members.keys() & planted.quotes.keys()) / len(members)
    return len(right) / len(planted.quotes) >= LEAST_RECALL and share_right >= LEAST_PRECISION


@pytest.fixture(scope="module")
def candidates_and_stems(sample_home: SampleHome) -> tuple[tuple[Candidate, ...], dict[str, str]]:
    """Give what was found in the first drafts, and which file each code is."""
    collection = sample_home.collections[ESSAYS]
    findings = load_desk(sample_home.home, collection).findings
    assert findings is not None
    return findings.candidates, list_stems(sample_home.home, collection)


def test_enough_is_planted() -> None:
    """At least six patterns, of both kinds, each in at least six essays."""
    planted = load_planted()
    assert len(planted) >= 6
    assert {p.kind for p in planted} == {"idea", "craft"}
    assert all(len(p.quotes) >= 6 for p in planted)


def test_four_planted_patterns_are_among_the_first_ten(
    candidates_and_stems: tuple[tuple[Candidate, ...], dict[str, str]],
) -> None:
    """From the scans, misreadings and all."""
    candidates, stems = candidates_and_stems
    found = {p.name for p in load_planted() for candidate in candidates[:SEEN] if is_found(p, candidate, stems)}
    assert len(found) >= LEAST_FOUND, found


def test_planted_ideas_are_recalled(candidates_and_stems: tuple[tuple[Candidate, ...], dict[str, str]]) -> None:
    """Over all planted ideas, the best candidate for each shows at least .6 of the places where it was planted."""
    candidates, stems = candidates_and_stems
    ideas = [candidate for candidate in candidates if candidate.kind.value == "idea"]
    recalls = []
    for planted in (p for p in load_planted() if p.kind == "idea"):
        shown = [
            sum(is_shown(member.evidence, planted.quotes.get(stems[member.piece], [])) for member in idea.members)
            for idea in ideas
        ]
        recalls.append(max(shown, default=0) / len(planted.quotes))
    assert sum(recalls) / len(recalls) >= LEAST_RECALL, recalls
