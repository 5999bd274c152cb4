"""Every evidence span found on the rendered sample is cropped where it really stands on the page."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from pipeline.bundled import find_bundled
from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box, Region, Transcript, TranscriptWord
from pipeline.store.pieces import list_stems
from pipeline.transcript import locate_evidence
from pipeline.walk.desk import Desk, load_desk
from tests.conftest import ANSWERS, ESSAYS, SampleHome
from tests.rendering.truth import PieceTruth, WordTruth, load_truth, place_upright

LEAST_IOU = 0.5


def intersect_over_union(one: Box, other: Box) -> float:
    """Shared area over joined area."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    shared = max(0.0, width) * max(0.0, height)
    return shared / (measure_area(one) + measure_area(other) - shared)


def measure_area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def surround(words: list[WordTruth]) -> Box:
    """Give the box around words."""
    edges = list(zip(*(word.box for word in words), strict=True))
    return Box(min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))


def pair_words(read: list[TranscriptWord], text: str, written: list[WordTruth]) -> dict[int, WordTruth]:
    """Tell which written word each read word of a page is, by its index in `read`.

    Words are aligned by what they say, a misread word by standing between the same neighbours.
    """
    said = [text[word.start : word.end].lower() for word in read]
    blocks = SequenceMatcher(None, said, [word.text.lower() for word in written], autojunk=False).get_opcodes()
    same_length = [block for block in blocks if block[2] - block[1] == block[4] - block[3]]
    return {
        i: written[j] for _, i0, i1, j0, j1 in same_length for i, j in zip(range(i0, i1), range(j0, j1), strict=True)
    }


def find_true_boxes(
    transcript: Transcript, truth: PieceTruth, widths_px: list[int], evidence: Evidence
) -> list[tuple[Region, Box]]:
    """Give each region of the evidence beside the true box of its words; without regions that have an unpaired word."""
    found = []
    for region in locate_evidence(transcript, evidence):
        on_page = [word for word in transcript.words if word.page == region.page]
        written = list(place_upright(truth.pages[region.page], widths_px[region.page]))
        pairs = pair_words(on_page, transcript.text, written)
        inside = [
            i
            for i, w in enumerate(on_page)
            if w.line == region.line and w.start < evidence.end and w.end > evidence.start
        ]
        if all(i in pairs for i in inside):
            found.append((region, surround([pairs[i] for i in inside])))
    return found


def list_evidence(desk: Desk) -> list[Evidence]:
    candidates = desk.findings.candidates if desk.findings else ()
    spans = [evidence for c in candidates for member in c.members for evidence in member.evidence]
    return [evidence for evidence in spans if not evidence.is_whole_piece]


@pytest.mark.parametrize("folder", [ANSWERS, ESSAYS])
def test_crops_lie_on_the_true_lines(sample_home: SampleHome, folder: str) -> None:
    """Every span of every candidate whose words can be told apart has its crop at IoU .5 or more of the true box."""
    collection = sample_home.collections[folder]
    desk = load_desk(sample_home.home, collection)
    stems = list_stems(sample_home.home, collection)
    widths = sample_home.widths_px(folder)
    overlaps = []
    for evidence in list_evidence(desk):
        truth = load_truth(find_bundled("sample_work") / "truth" / folder / f"{stems[evidence.piece]}.json")
        if truth.pages:
            pairs = find_true_boxes(desk.transcripts[evidence.piece], truth, widths[evidence.piece], evidence)
            overlaps += [(intersect_over_union(region.box, box), evidence) for region, box in pairs]
    assert len(overlaps) > 20
    assert [(round(overlap, 2), evidence) for overlap, evidence in overlaps if overlap < LEAST_IOU] == []
