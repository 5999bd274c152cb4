"""Boxes on a real home: what is under a name is gone from every picture and text, and comes back with one undo."""

from __future__ import annotations

import io
import re
from pathlib import Path

import numpy as np
from PIL import Image
from sqlalchemy import text

from pipeline.imaging.masks import MASK_RGB
from pipeline.records.boxes import BoxKind, PageBox
from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box
from pipeline.settings import load_settings
from pipeline.store.boxes import hash_pictures, load_boxes
from pipeline.store.collections import create_collection
from pipeline.store.home import Home
from pipeline.store.pages import load_page_pixels, load_thumbnail, load_whole_image
from pipeline.views.boxing import keep_box, keep_said_box
from pipeline.views.components.boxes import BoxAct, SaidBox
from pipeline.views.crops import CropPlan, cut_crop
from pipeline.views.deciding import confirm_pattern, undo_last
from pipeline.views.desk import OpenDesk
from pipeline.walk.desk import load_desk
from pipeline.walk.find import assemble_set
from pipeline.walk.report import build_report
from tests.views.drawing import ANSWERS, PAGE_PX, DrawnHome, check, draw_page, open_page, read_screen

FIRST_LINE = PageBox("b1", BoxKind.NAME, 0.0, 0.1, 1.0, 0.23)
"""Over the first of the lines on every page of the drawn home."""
FIRST_LINE_PX = Box(100.0, 0.12 * PAGE_PX[1], 700.0, 0.21 * PAGE_PX[1])
NOISE = 8
"""How far lossy WebP moves a flat grey."""


def _table(drawn: DrawnHome) -> OpenDesk:
    return OpenDesk(drawn.home, load_desk(drawn.home, drawn.collection_id))


def _is_masked(picture: bytes | None) -> bool:
    """Whether nothing but grey is under FIRST_LINE on a whole page's picture."""
    assert picture is not None
    image = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")).astype(int)
    height = image.shape[0]
    under = image[int(FIRST_LINE.y0 * height) + 2 : int(FIRST_LINE.y1 * height) - 2]
    return bool((np.abs(under - MASK_RGB) <= NOISE).all())


def test_no_picture_shows_what_is_under_a_name(drawn: DrawnHome) -> None:
    """The page, its thumbnail and a crop have grey there; the owner's own picture, and undo, have it back."""
    home, collection = drawn.home, drawn.collection_id
    code = _table(drawn).desk.pieces[0].code
    before = load_thumbnail(home, collection, code, 0), hash_pictures(home, collection)
    plan = CropPlan(0, FIRST_LINE_PX, ())
    first_crop = cut_crop(home, collection, code, plan)
    keep_box(_table(drawn), FIRST_LINE)
    assert _is_masked(load_thumbnail(home, collection, code, 0))
    assert not _is_masked(load_whole_image(home, collection, code, 0))
    pixels = load_page_pixels(home, collection, code, 0)
    assert pixels is not None
    assert (pixels[50:115] == MASK_RGB).all()
    crop = cut_crop(home, collection, code, plan)
    assert crop != first_crop
    assert crop is not None
    assert (np.abs(np.asarray(Image.open(io.BytesIO(crop)).convert("RGB")).astype(int) - MASK_RGB) <= NOISE).all()
    undo_last(_table(drawn))
    assert (load_thumbnail(home, collection, code, 0), hash_pictures(home, collection)) == before


def test_no_text_and_no_export_has_what_is_under_a_name(drawn: DrawnHome) -> None:
    """Transcripts, quotes of what was decided before and exported crops are without it; decisions stay."""
    table = _table(drawn)
    decided = next(pattern for pattern in table.desk.patterns if pattern.id == "word-leaves")
    confirm_pattern(table, decided)
    keep_box(_table(drawn), FIRST_LINE)
    desk, report = _table(drawn).desk, build_report(drawn.home, drawn.collection_id)
    second_lines = {answer.partition("\n")[2] for answer in ANSWERS}
    assert {transcript.text for transcript in desk.transcripts.values()} == second_lines
    assert desk.is_stale
    kept = next(pattern for pattern in desk.patterns if pattern.id == "word-leaves")
    assert [member.piece for member in kept.members] == [member.piece for member in decided.members]
    texts = {code: transcript.text for code, transcript in desk.transcripts.items()}
    settings = load_settings(drawn.home.path).finding
    embedded = assemble_set(tuple(desk.transcripts.values()), "", settings)
    assert all(any(passage.text in line for line in second_lines) for passage in embedded.passages)
    for pattern in report.patterns:
        for member in pattern.members:
            assert all(_stands(evidence, texts[member.piece]) for evidence in member.evidence)
    for crop in report.crops:
        assert crop.quote in texts[crop.piece]


def _stands(evidence: Evidence, text: str) -> bool:
    return text[evidence.start : evidence.end] == evidence.quote


def test_an_exported_crop_has_grey_for_the_name(drawn: DrawnHome) -> None:
    """A box right above the first lines: the margin of an exported line has exactly that grey, and nothing else did."""
    assert not any(_begins_grey(png) for png in _export_crops(drawn))
    keep_box(_table(drawn), PageBox("b1", BoxKind.NAME, 0.0, 0.0, 1.0, 0.13))
    assert any(_begins_grey(png) for png in _export_crops(drawn))


def _export_crops(drawn: DrawnHome) -> list[bytes]:
    return [crop.png for crop in build_report(drawn.home, drawn.collection_id).crops if crop.png]


def _begins_grey(png: bytes) -> bool:
    return bool((np.asarray(Image.open(io.BytesIO(png)))[0] == MASK_RGB).all())


def test_a_box_moved_on_one_page_stays_on_the_others(drawn: DrawnHome) -> None:
    """The page's text has its first line back and lacks the second; so it is only there."""
    keep_box(_table(drawn), FIRST_LINE)
    table = _table(drawn)
    first, other = table.desk.pieces[0].code, table.desk.pieces[1].code
    before = table.desk.transcripts
    said = SaidBox(BoxAct.MOVE, "b1", BoxKind.NAME, (0.0, 0.24, 1.0, 0.4), first, 0)
    keep_said_box(table, said, None, is_here_alone=True)
    after = _table(drawn).desk.transcripts
    assert after[first].text != before[first].text
    assert after[first].text in {answer.partition("\n")[0] for answer in ANSWERS}
    assert after[other] == before[other]
    undo_last(_table(drawn))
    assert _table(drawn).desk.transcripts == before


def test_the_screen_shows_boxes_and_undo(drawn: DrawnHome) -> None:
    """The page to draw on and other pages are there; what was drawn last can be taken back by its button."""
    keep_box(_table(drawn), FIRST_LINE)
    app = open_page("boxes", drawn.collection_id)
    screen = read_screen(app)
    assert "drew a name box" in screen
    assert screen.count("pw-box-name") == 6
    assert len(app.get("bidi_component")) == 2, "the page to draw on and the keyboard"
    app.button(key="next-page").click().run()
    app.button(key="undo").click().run()
    assert "pw-box-name" not in read_screen(check(app))


def test_boxes_can_be_drawn_before_the_first_page_is_read(empty_home: Home, tmp_path: Path) -> None:
    """The first page of the files given is opened to draw on; what is drawn there is on every page read later."""
    draw_page(ANSWERS[0])[0].save(tmp_path / "ann.png")
    collection = create_collection(empty_home, "Plants", "")
    app = open_page("boxes", collection.id)
    assert "No page with a picture" in read_screen(app)
    app.session_state["staged-folder"] = (collection.id, str(tmp_path))
    app.run()
    assert len(check(app).get("bidi_component")) == 2, "the page to draw on and the keyboard"
    keep_box(OpenDesk(empty_home, load_desk(empty_home, collection.id)), FIRST_LINE)
    assert load_boxes(empty_home, collection.id).find_on("K07", 0) == (FIRST_LINE,)


def test_a_header_is_offered_by_one_key(drawn: DrawnHome) -> None:
    """Where most pages begin with a line for the name, one press covers it; then nothing is offered any more."""
    with drawn.home.engine.begin() as connection:
        rows = connection.execute(text("SELECT id, reading FROM pages")).all()
        for row in rows:
            asked = re.sub(r'"text":"(The|Water|It|I)"', '"text":"Name"', row.reading, count=1)
            connection.execute(text("UPDATE pages SET reading = :asked WHERE id = :id"), {"asked": asked, "id": row.id})
    app = open_page("boxes", drawn.collection_id)
    app.button(key="cover-header").click().run()
    (box,) = load_boxes(drawn.home, drawn.collection_id).drawn
    assert (box.kind, box.x0, box.x1) == (BoxKind.NAME, 0.0, 1.0)
    assert "cover-header" not in [str(button.key) for button in check(app).button]


def test_without_pictures_the_screen_says_so(empty_home: Home) -> None:
    """No class set in hand, nothing to draw on."""
    assert "No class set is open." in read_screen(open_page("boxes"))
    assert empty_home
