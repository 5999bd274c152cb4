"""Collections are made, found, listed; a deleted one leaves no byte."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from pipeline.errors import AlreadyReading, HomeError, InputError, UnknownCollection
from pipeline.records.decisions import DecisionKind
from pipeline.records.patterns import Findings
from pipeline.records.work import Refusal
from pipeline.store import deletion
from pipeline.store.collections import (
    create_collection,
    delete_collection,
    find_collection,
    list_collections,
    set_model_answer,
    set_task,
)
from pipeline.store.decisions import NewDecision, append_decision, list_decisions
from pipeline.store.engine import reading
from pipeline.store.files import write_whole
from pipeline.store.findings import load_findings, save_findings
from pipeline.store.home import Home, open_home
from pipeline.store.jobs import acquire_lease, release_lease
from pipeline.store.pages import list_unread_pages, load_readings, save_reading
from pipeline.store.pieces import add_pieces
from pipeline.store.refusals import add_refusals
from pipeline.store.tables import DELETING
from pipeline.store.vectors import load_vectors, save_vectors
from tests.store.conftest import Kept, piece_of, plan_of, reading_of

CANARY = "canary-Zephyrine-Quillfeather"


def test_found_by_name_and_by_id(kept: Kept) -> None:
    """Either finds it; anything else is an error that says what there is."""
    assert find_collection(kept.home, "Period 2") == find_collection(kept.home, kept.collection.id) == kept.collection
    with pytest.raises(UnknownCollection):
        find_collection(kept.home, "Period 3")


@pytest.mark.parametrize("name", ["Period 2", "  ", ""])
def test_a_name_is_given_once_and_is_never_empty(kept: Kept, name: str) -> None:
    """A name taken, or no name, is refused."""
    with pytest.raises(InputError):
        create_collection(kept.home, name, "")


def test_the_task_can_be_written_later(kept: Kept) -> None:
    """A new task text replaces the old one."""
    set_task(kept.home, kept.collection.id, "Why do leaves fall?")
    assert find_collection(kept.home, "Period 2").task == "Why do leaves fall?"


def fill_with_canaries(kept: Kept) -> None:
    """Everything a collection can hold, each with the canary in it."""
    home, collection = kept.home, kept.collection.id
    set_task(home, collection, CANARY)
    (code,) = add_pieces(home, collection, plan_of(piece_of(CANARY, "aa")))
    add_refusals(home, collection, (Refusal(CANARY, CANARY, CANARY),))
    (page,) = list_unread_pages(home, collection, "ppocr 1")
    save_reading(home, collection, page, reading_of(f"{CANARY} wrote this"), CANARY.encode())
    save_vectors(home, collection, "hashed", {CANARY: np.frombuffer(CANARY.encode()[:28], dtype="<f4")})
    save_findings(home, collection, Findings((code,), (), (), (CANARY,)), CANARY)
    append_decision(home, collection, NewDecision(DecisionKind.NOTICE, "p", CANARY, who=CANARY))
    release_lease(home, acquire_lease(home, collection, 1), "failed", CANARY)
    uploads = home.find_folder(collection) / "uploads"
    uploads.mkdir()
    (uploads / f"{CANARY}.txt").write_text(CANARY)
    write_whole(home.find_folder(collection) / "thumbnails" / "K07-0.webp", CANARY.encode())
    (home.find_folder(collection) / "pages" / "K07-0.webp.1f2e.part").write_text(CANARY)  # a crash left it
    write_whole(home.path / "logs" / "reading-1f2e.log", CANARY.encode())


def list_files_with(folder: Path, canary: bytes) -> list[str]:
    """Files that hold the canary in their bytes or their name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if canary in path.read_bytes() or canary in path.name.encode()]


def test_after_delete_no_byte_is_left(kept: Kept) -> None:
    """Database, write-ahead log, images, thumbnails, vectors, uploads: the canary is in none of them any more."""
    other = create_collection(kept.home, "Period 3", "stays")
    append_decision(kept.home, other.id, NewDecision(DecisionKind.NOTICE, "p", "stays too"))
    fill_with_canaries(kept)
    assert list_files_with(kept.home.path, CANARY.encode())
    delete_collection(kept.home, kept.collection.id)
    assert list_files_with(kept.home.path, CANARY.encode()) == []
    assert list_files_with(kept.home.path, CANARY.encode()[:28]) == []
    assert [collection.name for collection in list_collections(kept.home)] == ["Period 3"]
    assert [decision.value for decision in list_decisions(kept.home, other.id)] == ["stays too"]
    assert load_readings(kept.home, kept.collection.id) == {}
    assert load_findings(kept.home, kept.collection.id) is None
    assert load_vectors(kept.home, "hashed", [CANARY]) == {}


def test_a_deletion_cut_short_is_finished_at_the_next_opening(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed anywhere on the way, the set is gone from the list at once, and its last byte with the next opening."""
    fill_with_canaries(kept)
    for cut in ("_remove_files", "empty_logs", "squeeze"):
        with monkeypatch.context() as patch:
            patch.setattr(deletion, cut, cut_short)
            with pytest.raises(KeyboardInterrupt):
                (delete_collection if cut == "_remove_files" else finish)(kept.home, kept.collection.id)
        assert list_collections(kept.home) == ()
    open_home(kept.home.path)
    assert list_files_with(kept.home.path, CANARY.encode()) == []


def test_a_file_that_cannot_be_removed_holds_nothing_up(kept: Kept) -> None:
    """Another program has one file open: the home opens, other sets go, the name is free, and the rest goes later."""
    other = create_collection(kept.home, "Period 3", "goes")
    stuck = kept.home.name_folder(kept.collection.id)
    stuck.parent.mkdir()
    stuck.write_text("no folder, so that it can't be removed as one")
    with pytest.raises(HomeError) as told:
        delete_collection(kept.home, kept.collection.id)
    assert "started again" in told.value.hint
    home = open_home(kept.home.path)
    write_whole(home.find_folder(other.id) / "pages" / "K07-0.webp", CANARY.encode())
    with pytest.raises(HomeError):
        delete_collection(home, other.id)
    assert list_files_with(home.path, CANARY.encode()) == []
    assert create_collection(home, kept.collection.name, "again")
    stuck.unlink()
    open_home(home.path)
    with reading(home.engine) as connection:
        assert connection.execute(select(DELETING)).all() == []


def cut_short(*_: object) -> None:
    raise KeyboardInterrupt


def finish(home: Home, _: str) -> None:
    open_home(home.path)


def test_what_is_being_read_is_not_deleted(kept: Kept) -> None:
    """While its reader lives a set stays; afterwards it goes."""
    lease = acquire_lease(kept.home, kept.collection.id, 1)
    with pytest.raises(AlreadyReading):
        delete_collection(kept.home, kept.collection.id)
    release_lease(kept.home, lease, "stopped", "")
    delete_collection(kept.home, kept.collection.id)
    assert list_collections(kept.home) == ()


def test_nothing_can_be_added_to_what_is_gone(kept: Kept) -> None:
    """A page read, or a decision made, for a deleted set is an error, and leaves nothing behind."""
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(kept.home, kept.collection.id, "ppocr 1")
    delete_collection(kept.home, kept.collection.id)
    with pytest.raises(UnknownCollection):
        save_reading(kept.home, kept.collection.id, page, reading_of(CANARY), CANARY.encode())
    with pytest.raises(UnknownCollection):
        append_decision(kept.home, kept.collection.id, NewDecision(DecisionKind.NOTICE, "p", CANARY))
    assert list_files_with(kept.home.path, CANARY.encode()) == []


def test_a_model_answer_is_kept_and_taken_away(kept: Kept) -> None:
    """Beside the task; an empty one is none."""
    assert kept.collection.model_answer == ""
    set_model_answer(kept.home, kept.collection.id, " Water leaves through the leaves. ")
    assert find_collection(kept.home, "Period 2").model_answer == "Water leaves through the leaves."
    set_model_answer(kept.home, kept.collection.id, "")
    assert find_collection(kept.home, "Period 2") == kept.collection
