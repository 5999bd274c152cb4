"""An intake plan in; a collection with readings and findings in the home out. Stops and resumes page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.errors import UnknownCollection
from pipeline.intake import has_archives, is_archive, plan_pieces
from pipeline.records.patterns import Findings
from pipeline.records.work import Collection, IntakePlan, Refusal
from pipeline.settings import Settings
from pipeline.store.collections import (
    create_collection,
    find_collection,
    set_engine,
    set_model_answer,
    set_task,
)
from pipeline.store.home import Home
from pipeline.store.pieces import add_pieces
from pipeline.store.refusals import add_refusals, list_refusals
from pipeline.walk.collect import find_again
from pipeline.walk.drafts import leave_out_older
from pipeline.walk.fill import read_unread_pages
from pipeline.walk.progress import Progress
from pipeline.walk.pulse import Pulse, hold_lease
from pipeline.walk.scans import BrokenScans, find_broken_scans

Watch = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What to add: the pieces of a plan, into the collection of that name (made where there is none).

    `engine` is what its pages are read with from now on, "" where that stays as it is. A task or a model answer that is
    given replaces the kept one.
    """

    plan: IntakePlan
    name: str
    task: str = ""
    engine: str = ""
    model_answer: str = ""


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What an add or a resume did. `findings` is None where it was stopped before; `broken_scans`, if worth saying.

    `older_drafts`: the pieces that newer drafts took the place of.
    """

    collection: Collection
    new_pieces: tuple[str, ...]
    pages_read: int
    refusals: tuple[Refusal, ...]
    findings: Findings | None
    was_stopped: bool
    broken_scans: BrokenScans | None = None
    older_drafts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """What every step of one run needs."""

    home: Home
    collection: Collection
    settings: Settings
    watch: Watch
    pulse: Pulse = field(repr=False)


def add_work(home: Home, request: AddRequest, settings: Settings, watch: Watch) -> AddSummary:
    """Read what is new in the plan into its collection, then find patterns.

    A second run does nothing; a stopped run goes on where it stopped. Raises AlreadyReading, HomeError, ModelMissing.
    """
    collection = open_collection(home, request.name, request.task)
    if request.model_answer:
        set_model_answer(home, collection.id, request.model_answer)
    with hold_lease(home, collection.id) as pulse:
        if request.engine:
            set_engine(home, collection.id, request.engine)
            collection = find_collection(home, collection.id)
        new_pieces = add_pieces(home, collection.id, request.plan)
        older = leave_out_older(home, collection.id, request.plan)
        add_refusals(home, collection.id, request.plan.refusals)
        return replace(_work(_Run(home, collection, settings, watch, pulse), new_pieces), older_drafts=older)


def plan_work(home: Home, path: Path, name: str, settings: Settings, *, one_file_one_piece: bool = False) -> IntakePlan:
    """Return the plan for `path`; zips in it are unpacked into the folder of the collection of that name.

    The collection is made where a zip has to be unpacked. Raises NothingToRead, InputError, HomeError, DiskFull.
    """
    staging = home.name_uploads(open_collection(home, name, "").id) if has_archives([path]) else None
    return plan_pieces([path], settings.intake, one_file_one_piece=one_file_one_piece, staging=staging)


def drop_given_zips(home: Home, collection_id: str, folder: Path) -> None:
    """Remove zips given through the browser once their files are unpacked and known; a teacher's own folder stays."""
    if folder.parent == home.name_uploads(collection_id):
        for path in folder.iterdir():
            if is_archive(path):
                path.unlink(missing_ok=True)


def resume_collection(home: Home, collection_id: str, settings: Settings, watch: Watch) -> AddSummary:
    """Read what is still unread and find again where something changed; raises as `add_work`."""
    collection = find_collection(home, collection_id)
    with hold_lease(home, collection.id) as pulse:
        return _work(_Run(home, collection, settings, watch, pulse), ())


def open_collection(home: Home, name: str, task: str) -> Collection:
    """Return the collection of that name, made where there is none; a task text given replaces the kept one."""
    try:
        collection = find_collection(home, name)
    except UnknownCollection:
        return create_collection(home, name, task)
    if task and task != collection.task:
        set_task(home, collection.id, task)
        return find_collection(home, collection.id)
    return collection


def choose_engine(settings: Settings, collection: Collection) -> Settings:
    """Return the settings with the collection's own engine, where it has one."""
    engine = collection.engine or settings.reading.engine
    return settings.model_copy(update={"reading": settings.reading.model_copy(update={"engine": engine})})


def _work(run: _Run, new_pieces: tuple[str, ...]) -> AddSummary:
    def tell(progress: Progress) -> None:
        run.pulse.tell(progress.state, progress.pages_done, progress.pages_total)
        run.watch(progress)

    settings = choose_engine(run.settings, run.collection)
    filled = read_unread_pages(run.home, run.collection.id, settings, tell)
    findings = None
    if filled.was_stopped:
        run.pulse.end_state = "stopped"
    else:
        tell(Progress("finding", filled.pages_done, filled.pages_done, filled.seconds))
        findings = find_again(run.home, run.collection.id, run.settings.finding)
    refusals = list_refusals(run.home, run.collection.id)
    broken = find_broken_scans(run.home, run.collection.id)
    return AddSummary(run.collection, new_pieces, filled.pages_done, refusals, findings, filled.was_stopped, broken)
