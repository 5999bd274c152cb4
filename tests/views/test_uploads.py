"""Uploads are kept under the class set, never one over the other."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.store.home import Home
from pipeline.views.uploads import keep_uploads


@dataclass(frozen=True)
class Given:
    """A file as the browser hands it over."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        """Return the bytes."""
        return self.content


def test_uploads_lie_in_the_class_sets_own_folder(empty_home: Home) -> None:
    """What is given through the browser is kept under the class set, so that deleting the set deletes it too."""
    folder = keep_uploads(empty_home, "abc123", [Given("a.txt", b"one"), Given("a.txt", b"two")])
    assert folder.is_relative_to(empty_home.path / "collections" / "abc123" / "uploads")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.txt": b"one", "a (2).txt": b"two"}
