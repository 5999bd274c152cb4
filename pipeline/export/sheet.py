"""A report and how much may be shown of it come in; the words and pictures of the one-page handout go out."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.export.wording import (
    HOW_COMPARED,
    KIND_WORDS,
    STATUS_WORDS,
    keep_shown,
    say_count,
    say_footer,
    say_missing,
    say_sections,
)
from pipeline.records.decisions import NextStep, Pattern
from pipeline.records.reference import ModelIdea, Verdict
from pipeline.records.report import EvidenceCrop, Report

CROP_SIDE_PX = 1100
PICTURES_A_ROW = 3
KEEP_SAFE = (
    "A page of handwriting is personal: keep this sheet as you keep the papers. Made with Patternwork on this computer."
)


@dataclass(frozen=True, slots=True)
class Fit:
    """How much is shown: patterns, pieces of evidence each, codes each, characters of a text, and how large.

    `crop_height_mm` is of lines, `picture_height_mm` of places circled and whole pages.
    """

    patterns: int
    evidence: int
    codes: int
    letters: int
    crop_height_mm: int
    picture_height_mm: int
    letter_size_pt: float
    idea_letters: int = 120
    idea_codes: int = 12


FITS = (
    Fit(6, 2, 40, 400, 12, 38, 10.5),
    Fit(6, 2, 40, 220, 9, 28, 9.5),
    Fit(5, 2, 40, 220, 9, 24, 9.5),
    Fit(4, 2, 30, 220, 9, 24, 9.5),
    Fit(3, 2, 30, 160, 9, 24, 9.5),
    Fit(2, 2, 30, 160, 9, 24, 9.5),
    Fit(1, 1, 20, 100, 9, 24, 9.5, 60, 4),
)
"""From roomy to what always fits: fewer words before fewer patterns."""

_TOLD_VERDICTS = {"shares": Verdict.SHARES, "otherwise": Verdict.OTHERWISE}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the template takes: `words` as JSON, `pictures` by the file name they have in it."""

    words: dict[str, object]
    pictures: dict[str, bytes]


def plan_sheet(report: Report, fit: Fit) -> Sheet:
    """Return the handout's content: the next step's patterns first, then confirmed ones, then suggestions."""
    ordered = _order_patterns(report)
    shown, rest = ordered[: fit.patterns], len(ordered) - fit.patterns
    crops = {pattern.id: _choose_crops(report, pattern, fit) for pattern in shown}
    words: dict[str, object] = {
        "title": shorten(report.collection.name, 90),
        "task": shorten(report.collection.task, fit.letters),
        "handed_in": f"N = {len(report.pieces)} handed in",
        "listed": say_missing(report),
        "step": _describe_step(report.next_step, report, fit),
        "patterns": [_describe_pattern(pattern, crops[pattern.id], report, fit) for pattern in shown],
        "model": _describe_model_ideas(report, fit),
        "compared": HOW_COMPARED,
        "more": f"and {rest} more {'pattern' if rest == 1 else 'patterns'} on the desk" if rest > 0 else "",
        "footer": f"{' · '.join(shorten(phrase, fit.letters) for phrase in say_footer(report))}. {KEEP_SAFE}",
        "letter_size": fit.letter_size_pt,
    }
    pictures = {_name_picture(crop): _shrink_picture(crop.png) for few in crops.values() for crop in few if crop.png}
    return Sheet(words, pictures)


def shorten(text: str, letters: int) -> str:
    """Return the text on one line, cut at a word's end with an ellipsis where it is longer than `letters`."""
    plain = " ".join(text.split())
    if len(plain) <= letters:
        return plain
    cut = plain[: letters - 1]
    whole_words = cut.rsplit(" ", 1)[0] if " " in cut[letters // 2 :] else cut
    return f"{whole_words.rstrip('.,;: ')}…"


def _order_patterns(report: Report) -> tuple[Pattern, ...]:
    chosen = report.next_step.patterns if report.next_step else ()
    return tuple(sorted(keep_shown(report), key=lambda pattern: pattern.id not in chosen))


def _describe_model_ideas(report: Report, fit: Fit) -> list[dict[str, str]]:
    return [
        {
            "idea": shorten(idea.text, fit.idea_letters),
            **{name: _tell_verdict(idea, verdict, report, fit) for name, verdict in _TOLD_VERDICTS.items()},
        }
        for idea in report.model_ideas[: fit.patterns]
    ]


def _tell_verdict(idea: ModelIdea, verdict: Verdict, report: Report, fit: Fit) -> str:
    codes = _join_codes((one.piece for one in idea.list_pieces(verdict)), fit.idea_codes)
    return f"{idea.count(verdict)} of {len(report.pieces)}   {codes}".strip()


def _choose_crops(report: Report, pattern: Pattern, fit: Fit) -> list[EvidenceCrop]:
    """Return what fits: pictures are narrower than lines, so that one more stands beside them."""
    crops = [crop for crop in report.crops if crop.pattern == pattern.id]
    return crops[: PICTURES_A_ROW if fit.evidence > 1 and all(map(_is_picture, crops)) else fit.evidence]


def _is_picture(crop: EvidenceCrop) -> bool:
    """Whether a place circled or a whole page is shown, not a line of words."""
    return crop.png is not None and not crop.quote


def _shrink_picture(png: bytes) -> bytes:
    """Return a grey JPEG of print size, half a page wide at 300 dots an inch; metadata stays behind."""
    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("L")
    image.thumbnail((CROP_SIDE_PX, CROP_SIDE_PX))
    content = io.BytesIO()
    image.save(content, "JPEG", quality=85)
    return content.getvalue()


def _describe_pattern(pattern: Pattern, crops: list[EvidenceCrop], report: Report, fit: Fit) -> dict[str, object]:
    kind = KIND_WORDS[pattern.kind]
    count = f"{kind} · {STATUS_WORDS[pattern.status]} · {say_count(pattern, len(report.pieces))}"
    return {
        "name": shorten(pattern.name, 120),
        "mark": pattern.mark.value if pattern.mark else "no mark yet",
        "count": count,
        "sections": shorten(say_sections(pattern, report, is_printed=True), fit.letters),
        "notice": shorten(pattern.notice, fit.letters),
        "warnings": shorten(" ".join(pattern.warnings), fit.letters),
        "evidence": [_describe_crop(crop, fit) for crop in crops],
        "columns": PICTURES_A_ROW if any(map(_is_picture, crops)) else len(crops),
        "codes": _list_codes(pattern, fit.codes),
    }


def _describe_crop(crop: EvidenceCrop, fit: Fit) -> dict[str, object]:
    picture = _name_picture(crop) if crop.png else None
    return {
        "piece": crop.piece,
        "quote": shorten(crop.quote, fit.letters),
        "crop": picture,
        "height": fit.picture_height_mm if _is_picture(crop) else fit.crop_height_mm,
        "is_circled": crop.is_circled,
        "caption": shorten(crop.caption, fit.letters),
    }


def _name_picture(crop: EvidenceCrop) -> str:
    return f"{crop.pattern}-{crop.piece}.jpg"


def _list_codes(pattern: Pattern, most: int) -> str:
    """Codes of the group, those a person checked first."""
    checked = _join_codes((member.piece for member in pattern.members if member.is_checked), most)
    suggested = _join_codes((member.piece for member in pattern.members if not member.is_checked), most)
    parts = [f"checked: {checked}" if checked else "", f"suggested: {suggested}" if suggested else ""]
    return "   ".join(part for part in parts if part)


def _join_codes(codes: Iterable[str], most: int) -> str:
    ordered = sorted(codes)
    rest = f" and {len(ordered) - most} more" if len(ordered) > most else ""
    return " ".join(ordered[:most]) + rest


def _describe_step(step: NextStep | None, report: Report, fit: Fit) -> list[dict[str, str]]:
    if step is None:
        return []
    names = [f"\u201c{shorten(pattern.name, 80)}\u201d" for pattern in report.patterns if pattern.id in step.patterns]
    rows = {
        "because of": " and ".join(names[:3]),
        "for": step.grouping.value,
        "what we do": shorten(step.move, 120),
        "who and when": " · ".join(part for part in (shorten(step.owner, 60), step.do_on) if part),
        "how we will know": shorten(step.expected_evidence, fit.letters),
        "check on": step.check_on,
    }
    return [{"label": label, "words": words} for label, words in rows.items()]
