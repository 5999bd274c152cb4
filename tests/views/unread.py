"""A small real home of drawings that no machine reads: what the desk without reading is tried on."""

from __future__ import annotations

from pathlib import Path

from pipeline.decide import begin_pattern
from pipeline.imaging import encode_webp
from pipeline.intake import open_page as open_source
from pipeline.intake import plan_pieces
from pipeline.reading import load_engine, read_page
from pipeline.records.decisions import DecisionKind
from pipeline.records.patterns import Candidate, Evidence, Ring
from pipeline.records.work import READ_BY_HAND
from pipeline.settings import load_settings
from pipeline.store.collections import create_collection, set_engine
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import open_home
from pipeline.store.pages import list_unread_pages, save_reading
from pipeline.store.pieces import add_pieces, list_pieces
from pipeline.walk.collect import find_again
from tests.rendering.drawings import save_drawings
from tests.views.drawing import DrawnHome

TASK = "Draw a plant in the sun."
SUN = Ring(0, 0.02, 0.02, 0.5, 0.4)


def fill_unread_home(path: Path, folder: Path, count: int) -> DrawnHome:
    """Make a home at `path` with so many drawings, whose files are written to `folder`; nothing is sorted yet."""
    home = open_home(path)
    (path / "patternwork.toml").write_text('[finding]\nembedder = "hashed"\nresamples = 20\n')
    save_drawings(folder, count)
    collection = create_collection(home, "Plants in the sun", TASK)
    set_engine(home, collection.id, READ_BY_HAND)
    settings = load_settings(path)
    engine = load_engine(settings.reading.model_copy(update={"engine": READ_BY_HAND}))
    add_pieces(home, collection.id, plan_pieces([folder], settings.intake))
    for pending in list_unread_pages(home, collection.id, engine.fingerprint):
        page = open_source(pending.source, settings.intake)
        assert page.image is not None
        save_reading(home, collection.id, pending, read_page(page, engine), encode_webp(page.image, 75))
    find_again(home, collection.id, settings.finding)
    return DrawnHome(home, collection.id)


def list_codes(unread: DrawnHome) -> list[str]:
    """Return the codes of its pieces, in their order."""
    return [piece.code for piece in list_pieces(unread.home, unread.collection_id)]


def begin(unread: DrawnHome, name: str, *pieces: str) -> Candidate:
    """Begin a pattern of the teacher's own with these pieces."""
    own = begin_pattern(name, [], [Evidence(piece, 0, 0, "", is_whole_piece=True) for piece in pieces])
    append_decision(unread.home, unread.collection_id, NewDecision(DecisionKind.SEED, own.id, name, own))
    return own
