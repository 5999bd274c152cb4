"""A class set's readings come in; the same with print marked as the form's, and the form's own text, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.form.common import Copy, find_common, find_twins, is_printed, spell_word
from pipeline.form.places import PlacedWord, find_once, lay_over, list_placed
from pipeline.form.typed import find_template, fold_line
from pipeline.records.reading import Line, Reading, WordRole

FEWEST_PIECES = 4
_MODELS_A_FORM, _MOST_VAIN_TRIES = 3, 2
_TYPED_FROM = 0.9

Place = tuple[int, int]
"""A line of a page, and a word of the line, both from 0."""
Readings = Mapping[str, Sequence[Reading]]
Words = Mapping[str, tuple[PlacedWord, ...]]


@dataclass(frozen=True, slots=True)
class PartedSet:
    """Readings by piece, the form's words marked, and what the form says (lines joined by a newline, "" for none)."""

    readings: dict[str, tuple[Reading, ...]]
    printed: str


@dataclass(slots=True)
class _Print:
    """Where print stands on the pages of one form, by piece, and its lines as the page that has most of it has them."""

    places: dict[str, set[Place]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def join(self, places: Mapping[str, set[Place]]) -> None:
        """Take in what another page, looked at as the model of the form, told."""
        for code, more in places.items():
            self.places.setdefault(code, set()).update(more)


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
    found, printed = _part_written(written)
    return PartedSet({code: (parted | found)[code] for code in readings}, "\n".join([*template.values(), *printed]))


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
        for form in _find_forms({code: list_placed(page) for code, page in pages.items()}):
            texts += form.lines
            for code, places in form.places.items():
                parted[code][number] = _mark_print(pages[code], places)
    return {code: tuple(pages) for code, pages in parted.items()}, texts


def _find_forms(words: Words) -> list[_Print]:
    """Return the forms among the pages, one after the other: a class set may hold two versions of a test."""
    forms: list[_Print] = []
    left, tries = dict(words), 0
    while len(left) >= FEWEST_PIECES and tries < _MOST_VAIN_TRIES:
        model = _choose_models(left)[0]
        form = _look_from(model, left)
        copies = {code for code, places in form.places.items() if places}
        if len(copies) >= FEWEST_PIECES:
            for other in _choose_models({code: left[code] for code in copies - {model}})[: _MODELS_A_FORM - 1]:
                form.join(_look_from(other, left).places)
            forms.append(form)
        else:
            tries += 1
        left = {code: there for code, there in left.items() if code not in copies | {model}}
    return forms


def _choose_models(words: Words) -> list[str]:
    """Return the pieces, first those whose page has most of what others have too."""
    once = {code: find_once(there).keys() for code, there in words.items()}
    counts = Counter(core for cores in once.values() for core in cores)
    worth = {code: sum(counts[core] - 1 for core in cores) for code, cores in once.items()}
    return sorted(worth, key=lambda code: (-worth[code], code))


def _look_from(model: str, words: Words) -> _Print:
    """Return the print that a page has in common with the others: nothing where too few are copies of it."""
    own = words[model]
    maps = {code: lay_over(own, there) for code, there in words.items() if code != model}
    twins = {code: find_twins(own, Copy(words[code], matrix)) for code, matrix in maps.items() if matrix is not None}
    common = sorted(find_common(own, twins))
    places = {model: {(own[k].line, own[k].number) for k in common}}
    for code, there in twins.items():
        found = [there[k].word for k in common if k in there and is_printed(there[k])]
        places[code] = {(word.line, word.number) for word in found}
    spelt = [(own[k].line, spell_word(own[k], k, twins)) for k in common]
    return _Print(places, list(_join_lines(spelt)))


def _join_lines(words: Iterable[tuple[int, str]]) -> list[str]:
    """Return the words by their lines, each line's joined by spaces."""
    lines: dict[int, list[str]] = {}
    for line, text in words:
        lines.setdefault(line, []).append(text)
    return [" ".join(texts) for texts in lines.values()]


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
