"""The table of observations of grown written language, and of conventions, which are looked at only when asked for."""

from __future__ import annotations

from pipeline.observe import conventions, linking, phrasing, sentences, words
from pipeline.observe.seeing import SeeingKind

ORGANISATION, SENTENCES, WORDS, CONVENTIONS = "organisation", "sentences", "words", "conventions"

LANGUAGE_KINDS: tuple[SeeingKind, ...] = (
    SeeingKind(
        "rare-words", WORDS, "uses words one does not hear every day", "stays with words one hears every day",
        "The share of words heard less than 32 times a million (Kyle and Crossley 2015; van Heuven et al. 2014).",
        words.use_rare_words,
    ),
    SeeingKind(
        "little-words", WORDS, "joins words to the little ones that go with them, such as interested in",
        "joins words to little ones in ways of their own",
        "How much oftener than by chance words stand beside their little ones (Bestgen and Granger 2014).",
        phrasing.fit_little_words,
    ),
    SeeingKind(
        "little-turns", WORDS, "uses turns of little words, such as would have been", "",
        "How much oftener than by chance little words stand together (Bestgen and Granger 2014).",
        phrasing.use_little_turns,
    ),
    SeeingKind(
        "many-links", ORGANISATION, "links ideas with many different linking words", "uses few linking words",
        "Different connectives over the root of all words (classes of TAACO 2016; Guiraud 1954).",
        linking.vary_links,
    ),
    SeeingKind(
        "written-links", ORGANISATION, "uses linking words of writing, such as therefore and although", "",
        "Such connectives per 100 words (Halliday and Hasan 1976).",
        linking.use_written_links,
    ),
    SeeingKind(
        "added-phrases", SENTENCES, "says where, when and with what in added phrases", "adds few phrases",
        "Prepositions per 100 words (phrasal detail: Biber, Gray and Poonpon 2011).",
        linking.add_phrases,
    ),
    SeeingKind(
        "verb-forms", SENTENCES, "hangs one action on another with words in -ing and -ed", "",
        "Words in -ing and -ed per 100 words (nonfinite clauses: Biber, Gray and Poonpon 2011).",
        linking.use_verb_forms,
    ),
    SeeingKind(
        "says-which", SENTENCES, "says which one, with who, which and where", "",
        "Relative words per 100 words (relative clauses: Hunt 1965).",
        linking.say_which,
    ),
    SeeingKind(
        "leads-in", SENTENCES, "leads into sentences with a word or phrase first",
        "starts straight with who or what the sentence is about",
        "Sentences with a lead-in (words before the main verb: McNamara, Crossley and McCarthy 2010).",
        sentences.lead_in,
    ),
    SeeingKind(
        "very-long-sentences", SENTENCES, "goes on for a very long time before a full stop", "",
        "The share of sentences of 35 words or more.",
        sentences.run_very_long,
    ),
    SeeingKind(
        "ties-with-and", SENTENCES, "ties ideas together with and", "seldom ties ideas together with and",
        "The word and per 100 words (coordination: Hunt 1965).",
        sentences.tie_with_and,
    ),
)  # fmt: skip

CONVENTION_KINDS: tuple[SeeingKind, ...] = (
    SeeingKind(
        "misspells", CONVENTIONS, "spells many words in a way of their own", "",
        "Words no list knows per 100 words, names apart (wordfreq).",
        conventions.misspell,
    ),
    SeeingKind(
        "small-starts", CONVENTIONS, "begins sentences with a small letter", "",
        "The share of sentences that begin with a small letter.",
        conventions.leave_capitals,
    ),
    SeeingKind(
        "small-i", CONVENTIONS, "writes i for I", "", "The word i with a small letter per 100 words.",
        conventions.write_small_i,
    ),
    SeeingKind(
        "spaces", CONVENTIONS, "puts spaces around commas and stops in a way of their own", "",
        "Spaces before a stop, or none after it, per 100 words.",
        conventions.misplace_spaces,
    ),
    SeeingKind(
        "no-apostrophe", CONVENTIONS, "leaves out the apostrophe of short forms", "",
        "Short forms without an apostrophe per 100 words.",
        conventions.leave_apostrophes,
    ),
    SeeingKind(
        "agreement", CONVENTIONS, "writes forms that do not go together, such as he have", "",
        "Such pairs of words per 100 words, from a list.",
        conventions.slip_in_agreement,
    ),
    SeeingKind(
        "odd-pairs", CONVENTIONS, "puts common words together in ways of their own, such as more better", "",
        "Pairs of common words that no large corpus of English holds, per 100 words (Chodorow and Leacock 2000).",
        phrasing.pair_oddly,
    ),
)  # fmt: skip
