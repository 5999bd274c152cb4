"""A name as a list writes it comes in; given and family name, and both as they are compared, go out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PARTICLES = """
    al ap bin bint da dal das de del della den der di do dos du el ibn la las le los mac mc ten ter van von y zu
"""
PARTICLES = frozenset(_PARTICLES.split())
"""Small words inside family names; alone they name nobody."""

_SUFFIXES = frozenset("jr sr ii iii iv".split())  # noqa: SIM905 - a list
_LAST_MARK = 0xABFF
MARKS = f"[{''.join(chr(k) for k in range(0x300, _LAST_MARK) if unicodedata.category(chr(k)) in {'Mn', 'Mc'})}]"
"""A pattern of the signs that belong to the letter before them: accents, and vowels of Indic scripts."""

LETTERS = rf"[^\W\d_](?:[^\W\d_]|{MARKS})*"
"""A pattern of a word of letters alone, whatever script it is in."""

_PART = re.compile(LETTERS)
_UNFOLDED = str.maketrans({"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "æ": "ae", "Æ": "ae", "đ": "d"})


def split_name(written: str) -> tuple[str, str]:
    """Return given and family name of "Ann Marie Lee" or "Lee, Ann Marie"; one word alone is a given name.

    Without a comma the last word is the family's, with the particles before it ("Ana de la Cruz").
    """
    line = " ".join(written.split())
    family, comma, given = line.partition(",")
    if comma:
        return given.strip(" ,"), family.strip()
    words = line.split(" ")
    at = len(words) - 1
    if at > 1 and fold(words[at]) in _SUFFIXES:
        at -= 1
    while at > 1 and fold(words[at - 1]) in PARTICLES:
        at -= 1
    return (line, "") if at < 1 else (" ".join(words[:at]), " ".join(words[at:]))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` as names are compared: small letters, without accents and without what is no letter or digit.

    Vowels of scripts that write them as signs stay: they are no accents.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_UNFOLDED).casefold())
    return "".join(sign for sign in plain if sign.isalnum() or _is_vowel_sign(sign))


def _is_vowel_sign(sign: str) -> bool:
    """Whether a sign is written with a letter and is not an accent, which Unicode gives a place above or below it."""
    return unicodedata.category(sign) in {"Mn", "Mc"} and not unicodedata.combining(sign)


def list_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded ("Anne-Marie O'Neil": anne, marie, o, neil)."""
    return tuple(fold(part) for part in _PART.findall(unicodedata.normalize("NFC", name)))
