"""One piece: its scan beside its transcription, its patterns, and corrections that are decisions."""

from __future__ import annotations

from pipeline.intake import plan_pieces
from pipeline.records.decisions import DecisionKind
from pipeline.records.reading import WordRole
from pipeline.settings import load_settings
from pipeline.store.collections import create_collection
from pipeline.store.decisions import list_decisions
from pipeline.store.home import Home
from pipeline.store.pieces import add_pieces
from pipeline.views.components.scan import Said
from pipeline.views.deciding import correct_reading
from pipeline.views.desk import OpenDesk
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def test_a_piece_shows_its_scan_and_how_it_was_read(drawn: DrawnHome) -> None:
    """The first piece is shown with its place among all, and the text is marked as the computer read it."""
    app = open_page("piece", drawn.collection_id)
    screen, first = read_screen(app), load_desk(drawn.home, drawn.collection_id).pieces[0]
    assert f">{first.code}</h1>" in screen
    assert ">1 of 10</span>" in screen
    assert "as the computer read it" in screen
    assert len(app.get("bidi_component")) == 2, "the scan and the keyboard"


def test_the_next_and_the_previous_piece_are_one_press_away(drawn: DrawnHome) -> None:
    """The arrows go through all pieces by code and round."""
    codes = [piece.code for piece in load_desk(drawn.home, drawn.collection_id).pieces]
    app = open_page("piece", drawn.collection_id)
    app.button(key="next-piece").click().run()
    assert f">{codes[1]}</h1>" in read_screen(check(app))
    app.button(key="previous-piece").click().run()
    app.button(key="previous-piece").click().run()
    assert f">{codes[-1]}</h1>" in read_screen(check(app))


def test_a_piece_leads_to_the_patterns_it_belongs_to(drawn: DrawnHome) -> None:
    """The chips under a piece's code open the pattern on the desk."""
    app = open_page("piece", drawn.collection_id)
    chip = next(button for button in app.button if str(button.key).startswith("chip-"))
    chip.click().run()
    assert app.session_state["focus"] == str(chip.key).removeprefix("chip-")
    assert "Patterns to look at" in read_screen(check(app))


def test_a_corrected_line_is_kept(drawn: DrawnHome) -> None:
    """A correction is a decision; the transcript follows it, and the patterns are known to be older than it."""
    desk = load_desk(drawn.home, drawn.collection_id)
    code = desk.pieces[0].code
    correct_reading(OpenDesk(drawn.home, desk), code, Said(0, 0, None, "Nobody read this right", WordRole.STUDENT))
    assert list_decisions(drawn.home, drawn.collection_id)[-1].kind is DecisionKind.CORRECT
    after = load_desk(drawn.home, drawn.collection_id)
    assert after.transcripts[code].text.startswith("Nobody read this right")
    assert after.is_stale
    assert "Nobody read this right" in str(open_page("piece", drawn.collection_id).get("bidi_component")[0].proto)


def test_an_empty_class_set_has_no_piece(empty_home: Home) -> None:
    """Without papers the page says so and leads to adding some."""
    collection = create_collection(empty_home, "4b", "")
    app = open_page("piece", collection.id)
    assert "No papers in this class set yet." in read_screen(app)
    assert [button.key for button in app.button] == ["add-work"]


def test_a_piece_says_how_it_was_handed_in(empty_home: Home) -> None:
    """Late, as the class platform's name for its file says; other pieces say nothing of it."""
    collection = create_collection(empty_home, "Mirrors", "").id
    source = empty_home.path / "download"
    source.mkdir()
    for name in ("leeann_LATE_7001_20_Essay.txt", "raybo_7002_21_Essay.txt"):
        (source / name).write_text(f"A mirror shows {name[:3]}.")
    plan = plan_pieces([source], load_settings(empty_home.path).intake)
    codes = {stem: code for code, stem in zip(add_pieces(empty_home, collection, plan), ("lee", "ray"), strict=True)}
    for stem, is_told in (("lee", True), ("ray", False)):
        app = open_page("piece", collection)
        app.session_state["piece"] = codes[stem]
        assert ("Handed in: late" in read_screen(check(app.run()))) is is_told
