"""Adding a folder, adding it again, and the task that goes with it."""

from __future__ import annotations

import shlex
import zipfile
from pathlib import Path

import pytest

from pipeline.cli.add import read_task
from pipeline.errors import InputError
from tests.cli.conftest import Run


def test_it_says_what_was_read_and_where_to_look(first_add: tuple[Path, str]) -> None:
    """What becomes of the files, what was read, what was found of how many, and the next command."""
    home, said = first_add
    assert "6 files → 6 pieces, 6 pages" in said
    assert "Read 6 pages into \u201cSpilled water\u201d." in said
    assert " of 6 " in said or "No clear pattern" in said
    assert f"patternwork review --home {home}" in said


def test_a_folder_has_a_name_however_it_is_reached(
    run: Run, answers_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two dots are no name of a class set, and a home with a space in its path can be copied from what is said."""
    inside = tmp_path / "Water again" / "inside"
    inside.mkdir(parents=True)
    (inside.parent / "otter.txt").write_text((answers_folder / "otter.txt").read_text())
    monkeypatch.chdir(inside)
    outcome = run("add", "..", "--home", tmp_path / "my home")
    assert "\u201cWater again\u201d" in outcome.out
    told = outcome.out.splitlines()[-1].partition(": ")[2]
    assert shlex.split(told) == ["patternwork", "review", "--home", str(tmp_path / "my home")]


def test_a_second_run_does_nothing(run: Run, home: Path, answers_folder: Path) -> None:
    """All pages are there, none is read again."""
    outcome = run("add", answers_folder, "--home", home)
    assert outcome.code == 0
    assert "Nothing new to read." in outcome.out


def test_a_later_file_joins_the_collection(run: Run, home: Path, tmp_path: Path) -> None:
    """A file added under the collection's name is a seventh piece; a bad one beside it stops nothing."""
    folder = tmp_path / "late"
    folder.mkdir()
    (folder / "late.txt").write_text("The floor is warm, so the water dried.")
    (folder / "broken.jpg").write_bytes(b"")
    outcome = run("add", folder, "--class-set", "Spilled water", "--home", home)
    assert outcome.code == 0
    assert "Read 1 page into" in outcome.out
    assert "a .jpg file:" in outcome.out
    assert "broken" not in outcome.out
    assert "7 pieces" in run("list", "--home", home).out


def test_an_empty_folder_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    """Nothing to read is said, with what to do."""
    (tmp_path / "empty").mkdir()
    outcome = run("add", tmp_path / "empty", "--home", tmp_path / "home")
    assert outcome.code == 3
    assert len(outcome.err.splitlines()) == 2


def test_the_task_comes_from_a_file_too(tmp_path: Path) -> None:
    """A text file, with or without the mark that Windows writes before it."""
    (tmp_path / "task.txt").write_bytes("\ufeffWhere did it go?\n".encode())
    assert read_task("", tmp_path / "task.txt") == "Where did it go?"
    assert read_task("Why?", None) == "Why?"


@pytest.mark.parametrize(("task", "content"), [("Why?", b"Why?"), ("", b"\xff\xfe\x00")])
def test_a_task_given_twice_or_unreadable_is_said(task: str, content: bytes, tmp_path: Path) -> None:
    """One of the two, and as text."""
    (tmp_path / "task.txt").write_bytes(content)
    with pytest.raises(InputError):
        read_task(task, tmp_path / "task.txt")


def test_resume_goes_on_with_a_collection(run: Run, home: Path) -> None:
    """The app's verb reads what is unread: here nothing."""
    outcome = run("resume", "Spilled water", "--home", home)
    assert outcome.code == 0
    assert "Nothing new to read." in outcome.out


def test_a_zip_is_added_and_added_again(run: Run, tmp_path: Path) -> None:
    """The set is called as the zip; late and older drafts are counted; the second time nothing is new."""
    home, path = tmp_path / "home", tmp_path / "Essays.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("leeann_LATE_1_20_Essay.txt", "raybo_2_21_Essay.txt", "raybo_2_32_Essay-1.txt"):
            archive.writestr(name, f"The water leaves, {name}.")
    outcome = run("add", path, "--home", home)
    assert outcome.code == 0
    assert "3 files → 2 pieces, 2 pages" in outcome.out
    assert "handed in late, as the platform says: 1 piece" in outcome.out
    assert "the newest draft counts, older ones are kept unread: 1 piece" in outcome.out
    assert "leeann" not in outcome.out
    assert "Read 2 pages into \u201cEssays\u201d." in outcome.out
    assert "Nothing new to read." in run("add", path, "--home", home).out


def test_a_set_can_be_read_by_hand(run: Run, home: Path, answers_folder: Path) -> None:
    """Its pages are opened, not read, and that is what is said; typed files keep their words."""
    outcome = run("add", answers_folder, "--class-set", "By hand", "--engine", "none", "--home", home)
    assert outcome.code == 0
    assert "Opened 6 pages into “By hand”. You read them yourself." in outcome.out


def test_a_model_answer_is_compared_and_kept(run: Run, home: Path, answers_folder: Path, tmp_path: Path) -> None:
    """Given once, it stays with the class set; how many share each idea is said of all handed in."""
    (tmp_path / "model.txt").write_text("The sun warmed the water on the floor.", encoding="utf-8")
    outcome = run("add", answers_folder, "--model-answer", tmp_path / "model.txt", "--home", home)
    assert outcome.code == 0
    assert "Against the model answer" in outcome.out
    assert "of 6 share it" in outcome.out
    again = run("add", answers_folder, "--home", home)
    assert "Against the model answer" in again.out


def test_a_model_answer_that_cannot_be_read_is_said(run: Run, home: Path, answers_folder: Path, tmp_path: Path) -> None:
    """Before anything is read."""
    outcome = run("add", answers_folder, "--model-answer", tmp_path / "none.txt", "--home", home)
    assert outcome.code == 2
    assert "model answer file can't be read" in outcome.err
