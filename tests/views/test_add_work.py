"""Adding work: the task asked with why, a preview before anything is read, and the reading in a process of its own."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

from streamlit.testing.v1 import AppTest

from pipeline.settings import load_settings
from pipeline.store.collections import create_collection, delete_collection, list_collections
from pipeline.store.home import Home
from pipeline.store.jobs import load_job
from pipeline.store.pieces import list_pieces
from pipeline.walk.add import AddRequest, add_work, plan_work
from tests.views.drawing import check, open_page, read_screen

READING_LIMIT_S = 90.0


def _write_answers(folder: Path, names: tuple[str, ...]) -> Path:
    folder.mkdir()
    for number, name in enumerate(names):
        (folder / name).write_text(f"Answer number {number}: the water leaves through the leaves.", encoding="utf-8")
    return folder


def _preview(folder: Path, name: str = "4b") -> AppTest:
    app = open_page("add")
    app.text_input(key="set-name").set_value(name)
    app.text_area(key="task-").set_value("Why do plants wilt?")
    app.text_input(key="folder").set_value(str(folder)).run()
    return check(app.button(key="see-folder").click().run())


def test_the_form_asks_for_the_task_and_says_why(empty_home: Home) -> None:
    """The task is asked for, with the reason beside it."""
    app = open_page("add")
    assert app.text_area[0].label == "What were the students asked to do?"
    assert "Patternwork looks past them" in app.text_area[0].help


def test_a_second_class_set_of_a_day_has_another_name_offered(empty_home: Home) -> None:
    """What is offered is taken as it is by whoever is in a hurry; it was refused as another set's."""
    first = open_page("add").text_input(key="set-name").value
    create_collection(empty_home, first, "")
    assert open_page("add").text_input(key="set-name").value == f"{first}, 2"


def test_a_preview_comes_before_the_reading(empty_home: Home, tmp_path: Path) -> None:
    """Files and pieces are counted, joins are shown, and a box undoes them."""
    names = ("anna_1.txt", "anna_2.txt", "ben_1.txt", "ben_2.txt", "cem.txt")
    app = _preview(_write_answers(tmp_path / "work", names))
    assert "Into “4b”" in read_screen(app)
    assert "5 files → 3 pieces, 2 joined" in read_screen(app)
    app.checkbox(key="one-file-one-piece").check().run()
    assert "5 files → 5 pieces" in read_screen(check(app))
    assert list_pieces(empty_home, list_collections(empty_home)[0].id) == ()


def test_what_couldnt_be_opened_is_said_before_reading(empty_home: Home, tmp_path: Path) -> None:
    """An empty file is listed with its reason, and everything else goes on."""
    folder = _write_answers(tmp_path / "work", ("a.txt", "b.txt"))
    (folder / "<b>empty.png").write_bytes(b"")
    screen = read_screen(_preview(folder))
    assert "Couldn't open 1 file" in screen
    assert "&lt;b&gt;empty.png" in screen


def test_a_folder_that_is_not_there_is_said(empty_home: Home) -> None:
    """A wrong path makes no class set and says what to do."""
    app = _preview(Path("/nowhere/at/all"))
    assert "There is no such folder" in read_screen(app)
    assert list_collections(empty_home) == ()


def test_a_folder_without_work_is_said_and_can_be_left(empty_home: Home, tmp_path: Path) -> None:
    """An empty folder is no error of the app; Back leads to the form with the class set still chosen."""
    (tmp_path / "work").mkdir()
    app = _preview(tmp_path / "work")
    assert not [button for button in app.button if button.key == "start"]
    app.button(key="unstage").click().run()
    check(app)
    assert app.selectbox(key="into").value == list_collections(empty_home)[0].id


def test_uploads_are_previewed_and_removed_when_left(empty_home: Home) -> None:
    """Files given through the browser are kept with the class set, and removed again when the teacher goes back."""
    app = open_page("add")
    app.file_uploader(key="files").upload("anna.txt", b"The water leaves.").run()
    app.button(key="see-files").click().run()
    assert "1 file → 1 piece" in read_screen(check(app))
    uploads = empty_home.path / "collections"
    assert [path.name for path in uploads.rglob("*.txt")] == ["anna.txt"]
    app.button(key="unstage").click().run()
    check(app)
    assert not list(uploads.rglob("*.txt"))


def test_a_set_deleted_before_it_is_read_can_be_begun_anew(empty_home: Home) -> None:
    """Deleted in another window while its pieces were looked at: the form is there again, not a dead end."""
    app = open_page("add")
    app.file_uploader(key="files").upload("anna.txt", b"The water leaves.").run()
    app.button(key="see-files").click().run()
    delete_collection(empty_home, list_collections(empty_home)[0].id)
    screen = read_screen(check(app.run()))
    assert "deleted meanwhile" in screen
    assert app.text_input(key="set-name")


def test_a_folder_that_changed_is_looked_at_again(empty_home: Home, tmp_path: Path) -> None:
    """Back, a forgotten paper put into the folder, and forward again: it is counted."""
    folder = _write_answers(tmp_path / "work", ("a.txt", "b.txt"))
    app = _preview(folder)
    app.button(key="unstage").click().run()
    (folder / "c.txt").write_text("The water leaves through the leaves, too.", encoding="utf-8")
    app.text_input(key="folder").set_value(str(folder)).run()
    app.button(key="see-folder").click().run()
    assert "3 files → 3 pieces" in read_screen(check(app))


def test_late_work_beside_what_is_there_is_told_apart(empty_home: Home, tmp_path: Path) -> None:
    """The whole folder given again with a new file in it: what the set has already is counted, and not added twice."""
    folder = _write_answers(tmp_path / "work", ("ann.txt", "bo.txt"))
    settings = load_settings(empty_home.path)
    plan = plan_work(empty_home, folder, "4b", settings)
    collection = add_work(empty_home, AddRequest(plan, "4b", engine="none"), settings, lambda _: None).collection
    (folder / "cy.txt").write_text("It dries in the sun.", encoding="utf-8")
    app = open_page("add")
    app.selectbox(key="into").select(collection.id).run()
    app.text_input(key="folder").set_value(str(folder)).run()
    screen = read_screen(check(app.button(key="see-folder").click().run()))
    assert "3 files → 3 pieces" in screen
    assert "2 of them are in this class set already." in screen


def test_a_zip_is_previewed_and_leaves_nothing_behind(empty_home: Home, tmp_path: Path) -> None:
    """A Canvas download: who was late and which draft counts are said; going back removes what was unpacked."""
    names = ("leeann_LATE_1_20_Essay.txt", "raybo_2_21_Essay.txt", "raybo_2_32_Essay-1.txt")
    path = tmp_path / "work.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, f"The water leaves, {name}.")
    app = _preview(path)
    screen = read_screen(app)
    assert "3 files → 2 pieces" in screen
    assert "Handed in late, as the class platform says: leeann_LATE_1_20_Essay." in screen
    assert "older drafts, kept unread" in screen
    assert len(list(empty_home.path.rglob("*.txt"))) == 3
    app.button(key="unstage").click().run()
    check(app)
    assert not list(empty_home.path.rglob("*.txt"))
    assert path.exists()


def test_newer_drafts_of_what_is_in_the_set_are_told_before_they_are_added(empty_home: Home, tmp_path: Path) -> None:
    """A second download into the same set: whose newer draft it holds, and what becomes of the older one."""
    settings = load_settings(empty_home.path)
    names = {"sunday": "leeann_1_20_Essay.txt", "monday": "leeann_1_31_Essay-1.txt"}
    for day, of_ann in names.items():
        with zipfile.ZipFile(tmp_path / f"{day}.zip", "w") as archive:
            for name in (of_ann, "raybo_2_21_Essay.txt"):
                archive.writestr(name, f"The water leaves, {name}.")
    plan = plan_work(empty_home, tmp_path / "sunday.zip", "4b", settings, one_file_one_piece=False)
    collection = add_work(empty_home, AddRequest(plan, "4b", engine="none"), settings, lambda _: None).collection
    app = open_page("add")
    app.selectbox(key="into").set_value(collection.id).run()
    app.text_input(key="folder").set_value(str(tmp_path / "monday.zip")).run()
    screen = read_screen(check(app.button(key="see-folder").click().run()))
    assert "1 newer draft of work that is in this class set: leeann_1_31_Essay-1." in screen
    assert "can be put back" in screen


def test_an_uploaded_zip_is_previewed_and_removed_when_left(empty_home: Home) -> None:
    """With what was unpacked from it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Ann Lee/essay.txt", "The water leaves.")
        archive.writestr("Ben Ray/essay.txt", "The roots find none.")
    app = open_page("add")
    app.file_uploader(key="files").upload("work.zip", packed.getvalue()).run()
    app.button(key="see-files").click().run()
    screen = read_screen(check(app))
    assert "2 files → 2 pieces" in screen
    assert "Ann Lee" in screen
    app.button(key="unstage").click().run()
    check(app)
    assert not [path for path in (empty_home.path / "collections").rglob("*") if path.is_file()]


def test_reading_runs_by_itself(empty_home: Home, tmp_path: Path) -> None:
    """Start launches the command line; the reading ends as a done job, with the files in the class set."""
    (empty_home.path / "patternwork.toml").write_text('[finding]\nembedder = "hashed"\nresamples = 20\n')
    app = _preview(_write_answers(tmp_path / "work", tuple(f"{k}-child.txt" for k in "abcdef")))
    app.button(key="start").click().run()
    check(app)
    collection = list_collections(empty_home)[0]
    end = time.monotonic() + READING_LIMIT_S
    while time.monotonic() < end:
        job = load_job(empty_home, collection.id)
        if job and job.state == "done":
            break
        time.sleep(0.3)
    assert job is not None
    assert job.state == "done"
    assert len(list_pieces(empty_home, collection.id)) == 6
    assert collection.task == "Why do plants wilt?"


def test_the_teacher_may_read_the_pages(empty_home: Home, tmp_path: Path) -> None:
    """Chosen on the form, it is kept with the class set and offered again with it; nothing is called reading then."""
    app = open_page("add")
    app.text_input(key="set-name").set_value("4b")
    app.radio(key="reads-").set_value("I'll read them myself")
    app.text_input(key="folder").set_value(str(_write_answers(tmp_path / "work", ("a.txt", "b.txt")))).run()
    app.button(key="see-folder").click().run()
    assert app.button(key="start").label == "Add them"
    (kept,) = list_collections(empty_home)
    assert kept.is_read_by_hand
    app.button(key="unstage").click().run()
    assert check(app).radio(key=f"reads-{kept.id}").value == "I'll read them myself"
