"""A collection in the home in; its report, by codes only and with a few crops a pattern, out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pipeline.imaging import crop_box, decode_image, encode_png
from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import Evidence
from pipeline.records.report import EvidenceCrop, Report
from pipeline.store.home import Home
from pipeline.store.pages import load_page_image
from pipeline.transcript import locate_evidence
from pipeline.walk.desk import Desk, load_desk

CROPS_A_PATTERN = 3
CROP_MARGIN_PX = 12


def build_report(home: Home, collection_id: str) -> Report:
    """Return the review of one collection; raises UnknownCollection."""
    desk = load_desk(home, collection_id)
    unsorted = desk.findings.not_sorted if desk.findings else ()
    return Report(
        collection=desk.collection,
        pieces=tuple(piece.code for piece in desk.pieces),
        needs_eyes=tuple(code for code, transcript in desk.transcripts.items() if transcript.needs_eyes),
        couldnt_open=len(desk.refusals),
        patterns=desk.patterns,
        not_sorted=unsorted,
        next_step=desk.next_step,
        crops=tuple(_cut_crops(home, desk)),
    )


def _cut_crops(home: Home, desk: Desk) -> Iterator[EvidenceCrop]:
    for pattern in desk.patterns:
        if pattern.status is not PatternStatus.SET_ASIDE:
            yield from islice(_cut_pattern(home, desk, pattern), CROPS_A_PATTERN)


def _cut_pattern(home: Home, desk: Desk, pattern: Pattern) -> Iterator[EvidenceCrop]:
    """One crop a member: the first line of its clearest evidence."""
    for member in pattern.members:
        spans = [evidence for evidence in member.evidence if not evidence.is_whole_piece]
        if spans and member.piece in desk.transcripts:
            yield _cut_evidence(home, desk, pattern.id, spans[0])


def _cut_evidence(home: Home, desk: Desk, pattern_id: str, evidence: Evidence) -> EvidenceCrop:
    """Crop the longest of the evidence's lines: the first is often a word at the end of a line."""
    regions = locate_evidence(desk.transcripts[evidence.piece], evidence)
    png = None
    if regions:
        longest = max(regions, key=lambda region: region.box.x1 - region.box.x0)
        image = load_page_image(home, desk.collection.id, evidence.piece, longest.page)
        if image:
            png = encode_png(crop_box(decode_image(image), longest.box, CROP_MARGIN_PX))
    return EvidenceCrop(pattern_id, evidence.piece, evidence.quote, png)
