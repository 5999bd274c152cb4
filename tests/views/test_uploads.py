"""Uploads are kept under the class set, never one over the other."""

from __future__ import annotations

import resource
from dataclasses import dataclass

import pytest

from pipeline.errors import HomeError
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


def test_uploads_that_could_not_all_be_kept_are_not_kept_at_all(empty_home: Home) -> None:
    """A disk that takes no file above a kilobyte: the small one before it is gone as well, and what to do is said."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(HomeError):
            keep_uploads(empty_home, "abc123", [Given("a.txt", b"one"), Given("b.txt", b"x" * 2000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(empty_home.name_uploads("abc123").iterdir()) == []
