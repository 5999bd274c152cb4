"""What was fitted once, on half of the questions of Beetle and SciEntsBank (CC BY-SA 3.0): a handful of numbers.

`AXIS`: how much each sign speaks for an answer of the kind most give, without and with model answers; `AGAINST`: for
one that speaks against the model answer, among those that aren't right; by logistic regression. `JUDGING` and
`MEANING`: how alike two labels are by each likeness, when labels judge and when they name meanings; by predicted
likelihood of labels held out, with room made for claims later. Each set sums to one with its noise.
"""

from __future__ import annotations

AXIS = {"typical": 0.44, "spelling": 0.24, "words": 0.33, "length": 0.27, "gives up": -1.15}
AXIS_WITH_REFERENCE = {
    "telling recall": 0.25, "new recall": 0.32, "agreeing": 0.26, "near asked": 0.26, "typical": 0.19, "length": 0.19,
    "spelling": 0.25, "from question": -0.14, "negation": -0.06, "gives up": -0.23,
}  # fmt: skip
AGAINST = {"turned": 0.19, "length": 0.12, "foreign": 0.09, "typical": 0.08, "gives up": -0.37}

JUDGING = {
    "any": 0.094, "axis": 0.110, "meaning": 0.014, "near meaning": 0.014, "asked": 0.266, "near asked": 0.119,
    "spelling": 0.013, "words": 0.037, "near words": 0.068, "near pairs": 0.174, "noise": 0.091,
}  # fmt: skip
JUDGING_WITH_REFERENCE = {
    "any": 0.081, "axis": 0.210, "against": 0.015, "asked": 0.134, "near asked": 0.072, "spelling": 0.022,
    "words": 0.030, "near words": 0.082, "near pairs": 0.188, "near claims": 0.080, "noise": 0.086,
}  # fmt: skip
MEANING = {"axis": 0.15, "meaning": 0.47, "near meaning": 0.19, "spelling": 0.04, "words": 0.07, "noise": 0.08}
NAMING = {
    "axis": 0.105, "meaning": 0.329, "near meaning": 0.133, "spelling": 0.028, "words": 0.049, "claims": 0.2,
    "topics": 0.1, "noise": 0.056,
}  # fmt: skip
"""The same once more labels were met than judging needs: seven tenths of it, claims and topics."""

START_CLASSES = (1 / 3, 1 / 3, 1 / 3)
NEW_LABEL = 0.5
"""How much is kept for labels not met yet, as of the decisions made: NEW_LABEL * met / (met + decided), at most .3."""

MOST_NEW = 0.3
FEW_MET = {1: 0.5, 2: 0.2}
FEW_MET_TOLD = {1: 0.55, 2: 0.25}
HALF_AFTER = 20
"""The same while one or two labels are met, FEW_MET[met] * HALF_AFTER / (HALF_AFTER + decided): who sorts has two,
and mostly more. What is told of a piece reckons with more of them, for once the odd ones were seen more are to come;
the plan with fewer: looking for what may not be there costs."""

ODD_SHARE = 0.1
"""As much of a class set is looked at first, the least typical, unless there are model answers; shares from .07 to .2
save much the same."""

MEANING_PRIOR, MEANING_PRIOR_WITH_REFERENCE = 0.3, 0.01
"""How likely labels name meanings before anything is decided: who gives a model answer mostly judges by it."""

JUDGEMENTS, NAMES_MEANING = 3, 2.0
"""Who judges mostly has three labels; each one more raises the log odds that labels name meanings by so much."""

TOPICS = 8
"""As many directions of a class set's words are its topics."""

QUESTION_CHARACTERS = 300
"""As much of the question, from its end, is read before each answer when it is embedded."""

REACH = 0.4
"""Scale of what is near, in 1 - cosine."""

LEAST_PROBABILITY = 0.01
LEAST_LEFT_OUT = 0.03
DRAWS, SCREENING_DRAWS, FINALISTS = 192, 32, 10
SIZES = (2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 90, 128)
