"""A folder becomes a collection; a second run does nothing; later files join it and decisions stay."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import AlreadyReading, NothingToRead
from pipeline.intake import plan_pieces
from pipeline.settings import Settings
from pipeline.store.collections import create_collection, list_collections
from pipeline.store.home import open_home
from pipeline.store.jobs import acquire_lease, load_job, request_stop
from pipeline.walk.add import AddRequest, AddSummary, add_work, drop_given_zips, plan_work, resume_collection
from pipeline.walk.desk import load_desk
from pipeline.walk.progress import Progress
from pipeline.walk.report import build_report


def add(folder: Path, settings: Settings, seen: list[Progress] | None = None) -> AddSummary:
    watch = seen.append if seen is not None else lambda _: None
    request = AddRequest(plan_pieces([folder], settings.intake), "Mirrors", "What is a mirror?")
    return add_work(open_home(settings.home), request, settings, watch)


def test_a_folder_is_read_found_in_and_left_as_it_was(six_answers: Path, settings: Settings) -> None:
    """Six files become six pieces with transcripts; the originals keep every byte; progress ends at six."""
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in six_answers.iterdir()}
    seen: list[Progress] = []
    summary = add(six_answers, settings, seen)
    desk = load_desk(open_home(settings.home), summary.collection.id)
    assert len(summary.new_pieces) == summary.pages_read == len(desk.transcripts) == 6
    assert all(transcript.text for transcript in desk.transcripts.values())
    assert [p.pages_done for p in seen if p.state == "reading"] == list(range(7))
    assert not desk.is_stale
    assert desk.findings is not None
    assert set(desk.findings.pieces) == set(desk.transcripts)
    assert before == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in six_answers.iterdir()}


def test_a_second_run_does_nothing_and_later_files_join(typed_answers: Path, settings: Settings) -> None:
    """No page is read twice; one typed late piece is the only new one."""
    first = add(typed_answers, settings)
    again = add(typed_answers, settings)
    assert (again.pages_read, again.new_pieces) == (0, ())
    assert again.findings == first.findings
    (typed_answers / "late.txt").write_text("The mirror bounces the light back to my eyes.")
    late = add(typed_answers, settings)
    assert (late.pages_read, len(late.new_pieces)) == (1, 1)
    assert late.collection.id == first.collection.id
    assert len(list_collections(open_home(settings.home))) == 1


def test_a_file_that_cannot_be_opened_is_said_and_the_rest_goes_on(typed_answers: Path, settings: Settings) -> None:
    """An empty file becomes a refusal, once, however often it is added."""
    (typed_answers / "empty.jpg").write_bytes(b"")
    for _ in range(2):
        summary = add(typed_answers, settings)
        assert [refusal.source_name for refusal in summary.refusals] == ["empty.jpg"]
        assert len(build_report(open_home(settings.home), summary.collection.id).pieces) == 6


def test_a_file_mended_and_added_again_is_refused_no_more(typed_answers: Path, settings: Settings) -> None:
    """What was empty is a piece the second time, and nothing is said of it any more."""
    (typed_answers / "late.txt").write_bytes(b"")
    assert len(add(typed_answers, settings).refusals) == 1
    (typed_answers / "late.txt").write_text("The mirror bounces the light back to my eyes.")
    summary = add(typed_answers, settings)
    assert (summary.refusals, len(summary.new_pieces)) == ((), 1)


def test_a_page_that_could_not_be_opened_is_tried_again(typed_answers: Path, settings: Settings) -> None:
    """Its file was gone for a while: back where it was and added again, it is read, as the hint says."""
    away = typed_answers.parent / "away.txt"
    plan = plan_pieces([typed_answers], settings.intake)
    first = plan.pieces[0].sources[0]
    first.rename(away)
    request, home = AddRequest(plan, "Mirrors"), open_home(settings.home)
    (refusal,) = add_work(home, request, settings, lambda _: None).refusals
    assert "add the folder again" in refusal.hint
    away.rename(first)
    summary = add_work(home, request, settings, lambda _: None)
    assert (summary.pages_read, summary.refusals) == (1, ())


def test_a_stop_takes_effect_and_the_run_goes_on_where_it_stopped(six_answers: Path, settings: Settings) -> None:
    """Stopped after the first page, with another one begun, resumed later: every page is read exactly once."""
    settings = settings.model_copy(update={"reading": settings.reading.model_copy(update={"workers": 2})})
    home = open_home(settings.home)
    done: list[int] = []

    def stop_after_one(progress: Progress) -> None:
        done.append(progress.pages_done)
        if progress.pages_done == 1:
            request_stop(home, list_collections(home)[0].id)

    request = AddRequest(plan_pieces([six_answers], settings.intake), "Mirrors")
    stopped = add_work(home, request, settings, stop_after_one)
    assert stopped.was_stopped
    assert stopped.findings is None
    job = load_job(home, stopped.collection.id)
    assert job is not None
    assert job.state == "stopped"
    rest = resume_collection(home, stopped.collection.id, settings, lambda _: None)
    assert stopped.pages_read + rest.pages_read == 6
    assert len(load_desk(home, stopped.collection.id).transcripts) == 6


def test_two_readers_on_one_collection_are_impossible(typed_answers: Path, settings: Settings) -> None:
    """While one holds the lease, another is told so."""
    summary = add(typed_answers, settings)
    home = open_home(settings.home)
    acquire_lease(home, summary.collection.id, 6)
    with pytest.raises(AlreadyReading):
        resume_collection(home, summary.collection.id, settings, lambda _: None)


def test_an_empty_folder_makes_no_collection(tmp_path: Path, settings: Settings) -> None:
    """Nothing to read is an error that leaves nothing behind."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead):
        add(tmp_path / "empty", settings)
    assert list_collections(open_home(settings.home)) == ()


def test_zips_are_planned_into_the_set_and_given_ones_dropped(settings: Settings, tmp_path: Path) -> None:
    """A teacher's own zip stays where it is; one given through the browser goes once its files are known."""
    home = open_home(settings.home)
    collection = create_collection(home, "Mirrors", "").id
    given = home.name_uploads(collection) / "a1b2c3d4"
    for folder in (given, tmp_path / "own"):
        folder.mkdir(parents=True)
        with zipfile.ZipFile(folder / "work.zip", "w") as archive:
            archive.writestr("anna.txt", "A mirror shows you.")
        (piece,) = plan_work(home, folder, collection, settings).pieces
        drop_given_zips(home, collection, folder)
        assert piece.sources[0].is_relative_to(home.name_uploads(collection))
        assert piece.sources[0].exists()
    assert list(given.iterdir()) == []
    assert (tmp_path / "own" / "work.zip").exists()
