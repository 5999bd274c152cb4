"""Words and sentences: pure functions under the stages. Text in, places and words out."""

from pipeline.language.repair import repair_texts, repair_words
from pipeline.language.sentences import find_sentences
from pipeline.language.stems import stem
from pipeline.language.words import STOP_WORDS, WordAt, find_words, is_known_word, list_words, measure_frequency

__all__ = [
    "STOP_WORDS",
    "WordAt",
    "find_sentences",
    "find_words",
    "is_known_word",
    "list_words",
    "measure_frequency",
    "repair_texts",
    "repair_words",
    "stem",
]
