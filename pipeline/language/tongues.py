"""A piece's text in, the language it is most likely in out: by how common its words are in each."""

from __future__ import annotations

from pipeline.language.words import find_words, measure_frequency

LANGUAGE_NAMES = {"en": "English", "es": "Spanish", "fr": "French", "de": "German"}
FEWEST_WORDS = 5
CLEARLY = 1.0
"""Zipf units a word: so much commoner, on average, in the likeliest language than in the next."""

LONGEST_READ = 200
"""As many words as are enough to tell a language by."""


def guess_language(text: str) -> str:
    """Return the code of the language in LANGUAGE_NAMES that `text` is clearly in, "" where too short or mixed."""
    words = [word.text for word in find_words(text) if not word.text.isdigit()][:LONGEST_READ]
    if len(words) < FEWEST_WORDS:
        return ""
    means = {
        code: sum(measure_frequency(word, code, "small") for word in words) / len(words) for code in LANGUAGE_NAMES
    }
    first, second = sorted(means, key=lambda code: -means[code])[:2]
    return first if means[first] - means[second] >= CLEARLY else ""
