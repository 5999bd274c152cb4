"""A class set's readings come in; the same with print marked as the form's, and the form's own text, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.form.common import Copy, find_common, find_twins, is_printed
from pipeline.form.places import PlacedWord, find_once, lay_over, list_placed
from pipeline.form.typed import find_template, fold_line
from pipeline.records.reading import Line, Reading, WordRole

FEWEST_PIECES = 4
_MOST_REFERENCES = 3
_TYPED_FROM = 0.9

Place = tuple[int, int]
"""A line of a page, and a word of the line, both from 0."""
Readings = Mapping[str, Sequence[Reading]]


@dataclass(frozen=True, slots=True)
class PartedSet:
    """Readings by piece, the form's words marked, and what the form says (lines joined by a newline, "" for none)."""

    readings: dict[str, tuple[Reading, ...]]
    printed: str


def part_form(readings: Readings) -> PartedSet:
    """Return the class set's readings with what is printed on all copies of a form marked as the form's.

    With fewer than four pieces nothing can be told. Lines and words keep their numbers. In a class set that is mostly
    typed, and in files without pages, a template's lines are alike rather than their places.
    """
    is_typed = 2 * sum(all(map(_is_print, pages)) for pages in readings.values()) > len(readings)
    typed = {code: pages for code, pages in readings.items() if is_typed or not any(map(_has_places, pages))}
    written = {code: pages for code, pages in readings.items() if code not in typed}
    template = find_template(typed) if len(typed) >= FEWEST_PIECES else {}
    parted = {code: tuple(_take_lines(page, template) for page in pages) for code, pages in typed.items()}
    texts = list(template.values())
    found, printed = _part_written(written)
    return PartedSet({code: (parted | found)[code] for code in readings}, "\n".join([*texts, *printed]))


def _is_print(page: Reading) -> bool:
    return page.print_share >= _TYPED_FROM


def _has_places(page: Reading) -> bool:
    return any(word.box is not None for line in page.lines for word in line.words)


def _take_lines(page: Reading, template: Collection[str]) -> Reading:
    lines = (_give_role(line, range(len(line.words))) if fold_line(line) in template else line for line in page.lines)
    return replace(page, lines=tuple(lines))


def _part_written(readings: Readings) -> tuple[dict[str, tuple[Reading, ...]], list[str]]:
    """Return the written pieces, page by page of the form, and its lines of print."""
    parted = {code: list(pages) for code, pages in readings.items()}
    texts: list[str] = []
    for number in range(max((len(pages) for pages in readings.values()), default=0)):
        pages = {code: there[number] for code, there in sorted(parted.items()) if number < len(there)}
        if len(pages) >= FEWEST_PIECES:
            printed, lines = _find_print(pages)
            texts += lines
            for code, places in printed.items():
                parted[code][number] = _mark_print(pages[code], places)
    return {code: tuple(pages) for code, pages in parted.items()}, texts


def _find_print(pages: Mapping[str, Reading]) -> tuple[dict[str, set[Place]], list[str]]:
    """Return where print stands on each of the pages, by piece, and its lines as the page that has most of it has them.

    Up to three pages are looked at as the model of the form: what is misread on one is read on another.
    """
    words = {code: list_placed(page) for code, page in pages.items()}
    printed: dict[str, set[Place]] = {code: set() for code in pages}
    for model in _choose_models(words):
        for code, places in _look_from(model, words):
            printed[code] |= places
    best = max(sorted(printed), key=lambda code: len(printed[code]))
    return printed, list(_spell_lines(pages[best], printed[best]))


def _choose_models(words: Mapping[str, tuple[PlacedWord, ...]]) -> list[str]:
    """Return the pieces whose page has most of what others have too."""
    once = {code: find_once(there).keys() for code, there in words.items()}
    counts = Counter(core for cores in once.values() for core in cores)
    worth = {code: sum(counts[core] - 1 for core in cores) for code, cores in once.items()}
    return sorted(worth, key=lambda code: (-worth[code], code))[:_MOST_REFERENCES]


def _look_from(model: str, words: Mapping[str, tuple[PlacedWord, ...]]) -> Iterator[tuple[str, set[Place]]]:
    """Yield where each page has the print of one page; nothing where too few pages are copies of it."""
    own = words[model]
    maps = {code: lay_over(own, there) for code, there in words.items() if code != model}
    twins = {code: find_twins(own, Copy(words[code], matrix)) for code, matrix in maps.items() if matrix is not None}
    common = find_common(own, twins)
    yield model, {(own[k].line, own[k].number) for k in common}
    for code, there in twins.items():
        found = (there[k] for k in common if k in there)
        yield code, {(twin.word.line, twin.word.number) for twin in found if is_printed(twin)}


def _spell_lines(page: Reading, places: Collection[Place]) -> Iterator[str]:
    for number, line in enumerate(page.lines):
        words = [word.text for k, word in enumerate(line.words) if (number, k) in places]
        if words:
            yield " ".join(words)


def _mark_print(page: Reading, places: Collection[Place]) -> Reading:
    lines = (
        _give_role(line, [k for k in range(len(line.words)) if (number, k) in places])
        for number, line in enumerate(page.lines)
    )
    return replace(page, lines=tuple(lines))


def _give_role(line: Line, chosen: Collection[int]) -> Line:
    words = tuple(
        replace(word, role=WordRole.FORM) if k in chosen and word.role is WordRole.STUDENT else word
        for k, word in enumerate(line.words)
    )
    return line if words == line.words else replace(line, words=words)
