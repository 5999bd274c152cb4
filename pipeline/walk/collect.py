"""A collection in the home in; its transcripts, and its findings kept up to date, out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray

from pipeline.decide import collect_boxes, collect_corrections, collect_left_out, list_frozen
from pipeline.find import find_candidates
from pipeline.records.patterns import Findings, PieceFacts
from pipeline.records.reading import Transcript
from pipeline.roster import mask_transcript
from pipeline.settings import FindingSettings, load_settings
from pipeline.store.collections import find_collection
from pipeline.store.decisions import list_decisions
from pipeline.store.findings import load_findings, save_findings
from pipeline.store.home import Home
from pipeline.store.pages import list_file_kinds, load_readings
from pipeline.store.vectors import load_vectors, save_vectors
from pipeline.transcript import build_transcript, leave_out_boxed
from pipeline.walk.boxed_names import list_boxed
from pipeline.walk.facts import gather_facts
from pipeline.walk.find import Rows, assemble_set
from pipeline.walk.frozen import keep_frozen
from pipeline.walk.people import load_mask
from pipeline.walk.settle import settle_set


@dataclass(frozen=True, slots=True)
class HomeShelf:
    """Keeps a collection's vectors in the home."""

    home: Home
    collection_id: str

    def load(self, fingerprint: str, keys: Sequence[str]) -> Rows:
        """Return the rows there are."""
        return load_vectors(self.home, fingerprint, keys)

    def save(self, fingerprint: str, rows: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep these rows; they go with the collection."""
        save_vectors(self.home, self.collection_id, fingerprint, rows)


@dataclass(frozen=True, slots=True)
class CollectedSet:
    """The transcripts of the pieces that are read, in the order of their codes, and the task they answer.

    `task` is the collection's own with what is `printed` on every page behind it. In `transcripts` bars stand for the
    names of the class's students; `named` are the same with the names, for the owner's screen alone. `model_answer` is
    its model answer's text, "" where there is none; `facts` say how the pieces were handed in; `boxed` are the words
    that boxes leave out.
    """

    transcripts: tuple[Transcript, ...]
    task: str
    printed: str
    named: tuple[Transcript, ...]
    model_answer: str = ""
    facts: tuple[PieceFacts, ...] = ()
    boxed: frozenset[str] = frozenset()


def collect_set(home: Home, collection_id: str) -> CollectedSet:
    """Return the class set as it is read, with the teacher's corrections.

    What is printed on every page is the task's, and doubtful words are chosen anew by what the class set's pieces
    share, the task says, and the teacher has typed. Words that a box leaves out count nowhere,
    and neither do pieces taken out of the set.
    """
    decisions = list_decisions(home, collection_id)
    corrections = collect_corrections(decisions)
    readings = leave_out_boxed(load_readings(home, collection_id), collect_boxes(decisions))
    for left in collect_left_out(decisions):
        readings.pop(left.piece, None)
    collection = find_collection(home, collection_id)
    settled = settle_set(readings, collection.task, corrections, load_settings(home.path).reading.languages)
    pieces = sorted(settled.readings.items())
    named = tuple(build_transcript(code, pages, corrections.get(code, ())) for code, pages in pieces)
    mask = load_mask(home, collection_id, settled.task)
    masked = tuple(mask_transcript(transcript, mask) for transcript in named)
    kinds = list_file_kinds(home, collection_id)
    facts = tuple(gather_facts(code, pages, kinds.get(code, "")) for code, pages in pieces)
    boxed = list_boxed(readings)
    return CollectedSet(masked, settled.task, settled.printed, named, collection.model_answer, facts, boxed)


def hash_inputs(collected: CollectedSet, settings: FindingSettings) -> str:
    """Return a hash of all that findings follow from: texts, doubts, task, model answer, settings, our version."""
    told = [version("patternwork"), settings.model_dump_json(), collected.task]
    told += [collected.model_answer] if collected.model_answer else []
    told += [repr(one) for one in collected.facts]
    told += [
        json.dumps([t.piece, t.text, [[w.confidence, w.is_checked] for w in t.words]]) for t in collected.transcripts
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def find_again(home: Home, collection_id: str, settings: FindingSettings) -> Findings:
    """Return the collection's findings, found anew only where something they follow from has changed.

    Ways of writing that were confirmed keep their thresholds (frozen.py): decisions alone make nothing stale.
    """
    collected = collect_set(home, collection_id)
    inputs = hash_inputs(collected, settings)
    kept = load_findings(home, collection_id)
    if kept and kept[1] == inputs:
        return kept[0]
    shelf, model = HomeShelf(home, collection_id), collected.model_answer
    assembled = assemble_set(collected.transcripts, collected.task, settings, shelf, model)
    assembled = replace(assembled, facts=collected.facts)
    frozen = list_frozen(list_decisions(home, collection_id))
    findings = keep_frozen(find_candidates(assembled, settings), assembled, frozen)
    save_findings(home, collection_id, findings, inputs)
    return findings
