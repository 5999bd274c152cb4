"""A collection in the home in; its transcripts, and its findings kept up to date, out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray

from pipeline.classwords import learn_class_words, settle_readings
from pipeline.decide import collect_corrections
from pipeline.records.patterns import Findings
from pipeline.records.reading import Transcript
from pipeline.settings import FindingSettings, load_settings
from pipeline.store.collections import find_collection
from pipeline.store.decisions import list_decisions
from pipeline.store.findings import load_findings, save_findings
from pipeline.store.home import Home
from pipeline.store.pages import load_readings
from pipeline.store.vectors import load_vectors, save_vectors
from pipeline.transcript import build_transcript
from pipeline.walk.find import Rows, find_in_transcripts


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


def collect_transcripts(home: Home, collection_id: str) -> tuple[Transcript, ...]:
    """Return the transcript of every piece that is read, with the teacher's corrections, in the order of the codes.

    Doubtful words are chosen anew by what the class set's pieces share, the task says, and the teacher has typed.
    """
    corrections = collect_corrections(list_decisions(home, collection_id))
    readings = load_readings(home, collection_id)
    task = find_collection(home, collection_id).task
    typed = [correction.text for told in corrections.values() for correction in told]
    class_words = learn_class_words(readings, task, typed, load_settings(home.path).reading.languages)
    settled = settle_readings(readings, class_words)
    return tuple(build_transcript(code, settled[code], corrections.get(code, ())) for code in sorted(settled))


def hash_inputs(transcripts: Sequence[Transcript], task: str, settings: FindingSettings) -> str:
    """Return a hash of all that findings follow from: texts, their doubts, the task, the settings and our version."""
    told = [version("patternwork"), settings.model_dump_json(), task]
    told += [json.dumps([t.piece, t.text, [[w.confidence, w.is_checked] for w in t.words]]) for t in transcripts]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def find_again(home: Home, collection_id: str, settings: FindingSettings) -> Findings:
    """Return the collection's findings, found anew only where something they follow from has changed."""
    task = find_collection(home, collection_id).task
    transcripts = collect_transcripts(home, collection_id)
    inputs = hash_inputs(transcripts, task, settings)
    kept = load_findings(home, collection_id)
    if kept and kept[1] == inputs:
        return kept[0]
    findings = find_in_transcripts(transcripts, task, settings, HomeShelf(home, collection_id))
    save_findings(home, collection_id, findings, inputs)
    return findings
