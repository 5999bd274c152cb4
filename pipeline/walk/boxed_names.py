"""Patterns and transcripts come in; the patterns go out with no suggested name of words that a box hides now.

A name quotes a passage or lists a group's words, and outlives the box that is drawn over them: for good where the
pattern was decided on. What the teacher wrote, and how a way of writing is called, are no words of a page and stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from pipeline.language import STOP_WORDS
from pipeline.records.decisions import Pattern
from pipeline.records.patterns import CandidateKind
from pipeline.records.reading import Reading, Transcript, WordRole

NAME_HIDDEN = "words under a box"
"""What stands for a name, or for a quote in one, of which nothing is left."""

_QUOTED = re.compile("\u201c([^\u201d]*)\u201d")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_LISTS = {CandidateKind.IDEA: "", CandidateKind.PILE: "answers about "}
"""The kinds whose names list a group's words, and what stands before the list."""

_FEWEST_WORDS = 2


def list_boxed(readings: Mapping[str, Sequence[Reading]]) -> frozenset[str]:
    """Return the words that boxes leave out, as they were read and as they may have been."""
    lines = (line for pages in readings.values() for page in pages for line in page.lines)
    outside = [word for line in lines for word in line.words if word.role is WordRole.OUTSIDE]
    return frozenset(text for word in outside for text in (word.text, *(choice.text for choice in word.choices)))


def renew_names(
    patterns: Sequence[Pattern], transcripts: Mapping[str, Transcript], boxed: Collection[str]
) -> tuple[Pattern, ...]:
    """Return the patterns, of each suggested name only words that some page still shows; `boxed` stand under boxes.

    Of a quote with words under a box the longest run is kept that a text still has; of a list of words those that do
    not stand under boxes alone. The patterns' evidence is as it was found, not yet cut to what is left.
    """
    texts = tuple(f" {_flatten(transcript.text)} " for transcript in transcripts.values())
    seen = {word for text in texts for word in text.split()}
    hidden = {part for word in boxed for part in _flatten(word).split()} - STOP_WORDS
    shown = _Shown(texts, hidden, hidden - seen)
    return tuple(_renew_name(pattern, shown) for pattern in patterns) if hidden else tuple(patterns)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the pages show: `texts` as they are compared; words that stand under a box, and that stand only there."""

    texts: Sequence[str]
    hidden: AbstractSet[str]
    gone: AbstractSet[str]

    def keep(self, words: str) -> str:
        """Return the words where nothing of them is hidden, else the longest run of them that a text has, or ""."""
        if self.hidden.isdisjoint(_flatten(words).split()) or self._is_said(words):
            return words
        said = words.split()
        ends = range(_FEWEST_WORDS, len(said) + 1)
        runs = [" ".join(said[first:last]) for last in ends for first in range(last - _FEWEST_WORDS + 1)]
        return max((run for run in runs if self._is_said(run)), key=len, default="")

    def _is_said(self, words: str) -> bool:
        flat = _flatten(words)
        return not STOP_WORDS.issuperset(flat.split()) and any(f" {flat} " in text for text in self.texts)

    def drop_gone(self, words: str) -> str:
        """Return a list of words without those that stand under boxes alone."""
        return ", ".join(part for part in words.split(", ") if self.gone.isdisjoint(_flatten(part).split()))


def _renew_name(pattern: Pattern, shown: _Shown) -> Pattern:
    name, lead = pattern.suggested_name, _LISTS.get(pattern.kind, "")
    if _QUOTED.search(name):
        renewed = _QUOTED.sub(lambda found: _renew_quoted(found[1], shown), name)
    elif _is_from_page(pattern):
        renewed = shown.keep(name).rstrip("…")
    elif pattern.kind in _LISTS and name.startswith(lead):
        left = shown.drop_gone(name.removeprefix(lead))
        renewed = left and f"{lead}{left}"
    else:
        return pattern
    suggested = renewed or NAME_HIDDEN
    return replace(pattern, name=pattern.name if pattern.is_renamed else suggested, suggested_name=suggested)


def _renew_quoted(words: str, shown: _Shown) -> str:
    kept = shown.keep(words)
    return f"\u201c{kept}\u201d" if kept else NAME_HIDDEN


def _is_from_page(pattern: Pattern) -> bool:
    """Whether a teacher's own pattern is called as a passage on a page that it was begun with."""
    words = _flatten(pattern.suggested_name)
    quotes = (evidence.quote for member in pattern.members for evidence in member.evidence)
    return pattern.kind is CandidateKind.OWN and bool(words) and any(words in _flatten(quote) for quote in quotes)


def _flatten(text: str) -> str:
    """Return a text as words are compared: small letters, one space between."""
    return " ".join(_WORD.findall(text.casefold()))
