"""Files or a folder's path come in; a preview of what becomes which piece, and the started reading, go out."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Literal

import streamlit as st

from pipeline.errors import InputError
from pipeline.intake import is_archive
from pipeline.records.work import READ_BY_HAND, READ_BY_SETTINGS, Collection
from pipeline.store.collections import (
    create_collection,
    find_collection,
    list_collections,
    set_engine,
    set_model_answer,
    set_task,
)
from pipeline.store.home import Home
from pipeline.store.staging import remove_unused
from pipeline.views.boxes import stage_boxes
from pipeline.views.frame import find_home, go_to, guard, open_set, say, write_html
from pipeline.views.head import draw_head
from pipeline.views.launch import launch_add
from pipeline.views.preview import draw_preview, forget_plans
from pipeline.views.reading import remember_launch
from pipeline.views.scan_advice import draw_scan_advice
from pipeline.views.uploads import keep_uploads, remove_uploads
from pipeline.views.words import escape_html

STAGED_KEY = "staged"
INTO_KEY = "into"
NEW_SET = "A new class set"
BY_COMPUTER, BY_HAND = "Read these pages on this computer", "I'll read them myself"
WHO_READS_TOLD = (
    "Read on this computer, patterns are looked for. For drawings, mathematics, hard scans, or by choice, you sort by "
    "hand what you see; it can be read later all the same."
)
FILE_KINDS = (
    *("jpg", "jpeg", "png", "tif", "tiff", "webp", "heic", "heif", "bmp"),
    *("pdf", "docx", "odt", "rtf", "txt", "md", "zip"),
)
FILES_ASKED = "Scans, photos, PDFs, typed files, or a zip from your class page"
WHY_TASK = (
    "The words of the task are in every paper. Patternwork looks past them, so that a pattern is what your "
    "students brought, not what they were asked."
)
MODEL_ANSWER_HINT = "A few sentences: each is an idea that the pieces are laid beside."


@dataclass(frozen=True, slots=True)
class Staged:
    """What is about to be read: files on this machine, and the class set they go into."""

    folder: Path
    collection_id: str


def add_to(collection_id: str) -> None:
    """Turn to the form with this class set chosen; ends this run."""
    st.session_state[INTO_KEY] = collection_id
    go_to("add")


def draw_way_to_add(collection_id: str, *, is_busy: bool) -> None:
    """Draw the way to the form with this class set chosen, for what came late; it rests while the set `is_busy`."""
    if st.button("Add late work", key=f"add-to-{collection_id}", type="tertiary", disabled=is_busy):
        add_to(collection_id)


def draw_add_work() -> None:
    """Draw the form, or what it would lead to once files or a folder are given."""
    home = find_home()
    draw_head("add")
    with st.container(key="narrow"):
        write_html("<h1>Add work</h1>")
        _draw(home)


def _draw(home: Home) -> None:
    staged = _find_staged(home)
    if staged is None:
        _draw_form(home)
        return
    into = find_collection(home, staged.collection_id)
    write_html(f'<p class="pw-text">Into “{escape_html(into.name)}”</p>')
    previewed = draw_preview(staged.folder, staged.collection_id)
    is_by_hand = into.is_read_by_hand
    with st.container(horizontal=True):
        st.button("Back", key="unstage", on_click=guard, args=(_unstage, home))
        label = "Add them" if is_by_hand else "Start reading"
        kind: Literal["primary", "secondary"] = "secondary" if previewed and previewed.asks_to_cut else "primary"
        if previewed and st.button(label, type=kind, key="start"):
            as_pieces = previewed.one_file_one_piece
            launch = launch_add(home, staged.folder, staged.collection_id, one_file_one_piece=as_pieces)
            remember_launch(staged.collection_id, launch)
            st.session_state.pop(STAGED_KEY)
            open_set(staged.collection_id)
            go_to("unsorted" if is_by_hand else "patterns")
        if previewed and st.button("Boxes: hide the names first", key="to-boxes", type="tertiary"):
            stage_boxes(staged.collection_id, staged.folder)
            open_set(staged.collection_id)
            go_to("boxes")


def _find_staged(home: Home) -> Staged | None:
    """Return what is about to be read; nothing is, and that is said, once its class set was deleted elsewhere."""
    staged: Staged | None = st.session_state.get(STAGED_KEY)
    if staged and all(staged.collection_id != one.id for one in list_collections(home)):
        st.session_state.pop(STAGED_KEY)
        say("The class set these pieces were for was deleted meanwhile.", "Give the files again, for another one.")
        return None
    return staged


def _draw_form(home: Home) -> None:
    collections = {collection.id: collection for collection in list_collections(home)}
    _draw_set_fields(collections)
    files_tab, folder_tab = st.tabs(["Choose files", "A folder or zip on this computer"])
    with files_tab:
        files = st.file_uploader(FILES_ASKED, type=list(FILE_KINDS), accept_multiple_files=True, key="files")
        if files:
            st.button(
                "See the pieces", type="primary", key="see-files", on_click=guard, args=(_stage_files, home, files)
            )
    with folder_tab:
        st.text_input("Its path", key="folder", placeholder="/home/me/scans/period-2")
        st.button("See the pieces", type="primary", key="see-folder", on_click=guard, args=(_stage_folder, home))
    draw_scan_advice()
    write_html('<p class="pw-small">Your own files are never changed, and nothing leaves this computer.</p>')


def _draw_set_fields(collections: dict[str, Collection]) -> None:
    options = ["", *collections]
    if collections:
        st.selectbox(
            "Which class set?",
            options,
            key=INTO_KEY,
            format_func=lambda key: collections[key].name if key else NEW_SET,
        )
    into = collections.get(st.session_state.get(INTO_KEY, ""))
    if into is None:
        taken = {collection.name for collection in collections.values()}
        st.text_input("Its name", value=_suggest_name(taken), key="set-name", max_chars=120)
    _draw_task_fields(into)


def _suggest_name(taken: Container[str]) -> str:
    """Return a name for a class set that comes in today, which no other one has."""
    name = f"Class set of {date.today():%d %B}"  # noqa: DTZ011 the teacher's own day
    numbered = (f"{name}, {number}" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def _draw_task_fields(into: Collection | None) -> None:
    """Draw what is asked about the task and its reading, as the class set has it."""
    key = into.id if into else ""
    st.text_area(
        "What were the students asked to do?",
        value=into.task if into else "",
        key=f"task-{key}",
        height=68,
        help=WHY_TASK,
    )
    st.radio(
        "Who reads the pages?",
        [BY_COMPUTER, BY_HAND],
        index=int(bool(into and into.is_read_by_hand)),
        key=f"reads-{key}",
        horizontal=True,
        help=WHO_READS_TOLD,
    )
    answer = into.model_answer if into else ""
    with st.expander("A model answer, if you have one", expanded=bool(answer)):
        hint = MODEL_ANSWER_HINT
        st.text_area("The model answer", value=answer, key=f"model-{key}", height=68, placeholder=hint)


def _find_target(home: Home) -> str:
    """Return the id of the class set the form names, made where it is new, with its task and model answer."""
    into = str(st.session_state.get(INTO_KEY, ""))
    task = str(st.session_state.get(f"task-{into}", "")).strip()
    is_by_hand = st.session_state.get(f"reads-{into}") == BY_HAND
    model_answer = str(st.session_state.get(f"model-{into}", "")).strip()
    if into:
        set_task(home, into, task)
    else:
        name = str(st.session_state.get("set-name", "")).strip()
        if not name:
            raise InputError("The class set has no name.", "Give it one, so that you find it again.")
        into = create_collection(home, name, task).id
    if is_by_hand is not find_collection(home, into).is_read_by_hand:
        set_engine(home, into, READ_BY_HAND if is_by_hand else READ_BY_SETTINGS)
    set_model_answer(home, into, model_answer)
    return into


def _stage_files(home: Home, files: list[st.runtime.uploaded_file_manager.UploadedFile]) -> None:
    collection_id = _find_target(home)
    _stage(keep_uploads(home, collection_id, files), collection_id)


def _stage_folder(home: Home) -> None:
    path = str(st.session_state.get("folder", "")).strip()
    folder = Path(path).expanduser()
    if not path or not (folder.is_dir() or is_archive(folder)):
        raise InputError("There is no such folder or zip on this computer.", "Copy its path from the file manager.")
    _stage(folder.absolute(), _find_target(home))


def _stage(folder: Path, collection_id: str) -> None:
    forget_plans()
    st.session_state[STAGED_KEY] = Staged(folder, collection_id)


def _unstage(home: Home) -> None:
    """Go back to the form: uploads nobody read are removed, and the class set made for them stays chosen."""
    staged: Staged = st.session_state.pop(STAGED_KEY)
    st.session_state[INTO_KEY] = staged.collection_id
    remove_uploads(home, staged.folder)
    remove_unused(home, staged.collection_id)
