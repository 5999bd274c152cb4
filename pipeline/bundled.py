"""Where the files that travel with the code are (models, sample_work, app.py): in the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import ModelMissing

_PACKAGE = Path(__file__).parent


def find_bundled(name: str) -> Path:
    """Return the path of `name` ("models", "sample_work", "app.py").

    A wheel holds them in pipeline/_bundled/, a checkout beside pipeline/. Raises ModelMissing where neither does.
    """
    for place in (_PACKAGE / "_bundled" / name, _PACKAGE.parent / name):
        if place.exists():
            return place
    raise ModelMissing(f"{name} is missing from the installation.")
