"""Progress: live while a reader lives, and afterwards the way to go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pipeline.store.collections import create_collection, set_model_answer
from pipeline.store.home import Home
from pipeline.store.jobs import JobStatus, Lease, acquire_lease, beat, is_stop_requested, release_lease
from pipeline.views.reading import is_working, measure_seconds
from tests.views.drawing import DrawnHome, check, open_page, read_screen


@pytest.fixture
def lease(drawn: DrawnHome) -> Iterator[Lease]:
    """Read the drawn class set, as far as its jobs table can tell."""
    lease = acquire_lease(drawn.home, drawn.collection_id, 10)
    beat(drawn.home, lease, "reading", 3, 10)
    yield lease
    release_lease(drawn.home, lease, "done", "")


def test_a_running_reader_is_shown_with_its_pages(drawn: DrawnHome, lease: Lease) -> None:
    """Pages done and of how many are on screen; the set can't be deleted under its reader."""
    app = open_page("sets")
    assert "Reading · 3 of 10 pages" in read_screen(app)
    assert app.button(key=f"delete-{drawn.collection_id}").disabled


def test_a_set_that_is_being_read_asks_for_no_work(empty_home: Home) -> None:
    """Before its first pattern the desk says that they come by themselves, and the gallery is not called empty."""
    collection = create_collection(empty_home, "4b", "")
    assert "No papers in this class set yet." in read_screen(open_page("patterns", collection.id))
    lease = acquire_lease(empty_home, collection.id, 10)
    beat(empty_home, lease, "reading", 0, 10)
    for page, told in (("patterns", "Patterns come up here by themselves."), ("unsorted", "Reading · 0 of 10 pages")):
        app = open_page(page, collection.id)
        assert told in read_screen(app)
        assert "No papers in this class set yet." not in read_screen(app)
        assert "add-work" not in {button.key for button in app.button}
    release_lease(empty_home, lease, "done", "")


def test_a_model_answer_is_not_called_fruitless_before_it_was_looked_for(drawn: DrawnHome, lease: Lease) -> None:
    """While the pieces are laid beside it, nothing is said of what came of it."""
    set_model_answer(drawn.home, drawn.collection_id, "The water leaves through the leaves.")
    assert "Nothing to compare yet" not in read_screen(open_page("model", drawn.collection_id))


def test_finding_is_told_too(drawn: DrawnHome, lease: Lease) -> None:
    """Once every page is read the screen says what is going on."""
    beat(drawn.home, lease, "finding", 10, 10)
    assert "Looking for patterns" in read_screen(open_page("sets"))


def test_stop_asks_the_reader_to_stop(drawn: DrawnHome, lease: Lease) -> None:
    """One press asks the reader to stop after the page it is at."""
    app = open_page("patterns", drawn.collection_id)
    app.button(key=f"stop-{drawn.collection_id}").click().run()
    check(app)
    assert is_stop_requested(drawn.home, drawn.collection_id)


def test_a_desk_loaded_while_the_finding_ended_is_loaded_anew(drawn: DrawnHome, lease: Lease) -> None:
    """Else the page would wait for patterns that are there already; whoever looks then sees them at once."""
    beat(drawn.home, lease, "finding", 10, 10)
    app = open_page("patterns", drawn.collection_id)
    key, desk = app.session_state["desk"]
    release_lease(drawn.home, lease, "done", "")
    ended = (*key[:3], ("done", *key[3][1:]), *key[4:])
    app.session_state["desk"] = ended, replace(desk, findings=None, patterns=())
    assert is_working(desk.job)
    assert "Patterns to look at" in read_screen(check(app.run()))


@pytest.mark.parametrize(("state", "told"), [("stopped", "stopped before its end"), ("failed", "No room left.")])
def test_a_reading_that_ended_early_can_go_on(drawn: DrawnHome, state: str, told: str) -> None:
    """What was read is kept, what happened is said, and one button goes on."""
    lease = acquire_lease(drawn.home, drawn.collection_id, 10)
    beat(drawn.home, lease, "reading", 4, 10)
    release_lease(drawn.home, lease, state, "No room left." if state == "failed" else "")
    app = open_page("patterns", drawn.collection_id)
    screen = read_screen(app)
    assert told in screen
    assert "4 of 10 pages are read and kept." in screen
    assert app.button(key=f"go-on-{drawn.collection_id}").label == "Go on reading"


def test_only_a_living_reader_works() -> None:
    """A job whose process is gone is not at work, whatever its state says."""
    assert is_working(JobStatus("reading", 1, 2, 0.0, 0.0, "", is_alive=True))
    assert not is_working(JobStatus("reading", 1, 2, 0.0, 0.0, "", is_alive=False))
    assert not is_working(JobStatus("done", 2, 2, 0.0, 0.0, "", is_alive=True))
    assert not is_working(None)


def test_the_clock_never_runs_backwards() -> None:
    """A clock set back shows no negative time."""
    assert measure_seconds(JobStatus("reading", 1, 2, 9e12, 9e12, "", is_alive=True)) == 0.0
