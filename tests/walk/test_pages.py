"""A page gets another picture: it is kept, read as it stands, and undo has the old page back without reading."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.decide import write_box_change, write_page_change
from pipeline.errors import InputError
from pipeline.imaging.masks import MASK_RGB
from pipeline.intake import plan_pieces
from pipeline.records.boxes import BoxChange, BoxKind, PageBox
from pipeline.records.decisions import DecisionKind
from pipeline.records.pages import PageChange
from pipeline.settings import Settings
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import Home, open_home
from pipeline.store.pages import list_pictured_pages, load_page_pixels, load_readings, load_thumbnail
from pipeline.store.pictures import find_picture
from pipeline.store.refusals import list_refusals
from pipeline.walk.add import AddRequest, add_work, resume_collection
from pipeline.walk.pages import PagePlace, crop_page, replace_page, turn_page

RED, BLUE = (200, 30, 30), (30, 30, 200)


@pytest.fixture
def place(tmp_path: Path, settings: Settings) -> PagePlace:
    """A page whose left half is red and whose right half is blue, looked at by the engine that reads nothing."""
    quick = settings.model_copy(update={"reading": settings.reading.model_copy(update={"engine": "none"})})
    home, folder = open_home(settings.home), tmp_path / "work"
    folder.mkdir()
    image = np.full((200, 100, 3), BLUE, np.uint8)
    image[:, :50] = RED
    Image.fromarray(image).save(folder / "ann.png")
    request = AddRequest(plan_pieces([folder], quick.intake), "Plants")
    collection = add_work(home, request, quick, lambda _: None).collection.id
    return PagePlace(home, collection, *list_pictured_pages(home, collection)[0])


def _decide(place: PagePlace, change: PageChange) -> str:
    new = NewDecision(DecisionKind.CHANGE_PAGE, value=write_page_change(change))
    return str(append_decision(place.home, place.collection_id, new).id)


def _see(place: PagePlace) -> np.ndarray:
    pixels = load_page_pixels(place.home, place.collection_id, place.piece, place.page)
    assert pixels is not None
    return pixels


def _is_like(pixel: np.ndarray, colour: tuple[int, int, int]) -> bool:
    return bool(np.abs(pixel.astype(int) - colour).max() < 40)


def _read(home: Home, place: PagePlace) -> list[tuple[int, int]]:
    return [
        (page.width_px, page.height_px) for pages in load_readings(home, place.collection_id).values() for page in pages
    ]


def test_a_turned_page_stands_as_it_was_turned(place: PagePlace, settings: Settings) -> None:
    """It is unread until it was read anew; its thumbnail follows; undo has the first reading back at once."""
    home, collection = place.home, place.collection_id
    before = load_thumbnail(home, collection, place.piece, 0)
    decision = _decide(place, turn_page(place, 90))
    assert _see(place).shape == (100, 200, 3)
    assert _is_like(_see(place)[5, 100], RED), "left goes up"
    assert load_thumbnail(home, collection, place.piece, 0) != before
    assert _read(home, place) == []
    quick = settings.model_copy(update={"reading": settings.reading.model_copy(update={"engine": "none"})})
    resume_collection(home, collection, quick, lambda _: None)
    assert _read(home, place) == [(200, 100)]
    append_decision(home, collection, NewDecision(DecisionKind.UNDO, value=decision))
    assert _read(home, place) == [(100, 200)]
    assert load_thumbnail(home, collection, place.piece, 0) == before


def test_a_cropped_page_is_what_was_kept_of_it(place: PagePlace) -> None:
    """The left half is all red; a sliver is no page."""
    _decide(place, crop_page(place, (0.0, 0.5, 0.5, 1.0)))
    assert _see(place).shape == (100, 50, 3)
    assert _is_like(_see(place)[50, 25], RED)
    with pytest.raises(InputError, match="nearly nothing"):
        crop_page(place, (0.0, 0.0, 0.05, 1.0))


def test_a_better_photo_takes_the_page_s_place(place: PagePlace, tmp_path: Path, settings: Settings) -> None:
    """The piece keeps its code; a file without a picture is refused with what to do."""
    Image.new("RGB", (300, 400), BLUE).save(tmp_path / "better.png")
    _decide(place, replace_page(place, tmp_path / "better.png", settings.intake))
    assert _see(place).shape == (400, 300, 3)
    assert list_pictured_pages(place.home, place.collection_id) == ((place.piece, 0),)
    (tmp_path / "typed.txt").write_text("the water goes")
    with pytest.raises(InputError, match="no picture"):
        replace_page(place, tmp_path / "typed.txt", settings.intake)
    (tmp_path / "broken.png").write_bytes(b"nothing")
    with pytest.raises(InputError):
        replace_page(place, tmp_path / "broken.png", settings.intake)


def test_a_hidden_name_stays_hidden_when_its_page_is_turned_or_cropped(place: PagePlace) -> None:
    """The grey goes where the name goes: from the top to the right, and out of the page with what is cut off."""
    box = PageBox("b1", BoxKind.NAME, 0.0, 0.0, 1.0, 0.1)
    drawn = NewDecision(DecisionKind.DRAW_BOX, value=write_box_change(BoxChange(box)))
    append_decision(place.home, place.collection_id, drawn)
    turned = _decide(place, turn_page(place, 90))
    assert (_see(place)[:, -20:] == MASK_RGB).all()
    assert not (_see(place)[:, 100] == MASK_RGB).all(axis=1).any()
    append_decision(place.home, place.collection_id, NewDecision(DecisionKind.UNDO, value=turned))
    _decide(place, crop_page(place, (0.0, 0.05, 1.0, 0.55)))
    assert (_see(place)[:10] == MASK_RGB).all()
    assert not (_see(place)[15] == MASK_RGB).all(axis=1).any()
    _decide(place, crop_page(place, (0.0, 0.2, 1.0, 1.0)))
    assert not (_see(place) == MASK_RGB).all(axis=2).any()


def test_a_picture_that_is_gone_costs_its_page_alone(place: PagePlace, settings: Settings) -> None:
    """The run goes on, the page needs eyes, and what to do is said."""
    change = turn_page(place, 180)
    _decide(place, change)
    find_picture(place.home, place.collection_id, change.picture).unlink()
    quick = settings.model_copy(update={"reading": settings.reading.model_copy(update={"engine": "none"})})
    resume_collection(place.home, place.collection_id, quick, lambda _: None)
    (pages,) = load_readings(place.home, place.collection_id).values()
    assert [page.needs_eyes for page in pages] == [True]
    (refusal,) = list_refusals(place.home, place.collection_id)
    assert "Undo its change" in refusal.hint
