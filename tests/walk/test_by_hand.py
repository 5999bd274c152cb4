"""A class set that no machine reads: its pages are opened, sorted and circled by hand, and leave the house as that."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from pipeline.decide import write_caption, write_ring
from pipeline.intake import plan_pieces
from pipeline.records.decisions import DecisionKind
from pipeline.records.patterns import Evidence
from pipeline.settings import Settings, load_settings
from pipeline.store.collections import find_collection, set_engine
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import open_home
from pipeline.walk.add import AddRequest, add_work, choose_engine, resume_collection
from pipeline.walk.desk import list_needing_eyes, list_unsorted, load_desk
from pipeline.walk.report import build_report
from tests.rendering.drawings import save_drawings
from tests.views.drawing import fill_home
from tests.views.unread import SUN, begin, fill_unread_home, list_codes


def test_the_set_remembers_who_reads_it_until_told_otherwise(tmp_path: Path, settings: Settings) -> None:
    """Three pages are opened and none is read, needs eyes or is asked for again, until the teacher says so."""
    save_drawings(tmp_path / "drawings", 3)
    home = open_home(settings.home)
    request = AddRequest(plan_pieces([tmp_path / "drawings"], settings.intake), "Plants", engine="none")
    collection = add_work(home, request, settings, lambda _: None).collection.id
    desk = load_desk(home, collection)
    assert [transcript.text for transcript in desk.transcripts.values()] == ["", "", ""]
    assert (len(list_unsorted(desk)), list_needing_eyes(desk), desk.is_stale) == (3, (), False)
    assert resume_collection(home, collection, settings, lambda _: None).pages_read == 0
    assert choose_engine(settings, find_collection(home, collection)).reading.engine == "none"
    set_engine(home, collection, "")
    assert choose_engine(settings, find_collection(home, collection)).reading == settings.reading


def test_what_was_read_before_is_kept(tmp_path: Path) -> None:
    """A set that was read and is read by hand from now on loses no word: no page waits to be opened again."""
    drawn = fill_home(tmp_path / "home", tmp_path / "answers")
    set_engine(drawn.home, drawn.collection_id, "none")
    summary = resume_collection(drawn.home, drawn.collection_id, load_settings(drawn.home.path), lambda _: None)
    assert summary.pages_read == 0
    assert all(transcript.text for transcript in load_desk(drawn.home, drawn.collection_id).transcripts.values())


def test_what_is_circled_and_the_pages_leave_the_house(tmp_path: Path) -> None:
    """The circled place first, then a whole page; the words written down beside them; who is sorted is not unsorted."""
    unread = fill_unread_home(tmp_path / "home", tmp_path / "drawings", 3)
    first, second, third = list_codes(unread)
    own = begin(unread, "long rays", first, second)
    for new in (
        NewDecision(DecisionKind.CIRCLE, own.id, write_ring(Evidence(second, 0, 0, "", ring=SUN)), own),
        NewDecision(DecisionKind.CAPTION, value=write_caption(second, "so hot")),
    ):
        append_decision(unread.home, unread.collection_id, new)
    report = build_report(unread.home, unread.collection_id)
    assert [(crop.piece, crop.is_circled, crop.caption) for crop in report.crops] == [
        (second, True, "so hot"),
        (first, False, ""),
    ]
    sizes = [Image.open(io.BytesIO(crop.png)).size for crop in report.crops if crop.png]
    assert sizes[0][0] < sizes[1][0]
    assert (report.not_sorted, report.needs_eyes, report.captions) == ((third,), (), {second: "so hot"})
