"""Rules of the class sets that come with the product."""

from __future__ import annotations

import csv
import tomllib
from hashlib import sha256
from pathlib import Path

from tests.rendering.fonts import FONT_NAMES
from tests.rendering.recipes import Form, Turn, load_recipes

ANSWERS = ("answers-first", "answers-second")
ESSAYS = ("essays-first", "essays-revised")


def test_every_set_has_a_name_a_task_and_pages(sample_path: Path) -> None:
    """The four sets come in order, the short answers first, each with its task and its folder of pages."""
    sets = tomllib.loads((sample_path / "sets.toml").read_text(encoding="utf-8"))["set"]
    assert [row["folder"] for row in sets] == [*ANSWERS, *ESSAYS]
    assert [row["order"] for row in sets] == [1, 2, 3, 4]
    for row in sets:
        task = row.get("task") or (sample_path / row["task_file"]).read_text(encoding="utf-8")
        assert len(task.split()) > 20
        assert list((sample_path / row["folder"]).iterdir())


def test_sets_are_as_large_as_a_class(sample_path: Path) -> None:
    """At least 30 short answers and 24 essays at each date."""
    recipes = load_recipes(sample_path / "truth" / "recipes.toml")
    counts = {folder: sum(recipe.folder == folder for recipe in recipes) for folder in (*ANSWERS, *ESSAYS)}
    assert all(counts[folder] >= 30 for folder in ANSWERS)
    assert all(counts[folder] >= 24 for folder in ESSAYS)


def test_the_sample_stays_small(sample_path: Path) -> None:
    """All of it together is under 60 MB; ours is under 30."""
    assert sum(path.stat().st_size for path in sample_path.rglob("*") if path.is_file()) < 30_000_000


def test_every_way_of_handing_in_is_there(sample_path: Path) -> None:
    """Photos, scans, PDFs, typed files, all three papers and every turn occur."""
    recipes = load_recipes(sample_path / "truth" / "recipes.toml")
    written = [recipe for recipe in recipes if not recipe.is_typed]
    assert {recipe.form for recipe in recipes} == set(Form)
    assert {recipe.turn for recipe in recipes} == set(Turn)
    assert {recipe.paper.value for recipe in written} == {"ruled", "squared", "plain"}
    assert len({recipe.look for recipe in written}) == 5
    assert {recipe.font for recipe in written} == set(FONT_NAMES)


def test_a_child_writes_both_drafts_in_one_hand(sample_path: Path) -> None:
    """A child whose draft and revision are both by hand has one font, shared with nobody, and one kind of paper."""
    recipes = load_recipes(sample_path / "truth" / "recipes.toml")
    first, revised = ({r.stem: r for r in recipes if r.folder == folder and not r.is_typed} for folder in ESSAYS)
    for stem in first.keys() & revised.keys():
        assert (first[stem].font, first[stem].paper) == (revised[stem].font, revised[stem].paper)
    assert len({recipe.font for recipe in first.values()}) == len(first)


def test_no_two_files_are_the_same(sample_path: Path) -> None:
    """No page is there twice."""
    files = [path for folder in (*ANSWERS, *ESSAYS) for path in (sample_path / folder).iterdir()]
    assert len({sha256(path.read_bytes()).digest() for path in files}) == len(files)


def test_answers_say_where_they_come_from(sample_path: Path) -> None:
    """Every short answer has its number in SciEntsBank, no number occurs twice, and no two answers are the same."""
    with (sample_path / "truth" / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = {
        path.read_text(encoding="utf-8")
        for folder in ANSWERS
        for path in (sample_path / "truth" / folder).glob("*.txt")
    }
    assert len({row["scientsbank_id"] for row in rows}) == len(rows) == len(texts)
    assert all((sample_path / "truth" / row["set"] / f"{row['stem']}.txt").exists() for row in rows)


def test_the_readme_gives_credit_and_a_warning(sample_path: Path) -> None:
    """Source, licence and every font are named, and that these fonts read better than real pages."""
    readme = (sample_path / "README.md").read_text(encoding="utf-8")
    for words in (
        "SciEntsBank",
        "Dzikovska",
        "Nielsen",
        "ShareAlike 3.0",
        "read far better than real pages",
        *FONT_NAMES,
    ):
        assert words in readme, words
