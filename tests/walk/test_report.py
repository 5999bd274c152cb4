"""What leaves the house: codes, quotes and crops, never a name."""

from __future__ import annotations

import io

from PIL import Image

from pipeline.records.decisions import PatternStatus
from pipeline.store.pieces import list_stems
from pipeline.walk.report import CROPS_A_PATTERN, build_report
from tests.conftest import ESSAYS, SampleHome


def test_a_report_counts_all_and_names_nobody(sample_home: SampleHome) -> None:
    """Every piece is there by its code; no file's name is anywhere in it."""
    collection = sample_home.collections[ESSAYS]
    report = build_report(sample_home.home, collection)
    stems = list_stems(sample_home.home, collection)
    assert set(report.pieces) == set(stems)
    assert all(pattern.status is PatternStatus.SUGGESTED for pattern in report.patterns)
    told = repr([report.pieces, report.needs_eyes, report.not_sorted, [(c.pattern, c.piece) for c in report.crops]])
    assert not [stem for stem in stems.values() if stem in told]


def test_a_few_crops_a_pattern_from_real_lines(sample_home: SampleHome) -> None:
    """Each pattern has some crops, wider than high, each with its quote; a typed piece has a quote alone."""
    report = build_report(sample_home.home, sample_home.collections[ESSAYS])
    for pattern in report.patterns:
        crops = [crop for crop in report.crops if crop.pattern == pattern.id]
        assert len(crops) <= CROPS_A_PATTERN
        assert all(crop.quote for crop in crops)
    pictures = [Image.open(io.BytesIO(crop.png)) for crop in report.crops if crop.png]
    assert len(pictures) > 10
    assert all(picture.format == "PNG" for picture in pictures)
    assert sum(picture.width > picture.height for picture in pictures) > 0.9 * len(pictures)
