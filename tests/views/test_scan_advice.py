"""What makes a scan good, and the warning where scans lose pencil."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pipeline.store.home import Home
from pipeline.store.pages import list_unread_pages, load_readings, save_reading
from tests.views.drawing import DrawnHome, open_page, read_screen


def test_the_advice_is_on_the_page_that_asks_for_work(empty_home: Home) -> None:
    """Grey, resolution, staples, order; and how much goes through the browser."""
    screen = read_screen(open_page("add"))
    for word in ("Grey or colour", "150 to 300", "Staples out", "One piece after the other", "up to 2 GB"):
        assert word in screen


def test_scans_that_lose_pencil_are_said(drawn: DrawnHome) -> None:
    """On the class set, as soon as enough pages show it."""
    assert "lose pencil" not in read_screen(open_page("sets"))
    home, collection = drawn.home, drawn.collection_id
    readings = load_readings(home, collection)
    for page in list_unread_pages(home, collection, "another engine")[:5]:
        broken = replace(readings[page.piece][page.number], is_broken=True)
        save_reading(home, collection, page, broken, None)
    st.cache_data.clear()  # it looks only every few seconds
    assert "broken up on 5 of the 10 pages read so far" in read_screen(open_page("sets"))
