"""The wheel, built from this checkout: all that travels is in it, nothing else, and it finds its own files."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUNDLED = "pipeline/_bundled"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's file."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """What is in it."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def list_files(folder: str) -> Iterator[Path]:
    """Files of the checkout that should travel, as paths from its root."""
    for path in sorted((ROOT / folder).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store":
            yield path.relative_to(ROOT)


def test_every_file_of_the_code_is_in_it(names: set[str]) -> None:
    """Packages, migrations, fonts, components, styles, templates."""
    assert {str(path) for path in list_files("pipeline")} - names == set()


def test_models_samples_and_the_door_are_in_it(names: set[str]) -> None:
    """What the checkout has beside the code stands in pipeline/_bundled."""
    expected = {f"{BUNDLED}/{path}" for folder in ("models", "sample_work") for path in list_files(folder)}
    assert expected | {f"{BUNDLED}/app.py"} - names <= names


def test_the_kinds_that_are_easily_forgotten_are_in_it(names: set[str]) -> None:
    """At least one of each, so that an empty folder in the checkout can't hide a loss."""
    for part in (
        "store/migrations/",
        "export/fonts/AtkinsonHyperlegible-Regular.ttf",
        "export/handout.typ",
        "views/components/",
    ):
        assert any(name.startswith(f"pipeline/{part}") for name in names), part
    assert f"{BUNDLED}/models/models.toml" in names
    assert f"{BUNDLED}/sample_work/sets.toml" in names


def test_nothing_else_is_in_it(names: set[str]) -> None:
    """Only the package and its own metadata: no tests, no caches, no module that would land beside other people's."""
    tops = {name.split("/", maxsplit=1)[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"pipeline"}
    assert not [
        name for name in names if name.endswith((".pyc", ".log", ".db")) or "__pycache__" in name or "/tests/" in name
    ]


def test_the_licence_and_the_command_are_in_it(wheel: Path, names: set[str]) -> None:
    """The whole licence text, and `patternwork`."""
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    (entry,) = [name for name in names if name.endswith("entry_points.txt")]
    with zipfile.ZipFile(wheel) as archive:
        assert "patternwork = pipeline.cli:run" in archive.read(entry).decode()


def test_an_unpacked_wheel_finds_its_own_files(wheel: Path, tmp_path: Path) -> None:
    """Away from the checkout, models, samples and app.py are found inside the package."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    ask = "from pipeline.bundled import find_bundled as f; print(f('models'), f('sample_work'), f('app.py'), sep='\\n')"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", ask], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert said.stdout.splitlines() == [str(tmp_path / BUNDLED / name) for name in ("models", "sample_work", "app.py")]
