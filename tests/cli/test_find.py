"""Patterns in a table of typed texts."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipeline.cli.find import load_texts
from pipeline.errors import BadTable, InputError
from tests.cli.conftest import ANSWERS, Run


def write_table(path: Path, rows: list[tuple[str, ...]]) -> Path:
    """A CSV file of these rows."""
    with path.open("w", newline="", encoding="utf-8") as lines:
        csv.writer(lines).writerows(rows)
    return path


def test_quotes_are_the_characters_of_the_text(run: Run, tmp_path: Path) -> None:
    """n, the pieces, and every span of evidence cut from the text as it was given."""
    texts = {str(n): f"{answer}\nIt is \u201cso\u201d 🌱." for n, answer in enumerate(ANSWERS * 2)}
    table = write_table(tmp_path / "in.csv", [("id", "text"), *texts.items()])
    outcome = run("find", table, "--out", tmp_path / "out.json", "--task", "Where did it go?")
    assert outcome.code == 0
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (found["n"], sorted(found["pieces"], key=int)) == (12, list(texts))
    members = [member for pattern in found["patterns"] for member in pattern["members"]]
    spans = [(member["piece"], span) for member in members for span in member["evidence"]]
    assert spans
    for piece, span in spans:
        assert span == {"whole_piece": True} or texts[piece][span["start"] : span["end"]] == span["quote"]


def test_na_is_a_word_and_other_columns_are_ignored(tmp_path: Path) -> None:
    """Ids keep their zeros, "NA" and "null" stay, an empty text is empty, and a label is not read."""
    rows = [("label", "id", "text"), ("1", "007", "NA"), ("2", "NA", "null"), ("3", "x", "")]
    assert load_texts(write_table(tmp_path / "in.csv", rows)) == {"007": "NA", "NA": "null", "x": ""}


def test_windows_mark_is_passed_over(tmp_path: Path) -> None:
    """Spreadsheets write a mark before the first column's name."""
    (tmp_path / "in.csv").write_bytes("\ufeffid,text\na,b\n".encode())
    assert load_texts(tmp_path / "in.csv") == {"a": "b"}


@pytest.mark.parametrize(
    "content",
    [
        b"id,words\na,b\n",
        b"id;text\na;b\n",
        b"id,text\n",
        b"",
        b"id,text\na,b\na,c\n",
        b"id,text\na,it dried, then\nb,it ran, too\n",
        b"id,text\na,it dried\nb,it ran, too\n",
        b"id,text\n,b\n",
        b"\xff\xfe\x00\x01",
    ],
)
def test_a_table_that_cannot_be_used_is_said(content: bytes, tmp_path: Path) -> None:
    """A column is missing, no rows, an id twice or empty, a text with commas and no quotes, not UTF-8."""
    (tmp_path / "in.csv").write_bytes(content)
    with pytest.raises(BadTable):
        load_texts(tmp_path / "in.csv")


def test_a_table_that_is_not_there_is_exit_code_2(run: Run, tmp_path: Path) -> None:
    """The file's name is wrong."""
    assert run("find", tmp_path / "no.csv", "--out", tmp_path / "out.json").code == 2
    with pytest.raises(InputError):
        load_texts(tmp_path)


def test_the_table_itself_is_never_written_over(run: Run, tmp_path: Path) -> None:
    """Its name given twice by mistake: said, and the texts are there."""
    table = write_table(tmp_path / "in.csv", [("id", "text"), ("a", "It dried.")])
    assert run("find", table, "--out", tmp_path / "." / "in.csv").code == 2
    assert load_texts(table) == {"a": "It dried."}


def test_a_model_answer_goes_into_the_json(run: Run, tmp_path: Path) -> None:
    """Each of its sentences is an idea, with every piece's verdict."""
    table = write_table(tmp_path / "in.csv", [("id", "text"), *((str(n), one) for n, one in enumerate(ANSWERS))])
    (tmp_path / "model.txt").write_text("The sun warmed it. The puddle was flat.", encoding="utf-8")
    out = tmp_path / "out.json"
    assert run("find", table, "--out", out, "--model-answer", tmp_path / "model.txt").code == 0
    ideas = json.loads(out.read_text(encoding="utf-8"))["model_ideas"]
    assert [idea["idea"] for idea in ideas] == ["The sun warmed it.", "The puddle was flat."]
    assert all(len(idea["pieces"]) == len(ANSWERS) for idea in ideas)
