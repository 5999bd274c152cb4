"""`patternwork doctor`: this installation comes in; what is there, and what is wrong with it, goes out."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pipeline.cli.options import HomeOption, prepare_settings
from pipeline.errors import ModelMissing

if TYPE_CHECKING:
    from pipeline.reading import ModelCheck
    from pipeline.settings import Settings

PARTS = (
    "rapidocr", "onnxruntime", "opencv-python-headless", "pytesseract", "pypdfium2", "sentence-transformers", "torch",
    "scikit-learn", "streamlit", "sqlalchemy", "typst",
)  # fmt: skip
SAMPLE_LINE = "sample_line.png"
SAMPLE_TEXT = "Water leaves a plant through its leaves."


def doctor(home: HomeOption = None) -> None:
    """Say what is installed, whether the models are what they should be, and where everything is kept."""
    settings = prepare_settings(home)
    machine = f"{platform.system()} {platform.machine()}"
    typer.echo(f"patternwork {find_version('patternwork')}, Python {platform.python_version()}, {machine}")
    for part in PARTS:
        typer.echo(f"  {part} {find_version(part)}")
    is_well = all([_check_models(), _check_reading(settings)])
    _describe_home(settings.home)
    if not is_well:
        raise ModelMissing("Something is missing from this installation, or is not what it should be.")
    typer.echo("All is well.")


def find_version(part: str) -> str:
    """Return the installed version of a package, or "not installed"."""
    try:
        return version(part)
    except PackageNotFoundError:
        return "not installed"


def _check_models() -> bool:
    from pipeline.reading import verify_models

    checks = verify_models()
    typer.echo("Models:")
    for check in checks:
        digest = check.sha256_found[:16] or "-"
        typer.echo(f"  {_say_state(check)}  {check.name} {check.version} ({check.licence}) sha256 {digest}")
    return all(check.ok for check in checks if check.required)


def _say_state(check: ModelCheck) -> str:
    if check.ok:
        return "ok     "
    if check.sha256_found:
        return "CHANGED"
    return "MISSING" if check.required else "absent "


def _check_reading(settings: Settings) -> bool:
    """Read a line whose text is known, with the engine that is chosen."""
    text = read_sample_line(settings)
    is_right = text == SAMPLE_TEXT
    typer.echo(f"Reading a sample line with {settings.reading.engine}: {'right' if is_right else f'WRONG: {text}'}")
    return is_right or settings.reading.engine == "none"


def read_sample_line(settings: Settings) -> str:
    """Return what the chosen engine reads on models/sample_line.png; raises ModelMissing or EngineMissing."""
    import hashlib

    from pipeline.bundled import find_bundled
    from pipeline.intake import open_page
    from pipeline.reading import load_engine, read_page
    from pipeline.records.work import SourcePage

    path = find_bundled("models") / SAMPLE_LINE
    page = open_page(SourcePage(path, hashlib.sha256(path.read_bytes()).hexdigest(), 0), settings.intake)
    return " ".join(line.text for line in read_page(page, load_engine(settings.reading)).lines)


def _describe_home(home: Path) -> None:
    from pipeline.store.place import find_home_warnings, measure_home

    if home.exists():
        size = measure_home(home)
        typer.echo(f"Home: {home} ({size.kept_bytes / 1e6:.0f} MB kept in {size.files} files)")
    else:
        typer.echo(f"Home: {home} (not made yet)")
    place = next(folder for folder in (home, *home.parents) if folder.exists())
    typer.echo(f"  free disk: {shutil.disk_usage(place).free / 1e9:.1f} GB")
    for warning in find_home_warnings(home):
        typer.echo(f"  {warning}")
