"""The law of imports, read from the source: who may know whom, and which room owns which library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = (
    "intake",
    "reading",
    "form",
    "classwords",
    "roster",
    "transcript",
    "passages",
    "embed",
    "observe",
    "find",
    "learn",
    "decide",
)
FLOORS = (
    ("records", "errors"),
    ("bundled",),
    ("settings", "language", "imaging"),
    STAGES,
    ("store", "export", "workers"),
    ("walk",),
    ("cli", "views"),
    ("app",),
)
"""From the ground up: a room imports rooms of lower floors only, and itself."""
BRIDGES = {("cli", "views.server")}
"""The command line starts the app by the command that the views build; both stand on one floor."""
OWNED = {
    "streamlit": {"views", "app"},
    "pytesseract": {"reading"},
    "rapidocr": {"reading"},
    "sentence_transformers": {"embed"},
    "torch": {"embed"},
    "tokenizers": {"embed"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "pyrage": {"store"},
    "typer": {"cli"},
    "typst": {"export"},
    "xlsxwriter": {"export"},
    "segno": {"export"},
    "zxingcpp": {"intake"},
    "pebble": {"workers"},
}
SOURCES = [*sorted((ROOT / "pipeline").rglob("*.py")), ROOT / "app.py"]


def name_room(path: Path) -> str:
    """The room a source file belongs to: "store" for pipeline/store/home.py, "app" for app.py."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if len(parts) > 1 else parts[0]


def find_imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, as a dotted name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            is_package = (ROOT / Path(*(node.module or "").split("."))).is_dir()
            yield from (f"{node.module}.{alias.name}" if is_package else str(node.module) for alias in node.names)


def is_allowed(room: str, imported: str) -> bool:
    """Whether a room may import one of our modules ("store.home")."""
    other = imported.split(".", maxsplit=1)[0]
    floors = {name: floor for floor, names in enumerate(FLOORS) for name in names}
    return other == room or (room, imported) in BRIDGES or floors[other] < floors[room]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_the_house(path: Path) -> None:
    """A room knows only rooms below it; stages never know each other; __init__ of the package knows nobody."""
    room = name_room(path)
    ours = {name.removeprefix("pipeline.") for name in find_imports(path) if name.startswith("pipeline.")}
    allowed = set() if room == "__init__" else {name for name in ours if is_allowed(room, name)}
    assert ours == allowed


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_libraries_live_in_their_rooms(path: Path) -> None:
    """Streamlit, the engines, the embedder's and the database's libraries are known to one room each."""
    used = {name.split(".")[0] for name in find_imports(path)}
    assert {library for library in used if library in OWNED and name_room(path) not in OWNED[library]} == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    """A module opens with a docstring, stays under 300 lines, and prints nothing outside the command line."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    prints = [
        n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "print"
    ]
    assert ast.get_docstring(tree)
    assert len(text.splitlines()) <= 300
    assert not prints


def test_the_top_level_is_what_it_should_be() -> None:
    """Beside dotfiles and what is ignored, the checkout holds these and nothing else."""
    built = {"build", "dist", "htmlcov"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - built
    assert {name for name in found if not name.endswith(".egg-info")} == {
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "app.py",
        "models",
        "pipeline",
        "pyproject.toml",
        "sample_work",
        "tests",
    }
