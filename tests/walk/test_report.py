"""What leaves the house: codes, quotes and crops, never a name."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.decide import begin_pattern
from pipeline.imaging import encode_webp
from pipeline.records.decisions import DecisionKind, PatternStatus
from pipeline.records.patterns import Evidence
from pipeline.records.roster import RosterEntry
from pipeline.store.collections import create_collection
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import open_home
from pipeline.store.pages import list_unread_pages, save_reading
from pipeline.store.pieces import add_pieces, list_stems
from pipeline.store.rosters import create_class, join_class, keep_roster
from pipeline.walk.report import CROPS_A_PATTERN, build_report
from tests.conftest import ESSAYS, SampleHome
from tests.store.conftest import piece_of, plan_of, reading_of


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


def test_a_name_written_small_is_gone_from_the_picture_too(tmp_path: Path) -> None:
    """What leaves hides names however they are written: the ink of "maria" is blank, that of "water" is there."""
    home = open_home(tmp_path / "home")
    collection = create_collection(home, "Plants", "Why?").id
    (code,) = add_pieces(home, collection, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(home, collection, "ppocr 1")
    paper = np.full((50, 100, 3), 255, np.uint8)
    paper[5:8] = 0  # one stroke through all three words
    save_reading(home, collection, page, reading_of("water maria says"), encode_webp(paper, 95))
    science = create_class(home, "Science").id
    keep_roster(home, science, [RosterEntry("Maria", "Reyes")])
    join_class(home, collection, science)
    begun = begin_pattern("wilting", [], [Evidence(code, 0, 0, "", is_whole_piece=True)])
    append_decision(home, collection, NewDecision(DecisionKind.SEED, begun.id, begun.name, begun))
    (crop,) = build_report(home, collection).crops
    assert crop.png
    row = np.asarray(Image.open(io.BytesIO(crop.png)).convert("L"))[6]
    assert (row[3] < 100, row[14] > 200) == (True, True)
