"""Class sets in, the same without patterns out: words, sentences or rows no longer say who wrote what."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np

from pipeline.language import find_words
from pipeline.observe.look import look_at

_BREAK = "\n\n"
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


def deal_words(texts: Mapping[str, str], rng: random.Random) -> dict[str, str]:
    """Return `texts` with all their words dealt anew to the places where words stand: no two words belong together."""
    words = [match[0].lower() for text in texts.values() for match in _WORD.finditer(text)]
    rng.shuffle(words)
    stock = iter(words)
    return {code: _WORD.sub(lambda _: next(stock), text) for code, text in texts.items()}


def deal_sentences(texts: Mapping[str, str], rng: random.Random, strata: int = 1) -> dict[str, str]:
    """Return `texts` with sentences (and the breaks after them) dealt anew; each piece keeps their number.

    With several `strata` only pieces of about the same length exchange sentences. What few pieces exchange stays
    theirs: the halves of a piece then agree more than those of other strata's: something is there.
    """
    codes = sorted(texts, key=lambda code: (len(find_words(texts[code])), code))
    dealt: dict[str, str] = {}
    for group in np.array_split(np.array(codes), strata):
        dealt |= _deal_stratum({str(code): cut_sentences(texts[str(code)]) for code in group}, rng)
    return {code: dealt[code] for code in texts}


def cut_sentences(text: str) -> list[str]:
    """Return the sentences of `text` as ways of writing are looked for in them, each with the break that follows it."""
    sentences = look_at("", text, "").sentences
    ends = [one.start for one in sentences[1:]] + [len(text)]
    return [text[one.start : end].rstrip(" ") for one, end in zip(sentences, ends, strict=True)]


def _deal_stratum(pieces: Mapping[str, Sequence[str]], rng: random.Random) -> dict[str, str]:
    pool = [sentence for sentences in pieces.values() for sentence in sentences]
    rng.shuffle(pool)
    stock = iter(pool)
    return {code: _join(list(islice(stock, len(sentences)))) for code, sentences in pieces.items()}


def _join(sentences: Sequence[str]) -> str:
    return "".join(one if one.endswith(_BREAK) else f"{one} " for one in sentences).strip()
