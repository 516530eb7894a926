"""How a question is put, with and without a question mark. `findings.candidates_turn` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set

# Questions that are put as statements, and statements that take a question back.
INDIRECT_QUESTIONS: Final = phrase_set(
    """
    i'd like to know / i would like to know / i'd love to know / i would love to know / i want to know / i was wondering
    / i'm wondering / i wonder / i'm curious / i am curious / i'd be curious / i'd be interested / i would be interested
    / i'd like to ask / i would like to ask / i'd like to hear / i would like to hear / tell me / my question is / my
    first question is / my question would be
    """
)

# Openings of a question where the engine in use writes no punctuation.
QUESTION_OPENINGS: Final = phrase_set(
    """
    what is / what's / what are / what was / what do / what does / what did / what would / what will / what made / what
    kind / what happens / what happened / how is / how are / how do / how does / how did / how would / how will / how
    many / how much / how long / how often / how big / which part / which of / which do / who is / who are / who owns /
    who decides / who does / who would / when do / when does / when did / when will / when was / where do / where does /
    why do / why did / why is / do you / does the / does your / did you / could you / can you / would you / is there /
    are there / are you / have you / will i / will you / is it / is the
    """
)

BEFORE_OPENINGS: Final = frozenset(
    [
        "and",
        "so",
        "then",
        "also",
        "um",
        "uh",
        "er",
        "well",
        "okay",
        "first",
        "second",
        "third",
        "next",
        "finally",
        "or",
        "but",
    ]
)
