"""The sample says of itself that it reads far better than real pages will."""

from __future__ import annotations

import tomllib

from pipeline.bundled import find_bundled
from pipeline.records.work import Collection
from pipeline.views.sample_note import note_sample


def test_every_set_of_the_sample_says_so() -> None:
    """Each set of the sample carries the sentence."""
    listed = tomllib.loads((find_bundled("sample_work") / "sets.toml").read_text(encoding="utf-8"))["set"]
    assert listed
    for entry in listed:
        assert "far better than real pages" in note_sample(Collection("a", entry["name"], "", ""))


def test_a_teachers_own_set_says_nothing_of_it() -> None:
    """Real work carries no such sentence."""
    assert note_sample(Collection("a", "Period 2", "", "")) == ""
