"""A transcript and evidence in it come in; the places on the scan that show the evidence go out."""

from __future__ import annotations

from itertools import groupby

from pipeline.records.patterns import Evidence
from pipeline.records.reading import Region, Transcript
from pipeline.transcript.boxes import surround


def locate_evidence(transcript: Transcript, evidence: Evidence) -> tuple[Region, ...]:
    """Return one region for each line of the scan that the evidence touches, around the words it touches.

    None for evidence that is the whole piece or circled, and for words without a place on a scan.
    """
    if not evidence.is_span:
        return ()
    touched = (word for word in transcript.words if word.start < evidence.end and word.end > evidence.start)
    regions = []
    for (page, line), group in groupby(touched, key=lambda word: (word.page, word.line)):
        boxes = [word.box for word in group if word.box is not None]
        if boxes:
            regions.append(Region(page, line, surround(boxes)))
    return tuple(regions)
