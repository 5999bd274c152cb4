"""A collection in the home in; its report, by codes only and with a few crops a pattern, out: no name of the class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging import blank_boxes, crop_box, cut_ring, encode_png, shrink_image
from pipeline.records.decisions import Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import CandidateKind, Evidence, Ring
from pipeline.records.report import EvidenceCrop, Report
from pipeline.roster import list_hidden, mask_transcript
from pipeline.store.home import Home
from pipeline.store.pages import load_page_pixels
from pipeline.transcript import locate_evidence
from pipeline.walk.desk import Desk, list_needing_eyes, list_unsorted, load_desk
from pipeline.walk.people import load_mask
from pipeline.walk.withhold import make_strict, withhold_names

CROPS_A_PATTERN = 3
CROP_MARGIN_PX = 12
PICTURE_SIDE_PX = 1100


def build_report(home: Home, collection_id: str) -> Report:
    """Return the review of one collection; raises UnknownCollection."""
    desk = load_desk(home, collection_id)
    mask = make_strict(load_mask(home, collection_id, f"{desk.collection.task}\n{desk.printed}"))
    hidden = {code: mask_transcript(transcript, mask) for code, transcript in desk.transcripts.items()}
    report = Report(
        collection=desk.collection,
        pieces=tuple(piece.code for piece in desk.pieces),
        needs_eyes=list_needing_eyes(desk),
        couldnt_open=len(desk.refusals),
        patterns=desk.patterns,
        not_sorted=list_unsorted(desk),
        next_step=desk.next_step,
        crops=tuple(_cut_crops(home, replace(desk, transcripts=hidden))),
        sections=dict(desk.people.sections) if desk.people.has_sections else {},
        listed=len(desk.people.roster.listed) if desk.people.roster else 0,
        missing=tuple(sorted(student.code for student in desk.people.missing)),
        captions=desk.captions,
        model_ideas=desk.findings.model_ideas if desk.findings else (),
        left_out=desk.left_out,
        hand_ins=desk.hand_ins,
    )
    return withhold_names(report, mask, desk.people.codes)


def _cut_crops(home: Home, desk: Desk) -> Iterator[EvidenceCrop]:
    for pattern in desk.patterns:
        if pattern.status is not PatternStatus.SET_ASIDE:
            circled = sum(bool(_list_rings(member)) for member in pattern.members)
            yield from islice(_cut_pattern(home, desk, pattern), max(CROPS_A_PATTERN, circled))


def _cut_pattern(home: Home, desk: Desk, pattern: Pattern) -> Iterator[EvidenceCrop]:
    """One crop a member: what was circled in it, else the first line of its clearest evidence; circled ones first.

    In a teacher's own pattern the page stands for a piece of which neither is known.
    """
    for member in sorted(pattern.members, key=lambda member: not _list_rings(member)):
        rings = _list_rings(member)
        spans = [evidence for evidence in member.evidence if evidence.is_span]
        if rings:
            yield _cut_circled(home, desk, pattern.id, member.piece, rings[0])
        elif spans and member.piece in desk.transcripts:
            yield _cut_evidence(home, desk, pattern.id, spans[0])
        elif pattern.kind is CandidateKind.OWN:
            yield _show_page(home, desk, pattern.id, member.piece)


def _list_rings(member: PatternMember) -> list[Ring]:
    return [evidence.ring for evidence in member.evidence if evidence.ring]


def _cut_circled(home: Home, desk: Desk, pattern_id: str, piece: str, ring: Ring) -> EvidenceCrop:
    image = _load_blanked(home, desk, piece, ring.page)
    png = _encode_small(cut_ring(image, ring)) if image is not None else None
    return EvidenceCrop(pattern_id, piece, "", png, desk.captions.get(piece, ""), is_circled=True)


def _show_page(home: Home, desk: Desk, pattern_id: str, piece: str) -> EvidenceCrop:
    """Show a piece's first page; of a typed one, how it begins."""
    image = _load_blanked(home, desk, piece, 0)
    png = _encode_small(image) if image is not None else None
    typed = desk.transcripts[piece].text if png is None and piece in desk.transcripts else ""
    return EvidenceCrop(pattern_id, piece, typed, png, desk.captions.get(piece, ""))


def _load_blanked(home: Home, desk: Desk, piece: str, page: int) -> NDArray[np.uint8] | None:
    """Return a page's picture, nothing left under name boxes and of names that were read; None where it has none."""
    pixels, transcript = load_page_pixels(home, desk.collection.id, piece, page), desk.transcripts.get(piece)
    return pixels if pixels is None or transcript is None else blank_boxes(pixels, list_hidden(transcript, page))


def _encode_small(image: NDArray[np.uint8]) -> bytes:
    return encode_png(shrink_image(image, PICTURE_SIDE_PX))


def _cut_evidence(home: Home, desk: Desk, pattern_id: str, evidence: Evidence) -> EvidenceCrop:
    """Crop the longest of the evidence's lines: the first is often a word at the end of a line."""
    transcript = desk.transcripts[evidence.piece]
    regions = locate_evidence(transcript, evidence)
    png = None
    if regions:
        longest = max(regions, key=lambda region: region.box.x1 - region.box.x0)
        image = _load_blanked(home, desk, evidence.piece, longest.page)
        if image is not None:
            png = encode_png(crop_box(image, longest.box, CROP_MARGIN_PX))
    caption = desk.captions.get(evidence.piece, "")
    return EvidenceCrop(pattern_id, evidence.piece, evidence.quote, png, caption)
