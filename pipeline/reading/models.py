"""The models that are installed: models.toml comes in, each model checked against its checksum goes out."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.bundled import find_bundled

_LIST = "models.toml"


@dataclass(frozen=True, slots=True)
class ModelCheck:
    """One model of models.toml as it was found here.

    `source` is the package that brings it, or "models/" for a file of our own keeping; `version` is the package's as
    installed ("" where it is not). `sha256_found` is "" where the file is missing. `required`: whether reading and
    finding with the defaults need it.
    """

    name: str
    source: str
    file: str
    version: str
    sha256_expected: str
    sha256_found: str
    licence: str
    required: bool

    @property
    def ok(self) -> bool:
        """Whether the file is here and is what it should be."""
        return self.sha256_found == self.sha256_expected


def verify_models() -> tuple[ModelCheck, ...]:
    """Return a check of every model in models.toml, in its order; reads each file once (about 0.3 s in all).

    Raises ModelMissing where models.toml itself is not in the installation.
    """
    folder = find_bundled("models")
    listed = tomllib.loads((folder / _LIST).read_text(encoding="utf-8"))["model"]
    return tuple(_check_model(entry, folder) for entry in listed)


def _check_model(entry: Mapping[str, Any], folder: Path) -> ModelCheck:
    package = str(entry.get("package", ""))
    root = _find_package(str(entry["module"])) if package else folder
    path = root / str(entry["file"]) if root else None
    return ModelCheck(
        name=str(entry["name"]),
        source=package or "models/",
        file=str(entry["file"]),
        version=_find_version(package) if package else str(entry["version"]),
        sha256_expected=str(entry["sha256"]),
        sha256_found=_hash_file(path) if path and path.is_file() else "",
        licence=str(entry["licence"]),
        required=bool(entry["required"]),
    )


def _find_package(module: str) -> Path | None:
    spec = find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None


def _find_version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
