"""The table of observations: what a teacher would say of each, what it rests on, and the function that sees it."""

from __future__ import annotations

from pipeline.observe import ideas, organisation, sentences, words
from pipeline.observe.language_kinds import LANGUAGE_KINDS
from pipeline.observe.seeing import SeeingKind

IDEAS, ORGANISATION, SENTENCES, WORDS = "ideas-evidence", "organisation", "sentences", "words"

KINDS: tuple[SeeingKind, ...] = (
    *LANGUAGE_KINDS,
    SeeingKind(
        "quotes-text", IDEAS, "quotes the text or points to it", "does not quote the text",
        "Words in quotation marks and pointing phrases per 100 words (attribution: Hyland 2005, evidentials).",
        ideas.quote_text,
    ),
    SeeingKind(
        "explains-quote", IDEAS, "explains the quote after giving it", "",
        "Explaining phrases after a quote per 100 words (evidence and reasoning: McNeill and Krajcik 2012).",
        ideas.explain_quote,
    ),
    SeeingKind(
        "leaves-quote", IDEAS, "gives a quote and goes on without saying what it shows", "",
        "Quotes without an explaining phrase after them, per 100 words (McNeill and Krajcik 2012).",
        ideas.leave_quote,
    ),
    SeeingKind(
        "gives-reasons", IDEAS, "says why, with words such as because", "seldom says why with words such as because",
        "Reason words per 100 words (causal connectives: TAACO, Crossley, Kyle and McNamara 2016).",
        ideas.give_reasons,
    ),
    SeeingKind(
        "gives-example", IDEAS, "gives an example and says so", "gives no example in so many words",
        "Example markers per 100 words (code glosses: Hyland 2005).",
        ideas.give_example,
    ),
    SeeingKind(
        "tells-experience", IDEAS, "tells of something from their own life", "",
        "Phrases of own experience per 100 words (personal evidence: Hyland 2005, self-mentions).",
        ideas.tell_experience,
    ),
    SeeingKind(
        "gives-numbers", IDEAS, "gives numbers with what they count", "",
        "Numbers with a unit per 100 words (quantified evidence: McNeill and Krajcik 2012).",
        ideas.give_numbers,
    ),
    SeeingKind(
        "answers-other-side", IDEAS, "names another side and answers it", "",
        "Another view with a contrast word after it, per 100 words (Nussbaum and Schraw 2007).",
        ideas.answer_other_side,
    ),
    SeeingKind(
        "opens-with-question", ORGANISATION, "opens with a question", "",
        "Whether the first sentence asks (rhetorical moves: Hyland 1990).",
        organisation.open_with_question,
    ),
    SeeingKind(
        "opens-with-claim", ORGANISATION, "says at the start what they think", "",
        "A claim marker in the first two sentences (thesis stage: Hyland 1990).",
        organisation.open_with_claim,
    ),
    SeeingKind(
        "opens-with-scene", ORGANISATION, "opens with a moment or a story", "",
        "A scene marker in the first two sentences (gambit: Hyland 1990).",
        organisation.open_with_scene,
    ),
    SeeingKind(
        "claim-at-end", ORGANISATION, "keeps what they think for the end", "",
        "A claim marker in the last quarter of the sentences and none in the first (Hyland 1990).",
        organisation.keep_claim_for_end,
    ),
    SeeingKind(
        "breaks-paragraphs", ORGANISATION, "breaks the writing into many paragraphs", "has few or no paragraph breaks",
        "Paragraph breaks per 100 words.",
        organisation.break_paragraphs,
    ),
    SeeingKind(
        "sequence-words", ORGANISATION, "puts ideas in order with words such as first and then",
        "seldom uses words that put ideas in order",
        "Sequence words per 100 words (temporal connectives: TAACO, Crossley, Kyle and McNamara 2016).",
        organisation.use_sequence_words,
    ),
    SeeingKind(
        "adding-words", ORGANISATION, "adds idea to idea with words such as also and another",
        "seldom uses words that add one idea to the next",
        "Adding words per 100 words (additive connectives: TAACO, Crossley, Kyle and McNamara 2016).",
        organisation.use_adding_words,
    ),
    SeeingKind(
        "contrast-words", ORGANISATION, "sets ideas against each other with words such as but and however",
        "seldom sets one idea against another",
        "Contrast words per 100 words (adversative connectives: TAACO, Crossley, Kyle and McNamara 2016).",
        organisation.use_contrast_words,
    ),
    SeeingKind(
        "announces-ending", ORGANISATION, "ends with closing words", "ends without closing words",
        "A closing phrase in the last quarter of the sentences (conclusion stage: Hyland 1990).",
        organisation.announce_ending,
    ),
    SeeingKind(
        "returns-to-opening", ORGANISATION, "comes back to the opening at the end", "",
        "Content words of the first two sentences again in the last two (lexical overlap: TAACO 2016).",
        organisation.return_to_opening,
    ),
    SeeingKind(
        "long-sentences", SENTENCES, "writes long sentences", "writes short sentences",
        "The middle sentence's length in words.",
        sentences.write_long_sentences,
    ),
    SeeingKind(
        "varied-sentences", SENTENCES, "mixes long and short sentences", "writes sentences of much the same length",
        "The spread of sentence lengths over their mean.",
        sentences.vary_sentence_length,
    ),
    SeeingKind(
        "same-openings", SENTENCES, "starts many sentences with the same word", "starts sentences in different ways",
        "How often two sentences open with the same word (Simpson 1949).",
        sentences.repeat_openings,
    ),
    SeeingKind(
        "runs-together", SENTENCES, "runs many ideas together in one sentence", "",
        "Sentences of 30 words or more that go on by and, but, so, then, or; per 100 words (Hunt 1965).",
        sentences.run_ideas_together,
    ),
    SeeingKind(
        "different-words", WORDS, "uses many different words", "uses few different words",
        "Textual lexical diversity, MTLD (McCarthy and Jarvis 2010).",
        words.use_different_words,
    ),
    SeeingKind(
        "long-words", WORDS, "uses many long words", "uses short, everyday words",
        "The share of words of seven letters or more (Björnsson 1968).",
        words.use_long_words,
    ),
    SeeingKind(
        "repeated-words", WORDS, "comes back to the same few words", "seldom says the same word twice",
        "How often two content words are the same (Yule 1944).",
        words.repeat_words,
    ),
    SeeingKind(
        "task-words", WORDS, "uses many of the task's own words", "uses few of the task's own words",
        "The share of the task's content words that the piece uses.",
        words.use_task_words,
    ),
)  # fmt: skip
"""No observation is about spelling, grammar or punctuation: those are conventions, looked at only when asked for."""
