"""A word in, the word without its ending out."""

from __future__ import annotations

_ENDINGS = tuple("'s ations ation ating ated ates ate ings ing ies ied ed es ly s e y".split())  # noqa: SIM905 - a list
SHORTEST_STEM = 3


def stem(word: str) -> str:
    """Return `word` without its ending (light suffix stripping after Lovins 1968; `word` in lower case)."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
