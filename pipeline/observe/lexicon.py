"""The words by which a way of writing is heard: families of connectives and markers, in lower case.

After the metadiscourse families of Hyland (2005) and the connective classes of TAACO (Crossley, Kyle and McNamara
2016), cut down to what children write. No family is about spelling, grammar or punctuation.
"""

from __future__ import annotations


def _family(phrases: str) -> tuple[str, ...]:
    return tuple(sorted(phrase.strip() for phrase in phrases.replace("\n", " ").split(",") if phrase.strip()))


REASONS = _family("""
    because, therefore, due to, as a result, consequently, the reason, reason why, so that, that's why, that is why,
    this is why, which is why, for this reason, for that reason, thus, hence, cause of, thanks to
""")
EXAMPLES = _family("""
    for example, for instance, such as, an example, another example, one example, good example, like when, to illustrate
""")
EXPERIENCES = _family("""
    one time, when i was, i remember, my friend, my friends, my best friend, my mom, my mother, my dad, my father,
    my brother, my sister, my family, my cousin, my uncle, my aunt, my grandma, my grandmother, my grandfather,
    my teacher, last year, last week, last summer, last month, in my experience, happened to me, in my life,
    in my country, once i, there was a time, a few years ago, years ago
""")
POINTING = _family("""
    the text says, the text states, the text tells, the author says, the author states, the author writes,
    the author explains, the author tells, the article says, the article states, the story says, the passage says,
    the book says, according to, in the text, in the article, in the story, in the passage, in paragraph, it says,
    it states, the poem says, the speaker says
""")
EXPLAINING = _family("""
    this shows, this means, this proves, this tells, this explains, this demonstrates, this quote, this evidence,
    this supports, that shows, that means, that proves, which shows, which means, which proves, which tells, it shows,
    it means, it proves, shows that, shows how, means that, proves that, tells us, tells me, showing that, meaning that,
    in other words, because, he means, she means, they mean
""")
OTHER_SIDE = _family("""
    some people say, some people think, some people believe, some people might, some people may, some people would,
    some people argue, some people disagree, some say, some think, some believe, some might say, some may say,
    some argue, others say, others think, others believe, others might, others may, others argue, other people think,
    other people say, other people believe, other people might, many people think, people might say, people may say,
    people may think, people might think, you may think, you might think, you might say, one might argue, opponents,
    critics, the other side, on the other side, on the other hand, i know that some, i understand that
""")
CONTRASTS = _family("""
    but, however, although, though, even though, on the other hand, instead, despite, in spite of, nevertheless,
    whereas, in contrast, on the contrary, unlike, rather than, even if
""")
ANSWERS = _family("but, however, still, yet, although, even so, i disagree, nevertheless, in fact, actually, not true")
SEQUENCE = _family("""
    firstly, secondly, thirdly, fourthly, lastly, finally, to begin with, to start, after that, first of all, then,
    in the first place, at first, at last, the first reason, the second reason, the third reason, the last reason,
    my first reason, my second reason, my last reason, afterwards, one reason, another reason
""")
SEQUENCE_OPENERS = _family("first, second, third, next, last, one, fourth")
ADDITIONS = _family("""
    also, another, in addition, moreover, furthermore, besides, as well, additionally, not only, along with, plus
""")
CLAIMS = _family("""
    i think, i believe, i agree, i disagree, in my opinion, my opinion, i feel that, i would say, i support, i say,
    i strongly, i do not agree, i don't agree, i dont agree, i do think, i also think, i personally, we should, should,
    i also believe, i totally agree, i prefer, i do believe, i don't think, i dont think
""")
CLOSINGS = _family("""
    in conclusion, to conclude, in summary, to sum up, all in all, in the end, overall, as you can see, that is why,
    that's why, this is why, these are, those are, these reasons, in closing, to summarize, conclusion, finally,
    all these
""")
SCENES = _family("""
    one day, when i was, last year, last summer, last week, last month, imagine, picture this, i remember,
    yesterday, there was, it was a, one time, every morning, ago, suddenly
""")
QUESTION_OPENERS = _family("""
    have you, do you, did you, are you, would you, could you, can you, what if, what is, what are, what would, why do,
    why is, why are, why should, how do, how can, how would, how many, how much, did you know, should students,
    should we, should schools, is it, who is, who are, what do, what does
""")
WRITTEN_LINKS = _family("""
    therefore, however, although, moreover, furthermore, in addition, consequently, despite, in spite of, whereas,
    instead, additionally, rather than, not only, even though, due to, as a result, while, such as, nevertheless,
    in contrast, for instance, thus, hence, on the other hand
""")
PLACES_AND_TIMES = _family("""
    of, in, on, at, from, by, with, about, through, during, without, between, into, over, under, around, among,
    towards, against, within, across, after, before
""")
RELATIVES = _family("which, who, whose, whom, where")
LEADS = frozenset(
    _family("""
    if, when, while, although, though, since, because, as, after, before, in, for, by, with, during, despite, unlike,
    instead, without, through, to, having, being
    """)
)
CHAINS = frozenset({"and", "but", "so", "then", "or"})
UNITS = _family("""
    percent, degrees, degree, minutes, minute, hours, hour, days, day, weeks, week, months, month, years, year, seconds,
    second, dollars, dollar, calories, miles, mile, feet, foot, inches, inch, pounds, grams, gram, liters, litres,
    meters, metres, cm, mm, ml, kg, km, mg, volts, volt, amps, watts, people, students, kids, children, times, points,
    classes, euros, pages, billion, million, thousand, hundred, teachers, schools, plants, drops, cups
""")
NUMBER_WORDS = _family("""
    two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty, sixty,
    seventy, eighty, ninety, hundred, thousand, million, half, twice, dozen
""")

ALL = (
    REASONS, EXAMPLES, POINTING, EXPLAINING, OTHER_SIDE, CONTRASTS, ANSWERS, SEQUENCE, ADDITIONS, CLAIMS, CLOSINGS,
    EXPERIENCES, SCENES,
)  # fmt: skip
"""The families whose longer words are mended where one letter was misread."""
