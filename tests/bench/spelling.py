"""A truth with words misspelt on purpose and a reading of it come in; how many stayed as they were written goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import punctuation

from rapidfuzz.distance import Levenshtein

from tests.bench.score import normalise

SURVIVAL_HEADER = "  misspelt words: as written / made right / made another word / (other words as written)"


@dataclass(frozen=True, slots=True)
class Survival:
    """Counts of words misspelt on purpose: all, read as written, and read as what was meant; and of the other words.

    `lost` says what became of those not read as written: "sol>soil".
    """

    seeded: int
    kept: int
    righted: int
    others: int
    others_kept: int
    lost: tuple[str, ...] = ()

    def __add__(self, other: Survival) -> Survival:
        return Survival(
            self.seeded + other.seeded,
            self.kept + other.kept,
            self.righted + other.righted,
            self.others + other.others,
            self.others_kept + other.others_kept,
            self.lost + other.lost,
        )

    def describe(self) -> str:
        """Return the counts and shares as a line."""
        kept, others = self.kept / max(1, self.seeded), self.others_kept / max(1, self.others)
        became = f"{self.righted} / {len(self.lost) - self.righted}"
        return f"{self.kept} of {self.seeded} ({kept:.1%}) / {became} / ({others:.1%} of {self.others})"


def load_seeded_words(folder: Path, name: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs (written, meant) of FOLDER/seeded/NAME.txt, in order; none where there is no such file."""
    path = folder / "seeded" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple((written, meant) for written, meant in (line.split("\t") for line in lines))


def count_survivors(truth: str, read: str, seeded: Sequence[tuple[str, str]]) -> Survival:
    """Return what became of the misspelt words, after aligning the words of both texts; punctuation does not count.

    The misspelt words stand in `truth` in the order of `seeded`; raises ValueError where one does not.
    """
    true_words, read_words = ([strip_word(word) for word in normalise(text).split()] for text in (truth, read))
    said = align_words(true_words, read_words)
    places = _find_places(true_words, [strip_word(written.lower()) for written, _ in seeded])
    lost = tuple(f"{true_words[k]}>{said.get(k, '')}" for k in places if said.get(k) != true_words[k])
    righted = sum(said.get(k) == strip_word(meant.lower()) for k, (_, meant) in zip(places, seeded, strict=True))
    others = [k for k in range(len(true_words)) if k not in set(places)]
    others_kept = sum(said.get(k) == true_words[k] for k in others)
    return Survival(len(seeded), len(seeded) - len(lost), righted, len(others), others_kept, lost)


def _find_places(words: Sequence[str], seeded: Sequence[str]) -> list[int]:
    places: list[int] = []
    for word in seeded:
        places.append(words.index(word, places[-1] + 1 if places else 0))
    return places


def align_words(truth: Sequence[str], read: Sequence[str]) -> Mapping[int, str]:
    """Return for places in `truth` the read word that stands there, by fewest edits of whole words."""
    said: dict[int, str] = {}
    for step in Levenshtein.opcodes(truth, read):
        if step.tag in {"equal", "replace"}:
            span = range(step.src_start, step.src_end)
            said |= dict(zip(span, read[step.dest_start : step.dest_end], strict=False))
    return said


def strip_word(word: str) -> str:
    """Return the word without the punctuation around it."""
    return word.strip(punctuation + "“”‘’«»¿¡…")  # noqa: RUF001  # as they are written
