"""Homes for the screen's tests: a drawn one, whose suggestions one can check by eye, and an empty one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from pipeline.settings import HOME_VARIABLE
from pipeline.store.collections import list_collections
from pipeline.store.home import Home, open_home
from tests.views.drawing import DrawnHome, fill_home
from tests.views.unread import fill_unread_home


@pytest.fixture(scope="session", autouse=True)
def look_for_components_once() -> Iterator[None]:
    """Every app looks through all installed packages for components; they stay the same, so one look is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the drawn home once; it is to be copied, never opened."""
    folder = tmp_path_factory.mktemp("drawn")
    drawn = fill_home(folder / "home", folder / "answers")
    drawn.home.engine.dispose()
    return folder / "home"


@pytest.fixture
def drawn(tmp_path: Path, filled_home: Path, monkeypatch: pytest.MonkeyPatch) -> DrawnHome:
    """Give a copy of the drawn home that a test may decide in; the app finds it as its own."""
    path = tmp_path / "home"
    shutil.copytree(filled_home, path)
    monkeypatch.setenv(HOME_VARIABLE, str(path))
    home = open_home(path)
    return DrawnHome(home, list_collections(home)[0].id)


@pytest.fixture(scope="session")
def filled_unread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the home of four drawings once; it is to be copied, never opened."""
    folder = tmp_path_factory.mktemp("unread")
    fill_unread_home(folder / "home", folder / "drawings", 4).home.engine.dispose()
    return folder / "home"


@pytest.fixture
def unread(tmp_path: Path, filled_unread: Path, monkeypatch: pytest.MonkeyPatch) -> DrawnHome:
    """Give a copy of the home of four drawings that a test may decide in; the app finds it as its own."""
    path = tmp_path / "home"
    shutil.copytree(filled_unread, path)
    monkeypatch.setenv(HOME_VARIABLE, str(path))
    home = open_home(path)
    return DrawnHome(home, list_collections(home)[0].id)


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Make a home with nothing in it yet."""
    path = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(path))
    return open_home(path)
